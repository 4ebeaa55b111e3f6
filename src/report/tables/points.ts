import { fiscalYearIn } from '../../model/day.js';

/** `2021`, `2021-03` or `2021-03-31` in parts: a point of time may be printed more or less finely. */
export function fiscalYearOfPoint(point: string | undefined): number | null {
  return point === undefined ? null : fiscalYearIn(point);
}

export function monthOfPoint(point: string | null | undefined): string | null {
  return /^\d{4}-\d\d/.exec(point ?? '')?.[0] ?? null;
}

export function dayOfPoint(point: string | null | undefined): number | null {
  const day = /^\d{4}-\d\d-(\d\d)$/.exec(point ?? '')?.[1];
  return day ? Number(day) : null;
}
