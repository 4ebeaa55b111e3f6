import { countOf, numeral, seireki, wareki, yearOf } from './dates.js';
import { daysIn } from './day.js';
import { fold } from './fold.js';

/** A time that is printed like one and is in no calendar. */
export interface ImpossibleDate {
  /** As printed: `令和5年2月30日`. */
  text: string;
  /** Offset in the text, in UTF-16 units. */
  index: number;
  /** The part of it that there is not. */
  part: 'year' | 'month' | 'day' | 'quarter';
}

/** Every time in a text that cannot be: 令和0年, 令和4年13月, 令和5年2月30日, R5.2.30, 第5四半期. */
export function findImpossibleDates(text: string): ImpossibleDate[] {
  const found: ImpossibleDate[] = [];
  if (!doubtful.test(text)) return found;
  for (const { 0: words, index, groups = {} } of text.matchAll(time)) {
    const part = impossiblePart(groups);
    if (part) found.push({ text: words, index, part });
  }
  return found;
}

/** What a text has that may name a time that cannot be: of years alone, as in 令和4年度, only the 0th of an era. */
const doubtful = /[月第.．/／]|[和成RＲHＨ]\s?[0０]/;

const brackets = '(?:\\s?[（(][^（）()]{1,9}[）)])?';
const dayOfMonth = (name: string) => `\\s?(?<${name}>${numeral})\\s?日(?!間)`;
const dotted = (name: string) => `[.．/／](?<${name}>[0-9０-９]{1,2})`;
/** With 年 behind the year all else may be left out; a month without a year is one only with its day, since 18月 may be so many months. */
const time = new RegExp(
  `(?<![A-Za-z0-9.．/／])(?<dotYear>${wareki}|${seireki})${dotted('dotMonth')}${dotted('dotDay')}(?![A-Za-z0-9０-９.．/／-])|` +
    `(?<year>${wareki}|${seireki})\\s?(?<unit>年度|年)(?!代)${brackets}` +
    `(?:\\s?(?:(?<month>${numeral})\\s?月(?:${dayOfMonth('day')})?|第(?<quarter>${numeral})四半期))?|` +
    `(?<![0-9０-９一二三四五六七八九十.．/／])(?<bareMonth>${numeral})\\s?月${dayOfMonth('bareDay')}|` +
    `第(?<bareQuarter>${numeral})四半期`,
  'g',
);

function impossiblePart(groups: Record<string, string | undefined>): ImpossibleDate['part'] | undefined {
  const count = (...names: string[]) => {
    const printed = names.map((name) => groups[name]).find((one) => one !== undefined);
    return printed === undefined ? undefined : countOf(fold(printed));
  };
  const printed = groups['year'] ?? groups['dotYear'];
  const year = printed === undefined ? undefined : yearOf(printed);
  if (printed !== undefined && year === undefined) return 'year';
  const quarter = count('quarter', 'bareQuarter');
  if (quarter !== undefined) return quarter < 1 || quarter > 4 ? 'quarter' : undefined;
  const month = count('month', 'dotMonth', 'bareMonth');
  if (month === undefined) return undefined;
  if (month < 1 || month > 12) return 'month';
  const day = count('day', 'dotDay', 'bareDay');
  if (day === undefined || (day > 0 && day <= 28)) return undefined;
  // January to March of a fiscal year lie in the year after its name; of what year a date without one is, nobody can tell.
  const most = daysIn(year === undefined ? leapYear : groups['unit'] === '年度' && month < 4 ? year + 1 : year, month);
  return day < 1 || day > most ? 'day' : undefined;
}

const leapYear = 2024;
