import type { Measure } from '../model/roadmap.js';
import { readingOf } from '../model/texts.js';
import { measuresOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** Words for one thing that official documents mix, separated by `/`. */
const usualWords = [
  '官庁/府省庁/省庁/府省/官公庁',
  '地方公共団体/地方自治体/自治体',
  '市区町村/市町村',
  'こども/子ども/子供',
  '利用/利活用',
];

/**
 * A heading has one name: on every page that prints it, in the headings beside it, and in the texts below it. Nearly the same heading twice
 * is most often one heading miswritten.
 */
export const rule: Rule = {
  code: 'heading-variants',
  severity: 'warning',
  summary: { ja: '見出しの呼び名は一つ', en: 'a heading has one name' },
  cure: {
    ja: '呼び名をそろえてください。印字がそうなら、理由を `allow` に書いて残します',
    en: 'use one name; where it is printed so, say why in `allow`',
  },
  example: {
    bad: '- id: sectors\n  title: 全業所管官庁等を通じた取組\n  tracks:\n  - id: follow-up\n    phases:\n    - 2021-: 全業所管府省庁ごとの取組',
    good: '- id: sectors\n  title: 全業所管府省庁等を通じた取組\n  tracks:\n  - id: follow-up\n    phases:\n    - 2021-: 全業所管府省庁ごとの取組',
  },
  options: {
    words: {
      summary: { ja: '同じものを指す語の組。`/` で区切る', en: 'groups of words for one thing, separated by `/`' },
      kind: 'words',
      default: usualWords,
    },
  },
  *check(roadmap, options) {
    const groups = [options['words'] ?? usualWords].flat().map((group) => group.split('/').filter(Boolean));
    const measures = [...measuresOf(roadmap)];
    for (const [index, measure] of measures.entries()) {
      for (const { page, text, location } of measure.variants) {
        if (text === measure.title) continue;
        yield {
          message: {
            ja: `見出し \`${measure.title}\` が、${page}ページでは \`${text}\` と印字されています`,
            en: `the heading \`${measure.title}\` is \`${text}\` on page ${page}`,
          },
          location,
          related: [{ message: { ja: '見出しはここです', en: 'the heading' }, location: measure.location.at('title') }],
          on: measure,
        };
      }
      const near = measures.find((other, at) => at < index && areNear(other, measure));
      if (near) {
        yield {
          message: {
            ja: `見出し \`${measure.title}\` は \`${near.title}\` とほとんど同じです`,
            en: `the heading \`${measure.title}\` is nearly \`${near.title}\``,
          },
          location: measure.location.at('title'),
          related: [{ message: { ja: 'もう一つの見出しはここです', en: 'the other heading' }, location: near.location.at('title') }],
          on: measure,
        };
      }
      yield* wordsBelow(measure, groups);
    }
  },
};

/** A compound of the heading (全業所管官庁) that a text below writes with another word of the group (全業所管府省庁). */
function* wordsBelow(measure: Measure, groups: readonly (readonly string[])[]): ReturnType<Rule['check']> {
  const title = measure.corrected ?? measure.title;
  const named = groups.filter((group) => group.some((word) => title.includes(word)));
  if (named.length === 0) return;
  for (const phase of measure.tracks.flatMap(({ phases }) => phases)) {
    const { text, location } = readingOf(phase);
    for (const group of named) {
      const found = findPair(title, text, group);
      if (!found) continue;
      yield {
        message: {
          ja: `見出しの \`${found.inTitle}\` が、文では \`${found.inText}\` と書かれています`,
          en: `\`${found.inTitle}\` of the heading is \`${found.inText}\` in the text`,
        },
        location: location.slice(text.indexOf(found.inText), found.inText),
        related: [
          {
            message: { ja: '見出しはここです', en: 'the heading' },
            location: measure.location
              .at(measure.corrected ? 'corrected' : 'title')
              .slice(measure.title.indexOf(found.inTitle), found.inTitle),
          },
        ],
        on: measure,
      };
      return;
    }
  }
}

function findPair(title: string, text: string, group: readonly string[]): { inTitle: string; inText: string } | undefined {
  for (const word of group) {
    for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
      const stem = /[\p{Script=Han}]{2,}$/u.exec(title.slice(0, at))?.[0];
      const whole = group.find(
        (other) => other !== word && title.startsWith(other, at + word.length - other.length) && other.length > word.length,
      );
      if (!stem || whole) continue;
      const other = group.find((candidate) => candidate !== word && text.includes(stem + candidate));
      if (other && !text.includes(stem + word)) return { inTitle: stem + word, inText: stem + other };
    }
  }
  return undefined;
}

/** Headings of one parent, of some length, that a character or two tell apart; numbers and letters tell things apart. */
function areNear(one: Measure, other: Measure): boolean {
  if (one.section !== other.section || one.parent !== other.parent || Math.abs(one.title.length - other.title.length) > 8) return false;
  const [a, b] = [fold(one.title), fold(other.title)];
  if (Math.min(a.length, b.length) < 8) return false;
  if (a === b) return one.title !== other.title;
  const head = sharedHead(a, b);
  const tail = Math.min(sharedHead(reverse(a), reverse(b)), Math.min(a.length, b.length) - head);
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  return particle.test(restA) && particle.test(restB);
}

/** At most one character that means little by itself. */
const particle = /^[\p{Script=Hiragana}・、ー]?$/u;

function sharedHead(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
