import { byCodeUnits } from '../source/by-code-units.js';
import { type FiscalYear, fiscalYearOf, type Month, monthOf } from './fiscal-year.js';

/** The days of a calendar month (1 to 12). Counted in UTC: the first use of a local time zone costs more than all the rest of a check. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The month of a date (`2024-03`, `2024-03-31`). */
export function monthIn(date: string): Month {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return monthOf(year, month);
}

/** The fiscal year of a date; a year alone (`2023`) is one. */
export function fiscalYearIn(date: string): FiscalYear {
  return date.includes('-') ? fiscalYearOf(monthIn(date)) : Number(date);
}

/** The day that a date (`2024-03`, `2024-03-31`) stands for: a month stands for its last one. Days compare as texts. */
export function dayOf(date: string): string {
  const [year = 0, month = 0, day] = date.split('-').map(Number);
  return day === undefined ? `${date}-${daysIn(year, month)}` : date;
}

/** Orders things by the days that their dates stand for. */
export function byDay(one: { date: string }, other: { date: string }): number {
  return byCodeUnits(dayOf(one.date), dayOf(other.date));
}
