import { fold } from '../model/fold.js';
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
  contradiction: true,
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
    const { groups, anyCompound } = readWords([options['words'] ?? usualWords].flat().join('\n'));
    const siblings = new Map<object, Heading[]>();
    for (const measure of measuresOf(roadmap)) {
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
      const heading = { measure, folded: fold(measure.title) };
      const around = measure.parent ?? measure.section;
      const before = siblings.get(around);
      const near = before?.find((other) => areNear(other, heading))?.measure;
      if (before) before.push(heading);
      else siblings.set(around, [heading]);
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
      if (anyCompound.test(measure.corrected ?? measure.title)) yield* wordsBelow(measure, groups);
    }
  },
};

interface Words {
  /** Words for one thing. */
  groups: readonly (readonly string[])[];
  /** Matches kanji right before any of them. */
  anyCompound: RegExp;
}

/** Reads the words of the option, a group a line. Most plans have the usual ones. */
function readWords(lines: string): Words {
  if (known?.lines === lines) return known;
  const groups = lines.split('\n').map((group) => group.split('/').filter(Boolean));
  const any = groups
    .flat()
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|');
  known = { lines, groups, anyCompound: any ? new RegExp(`\\p{Script=Han}{2}(?:${any})`, 'u') : /(?!)/ };
  return known;
}

let known: (Words & { lines: string }) | undefined;

/** A compound of the heading (全業所管官庁) that a text below writes with another word of the group (全業所管府省庁). */
function* wordsBelow(measure: Measure, groups: readonly (readonly string[])[]): ReturnType<Rule['check']> {
  const title = measure.corrected ?? measure.title;
  const compounds = groups.flatMap((group) => compoundsIn(title, group));
  if (compounds.length === 0) return;
  for (const phase of measure.tracks.flatMap(({ phases }) => phases)) {
    const text = phase.corrected ?? phase.text;
    for (const { inTitle, others } of compounds) {
      const inText = others.find((other) => text.includes(other));
      if (inText === undefined || text.includes(inTitle)) continue;
      yield {
        message: {
          ja: `見出しの \`${inTitle}\` が、文では \`${inText}\` と書かれています`,
          en: `\`${inTitle}\` of the heading is \`${inText}\` in the text`,
        },
        location: readingOf(phase).location.slice(text.indexOf(inText), inText),
        related: [
          {
            message: { ja: '見出しはここです', en: 'the heading' },
            location: measure.location.at(measure.corrected ? 'corrected' : 'title').slice(title.indexOf(inTitle), inTitle),
          },
        ],
        on: measure,
      };
      return;
    }
  }
}

interface Compound {
  inTitle: string;
  /** The same with the other words of the group. */
  others: readonly string[];
}

/** Where kanji stand right before a word of the group in a title, the two together. */
function compoundsIn(title: string, group: readonly string[]): Compound[] {
  const compounds: Compound[] = [];
  for (const word of group) {
    for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
      const stem = /[\p{Script=Han}]{2,}$/u.exec(title.slice(0, at))?.[0];
      const whole = group.find(
        (other) => other !== word && title.startsWith(other, at + word.length - other.length) && other.length > word.length,
      );
      if (!stem || whole) continue;
      compounds.push({ inTitle: stem + word, others: group.filter((other) => other !== word).map((other) => stem + other) });
    }
  }
  return compounds;
}

interface Heading {
  measure: Measure;
  /** The title without what only the print makes different: widths and spaces. */
  folded: string;
}

/** Headings of one parent, of some length, that a character or two tell apart; numbers and letters tell things apart. */
function areNear(one: Heading, other: Heading): boolean {
  const [a, b] = [one.folded, other.folded];
  const shorter = Math.min(a.length, b.length);
  if (shorter < 8 || Math.abs(a.length - b.length) > 1) return false;
  if (a === b) return one.measure.title !== other.measure.title;
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  if (a.length - tail - head > 1 || b.length - tail - head > 1) return false;
  return particle.test(a.slice(head, a.length - tail)) && particle.test(b.slice(head, b.length - tail));
}

/** At most one character that means little by itself. */
const particle = /^[\p{Script=Hiragana}・、ー]?$/u;
