import type { Allow, Measure, Note } from '../model/roadmap.js';
import { writtenPhasesOf } from '../model/series.js';
import { readingOf, textsWith } from '../model/texts.js';
import { itemsOf, measureOf, measurePath, milestonesOf } from '../model/walk.js';
import type { Location } from '../source/location.js';
import type { Rule } from './rule.js';

/**
 * A ※ inside a text is explained by a note: on the phase, its row, a measure around it, or the section. A note to a column of the table
 * explains that column and no text.
 */
export const rule: Rule = {
  code: 'unexplained-mark',
  severity: 'warning',
  summary: { ja: '文の中の※には、説明する注がある', en: 'a ※ inside a text is explained by a note' },
  cure: {
    ja: '※の文を、その工程（または行・施策・節）の `notes:` に書いてください',
    en: 'write the footnote into the `notes:` of the phase, or of its row, measure or section',
  },
  example: { bad: '- 2021: システム整備※', good: '- 2021: システム整備※\n  notes:\n  - 国家資格等管理システムにおいて整備予定' },
  *check(roadmap) {
    if (!roadmap.complete || textsWith(roadmap, 'remarkMark').length === 0) return;
    for (const phase of writtenPhasesOf(roadmap)) {
      const { track } = phase;
      const { text, location } = readingOf(phase);
      if (!text.includes('※')) continue;
      yield* marks(text, location, [phase.notes, track.notes, ...around(track.measure)], phase);
    }
    for (const item of itemsOf(roadmap)) {
      const [text, key] = item.kind === 'measure' ? [item.title, 'title'] : [item.label ?? '', 'label'];
      if (!text.includes('※')) continue;
      const below = item.kind === 'measure' ? item.tracks.flatMap(({ notes }) => notes) : item.phases.flatMap(({ notes }) => notes);
      yield* marks(text, item.location.at(key), [item.notes, below, ...around(measureOf(item))], item);
    }
    for (const milestone of milestonesOf(roadmap)) {
      const { on, text, location } = milestone;
      if (!text.includes('※')) continue;
      yield* marks(text, location, [on.notes, ...around(measureOf(on))], milestone);
    }
  },
};

function* marks(text: string, location: Location, notes: readonly (readonly Note[])[], on: { allow: Allow }): ReturnType<Rule['check']> {
  if (notes.flat().some(({ column }) => column === undefined)) return;
  for (const match of text.matchAll(/※[0-9０-９]*/g)) {
    // A ※ at the head of a text is the footnote itself, printed in the cell.
    if (match.index === 0) continue;
    yield {
      message: { ja: `\`${match[0]}\` を説明する注がありません`, en: `no note explains \`${match[0]}\`` },
      location: location.slice(match.index, match[0]),
      on,
    };
    return;
  }
}

function around(measure: Measure): (readonly Note[])[] {
  return [...measurePath(measure), measure.section].map(({ notes }) => notes);
}
