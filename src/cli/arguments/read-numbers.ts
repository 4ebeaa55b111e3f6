import { CallError } from '../host.js';

/** `--max-warnings`: a whole number from 0; without it there is no limit. */
export function readLimit(given: unknown): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  const text = String(given).normalize('NFKC');
  if (/^\d+$/.test(text)) return Number(text);
  throw new CallError({ ja: `--max-warnings の \`${given}\` は数ではありません`, en: `\`${given}\` of --max-warnings is not a number` });
}

/** `--threads`: a whole number from 1 to 999; what is usual where nothing is said. */
export function readThreads(given: unknown): number | undefined {
  if (given === undefined) return undefined;
  const text = String(given).normalize('NFKC');
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new CallError({
    ja: `--threads の \`${given}\` は1から999までの数ではありません`,
    en: `\`${given}\` of --threads is not a number from 1 to 999`,
  });
}
