/** A number in digits alone: `1e-8` is 0.00000001. Only one with an exponent asks `Intl`, which takes some 15 ms to begin with. */
export function allDigits(value: number): string {
  const digits = String(value);
  return digits.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 17 }) : digits;
}
