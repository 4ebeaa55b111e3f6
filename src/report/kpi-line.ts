import type { FiscalYear } from '../model/fiscal-year.js';
import type { Kpi } from '../model/roadmap.js';
import { heading } from '../model/walk.js';
import type { Lang } from '../source/lang.js';
import { declaredStanding, knownActuals, kpiStanding } from '../transform/kpi-standing.js';
import { type AddressOf, addressOf } from './addresses.js';
import { baseWords, datedWords, standingWords, targetInFull } from './kpi-words.js';
import { placeName } from './names.js';
import { own, type Told } from './told.js';
import { wordsOf } from './words.js';

/** What lists tell of a KPI. */
export interface KpiLine {
  id: string;
  name: string;
  href?: string | undefined;
  measure: string;
  target: Told;
  /** Empty where none is printed. */
  base: Told;
  actual: Told;
  /** False where no actual was ever reported. */
  reported: boolean;
  /** The actuals before, the newest first, and whether they are many. */
  earlier: Told[];
  folded: boolean;
  standing: string;
  /** What the department itself declares; empty where it does not. */
  declared: string;
  notes: string[];
}

/** A KPI as seen at the end of a fiscal year, or with all that is known. */
export function kpiLine(kpi: Kpi, lang: Lang, address: AddressOf = addressOf, asOf?: FiscalYear): KpiLine {
  const words = wordsOf(lang);
  const standing = kpiStanding(kpi, asOf);
  const { latest } = standing;
  const earlier = knownActuals(kpi, asOf).slice(0, -1).reverse();
  const { unit, on } = kpi;
  return {
    id: kpi.id,
    name: kpi.name,
    href: address(kpi.on),
    measure: on.kind === 'section' ? heading(on) : placeName(on),
    target: targetInFull(kpi, lang),
    base: baseWords(kpi, lang),
    actual: latest ? datedWords(latest, unit, lang) : [own(words.noActual)],
    reported: latest !== undefined,
    earlier: earlier.map((actual) => datedWords(actual, unit, lang)),
    folded: earlier.length > 2,
    standing: standingWords(standing, words),
    declared: declaredStanding(kpi, asOf) ?? '',
    notes: kpi.notes.map(({ text }) => text),
  };
}
