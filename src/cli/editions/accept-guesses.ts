import { type Declaration, declare } from '../../edit/declare.js';
import { folderOf, nameIn } from '../../model/file-names.js';
import type { SourceFile } from '../../source/source-file.js';
import { visible } from '../../source/visible.js';
import type { Guess, RoadmapDiff } from '../../transform/diff/change.js';
import type { Context } from '../command.js';

/** Writes each guessed match of a diff into the YAML of the new edition. */
export function acceptGuesses({ host, lang }: Context, dir: string, { guesses, after }: RoadmapDiff): void {
  const byFile = new Map<SourceFile, Declaration[]>();
  for (const declaration of guesses.flatMap(declarationsOf)) {
    const { file } = declaration.item;
    byFile.set(file, [...(byFile.get(file) ?? []), declaration]);
  }
  const folder = folderOf(after.plan);
  host.writeFiles(
    dir,
    [...byFile].map(([file, declarations]) => ({ path: nameIn(folder, file.path), contents: declare(file, declarations) })),
    true,
  );
  for (const [file, declarations] of byFile) {
    for (const { item, key, ids } of declarations) {
      const { line } = file.positionAt(item.span.start);
      host.stdout.write(`${visible(file.path)}:${line}: ${key}: ${ids.join(', ')}\n`);
    }
  }
  const count = [...byFile.values()].reduce((sum, list) => sum + list.length, 0);
  host.stderr.write(lang === 'ja' ? `${count}件の推定を書き込みました\n` : `wrote ${count} guess${count === 1 ? '' : 'es'}\n`);
}

/** `was` for an item that became one, `from` for the parts of a split and for what was merged. */
function declarationsOf({ before, after }: Guess): Declaration[] {
  const key = before.length === 1 && after.length === 1 ? 'was' : 'from';
  const ids = before.map(({ id }) => id);
  return after.flatMap(({ entity }) => {
    if (entity.kind !== 'measure' && entity.kind !== 'track' && entity.kind !== 'phase' && entity.kind !== 'kpi') return [];
    const behind = entity.kind === 'phase' ? entity.written : 'id';
    return [{ item: entity.location, behind, key, ids }];
  });
}
