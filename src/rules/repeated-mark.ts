import type { Roadmap } from '../model/roadmap.js';
import { isFirstOfSeries } from '../model/series.js';
import { measuresOf, milestonesOf, notesOf, sectionsOf, tracksOf } from '../model/walk.js';
import type { Location } from '../source/location.js';
import type { Rule } from './rule.js';

/** What a key stands for is not written once more in its text: ▲ of a milestone, ※ of a note, < > of a label, the number of a heading. */
export const rule: Rule = {
  code: 'repeated-mark',
  severity: 'warning',
  summary: {
    ja: '▲、※、< >、見出しの番号は、文に重ねて書かない',
    en: 'a ▲, a ※, < > or a number that its key stands for is not written in the text too',
  },
  cure: {
    ja: '文からは消してください（印刷で二重になります）。`roadmap validate --fix` で直せます',
    en: 'take it out of the text, since it is printed twice; `roadmap validate --fix` does it',
  },
  example: {
    bad: 'milestones:\n- 2025-10: ▲決済サービス開始\nnotes:\n- ※拡大の範囲は検討中',
    good: 'milestones:\n- 2025-10: 決済サービス開始\nnotes:\n- 拡大の範囲は検討中',
  },
  *check(roadmap) {
    for (const { text, key, mark, location, on } of markedTexts(roadmap)) {
      const { begins, ends = '' } = mark;
      const marks = [location.slice(0, begins), ...(ends ? [location.slice(text.length - ends.length, ends)] : [])].map(({ span }) => span);
      const written = marks.map(({ file, start, end }) => file.text.slice(start, end)).join('');
      const rest = text.slice(begins.length, text.length - ends.length);
      const printed = [begins.trim(), ends.trim()].join(' ').trim();
      yield {
        message: {
          ja: `\`${printed}\` は \`${key}\` が表すので、文に書きません`,
          en: `\`${printed}\` is what \`${key}\` stands for, and is not written in the text`,
        },
        location: ends ? location : location.slice(0, begins.trim()),
        ...(written === begins + ends && needsNoQuotes(rest) && { fix: marks.map((span) => ({ span, text: '' })) }),
        on,
      };
    }
  },
};

interface MarkedText {
  text: string;
  /** The key that the mark belongs to. */
  key: string;
  /** The mark with the spaces between it and the text. */
  mark: { begins: string; ends?: string };
  location: Location;
  on: { readonly allow: Roadmap['plan']['allow'] };
}

function* markedTexts(roadmap: Roadmap): Iterable<MarkedText> {
  for (const on of [...roadmap.chapters, ...sectionsOf(roadmap), ...measuresOf(roadmap)]) {
    const begins = on.number && numberBefore(on.title, on.number);
    if (begins) yield { text: on.title, key: 'number', mark: { begins }, location: on.location.at('title'), on };
  }
  for (const on of tracksOf(roadmap)) {
    const [, begins, ends] = (on.label && bracketed.exec(on.label)) || [];
    if (on.label && begins && ends) yield { text: on.label, key: 'label', mark: { begins, ends }, location: on.location.at('label'), on };
  }
  for (const on of milestonesOf(roadmap)) {
    const begins = /^[▲△]\s*/.exec(on.text)?.[0];
    if (begins && !on.completed) yield { text: on.text, key: 'milestones', mark: { begins }, location: on.location, on };
  }
  for (const { note, on } of notesOf(roadmap)) {
    // ※1 tells several notes from one another.
    const begins = /^※(?!\s*[0-9０-９（(])\s*/.exec(note.text)?.[0];
    if (!begins || ('kind' in on && on.kind === 'phase' && !isFirstOfSeries(on))) continue;
    yield { text: note.text, key: 'notes', mark: { begins }, location: note.location, on };
  }
}

const bracketed = /^([<＜〈‹]\s*)[^<>＜＞〈〉‹›]+?(\s*[>＞〉›])$/;
function needsNoQuotes(text: string): boolean {
  return /^[\p{L}\p{N}「『（(].*[\p{L}\p{N}」』）)]$/u.test(text);
}

/** The number at the head of a title, in either width, with the spaces behind it; a digit may begin a word: 5 and 5Gの推進. */
function numberBefore(title: string, number: string): string | undefined {
  const head = title.slice(0, number.length);
  if (head.normalize('NFKC') !== number.normalize('NFKC')) return undefined;
  const [begins] = /^\s*/.exec(title.slice(number.length)) ?? [''];
  return begins || /[^0-9０-９A-Za-z]$/.test(head) ? head + begins : undefined;
}
