import { firstMonthOf, fiscalYearOf, type Month, monthOf, westernYear } from './fiscal-year.js';
import { fold } from './fold.js';

/** What kind of time a text names. 年, 年度, 年度末, 春 and 年代 are different things and stay different. */
export type Precision = 'day' | 'month' | 'season' | 'year' | 'fiscal-year' | 'fiscal-year-end' | 'decade';

/** How the words after a time bind it: until, from, within, as a goal; undefined where nothing follows that binds. */
export type Bound = 'until' | 'from' | 'within' | 'around';

/** A time that a text names. */
export interface DateMention {
  /** As printed, with what belongs to it: `令和6年度（2024年度）中`. */
  text: string;
  /** Offset in the text, in UTF-16 units. */
  index: number;
  precision: Precision;
  /** The first and the last month that the words can mean. */
  from: Month;
  to: Month;
  bound?: Bound;
  /** Whether both names mean one time, where two are printed. */
  namesAgree?: boolean;
}

/** A promise of time: what is printed and the months it can mean; a text that names no time has none. */
export interface Due {
  /** As printed: `令和8年度末`. */
  text: string;
  precision: Precision | null;
  from: Month | null;
  to: Month | null;
  /** The times that the words name after the first, where they do. */
  others?: readonly DateMention[];
}

const digits = '[0-9０-９]';
const kanjiDigits = '一二三四五六七八九十';
/** A number below a hundred as texts print it; a year by its era, and by its Western number: parts of patterns. */
export const numeral = `(?:${digits}{1,2}|[${kanjiDigits}]{1,3})`;
export const wareki = `(?:令和|平成|昭和|(?<![A-Za-zＡ-Ｚａ-ｚ])[RHＲＨ])\\s?(?:${numeral}|元)`;
export const seireki = `(?<!${digits})(?:19|20|１９|２０)${digits}{2}`;
const unit = '(?:年代|年度|年)';
const stroke = '[.．/／]';
// 中 and 内 bind only where the word ends with them: 令和5年度中間評価, 4月中旬 and 令和5年内閣府令 name no such limit.
const part =
  '初頭|早期|前半|後半|末(?!端)|中(?![間旬期央学心小核国部等高東南])|内(?![閣部容外])|' +
  `春(?![日闘])|夏|秋(?![田葉])|冬|上期|下期|上半期|下半期|第?[1-4１-４一二三四]四半期`;
// A number may have room around it: 令和 7 年 3 月 31 日.
const monthAndPart =
  `(?:\\s?(?<month>${numeral})(?:\\s?月(?:\\s?(?<day>${numeral})\\s?日)?|(?<=${stroke}${digits}{1,2})(?![0-9０-９年])(?:${stroke}(?<dotDay>${digits}{1,2})(?!${digits}))?))?` +
  `(?:の?(?<part>${part}))?`;
// A year has its unit behind it, a month behind a stroke, or FY before it.
const unitOrStroke = `(?:\\s?(?<unit>${unit})|(?<dot>${stroke}(?=${digits}))|(?<=(?<![A-Za-z])FY\\s?${digits}{4}))`;
// Two names of one year: 令和4年度（2022年度）, and 令和4（2022）年度 with one unit for both.
const mention = new RegExp(
  `(?:(?<![A-Za-z])FY\\s?)?(?<first>${wareki}|${seireki})(?:[（(](?<inner>${wareki}|${seireki})[）)](?=\\s?${unit}))?${unitOrStroke}` +
    `(?:\\s?[（(](?<twin>(?:${wareki}|${seireki})(?:\\s?${unit})?)[）)])?${monthAndPart}`,
  'gu',
);
// The second name of a whole time: 令和6年4月（2024年4月）, 令和6年度［西暦2024年度］.
const secondName = new RegExp(
  `\\s?[（(［[〔]\\s?(?:西暦)?(?<first>${wareki}|${seireki})(?:${unitOrStroke})?${monthAndPart}[）)］\\]〕]`,
  'uy',
);

