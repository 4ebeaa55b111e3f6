import { isFileOfSome, paths } from '../../report/addresses.js';
import { visible } from '../../source/visible.js';
import type { Context } from '../command.js';
import { nameSome } from '../name-some.js';

/**
 * Tells of the pages and tables that earlier builds have left in the folder of a build: those of what is no longer in the plan, which would be
 * published, and read, with it. They are not taken away, since somebody may have put them there. Beside tables alone only tables count.
 */
export function tellLeftFiles({ host, lang }: Context, folder: string, written: readonly string[]): void {
  const own = new Set(written);
  const names = own.has(paths.overview)
    ? [...host.list(folder), ...host.list(`${folder}/pages`).map((name) => `pages/${name}`)]
    : host.list(folder).filter((name) => name.endsWith('.csv'));
  const left = names.filter((name) => isFileOfSome(name) && !own.has(name));
  if (left.length === 0) return;
  const some = nameSome(left, lang);
  host.stderr.write(
    lang === 'ja'
      ? `\`${visible(folder)}\` に、前に書き出したファイルが残っています: ${some}\n  直し方: この工程表のものでなければ、公開する前に消してください\n`
      : `files of an earlier build are left in \`${visible(folder)}\`: ${some}\n  help: delete them before you publish the folder, unless they are yours\n`,
  );
}
