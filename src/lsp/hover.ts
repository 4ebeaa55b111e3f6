import { type Hover, MarkupKind } from 'vscode-languageserver';
import { type DateMention, findDates } from '../model/dates.js';
import { monthIn } from '../model/day.js';
import { fiscalYearOf, formatMonth, type Month, warekiFiscalYear } from '../model/fiscal-year.js';
import { type Period, parsePeriod, seirekiPeriod, warekiPeriod } from '../model/period.js';
import { heading } from '../model/walk.js';
import type { Lang } from '../source/lang.js';
import type { SourceFile, Span } from '../source/source-file.js';
import { listedFileAt } from './definitions.js';
import { describe, escaped } from './describe.js';
import { namingAt, rangeOf, wordAt } from './places.js';
import type { OpenPlan } from './workspace.js';

/** What an id names; a period and a date with its year in the other calendar; for a file that `plan.yaml` lists, its section. */
export function hoverAt(plan: OpenPlan, file: SourceFile, offset: number, lang: Lang): Hover | undefined {
  const word = wordAt(file, offset);
  const period = parsePeriod(word.text);
  const found = namingAt(plan, file, offset);
  if (period) return hover(word.span, found ? [periodWords(period, lang), `\`${found.naming.entity.id}\``] : [periodWords(period, lang)]);
  if (found) return hover(found.span, [describe(found.naming.entity, lang)]);
  const listed = listedFileAt(plan, file, offset);
  const section = plan.result.roadmap?.chapters.flatMap(({ sections }) => sections).find((one) => one.file === listed?.path);
  if (section) return hover(word.span, [`**${escaped(heading(section))}**`]);
  if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(word.text)) return hover(word.span, [dateWords(word.text)]);
  const date = mentionAt(file, offset);
  return date && hover(date.span, [mentionWords(date.mention, lang)]);
}

function hover(span: Span, paragraphs: string[]): Hover {
  return { contents: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n') }, range: rangeOf(span) };
}

function periodWords(period: Period, lang: Lang): string {
  const words = `**${warekiPeriod(period)}**（${seirekiPeriod(period)}）`;
  if (period.end !== null) return `${words} ${formatMonth(period.start)} – ${formatMonth(period.end)}`;
  return `${words} ${formatMonth(period.start)} – ${lang === 'ja' ? '終わりの印字なし' : 'no end is printed'}`;
}

/** `2023-01` is 令和5年1月, in 令和4年度. */
function dateWords(written: string): string {
  const [year = 0, month = 1, day] = written.split('-').map(Number);
  const fiscalYear = warekiFiscalYear(fiscalYearOf(monthIn(written)));
  return `**${wareki(year, month, day)}**（${fiscalYear}）`;
}

/** The Japanese year of a date; eras change inside a year, so the runtime's calendar says which it is. */
function wareki(year: number, month: number, day: number | undefined): string {
  const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    era: 'long',
    year: 'numeric',
    month: 'long',
    ...(day !== undefined && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(year, month - 1, day ?? 15))).replace(/^(\D+)1年/, '$1元年');
}

function mentionAt(file: SourceFile, offset: number): { mention: DateMention; span: Span } | undefined {
  const { line, column } = file.positionAt(offset);
  const start = offset - (column - 1);
  for (const mention of findDates(file.line(line))) {
    const span = { file, start: start + mention.index, end: start + mention.index + mention.text.length };
    if (span.start <= offset && offset <= span.end) return { mention, span };
  }
  return undefined;
}

function mentionWords({ text, from, to, precision }: DateMention, lang: Lang): string {
  const months = from === to ? formatMonth(from) : `${formatMonth(from)} – ${formatMonth(to)}`;
  if (precision === 'decade') return `**${escaped(text)}** ${months}`;
  return `**${escaped(text)}** ${months}（${fiscalYears(from, to, lang)}）`;
}

function fiscalYears(from: Month, to: Month, lang: Lang): string {
  const [first, last] = [fiscalYearOf(from), fiscalYearOf(to)];
  const name = (year: number) => `${year}年度・${warekiFiscalYear(year)}`;
  return first === last ? name(first) : `${name(first)}${lang === 'ja' ? 'から' : ' to '}${name(last)}`;
}
