import { createTwoFilesPatch } from 'diff';

/** The change of a file as git shows it; `before` is empty for a new file. */
export function patchOf(path: string, before: string, after: string): string {
  const text = createTwoFilesPatch(before === '' ? '/dev/null' : `a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
  });
  return text.replace(/^=+\n/, '');
}
