import { join } from 'node:path';
import type { Lang } from '../../source/lang.js';
import { visible } from '../../source/visible.js';
import type { Written } from './write-report.js';

/** What was written and how large, a line a file and one for all; nothing where nothing was. */
export function listing(out: string, files: readonly Written[], lang: Lang): string {
  if (files.length === 0) return '';
  const lines = files.map(({ path, bytes }) => `${size(bytes)}  ${visible(join(out, path))}\n`);
  return `${lines.join('')}${sumLine(files, lang === 'ja' ? '計' : 'in all')}`;
}

/** How much was written, in one line. */
export function sumLine(files: readonly Written[], name: string): string {
  return `${size(files.reduce((sum, { bytes }) => sum + bytes, 0))}  ${visible(name)}\n`;
}

function size(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}
