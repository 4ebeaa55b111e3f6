import type { Bilingual } from '../diagnostics/diagnostic.js';
import { joinsPictures } from '../model/characters.js';
import { daysIn } from '../model/day.js';
import { eras, westernYear } from '../model/fiscal-year.js';
import { fold } from '../model/fold.js';
import { formatPeriod, parsePeriod } from '../model/period.js';
import { shorten } from '../source/shorten.js';

/** What a cell's text means, in the form the plan is written in; or why it means nothing. */
export type Reading = { value: string } | { fault: Bilingual; help?: Bilingual };
export type Reader = (text: string) => Reading;

/** What stands in a cell for «clear this». */
export const clearMark = '（削除）';

/** The text without what nobody sees: spaces around it and around its line breaks, empty lines, characters of no width that join no pictures. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, (char, index: number, all: string) => (joinsPictures(all, index) ? char : ''))
    .split(/\r\n|[\n\r\u2028\u2029\v\f]/u)
    .map((line) => line.replace(/\t/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

export function isClear(text: string): boolean {
  return tidyFold(text) === '(削除)';
}

/** Whether a text is nothing but a line, which forms have where there is no answer: `－`, `―`, `…`, `／`. */
export function isLine(text: string): boolean {
  return /^[\p{Dash}ー・./]+$/u.test(tidyFold(text));
}

/** Whether a text may be meant to clear, without the brackets that do: 削除, 「削除」, 削除する。 */
export function looksLikeClear(text: string): boolean {
  return /^[「『【〔［[<]?削除(?:する|します)?。?[」』】〕］\]>]?$/u.test(tidyFold(text));
}

/** A text of one line. A line break goes only inside running Japanese text, between a sign that parts words and a letter. */
export const readLine: Reader = (text) => {
  const lines = tidy(text).split('\n');
  if (lines.some(pointsElsewhere)) return readPointer(text);
  const broken = lines.findIndex((line, index) => index > 0 && !(partsWords.test(lines[index - 1] ?? '') && runsOn.test(line)));
  if (broken < 0) return { value: lines.join('') };
  const before = [...(lines[broken - 1] ?? '')].slice(-8).join('');
  return {
    fault: {
      ja: `セルの中の改行は、文の切れ目か続きか決められません（「${before}」の後）`,
      en: `a line break in the cell may or may not end a sentence (after 「${before}」)`,
    },
    help: {
      ja: '改行を消して一続きの文にしてください。箇条書きは「；」か「。」でつないでください',
      en: 'write it in one line, with 「；」 or 「。」 between the entries of a list',
    },
  };
};

