import { visible } from '../../source/visible.js';
import type { RoadmapDiff } from '../../transform/diff/change.js';
import { unknownOrigins } from '../../transform/diff/unknown-origins.js';
import type { Context } from '../command.js';

/** Tells on standard error of each `was` and `from` that the edition before does not know: such a declaration says nothing. */
export function tellUnknownOrigins({ host, lang }: Pick<Context, 'host' | 'lang'>, diff: RoadmapDiff): void {
  for (const { entity, at, id } of unknownOrigins(diff)) {
    const { file, start } = entity.location.at(...at).span;
    const { line, column } = file.positionAt(start);
    const [key] = at;
    const words =
      lang === 'ja'
        ? `警告: \`${key}\` の \`${id}\` は、改正前の版のこの種類の項目にありません`
        : `warning: \`${id}\` of \`${key}\` is no such item of the edition before`;
    host.stderr.write(`${visible(`${file.path}:${line}:${column}: ${words}`)}\n`);
  }
}
