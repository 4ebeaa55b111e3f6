import type { Slip } from './slip.js';

/** A file whose lines end with nothing but CR, as old programs write them, is one line to every other reader: that is told once. */
export function scanLineEnds(text: string): Slip[] {
  const start = text.indexOf('\r');
  if (start < 0 || text.includes('\n')) return [];
  return [
    {
      code: 'yaml-syntax',
      start,
      end: start + 1,
      message: {
        ja: '行の終わりがCRだけの古い形式です。全体が1行と読まれます',
        en: 'the lines end with CR alone, and read as a single one',
      },
      help: {
        ja: 'エディタで改行コードをLF（かCRLF）にして保存し直してください。`roadmap validate --fix` で直せます',
        en: 'save the file with LF (or CRLF) line ends; `roadmap validate --fix` mends it',
      },
      mends: [...text.matchAll(/\r/g)].map(({ index }) => ({ start: index, end: index + 1, text: '\n' })),
    },
  ];
}
