import { suggest } from '../../diagnostics/suggest.js';
import { patternOf } from '../../model/characters.js';
import { parseFiscalYear, westernYear } from '../../model/fiscal-year.js';
import { formatPeriod, parsePeriod } from '../../model/period.js';
import type { KeyPath } from '../../source/source-file.js';
import { decimalPattern, departmentIdPattern, idPattern, isDate, phaseIdPattern, wholeNumberPattern } from '../scalars.js';

/** A period with parts of years as the tool prints them: `2024年度上期`, `令和6年度第3四半期`. */
export function ofParts(words: string): string | undefined {
  const period = parsePeriod(
    words
      .replace(/(?:年度?)?([上下])(?:半)?期/g, (_, half: string) => (half === '上' ? 'H1' : 'H2'))
      .replace(/(?:年度?)?第?([1-4])四半期/g, 'Q$1')
      .replace(/\s*[~〜～]\s*/g, '-'),
  );
  return period && period.grain !== 'year' ? formatPeriod(period) : undefined;
}

/** A list of ids or files without its brackets, or in other ones. */
export function listOf(words: string, path: KeyPath): string | undefined {
  const isOfNames = ['leads', 'from', 'sections'].includes(String(path.at(-1)));
  const names = words.replace(/^[(（【［]|[)）】］]$/g, '').split(/\s*[,、，]\s*/);
  return isOfNames && names.every((one) => /^[a-z0-9][\w.-]*$/.test(one)) ? `[${names.join(', ')}]` : undefined;
}

/** The choice that was meant: the word of another tool for it, or the nearest. */
export function chosen(word: string, choices: readonly string[]): string | undefined {
  const [meant] = Object.entries(otherWords).find(([, words]) => words.includes(word.toLowerCase())) ?? [];
  return meant !== undefined && choices.includes(meant) ? meant : suggest(word, choices);
}

const otherWords: Record<string, readonly string[]> = {
  off: ['none', 'no', 'never', 'false', 'disable', 'disabled', 'ignore', 'なし', 'オフ'],
  info: ['information', 'notice', 'note', 'hint', '情報'],
  warning: ['warn', 'w', '警告'],
  error: ['err', 'e', 'fatal', 'エラー'],
};

/** A word without the characters in it that nobody sees; undefined where there are none. */
export function whatIsSeen(word: string): string | undefined {
  const seen = word.replace(unseen, '');
  return seen === word ? undefined : seen;
}

/** Each character that nobody sees. */
export const unseen = patternOf('invisible');

/** Whether a value is right where a message of this name would be given. */
export const isRight: Record<string, (value: string) => boolean> = {
  'whole-number': (value) => wholeNumberPattern.test(value),
  decimal: (value) => decimalPattern.test(value),
  target: (value) => decimalPattern.test(value),
  id: (value) => idPattern.test(value),
  'department-id': (value) => departmentIdPattern.test(value),
  reference: (value) => phaseIdPattern.test(value),
  date: isDate,
  'fiscal-year': (value) => parseFiscalYear(value) !== undefined,
  period: (value) => parsePeriod(value) !== undefined,
};

/** What a wrong value may have been meant to be. */
export const reshape: Record<string, (folded: string) => string> = {
  decimal: asFigure,
  target: asFigure,
  'whole-number': (value) => /^(?:p\.?\s*)?(\d+)\s*(?:ページ|頁)?$/i.exec(value)?.[1] ?? value,
  id: asId,
  'department-id': asId,
  // The part behind the dot may be a half, `2023H1`.
  reference: (value) => value.replace(/^[^.]*/, asId),
  date: asDate,
  period: (value) =>
    value
      .replace(/年(?!度)|\s/g, '')
      .replace(/(?:年度)?(?:以降|以後|から)$/, '-')
      .replace(/[/~〜～ー−–—]|から/g, '-')
      // 2022-24, where no month is meant; 令和4-6年度.
      .replace(/^(\d\d)(\d\d)-(\d\d)$/, (words, century: string, first: string, last: string) =>
        Number(last) > Math.max(12, Number(first)) ? `${century}${first}-${century}${last}` : words,
      )
      .replace(/^(令和|平成)(\d+|元)-(\d+)年?度?$/, '$1$2年度-$1$3年度')
      .replace(/(?<=[\d元度])(?:中|まで)$/, ''),
};

/** Whether ids and references are told by a message of this name. */
export function isId(name: string): boolean {
  return reshape[name] === asId || name === 'reference';
}

/** Signs that are taken for the hyphen of an id, which Word and PDFs put in its place too. */
const signsOfHyphen = /[_‐‑‒–—―−]+/g;

function asId(value: string): string {
  return value.toLowerCase().replace(signsOfHyphen, '-').replace(/[ .]+/g, '-');
}

const scales: Record<string, number> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 億: 1e8 };

/** `1,234件`, `100万` as a figure; words that say more than the unit of it, such as 以上 and 割, stay as they are. */
function asFigure(value: string): string {
  const [, sign = '', digits, scale, unit = ''] = /^([+-]?)([\d,]*\.?\d+)\s*(千万|百万|千|万|億)?([^\d.,]*)$/.exec(value) ?? [];
  if (digits === undefined || /[以超未約程割弱強余]/.test(unit)) return value;
  const plain = digits.replaceAll(',', '');
  // In units of a millionth, so that 1.1万 is 11000 and no fraction more.
  const figure = scale === undefined ? plain : String(Math.round(Number(plain) * (scales[scale] ?? 1) * 1e6) / 1e6);
  return (sign === '-' ? sign : '') + figure;
}

/** `2021年10月`, `令和3年10月5日`, `R3.10`, `20211005` with hyphens between year, month and day. */
function asDate(value: string): string {
  return value
    .replace(/^[▲△●○◎★☆✓]/, '')
    .replace(/^([^\d元]+?)\s*(\d{1,2}|元)(?=[年./-])/, (words, era: string, year: string) => String(westernYear(era, year) ?? words))
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    .replace(/日$/, '')
    .split(/[-/.年月]/)
    .filter(Boolean)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
