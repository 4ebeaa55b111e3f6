import { Chalk } from 'chalk';
import { markWords } from '../../report/revision/mark-words.js';
import { patchOf } from '../../report/revision/patch.js';
import type { Answered } from '../../sheets/merge-answers.js';
import { visible } from '../../source/visible.js';
import type { Context } from '../command.js';

/** What answers would change: the change of each file as git shows it, and for a revision the draft with its old words struck out. */
export function showDraft(
  { color, lang }: Context,
  dir: string,
  changed: readonly { path: string; before: string; contents: string }[],
  answered: readonly Answered[],
): string {
  const paint = new Chalk({ level: color ? 1 : 0 });
  const patches = changed.map(({ path, before, contents }) => {
    const lines = patchOf(`${dir}/${path}`, before, contents).split(/\r?\n/);
    return lines
      .map((line) =>
        /^\+(?!\+\+ )/.test(line) ? paint.green(visible(line)) : /^-(?!-- )/.test(line) ? paint.red(visible(line)) : visible(line),
      )
      .join('\n');
  });
  const drafts = answered.flatMap(({ kind, rows }) =>
    kind.revises
      ? rows.flatMap(({ row, answers }) =>
          [...answers].flatMap(([key, value]) => {
            const before = row.values[key] ?? '';
            const marks = markWords(before, value ?? '').map(({ text: words, kind: mark }) => {
              const text = visible(words.replaceAll('\n', ' / '));
              if (mark === 'same') return text;
              if (color) return mark === 'old' ? paint.red.strikethrough(text) : paint.green.underline(text);
              return mark === 'old' ? `[-${text}-]` : `{+${text}+}`;
            });
            const header = kind.revises?.[key];
            return header ? [`${row.id} ${header}: ${marks.join('')}\n`] : [];
          }),
        )
      : [],
  );
  const title = lang === 'ja' ? '見え消し' : 'Draft';
  return patches.join('') + (drafts.length > 0 ? `\n${title}\n${drafts.join('')}` : '');
}
