import { narrow } from './key-words.js';
import type { Slip } from './slip.js';

/** The line that names a list of dated texts, up to its key. */
const datedList = /^( *(?:- +)?)(?:milestones|completed)[ \t]*:\s*(?:#.*)?$/;
/** A date, in half-width characters, and what stands between it and the text. */
const separator = '(\\s*:\\s*|\\s*[→⇒=]\\s*(?!\\d)|\\s+|[、,]\\s*)(?=\\S)';
const numbers = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?${separator}`);
const words = new RegExp(`^(\\d{4}|(?:令和|平成)(?:\\d{1,2}|元))年(\\d{1,2})月(?:(\\d{1,2})日)?${separator}`);
/** What goes on with a date as a part of a sentence. */
const goesOn = /^(?:[ぁ-ん]|以[前後降]|[初末頃中上下])/;

/** The dated texts whose date lost its colon: they would be read as texts without a date. */
export function scanDates(text: string): Slip[] {
  const slips: Slip[] = [];
  let column = -1;
  let start = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd();
    const [, lead] = datedList.exec(line) ?? [];
    const [item, indent = ''] = /^( *)- +/.exec(line) ?? [];
    if (lead !== undefined) column = lead.length;
    else if (item !== undefined && indent.length >= column && column >= 0)
      slips.push(...dateIn(line.slice(item.length), start + item.length));
    else if (!/^\s*(?:#|$)/.test(line) && line.search(/[^ ]/) <= column) column = -1;
    start += raw.length + 1;
  }
  return slips;
}

function* dateIn(item: string, at: number): Iterable<Slip> {
  const folded = narrow(item);
  const [inNumbers, ...parts] = numbers.exec(folded) ?? [];
  const [whole = inNumbers, ...named] = words.exec(folded) ?? [];
  if (whole === undefined) return;
  const [year = '', month = '', day, between = ''] = inNumbers === undefined ? named : parts.filter((_, index) => index !== 1);
  const date = item.slice(0, whole.length - between.length);
  const behind = item.slice(whole.length);
  // A colon that YAML knows, or that stands behind a date as it should be, is told elsewhere.
  if (/:(?:\s|$)/.test(item) || (between.includes(':') && /^\d{4}-\d\d(?:-\d\d)?$/.test(date))) return;
  const isSentence = goesOn.test(behind) && !between.includes(':');
  if (isSentence && inNumbers === undefined) return;
  const isSure = !isSentence && (inNumbers !== undefined || between.includes(':')) && /^\d{4}$/.test(year) && Number(month) <= 12;
  const right = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  yield {
    code: 'missing-colon',
    start: at,
    end: at + date.length,
    message: { ja: `日付 \`${date}\` の後にコロンがありません`, en: `the colon behind the date \`${date}\` is missing` },
    help: isSure
      ? { ja: `\`- ${right}: …\` の形で書いてください`, en: `write \`- ${right}: …\`` }
      : {
          ja: '日付なら `- 2021-10: 本文` の形で書き、文の一部なら文全体を "…" で囲んでください',
          en: 'write a date as `- 2021-10: text`; quote the whole text if it is a part of that',
        },
    mends: [
      isSure ? { start: at, end: at + whole.length, text: `${right}: ` } : { start: at + date.length, end: at + whole.length, text: '' },
    ],
    guess: !isSure,
  };
}