/** Whether a text may name a time with a year: quickly found, and true of few. */
export function mayNameTime(text: string): boolean {
  return ['年', '.', '．', '/', '／', 'FY'].some((sign) => text.includes(sign));
}

/** Every time with a year that a text names, in order. */
export function findDates(text: string): DateMention[] {
  const mentions: DateMention[] = [];
  // Most texts name no year, and the search for one is costly.
  if (!mayNameTime(text) || !mayBeYear.test(text)) return mentions;
  mention.lastIndex = 0;
  for (let match = mention.exec(text); match; match = mention.exec(text)) {
    const found = readMention(match, text);
    if (!found) continue;
    mentions.push(found);
    mention.lastIndex = found.index + found.text.length;
  }
  return mentions;
}

const mayBeYear = new RegExp(`[0-9０-９元${kanjiDigits}）)]\\s?(?:年|${stroke}[0-9０-９])|FY`);

/** Reads the words of a promise: `令和8年度末`, `令和7年（2025年）`, `2020年代早期`, `令和5年春`. */
export function parseDue(text: string): Due {
  const before = knownDues.get(text);
  if (before) return before;
  const due = readDue(text);
  if (knownDues.size < manyDues) knownDues.set(text, Object.freeze(due));
  return due;
}

/** Promises that were read before: plans have few forms of words for them, and many plans have the same. */
const knownDues = new Map<string, Readonly<Due>>();
const manyDues = 1000;

function readDue(text: string): Due {
  const [found, ...others] = findDates(text);
  const more = others.length > 0 && { others };
  // 早期 of a decade names no month that anybody could be held to.
  if (!found || found.precision === 'decade') return { text, precision: found?.precision ?? null, from: null, to: null, ...more };
  return { text, precision: found.precision, from: found.from, to: found.to, ...more };
}

/** Whether the words name a time beside the one that counts; 令和5年度末（令和6年3月） tells one twice. */
export function namesAnotherTime({ to, others = [] }: Pick<Due, 'to' | 'others'>): boolean {
  return others.some((other) => other.to !== to);
}

const seasons: Record<string, [number, number]> = { 春: [3, 5], 夏: [6, 8], 秋: [9, 11], 冬: [12, 14] };

type Groups = Record<string, string | undefined>;

function readMention(match: RegExpExecArray, text: string): DateMention | undefined {
  const groups = match.groups ?? {};
  const { index } = match;
  const year = yearOf(groups['first'] ?? '');
  if (year === undefined) return undefined;
  const unitOfYear = groups['unit'] ?? (groups['dot'] ? undefined : '年度');
  const when = readTime(groups, year, unitOfYear);
  if (!when) return undefined;
  const [precision, from, to] = when;
  const read: DateMention = { text: match[0], index, precision, from, to };
  const twin = groups['twin'] ?? groups['inner'];
  if (twin) read.namesAgree = isNameOf(twin, year, groups['unit']);
  else readSecondName(read, text, groups['first'] ?? '', unitOfYear);
  const bound = boundAfter(text.slice(index + read.text.length), groups['part']);
  if (bound) read.bound = bound;
  return read;
}

/** Adds the whole time in brackets behind a time, where one of the two is named by its era and the other is not. */
function readSecondName(read: DateMention, text: string, first: string, unitOfYear: string | undefined): void {
  secondName.lastIndex = read.index + read.text.length;
  const match = secondName.exec(text);
  const groups = match?.groups ?? {};
  const name = groups['first'] ?? '';
  if (!match || isWestern(name) === isWestern(first)) return;
  const year = yearOf(name);
  const when = year === undefined ? undefined : readTime(groups, year, groups['unit'] ?? unitOfYear);
  if (!when) return;
  const [, from, to] = when;
  read.text += match[0];
  // One may be told more exactly than the other: 令和6年1月（2023年度）.
  read.namesAgree = (from <= read.from && read.to <= to) || (read.from <= from && to <= read.to);
}

