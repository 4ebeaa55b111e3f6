import type { Chapter, Measure, Section } from '../model/roadmap.js';
import { measuresOf, sectionsOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** A heading's number stands once among its siblings. Bullets (・, ○, -) number nothing. */
export const rule: Rule = {
  code: 'repeated-number',
  severity: 'warning',
  contradiction: true,
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
    const numbered = new Map<object, Numbered[]>();
    for (const item of [...roadmap.chapters, ...sectionsOf(roadmap), ...measuresOf(roadmap)]) {
      const number = item.number && inOneWidth(item.number);
      if (!number) continue;
      const siblings = siblingsIn(numbered, outerOf(item) ?? roadmap);
      const first = siblings.find((other) => other.number === number)?.item;
      if (!first) siblings.push({ number, item });
      else {
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

type Heading = Chapter | Section | Measure;

interface Numbered {
  /** In one width. */
  number: string;
  item: Heading;
}

function outerOf(item: Heading): Heading | undefined {
  if (item.kind === 'measure') return item.parent ?? item.section;
  return item.kind === 'section' ? item.chapter : undefined;
}

function siblingsIn(numbered: Map<object, Numbered[]>, outer: object): Numbered[] {
  const known = numbered.get(outer);
  if (known) return known;
  const siblings: Numbered[] = [];
  numbered.set(outer, siblings);
  return siblings;
}

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
