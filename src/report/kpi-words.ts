import type { Kpi } from '../model/roadmap.js';
import type { Lang } from '../source/lang.js';
import { dateWords, yearWords } from './period-words.js';
import { wordsOf } from './words.js';

/** The target in words: as printed where that is known, else value, unit and year. */
export function targetWords({ target, unit, printed }: Kpi, lang: Lang): string {
  if (printed) return printed;
  const { unset, noYear, opening, closing } = wordsOf(lang);
  const value = target.value === null ? unset : figure(target.value) + unit;
  return value + opening + (target.fy === null ? noYear : yearWords(target.fy, lang).seireki) + closing;
}

/** The figure of the base with its date, or the words that are printed where there is none. */
export function baseWords({ base, unit }: Kpi, lang: Lang): string {
  if (base?.value === undefined) return base?.text ?? '';
  return base.date ? datedWords({ value: base.value, date: base.date }, unit, lang) : figure(base.value) + unit;
}

/** `2,750施設（2025年3月31日）` */
export function datedWords({ value, date }: { value: number; date: string }, unit: string, lang: Lang): string {
  const { opening, closing } = wordsOf(lang);
  return figure(value) + unit + opening + dateWords(date, lang) + closing;
}

/** A number with a comma at every third place. */
function figure(value: number): string {
  return String(value).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
}