const partsWords = /[。、，．：；！？][」』）】〕]*$/u;
/** Begins with a letter that is no number of an entry (`ア．`, `一、`, `〇`), or with a quotation. */
const runsOn = /^(?![〇○])(?!.[．.、，）)：:\s])[「『\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** One entry a line, whose mark of a list is none of its words. */
export const readLines: Reader = (text) => {
  const lines = tidy(text).split('\n');
  return lines.some(pointsElsewhere) ? readPointer(text) : { value: lines.map((line) => line.replace(/^[・･]\s*(?=.)/u, '')).join('\n') };
};

/** Whether a text says only that it is that of another cell: 同上, 〃, ″, ↑, 左に同じ, 上記のとおり. */
export function pointsElsewhere(text: string): boolean {
  return /^・?\(?(?:同[上左右前じ]|仝|々|[〃″′”"〝〞↑←]+|[上左前](?:記|の行|の欄)?[にと]同じ|上記の(?:とお|通)り)\)?。?$/u.test(
    tidyFold(text),
  );
}

/** Rows are sorted and filtered, and in the plan no cell stands beside another. */
function readPointer(text: string): Reading {
  return {
    fault: {
      ja: `\`${oneLine(text)}\` は、どの欄のことか決められません`,
      en: `\`${oneLine(text)}\` points to another cell, and nobody can tell which`,
    },
    help: { ja: '同じ文でも、この欄に書いてください', en: 'write the words in this cell as well, though they are the same' },
  };
}

/** Words that say that there is nothing: no answer where nothing stands; where something does, they may leave it or clear it. */
export function readNone(text: string, present: string | undefined): Reading | undefined {
  if (!/^・?[(「]?(?:期限|意見|特段の?|特に|該当)*は?(?:なし|無し?|ありません|ございません)[)」]?。?$/u.test(tidyFold(text)))
    return undefined;
  if (!present) return { value: '' };
  return {
    fault: {
      ja: `\`${oneLine(text)}\` では、\`${oneLine(present)}\` を残すのか消すのか決められません`,
      en: `\`${oneLine(text)}\` may leave \`${oneLine(present)}\` as it is, or clear it`,
    },
    help: { ja: `消すときは ${clearMark} と書いてください`, en: `${clearMark} clears` },
  };
}

export function readChoice(choices: readonly string[]): Reader {
  return (text) => {
    // 済み of one is 済 of another.
    const written = (words: string) => tidyFold(words).replace(/済み/gu, '済');
    const found = choices.find((choice) => choice === text) ?? choices.find((choice) => written(choice) === written(text));
    if (found !== undefined) return { value: found };
    return {
      fault: { ja: `\`${oneLine(text)}\` は一覧にありません`, en: `\`${oneLine(text)}\` is not in the list` },
      help: { ja: `一覧から選んでください: ${choices.join('、')}`, en: `choose one of: ${choices.join(', ')}` },
    };
  };
}

/** Two years of one era, which names the first alone: 令和4～6年度, R4～6. A hyphen without 年度 may part a year from its month. */
const sharedEra = /^(令和|平成|昭和|[RHS])(\d{1,2}|元)(?:年度)?(?:[～〜~]|から|[–—―−ー‐-](?=\d{1,2}年度))(\d{1,2})(?:年度)?(?=$|まで)/iu;

/**
 * A period in any of the forms that people write: `2023`, `令和5年度～令和7年度`, `R5-`, `２０２３年度から２０２５年度まで`. One that names only its end
 * has no beginning that could be read.
 */
export const readPeriod: Reader = (text) => {
  const written = tidyFold(text)
    .replace(sharedEra, '$1$2年度-$1$3年度')
    .replace(/[～〜~–—―−ー‐]|から|以降/gu, '-')
    .replace(/第([1-4])四半期/gu, 'Q$1')
    .replace(/上期/gu, 'H1')
    .replace(/下期/gu, 'H2');
  if (/^-|^[^-]*まで$/u.test(written))
    return {
      fault: {
        ja: `\`${oneLine(text)}\` には終わりの年度だけがあり、始まりの年度がありません`,
        en: `\`${oneLine(text)}\` names the year it ends in, and none that it begins in`,
      },
      help: {
        ja: '始まりの年度も書いてください。例: 2022-2024、令和4年度～令和6年度。一つの年度なら 2024 とだけ書いてください',
        en: 'write the year it begins in as well: 2022-2024, 令和4年度～令和6年度; a single year is 2024 alone',
      },
    };
  const period = parsePeriod(written.replace(/まで$/u, ''));
  if (period && (period.end === null || period.end >= period.start)) return { value: formatPeriod(period) };
  return {
    fault: period
      ? { ja: `期間 \`${oneLine(text)}\` は終わりが始まりより前です`, en: `the period \`${oneLine(text)}\` ends before it begins` }
      : { ja: `\`${oneLine(text)}\` は期間として読めません`, en: `\`${oneLine(text)}\` is not a period` },
    help: {
      ja: '年度で書いてください。例: 2023、2022-2024、2022-（終わりの記載なし）、令和5年度～令和7年度',
      en: 'write fiscal years: 2023, 2022-2024, 2022- (no end), 令和5年度～令和7年度',
    },
  };
};

/** A day or a month: `2024-03-31`, `令和6年3月31日`, `R6.3.31`, `2024/3`, `令和6年3月末現在`, `令和5年度末`. */
export const readDate: Reader = (text) => {
  const written = tidyFold(text.replace(/(?<=\d)\s+0?0:00(?::00)?\s*$/u, ''));
  const fiscal = yearEnd.exec(written);
  const ended = fiscal && (fiscal[1] ? Number(fiscal[1]) : yearWithin(fiscal[2] ?? '', fiscal[3] ?? ''));
  if (ended) return { value: `${ended + 1}-03-31` };
  const match = /^(?:(\d{4})|(令和|平成|昭和|[RHS])(\d{1,2}|元))[-年./](\d{1,2})(?:月|[-月./](\d{1,2})日?|月?(末))?(?:現在|時点)?$/i.exec(
    written,
  );
  const year = match && (match[1] ? Number(match[1]) : yearWithin(match[2] ?? '', match[3] ?? ''));
  const month = Number(match?.[4]);
  const last = year ? daysIn(year, month) : 0;
  const day = match?.[6] ? last : match?.[5] === undefined ? undefined : Number(match[5]);
  if (match && year && month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= last)))
    return { value: [year, ...[month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0')))].join('-') };
  return {
    fault: { ja: `\`${oneLine(text)}\` は日付として読めません`, en: `\`${oneLine(text)}\` is not a date` },
    help: helpOnDate(written),
  };
};

const yearEnd = /^(?:(\d{4})|(令和|平成|昭和|[RHS])(\d{1,2}|元))年度末(?:現在|時点)?$/iu;

/** A date that was pasted as a bare value is the count of its days in Excel. */
function helpOnDate(written: string): Bilingual {
  if (!/^[3-6]\d{4}$/.test(written))
    return { ja: '例: 2024-03-31、令和6年3月31日、2024-03（月まで）', en: 'write 2024-03-31, 令和6年3月31日 or 2024-03' };
  const day = new Date(Date.UTC(1899, 11, 30 + Number(written))).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return {
    ja: `Excelが日付を表す数のようです。その日なら ${day} と書いてください`,
    en: `it seems to be the number by which Excel keeps a date: write ${day}, if it is that day`,
  };
}

/** The Western year of a year that the era has had: no date lies in 平成40年. */
function yearWithin(name: string, count: string): number | undefined {
  const year = westernYear(name, count);
  const era = eras.findIndex((one) => one.name === name || one.letter === name.toUpperCase());
  const next = eras[era - 1];
  return year !== undefined && next && year > next.offset + 1 ? undefined : year;
}

/** A number as a program would print it, without its unit, which may follow it where it is the right one. */
export function readNumber(unit: string, text: string): Reading {
  const written = tidyFold(text);
  const bare = unit && written.endsWith(tidyFold(unit)) ? written.slice(0, -tidyFold(unit).length) : written;
  const help = unit
    ? { ja: `単位（${unit}）の数だけを書いてください。例: 96.6`, en: `write the number alone, counted in ${unit}: 96.6` }
    : { ja: '数だけを書いてください。例: 96.6', en: 'write the number alone: 96.6' };
  if (!/^[-−△▲]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u.test(bare))
    return { fault: { ja: `\`${oneLine(text)}\` は数として読めません`, en: `\`${oneLine(text)}\` is not a number` }, help };
  const digits = bare.replace(/,/g, '').replace(/^[−△▲]/u, '-');
  const value = String(Number(digits));
  const significant = digits.replace(/[-.]/g, '').replace(/^0+/, '');
  if (significant.length > 15 || value.includes('e'))
    return { fault: { ja: `\`${oneLine(text)}\` は桁が多すぎます（15桁まで）`, en: `\`${oneLine(text)}\` has more than 15 digits` }, help };
  return { value: value === '-0' ? '0' : value };
}

/** A text on one line, for a message. */
export function oneLine(text: string): string {
  return shorten(tidy(text).replace(/\n/g, ' '), 60);
}

/** The text without what only the print makes different. A space between digits stays: nobody knows whether they are one number. */
function tidyFold(text: string): string {
  const words = tidy(text).normalize('NFKC');
  return /\d\s+\d/u.test(words) ? words : fold(words);
}
