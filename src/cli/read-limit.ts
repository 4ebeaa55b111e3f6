import { CallError } from './host.js';

/** `--max-warnings`: a whole number from 0; without it there is no limit. */
export function readLimit(given: unknown): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  const text = String(given).normalize('NFKC');
  if (/^\d+$/.test(text)) return Number(text);
  throw new CallError({ ja: `--max-warnings の \`${given}\` は数ではありません`, en: `\`${given}\` of --max-warnings is not a number` });
}
