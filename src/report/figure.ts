import { allDigits } from '../source/all-digits.js';

/** A number with a comma at every third place: `15,036`. */
export function figure(value: number): string {
  return allDigits(value).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
}
