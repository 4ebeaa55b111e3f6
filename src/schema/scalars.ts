import { parseFiscalYear } from '../model/fiscal-year.js';
import { looksLikePeriod, parsePeriod } from '../model/period.js';

/*
 * What the schema says beyond JSON Schema, apart from zod: author.ts builds on it, and the quick reader of shapes has it without loading zod.
 */

export const datePattern = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;
export const wholeNumberPattern = /^[1-9]\d*$/;
export const decimalPattern = /^-?\d+(?:\.\d+)?$/;

/** The scalars that mean more than their text: what each is read as; undefined where the text is none. */
export const scalars = {
  page: (text: string) => (wholeNumberPattern.test(text) ? Number(text) : undefined),
  decimal: (text: string) => (decimalPattern.test(text) ? Number(text) : undefined),
  fiscalYear: parseFiscalYear,
  period: parsePeriod,
  periodKey: (text: string) => (parsePeriod(text) ? text : undefined),
  date: (text: string) => (isDate(text) ? text : undefined),
} as const;

/** The keys of a phase, beside the one that is its period. */
export const phaseKeys = [
  'id',
  'corrected',
  'each',
  'due',
  'basis',
  'reason',
  'notes',
  'related',
  'was',
  'from',
  'changed',
  'allow',
] as const;
const isPhaseKey: ReadonlySet<string> = new Set(phaseKeys);

/** What has to hold of a mapping as a whole. */
export const guards = {
  single: (mapping: object) => Object.keys(mapping).length === 1,
  oneRelation: (mapping: object) => Object.values(mapping).filter(Boolean).length === 1,
  target: (mapping: object) => {
    const entries = Object.entries(mapping);
    const [year, value] = (entries[0] ?? ['', '']) as [string, string];
    if (entries.length !== 1) return false;
    return year === 'undetermined'
      ? parseFiscalYear(value) !== undefined
      : parseFiscalYear(year) !== undefined && decimalPattern.test(value);
  },
  phase: (mapping: object) => {
    let period: string | undefined;
    for (const key in mapping) {
      if (isPhaseKey.has(key)) continue;
      if (period !== undefined) return false;
      period = key;
    }
    if (period === undefined || !looksLikePeriod(period) || parsePeriod(period) === undefined) return false;
    const { basis, reason } = mapping as { basis?: string; reason?: string };
    return basis !== 'judged' || Boolean(reason);
  },
} as const;

/** The key of a phase's line that is its period. */
export function periodKeyOf(phase: object): string {
  for (const key in phase) if (!isPhaseKey.has(key)) return key;
  return '';
}

/** Whether `2021-10` or `2021-10-05` names a day or month that exists. */
export function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false;
  if (text.length === 'YYYY-MM'.length) return true;
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  // Counted in UTC: the first use of a local time zone costs more than all the rest of a check.
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}
