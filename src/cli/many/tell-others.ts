import { visible } from '../../source/visible.js';
import type { Context } from '../command.js';
import { isOutput } from '../joined/keep-joined.js';
import { nameSome } from '../name-some.js';

/** What became of the plans of a call, by the names of their folders, and whether those that were built have an index and joined tables. */
interface Built {
  built: readonly string[];
  unbuilt: readonly string[];
  joins: boolean;
}

/**
 * Tells, after a build of several plans, which of them were not built, and which plans of earlier builds still stand in the folder, where they
 * would be published with the others.
 */
export function tellOthers({ host, lang }: Context, out: string, { built, unbuilt, joins }: Built): void {
  if (unbuilt.length > 0) {
    const all = built.length + unbuilt.length;
    const rest = joins
      ? { ja: '一覧と合わせた表に入っていないもの', en: 'not in the index and the joined tables' }
      : { ja: '書き出していないもの', en: 'not built' };
    host.stderr.write(
      lang === 'ja'
        ? `${all}計画のうち${built.length}計画を書き出しました。${rest.ja}: ${nameSome(unbuilt, lang)}\n`
        : `${built.length} of ${all} plans were built; ${rest.en}: ${nameSome(unbuilt, lang)}\n`,
    );
  }
  const known = new Set(built);
  const folders = host.isFolder(out) ? host.list(out).flatMap((name) => (name.endsWith('/') ? [name.slice(0, -1)] : [])) : [];
  const left = folders.filter((name) => !known.has(name) && isOutput(host, `${out}/${name}`));
  if (left.length === 0) return;
  host.stderr.write(
    lang === 'ja'
      ? `\`${visible(out)}\` に、前に書き出した計画が残っています: ${nameSome(left, lang)}\n  直し方: 要らなければ、公開する前に消してください\n`
      : `plans of an earlier build are left in \`${visible(out)}\`: ${nameSome(left, lang)}\n  help: delete them before you publish the folder, unless they are wanted there\n`,
  );
}
