import { changeYaml, type YamlChange } from '../../edit/change-yaml.js';
import { layoutOf } from '../../edit/layout-of.js';
import { folderOf, nameIn } from '../../model/file-names.js';
import type { Location } from '../../source/location.js';
import type { SourceFile } from '../../source/source-file.js';
import { visible } from '../../source/visible.js';
import type { Guess, RoadmapDiff } from '../../transform/diff/change.js';
import type { Context } from '../command.js';

/** What an item of the data is to say of where it comes from. */
interface Declaration {
  item: Location;
  key: 'was' | 'from';
  ids: string[];
}

/** Writes each guessed match of a diff into the YAML of the new edition. */
export function acceptGuesses({ host, lang }: Context, dir: string, { guesses, after }: RoadmapDiff): void {
  const byFile = new Map<SourceFile, Declaration[]>();
  for (const declaration of guesses.flatMap(declarationsOf)) {
    const { file } = declaration.item;
    byFile.set(file, [...(byFile.get(file) ?? []), declaration]);
  }
  const folder = folderOf(after.plan);
  const written = [...byFile].map(([file, declarations]) => {
    const path = nameIn(folder, file.path);
    const changes = declarations.map(({ item, key, ids: [first = '', ...others] }): YamlChange => {
      return { kind: 'set', path: [...item.path, key], value: key === 'was' ? first : [first, ...others] };
    });
    return { path, contents: changeYaml(file.text, changes, layoutOf(path)) };
  });
  host.writeFiles(dir, written, true);
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
    return [{ item: entity.location, key, ids }];
  });
}