function isWestern(year: string): boolean {
  return /^[0-9０-９]/.test(year);
}

/** How exactly the words name a time, and the first and the last month that they can mean. */
function readTime(groups: Groups, year: number, unitOfYear: string | undefined): [Precision, Month, Month] | undefined {
  const part = groups['part'] ?? '';
  const month = groups['month'] ? countOf(fold(groups['month'])) : undefined;
  if (month !== undefined) {
    if (month < 1 || month > 12) return undefined;
    // A month of a fiscal year, 令和4年度1月, lies in the year after its name for January to March.
    const calendarYear = unitOfYear === '年度' && month < 4 ? year + 1 : year;
    const only = monthOf(calendarYear, month);
    return [groups['day'] || groups['dotDay'] ? 'day' : 'month', only, only];
  }
  if (groups['dot']) return undefined;
  if (unitOfYear === '年代') return ['decade', monthOf(year, 1), monthOf(year + 9, 12)];
  const isFiscal = unitOfYear === '年度';
  const from = isFiscal ? firstMonthOf(year) : monthOf(year, 1);
  const to = from + 11;
  const season = seasons[part];
  // The spring of a fiscal year has no March.
  if (season) return ['season', Math.max(monthOf(year, season[0]), isFiscal ? from : 0), monthOf(year, season[1])];
  if (part === '末') return [isFiscal ? 'fiscal-year-end' : 'year', to, to];
  const precision = isFiscal ? 'fiscal-year' : 'year';
  // A year has halves and quarters of its own, which are not those of a fiscal year.
  if (part === '上期' || part === '上半期') return [precision, from, from + 5];
  if (part === '下期' || part === '下半期') return [precision, from + 6, to];
  const quarter = /[1-4一二三四](?=四半期)/.exec(fold(part))?.[0];
  if (quarter) return [precision, from + 3 * (countOf(quarter) - 1), from + 3 * countOf(quarter) - 1];
  return [precision, from, to];
}

/** Whether `2022年度`, or `2022` with the unit of the other, names a year. */
function isNameOf(printed: string, year: number, unitOfYear: string | undefined): boolean {
  const ownUnit = /年代|年度|年/.exec(printed)?.[0];
  return yearOf(printed.replace(/年代|年度|年/, '')) === year && (ownUnit === undefined || ownUnit === unitOfYear);
}

/** The Western year that is printed as `令和4`, `R4` or `2022`; undefined where the era has no such year. */
export function yearOf(printed: string): number | undefined {
  const text = fold(printed);
  const era = yearOfEra.exec(text);
  if (!era) return Number(text);
  const [, name = '', year = ''] = era;
  return westernYear(name, year === '元' ? year : String(countOf(year)));
}

const yearOfEra = new RegExp(`^(令和|平成|昭和|[RH])(\\d{1,2}|元|[${kanjiDigits}]+)$`);

/** A number below a hundred, in digits or as 八, 十二, 二十. */
export function countOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const [ones = '', tens] = text.split('十').reverse();
  const digitOf = (one: string) => (one === '' ? 0 : kanjiDigits.indexOf(one) + 1);
  return digitOf(ones) + 10 * (tens === undefined ? 0 : digitOf(tens) || 1);
}

function boundAfter(rest: string, part: string | undefined): Bound | undefined {
  if (/^(?:を)?(?:まで|迄)/.test(rest)) return 'until';
  if (/^(?:から|以降|より|[～〜~])/.test(rest)) return 'from';
  if (/^(?:を)?(?:目途|めど|目処|目標|頃|ごろ)/.test(rest)) return 'around';
  if (part === '中' || part === '内' || /^(?:の?うち|以内)/.test(rest)) return 'within';
  return undefined;
}

/** The fiscal year a promise falls due in, or null where its words name no month. */
export function dueFiscalYear(due: Due): number | null {
  return due.to === null ? null : fiscalYearOf(due.to);
}
