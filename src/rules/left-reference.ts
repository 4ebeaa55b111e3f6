import { extentOf } from '../model/extent.js';
import { writtenPhasesOf } from '../model/series.js';
import { readingOf, textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** 「左記」 speaks of a phase to its left: an earlier one in its row, or one that it is related to. */
export const rule: Rule = {
  code: 'left-reference',
  severity: 'warning',
  summary: { ja: '「左記」の左には、指す工程がある', en: '「左記」 has a phase to its left to speak of' },
  cure: {
    ja: '左の工程を同じ行に書くか、指す工程を `related: [{ see: … }]` で示してください',
    en: 'put the phase to its left into the row, or name the one that is meant by `see`',
  },
  example: { bad: 'phases:\n- 2022-: 左記を踏まえた措置', good: 'phases:\n- 2021: 検討\n- 2022-: 左記を踏まえた措置' },
  *check(roadmap) {
    if (!roadmap.complete || textsWith(roadmap, 'left').length === 0) return;
    for (const phase of writtenPhasesOf(roadmap)) {
      const { text, location } = readingOf(phase);
      const index = text.indexOf('左記');
      if (index < 0) continue;
      const left = [
        ...phase.track.phases.map(({ period }) => period.start),
        ...[...phase.related, ...phase.track.related].map(({ target }) => extentOf(target)?.start),
      ];
      if (left.some((start) => start !== undefined && start < phase.period.start)) continue;
      yield {
        message: { ja: '「左記」が指す工程が、同じ行の左にありません', en: 'no phase stands to the left of this 「左記」' },
        location: location.slice(index, '左記'),
        on: phase,
      };
    }
  },
};
