import { daysIn } from '../model/day.js';
import { parseFiscalYear } from '../model/fiscal-year.js';
import { looksLikePeriod, type Period, parsePeriod } from '../model/period.js';

/*
 * What the schema says beyond JSON Schema, apart from zod: the rooms of `author/` build on it, and the quick reader of shapes has it without loading zod.
 */

export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** A department is never called by the words that stand for what names none: `--lead none`, `no-lead.xlsx`. */
export const departmentIdPattern = new RegExp(`^(?!(?:none|no-lead)$)${idPattern.source.slice(1)}`);
export const phaseIdPattern = /^[a-z][a-z0-9]*(?:[-.][a-zA-Z0-9]+)*$/;
/** What a text has that says something: blanks alone are no text. */
export const filledPattern = /\S/;
export const datePattern = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;
export const wholeNumberPattern = /^[1-9]\d*$/;
export const decimalPattern = /^-?\d+(?:\.\d+)?$/;

/** The scalars that mean more than their text: what each is read as; undefined where the text cannot be read as one. */
export const scalars = {
  line: (text: string) => (isFilled(text) ? text : undefined),
  page: (text: string) => (wholeNumberPattern.test(text) ? Number(text) : undefined),
  decimal: (text: string) => (decimalPattern.test(text) ? Number(text) : undefined),
  fiscalYear: parseFiscalYear,
  period: parsePeriod,
  window: (text: string) => {
    const period = parsePeriod(text);
    return period && period.end !== null && isWindowShort(period) ? period : undefined;
  },
  periodKey: (text: string) => (parsePeriod(text) ? text : undefined),
  date: (text: string) => (isDate(text) ? text : undefined),
} as const;

/** So many fiscal years at most stand in a table: more of them are a slip of the hand, such as `2021-9025`. */
export const mostYears = 100;

export function isWindowShort({ start, end }: Period): boolean {
  return end === null || end - start < 12 * mostYears;
}

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
  oneRelation: (mapping: object) => Object.values(mapping).filter((value) => value !== undefined).length === 1,
  target: (mapping: object) => {
    const entries = Object.entries(mapping);
    const [year, value] = (entries[0] ?? ['', '']) as [string, string];
    if (entries.length !== 1) return false;
    return year === 'undetermined'
      ? parseFiscalYear(value) !== undefined
      : parseFiscalYear(year) !== undefined && decimalPattern.test(value);
  },
  phase: (mapping: object) => {
    const [period, ...others] = Object.keys(mapping).filter((key) => !isPhaseKey.has(key));
    return (
      period !== undefined && others.length === 0 && looksLikePeriod(period) && parsePeriod(period) !== undefined && isReasoned(mapping)
    );
  },
} as const;

/** Makes fields of the one entry of a mapping whose key says something. */
export interface Lift {
  /** The fields that it makes. */
  names: readonly string[];
  /** False where the key does not say it. */
  lift: (into: Record<string, unknown>, key: string, value: string) => boolean;
  /** What has to hold of the mapping as a whole. */
  guard: (mapping: object) => boolean;
}

/** What a phase has of the line it is written in. */
export interface PhaseLine {
  /** The period as it is written. */
  written: string;
  period: Readonly<Period>;
  text: string;
}

export const lifts = {
  phase: {
    names: ['written', 'period', 'text'] satisfies (keyof PhaseLine)[],
    lift(into: Record<string, unknown>, written: string, text: string): boolean {
      const period = parsePeriod(written);
      if (!period) return false;
      into['written'] = written;
      into['period'] = period;
      into['text'] = text;
      return true;
    },
    guard: isReasoned,
  },
} as const satisfies Record<string, Lift>;

/** A phase whose period is judged says why. */
function isReasoned({ basis, reason }: { basis?: string; reason?: string }): boolean {
  return basis !== 'judged' || Boolean(reason);
}

/** Whether a text is more than blanks. */
export function isFilled(text: string): boolean {
  // No blank stands behind the ideographic space but U+FEFF, and most texts begin with a kanji or kana.
  const first = text.charCodeAt(0);
  return (first > 0x3000 && first !== 0xfeff) || filledPattern.test(text);
}

/** Whether `2021-10` or `2021-10-05` names a day or month that exists. */
export function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false;
  if (text.length === 'YYYY-MM'.length) return true;
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return day <= 28 || day <= daysIn(year, month);
}
