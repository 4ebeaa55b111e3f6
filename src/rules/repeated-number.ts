import { measuresOf, sectionsOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** A heading's number stands once among its siblings. Bullets (・, ○, -) number nothing. */
export const rule: Rule = {
  code: 'repeated-number',
  severity: 'warning',
  summary: { ja: '見出しの番号は、同じ段で一度だけ使う', en: 'the number of a heading is used once among its siblings' },
  cure: {
    ja: '番号を確かめてください。印字がそうなら、理由を `allow` に書いて残します',
    en: 'check the number; where it is printed so, say why in `allow`',
  },
  example: {
    bad: '- id: data\n  number: ①\n  title: データ\n- id: trust\n  number: ①\n  title: トラスト',
    good: '- id: data\n  number: ①\n  title: データ\n- id: trust\n  number: ②\n  title: トラスト',
  },
  *check(roadmap) {
    const groups = [
      roadmap.chapters.map((item) => ({ item, around: 'plan' })),
      [...sectionsOf(roadmap)].map((item) => ({ item, around: item.chapter.id })),
      [...measuresOf(roadmap)].map((item) => ({ item, around: (item.parent ?? item.section).id })),
    ];
    for (const group of groups) {
      const seen = new Map<string, (typeof group)[number]['item']>();
      for (const { item, around } of group) {
        if (!item.number) continue;
        const number = inOneWidth(item.number);
        if (!number) continue;
        const key = `${around} ${number}`;
        const first = seen.get(key);
        if (!first) {
          seen.set(key, item);
          continue;
        }
        yield {
          message: {
            ja: `番号 \`${item.number}\` は \`${first.title}\` にも使われています`,
            en: `the number \`${item.number}\` is that of \`${first.title}\` too`,
          },
          location: item.location.at('number'),
          related: [{ message: { ja: '最初はここです', en: 'first here' }, location: first.location.at('number') }],
          on: item,
        };
      }
    }
  },
};

/** A number without what only the print makes different; nothing of what is no number. */
function inOneWidth(number: string): string {
  const before = known.get(number);
  if (before !== undefined) return before;
  const narrow = number.replace(/[！-～]/g, (wide) => wide.normalize('NFKC')).replace(/\s/g, '');
  // A digit, a letter or a character such as ① or ア: what is neither is a bullet.
  const made = /[\p{N}\p{Script=Latin}\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(narrow) ? narrow : '';
  if (known.size < manyNumbers) known.set(number, made);
  return made;
}

/** Plans have few numbers, and many plans have the same. */
const known = new Map<string, string>();
const manyNumbers = 1000;
