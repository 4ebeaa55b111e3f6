import { claimsOfPhase, type LocatedClaim, unmatchedDues } from '../model/due-claims.js';
import type { Phase, PhaseDue } from '../model/roadmap.js';
import { writtenPhasesOf } from '../model/series.js';
import type { Rule } from './rule.js';

/** A `due` is the promise that the text or a note prints: the same time, or the same words where they name none. */
export const rule: Rule = {
  code: 'due-in-text',
  severity: 'warning',
  summary: { ja: 'due は、文か注に印字された期限と同じ', en: 'a `due` is the promise that the text or a note prints' },
  cure: { ja: '文の印字を確かめて、文か due を直してください', en: 'check the print, and mend the text or the `due`' },
  example: {
    bad: '- 2022-: 令和8年度末までに全国に拡大\n  due: 令和9年度末',
    good: '- 2022-: 令和8年度末までに全国に拡大\n  due: 令和8年度末',
  },
  yieldsTo: ['invisible-characters'],
  *check(roadmap) {
    for (const phase of writtenPhasesOf(roadmap)) {
      if (phase.dues.length === 0) continue;
      for (const { due, claim } of unmatchedDues(phase, claimsOfPhase(roadmap, phase)))
        yield claim ? disagreement(phase, due, claim) : missing(phase, due);
    }
  },
};

/** The one that cannot hold with the period is blamed; where both could, the text. */
function disagreement(phase: Phase, due: PhaseDue, { mention, location }: LocatedClaim) {
  const message = {
    ja: `文の \`${mention.text}\` と期限 \`${due.text}\` が合いません`,
    en: `\`${mention.text}\` in the text and the due date \`${due.text}\` do not agree`,
  };
  const inText = { message: { ja: '文はここです', en: 'the text' }, location };
  const inDue = { message: { ja: '期限はここです', en: 'the due date' }, location: due.location };
  const { start } = phase.period;
  return due.to !== null && due.to < start && mention.to >= start
    ? { message, location: due.location, related: [inText], on: phase }
    : { message, location, related: [inDue], on: phase };
}

function missing(phase: Phase, due: PhaseDue) {
  return {
    message: {
      ja: `期限 \`${due.text}\` が、文にも注にもありません`,
      en: `the due date \`${due.text}\` stands neither in the text nor in a note`,
    },
    help: { ja: '文に印字された期限を、そのまま書いてください', en: 'write the promise as it is printed in the text' },
    location: due.location,
    on: phase,
  };
}
