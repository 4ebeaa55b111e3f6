import type { Slip } from './slip.js';

/** A CR without LF that ends a line: behind it stands what begins one, or nothing. */
const lineEnd = /\r(?!\n)(?=[ \t]*(?:-[ \t]|[\w-]+:\s|#|[\r\n]|$))/g;

/**
 * Lines that end with nothing but CR, as old programs write them, are one line to every other reader. That is told once, whether all lines of the
 * file end so or some; any other CR is a stray character in a text.
 */
export function scanLineEnds(text: string): Slip[] {
  if (!text.includes('\r')) return [];
  const all = !text.includes('\n');
  const ends = [...text.matchAll(all ? /\r/g : lineEnd)].map(({ index }) => index);
  const [start] = ends;
  if (start === undefined) return [];
  const usual = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    {
      code: 'yaml-syntax',
      start,
      end: start + 1,
      message: all
        ? {
            ja: '行の終わりがCRだけの古い形式です。全体が1行と読まれます',
            en: 'the lines end with CR alone, and read as a single one',
          }
        : {
            ja: '終わりがCRだけの行があります。次の行とつながって読まれます',
            en: 'a line ends with CR alone, and reads as one with the next',
          },
      help: {
        ja: 'エディタで改行コードをLF（かCRLF）にして保存し直してください。`roadmap validate --fix` で直せます',
        en: 'save the file with LF (or CRLF) line ends; `roadmap validate --fix` mends it',
      },
      // Before another line end the CR is one too many.
      mends: ends.map((at) => ({ start: at, end: at + 1, text: text.startsWith('\r\n', at + 1) ? '' : usual })),
    },
  ];
}
