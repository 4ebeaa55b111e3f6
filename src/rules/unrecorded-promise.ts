import { claimsOfPhase, hasFalseTwin, phasesNamingTimes } from '../model/due-claims.js';
import type { Rule } from './rule.js';

/** Every promise of time in the text of a phase or in its notes is recorded as its `due`. */
export const rule: Rule = {
  code: 'unrecorded-promise',
  severity: 'warning',
  summary: { ja: '文にある期限は、due に記録する', en: 'a promise in a text is recorded as its `due`' },
  cure: {
    ja: '工程に `due:` を足し、期限を印字のとおり書いてください（二つあるときは並びで）',
    en: 'add `due:` to the phase with the promise as printed, or a list where there are several',
  },
  example: { bad: '- 2022-: 令和8年度末までに全国に拡大', good: '- 2022-: 令和8年度末までに全国に拡大\n  due: 令和8年度末' },
  options: {
    names: {
      summary: { ja: '年のすぐ後にあると、期日でなく物の名前になる語', en: 'words that, right behind a year, make it the name of a thing' },
      kind: 'words',
      default: [],
    },
  },
  *check(roadmap, options) {
    const names = [options['names'] ?? []].flat();
    for (const phase of phasesNamingTimes(roadmap)) {
      const promises = claimsOfPhase(roadmap, phase, names).filter(({ promise }) => promise);
      if (promises.length === 0) continue;
      // A due date that agrees with nothing is another rule's finding, and the promise it was meant for is not asked for again.
      let spare = phase.dues.filter(({ from, to }) => !promises.some(({ mention }) => mention.from === from && mention.to === to)).length;
      for (const { mention, location } of promises) {
        const { text, from, to } = mention;
        // Of several times in one due date the others are the finding of another rule.
        const recorded = phase.dues.some((due) =>
          due.from === null ? text.includes(due.text) : [due, ...(due.others ?? [])].some((one) => one.from === from && one.to === to),
        );
        if (recorded || hasFalseTwin(mention)) continue;
        if (spare > 0) {
          spare -= 1;
          continue;
        }
        yield {
          message: {
            ja: `文の期限 \`${text}\` が due に記録されていません`,
            en: `the promise \`${text}\` is not recorded as a due date`,
          },
          help: { ja: `工程に \`due: ${text}\` を足してください`, en: `add \`due: ${text}\` to the phase` },
          location,
          on: phase,
        };
      }
    }
  },
};
