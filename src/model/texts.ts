import type { Location } from '../source/location.js';
import { bitsOf, type Kind, kindsIn } from './characters.js';
import { fold } from './fold.js';
import { ofLast } from './of-last.js';
import type { Allow, Phase, Roadmap } from './roadmap.js';
import { isFirstOfSeries, writtenPhasesOf } from './series.js';
import { itemsOf, kpisOf, milestonesOf, notesOf, sectionsOf } from './walk.js';

/** A text of the plan as a reader sees it: where a correction is given, the corrected reading. */
export interface PlanText {
  text: string;
  /** The kinds of characters in it (src/model/characters.ts). */
  kinds: number;
  location: Location;
  /** The thing whose `allow` answers for it. */
  on: { readonly allow: Allow };
}

export type PhaseText = PlanText & { on: Phase };

/** Where a pattern matches in a text of the plan. */
export interface TextMatch {
  of: PlanText;
  words: string;
  /** Offset in the text, in UTF-16 units. */
  index: number;
}

/** Every printed text of the plan, in document order by kind: titles, labels, phases, notes, milestones, figures, departments, reports. */
const textsOf = ofLast((roadmap: Roadmap): readonly PlanText[] => collectTexts(roadmap));

/** The texts that hold a character of one of these kinds, in their order. */
export function textsWith(roadmap: Roadmap, ...kinds: readonly Kind[]): readonly PlanText[] {
  const wanted = bitsOf(...kinds);
  return (kindsOf(roadmap) & wanted) === 0 ? [] : textsOf(roadmap).filter((text) => (text.kinds & wanted) !== 0);
}

/** The kinds of characters in all texts of the plan: of most kinds there is none. */
const kindsOf = ofLast((roadmap: Roadmap): number => {
  let all = 0;
  for (const { kinds } of textsOf(roadmap)) all |= kinds;
  return all;
});

/** The text without what only the print makes different (src/model/fold.ts). */
export function folded({ text, kinds }: PlanText): string {
  return (kinds & unfolded) === 0 ? text : fold(text);
}

const unfolded = bitsOf('unfolded');
const remade = bitsOf('remade');

/** A number that texts which are alike when they are folded have in common, and few others: it is made of the kana and kanji at their ends. */
export function markOf(of: PlanText): number {
  const text = (of.kinds & remade) === 0 ? of.text : folded(of);
  let mark = 0;
  let left = lettersInMark;
  for (let at = 0; at < text.length && left > 0; at += 1) {
    const unit = text.charCodeAt(at);
    if (!isJapanese(unit)) continue;
    mark = (Math.imul(mark, 31) + unit) | 0;
    left -= 1;
  }
  left = lettersInMark;
  for (let at = text.length - 1; at >= 0 && left > 0; at -= 1) {
    const unit = text.charCodeAt(at);
    if (!isJapanese(unit)) continue;
    mark = (Math.imul(mark, 31) + unit) | 0;
    left -= 1;
  }
  return mark;
}

/** Of each end. */
const lettersInMark = 8;

/** Hiragana and kanji: nothing but what is remade becomes one. */
function isJapanese(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x4e00 && unit <= 0x9fff);
}

/** Every match of a global pattern, which matches nothing empty, in some texts, in their order. */
export function matchTexts(texts: readonly PlanText[], pattern: RegExp): TextMatch[] {
  const matches: TextMatch[] = [];
  pattern.lastIndex = 0;
  for (const of of texts)
    for (let match = pattern.exec(of.text); match; match = pattern.exec(of.text)) matches.push({ of, words: match[0], index: match.index });
  return matches;
}

/** A text at a key of what holds it: its place is made when it is asked for. */
class TextAt<On extends PlanText['on']> implements PlanText {
  readonly kinds: number;

  constructor(
    readonly text: string,
    readonly on: On,
    private readonly holder: Location,
    private readonly key: string,
  ) {
    this.kinds = kindsIn(text);
  }

  get location(): Location {
    return this.holder.at(this.key);
  }
}

/** A text at a place of its own. */
export function textAt(text: string, location: Location, on: PlanText['on']): PlanText {
  return { text, kinds: kindsIn(text), location, on };
}

function collectTexts(roadmap: Roadmap): PlanText[] {
  const texts: PlanText[] = [];
  const add = (text: string, on: PlanText['on'] & { location: Location }, key: string) => {
    texts.push(new TextAt(text, on, on.location, key));
  };
  const { plan } = roadmap;
  add(plan.title, plan, 'title');
  add(plan.edition, plan, 'edition');
  for (const chapter of roadmap.chapters) add(chapter.title, chapter, 'title');
  for (const section of sectionsOf(roadmap)) add(section.title, section, 'title');
  for (const item of itemsOf(roadmap)) {
    if (item.kind === 'measure') {
      if (item.corrected) add(item.corrected, item, 'corrected');
      else add(item.title, item, 'title');
      for (const { text, location } of item.variants) texts.push(textAt(text, location, item));
    } else if (item.label) add(item.label, item, 'label');
  }
  texts.push(...phaseTextsOf(roadmap));
  for (const { note, on } of notesOf(roadmap)) {
    if ('kind' in on && on.kind === 'phase' && !isFirstOfSeries(on)) continue;
    texts.push(textAt(note.text, note.location, on));
  }
  for (const milestone of milestonesOf(roadmap)) texts.push(textAt(milestone.text, milestone.location, milestone));
  for (const kpi of kpisOf(roadmap)) {
    add(kpi.name, kpi, 'name');
    if (kpi.printed) add(kpi.printed, kpi, 'printed');
    if (kpi.base?.text) add(kpi.base.text, kpi, 'base');
  }
  for (const department of roadmap.departments) add(department.name, department, 'name');
  for (const report of roadmap.reports) {
    for (const key of ['done', 'obstacles', 'next', 'verdictReason'] as const) {
      const text = report[key];
      if (text) add(text, report, key);
    }
  }
  return texts;
}

/** The text of a phase as it is to be read. */
export function readingOf(phase: Phase): PhaseText {
  const { text, corrected, location, written } = phase;
  return corrected === undefined ? new TextAt(text, phase, location, written) : new TextAt(corrected, phase, location, 'corrected');
}

/** The text of each phase that is written. */
export const phaseTextsOf = ofLast((roadmap: Roadmap): readonly PhaseText[] => writtenPhasesOf(roadmap).map(readingOf));
