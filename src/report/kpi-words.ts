import { findDates } from '../model/dates.js';
import { type FiscalYear, fiscalYearOf } from '../model/fiscal-year.js';
import type { Kpi } from '../model/roadmap.js';
import type { Lang } from '../source/lang.js';
import { type KpiStanding, knownActuals } from '../transform/kpi-standing.js';
import { figure } from './figure.js';
import { dateWords, yearWords } from './period-words.js';
import { own, type Told, told } from './told.js';
import { type Words, wordsOf } from './words.js';

/** The target in words: as printed where that is known, else its figure. */
export function targetWords(kpi: Kpi, lang: Lang): Told {
  return kpi.printed ? told(kpi.printed) : targetFigure(kpi, lang);
}

/** The target in words that tell its year, too: `3割削減（2026年度）` where the printed ones do not name it. */
export function targetInFull(kpi: Kpi, lang: Lang): Told {
  const { printed, target } = kpi;
  const { fy } = target;
  if (!printed || fy === null || namesYear(printed, fy)) return targetWords(kpi, lang);
  const { opening, closing } = wordsOf(lang);
  return told(printed, own(opening + yearWords(fy, lang).seireki + closing));
}

function namesYear(text: string, fy: FiscalYear): boolean {
  return findDates(text).some(({ from, to }) => fiscalYearOf(from) <= fy && fy <= fiscalYearOf(to));
}

/**
 * Value, unit and year of a target: `98%（2023年度）`; of one that is not set, the year in which it is to be: `未定（2024年度に定める）`; of none that
 * is stated, just that.
 */
export function targetFigure({ target: { value, fy, undetermined }, unit }: Kpi, lang: Lang): Told {
  const { unset, noTarget, noYear, opening, closing } = wordsOf(lang);
  if (value !== null) return told(figure(value) + unit, own(opening + (fy === null ? noYear : yearWords(fy, lang).seireki) + closing));
  if (!undetermined) return [own(noTarget)];
  if (!undetermined.setIn) return [own(unset)];
  const year = yearWords(undetermined.setIn, lang).seireki;
  return [own(unset + opening + (lang === 'ja' ? `${year}に定める` : `to be set in ${year}`) + closing)];
}

/** The figure of the base with its date, or the words that are printed where there is none. */
export function baseWords({ base, unit }: Kpi, lang: Lang): Told {
  if (base?.value === undefined) return told(base?.text ?? '');
  return base.date ? datedWords({ value: base.value, date: base.date }, unit, lang) : told(figure(base.value) + unit);
}

/** Said of KPIs that are told as they stood at the end of a year, where there are later actuals; empty where there are none. */
export function asOfWords(kpis: readonly Kpi[], year: FiscalYear, lang: Lang): string {
  if (!haveLater(kpis, year)) return '';
  const { seireki } = yearWords(year, lang);
  return lang === 'ja' ? `${seireki}末までの実績です。その後の実績もあります。` : `As of the end of ${seireki}; there are later actuals.`;
}

/** Said of KPIs that are told with all that is known, beside what happens in a year, where that is more than was known in it. */
export function latestWords(kpis: readonly Kpi[], year: FiscalYear, lang: Lang): string {
  if (!haveLater(kpis, year)) return '';
  const { seireki } = yearWords(year, lang);
  return lang === 'ja' ? `最新の実績です。${seireki}より後のものもあります。` : `The latest actuals, some of them from after ${seireki}.`;
}

function haveLater(kpis: readonly Kpi[], year: FiscalYear): boolean {
  return kpis.some((kpi) => knownActuals(kpi, year).length < kpi.actuals.length);
}

/** `2,750施設（2025年3月31日）` */
export function datedWords({ value, date }: { value: number; date: string }, unit: string, lang: Lang): Told {
  const { opening, closing } = wordsOf(lang);
  return told(figure(value) + unit, own(opening + dateWords(date, lang) + closing));
}

/** `A（進み102%、経過100%）`. */
export function standingWords({ standing, progress, elapsed }: KpiStanding, words: Words): string {
  const told =
    progress === undefined || elapsed === undefined
      ? words[`standing${standing}`]
      : `${words.progressShare}${percent(progress)}${words.comma}${words.elapsedShare}${percent(elapsed)}`;
  return standing + words.opening + told + words.closing;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
