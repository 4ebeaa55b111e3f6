import { join } from 'node:path';
import { visible } from '../../source/visible.js';
import { CallError, type Host } from '../host.js';

/** The name of the data package of joined tables. */
export const joinedName = 'roadmaps';

/** Refuses to write into a folder that holds the index and the joined tables of several plans, which one output would take the place of. */
export function keepJoined(host: Host, folder: string, name: string): void {
  if (folder === '-' || !holdsJoined(host, folder)) return;
  const inside = visible(join(folder, name));
  throw new CallError(
    {
      ja: `\`${folder}\` には複数の計画の一覧と表があります。ここに書き出すと失われます`,
      en: `\`${folder}\` holds the index and the tables of several plans, which this would take the place of`,
    },
    { ja: `\`--out ${inside}\` のように、別のフォルダに書き出してください`, en: `name another folder, such as \`--out ${inside}\`` },
  );
}

/** Refuses to write the index and the tables of several plans into a folder that holds the output of one, of which other pages would stay. */
export function keepSingle(host: Host, folder: string): void {
  if (!isOutput(host, folder) || holdsJoined(host, folder)) return;
  throw new CallError(
    {
      ja: `\`${folder}\` には一つの計画の出力があります。複数の計画の一覧と表をここに書き出すと混ざります`,
      en: `\`${folder}\` holds the output of one plan, which the index and the tables of several would be mixed with`,
    },
    {
      ja: '`--out` に別のフォルダを指定するか、前の出力を消してください',
      en: 'name another folder with `--out`, or delete the earlier output',
    },
  );
}

/** Whether a folder holds pages or data of a plan, or of several: with either one of these files is written. */
export function isOutput(host: Host, folder: string): boolean {
  return ['datapackage.json', 'roadmap.json'].some((name) => host.exists(join(folder, name)));
}

function holdsJoined(host: Host, folder: string): boolean {
  const path = join(folder, 'datapackage.json');
  if (!host.exists(path)) return false;
  const [head = ''] = new TextDecoder().decode(host.readFile(path)).split('"resources"', 1);
  return head.includes(`"name": "${joinedName}"`);
}
