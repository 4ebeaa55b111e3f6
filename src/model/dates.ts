import { firstMonthOf, fiscalYearOf, lastMonthOf, type Month, monthOf, westernYear } from './fiscal-year.js';
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
  /** The second name of the year where two are printed, and whether both name the same year. */
  twin?: { text: string; index: number; agrees: boolean };
}

/** A promise of time: what is printed and the months it can mean; a text that names no time has none. */
export interface Due {
  /** As printed: `令和8年度末`. */
  text: string;
  precision: Precision | null;
  from: Month | null;
  to: Month | null;
}

const digits = '[0-9０-９]';
const wareki = `(?:令和|平成|昭和|(?<![A-Za-zＡ-Ｚａ-ｚ])[RHＲＨ])\\s?(?:${digits}{1,2}|元)`;
const seireki = `(?<!${digits})(?:19|20|１９|２０)${digits}{2}`;
const unit = '(?:年代|年度|年)';
// 中 and 内 bind only where the word ends with them: 令和5年度中間評価 and 4月中旬 name no such limit.
const part = '初頭|早期|前半|後半|末|(?:中|内)(?=[にをのはで、。・，,）)」\\s]|まで|目[途処]|めど|$)|春|夏|秋|冬|上期|下期|上半期|下半期';
// Two names of one year: 令和4年度（2022年度）, and 令和4（2022）年度 with one unit for both.
const mention = new RegExp(
  `(?<first>${wareki}|${seireki})(?:[（(](?<inner>${wareki}|${seireki})[）)](?=${unit}))?(?:(?<unit>${unit})|(?<dot>[.．](?=${digits})))` +
    `(?:\\s?[（(](?<twin>(?:${wareki}|${seireki})${unit}?)[）)])?` +
    `(?:(?<month>${digits}{1,2})(?:月(?:(?<day>${digits}{1,2})日)?|(?<=[.．]${digits}{1,2})(?!${digits})))?` +
    `(?<part>${part})?`,
  'gu',
);

/** Whether a text may name a time with a year: quickly found, and true of few. */
export function mayNameTime(text: string): boolean {
  return text.includes('年') || text.includes('.') || text.includes('．');
}

/** Every time with a year that a text names, in order. */
export function findDates(text: string): DateMention[] {
  const mentions: DateMention[] = [];
  // Most texts name no year, and the search for one is costly.
  if (!mayNameTime(text) || !/[0-9０-９元）)]\s?(?:年|[.．][0-9０-９])/.test(text)) return mentions;
  mention.lastIndex = 0;
  for (let match = mention.exec(text); match; match = mention.exec(text)) {
    const found = readMention(match, text);
    if (found) mentions.push(found);
  }
  return mentions;
}

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
  const [found] = findDates(text);
  // 早期 of a decade names no month that anybody could be held to.
  if (!found || found.precision === 'decade') return { text, precision: found?.precision ?? null, from: null, to: null };
  return { text, precision: found.precision, from: found.from, to: found.to };
}

const seasons: Record<string, [number, number]> = { 春: [3, 5], 夏: [6, 8], 秋: [9, 11], 冬: [12, 14] };

function readMention(match: RegExpExecArray, text: string): DateMention | undefined {
  const groups = match.groups ?? {};
  const { index } = match;
  const year = yearOf(groups['first'] ?? '');
  if (year === undefined) return undefined;
  const when = readTime(groups, year);
  if (!when) return undefined;
  const [precision, from, to] = when;
  const read: DateMention = { text: match[0], index, precision, from, to };
  const bound = boundAfter(text.slice(index + match[0].length), groups['part']);
  if (bound) read.bound = bound;
  const twin = groups['twin'] ?? groups['inner'];
  if (twin) read.twin = readTwin(twin, index + match[0].indexOf(twin, (groups['first'] ?? '').length), year, groups['unit']);
  return read;
}

/** How exactly the words name a time, and the first and the last month that they can mean. */
function readTime(groups: Record<string, string | undefined>, year: number): [Precision, Month, Month] | undefined {
  const part = groups['part'] ?? '';
  const month = groups['month'] ? Number(groups['month'].normalize('NFKC')) : undefined;
  if (month !== undefined) {
    if (month < 1 || month > 12) return undefined;
    // A month of a fiscal year, 令和4年度1月, lies in the year after its name for January to March.
    const calendarYear = groups['unit'] === '年度' && month < 4 ? year + 1 : year;
    const only = monthOf(calendarYear, month);
    return [groups['day'] ? 'day' : 'month', only, only];
  }
  if (groups['dot']) return undefined;
  if (groups['unit'] === '年代') return ['decade', monthOf(year, 1), monthOf(year + 9, 12)];
  const season = seasons[part];
  if (season) return ['season', monthOf(year, 1) + season[0] - 1, monthOf(year, 1) + season[1] - 1];
  if (groups['unit'] === '年度') {
    const [from, to] = [firstMonthOf(year), lastMonthOf(year)];
    if (part === '末') return ['fiscal-year-end', to, to];
    if (part === '上期' || part === '上半期') return ['fiscal-year', from, from + 5];
    if (part === '下期' || part === '下半期') return ['fiscal-year', from + 6, to];
    return ['fiscal-year', from, to];
  }
  return ['year', part === '末' ? monthOf(year, 12) : monthOf(year, 1), monthOf(year, 12)];
}

function readTwin(printed: string, index: number, year: number, unitOfFirst: string | undefined): DateMention['twin'] & object {
  const unitOfTwin = /年代|年度|年/.exec(printed)?.[0];
  const other = yearOf(printed.replace(/年代|年度|年/, ''));
  return { text: printed, index, agrees: other === year && (unitOfTwin === undefined || unitOfTwin === unitOfFirst) };
}

function yearOf(printed: string): number | undefined {
  const text = fold(printed);
  const era = /^(令和|平成|昭和|[RH])(\d{1,2}|元)$/.exec(text);
  return era ? westernYear(era[1] ?? '', era[2] ?? '') : Number(text);
}

function boundAfter(rest: string, part: string | undefined): Bound | undefined {
  if (/^(?:を)?(?:まで|迄)/.test(rest)) return 'until';
  if (/^(?:から|以降|より|[～〜~])/.test(rest)) return 'from';
  if (/^(?:を)?(?:目途|めど|目処|目標|頃|ごろ)/.test(rest)) return 'around';
  if (part === '中' || part === '内' || /^(?:の?うち|以内|中|内)/.test(rest)) return 'within';
  return undefined;
}

/** The fiscal year a promise falls due in, or null where its words name no month. */
export function dueFiscalYear(due: Due): number | null {
  return due.to === null ? null : fiscalYearOf(due.to);
}
