import { join } from 'node:path';
import { visible } from '../../source/visible.js';
import { CallError, type Host } from '../host.js';

/** The name of the data package of joined tables. */
export const joinedName = 'roadmaps';

/** Refuses to write into a folder that holds the index and the joined tables of several plans, which one output would take the place of. */
export function keepJoined(host: Host, folder: string, name: string): void {
  const path = join(folder, 'datapackage.json');
  if (folder === '-' || !host.exists(path)) return;
  const [head = ''] = new TextDecoder().decode(host.readFile(path)).split('"resources"', 1);
  if (!head.includes(`"name": "${joinedName}"`)) return;
  const inside = visible(join(folder, name));
  throw new CallError(
    {
      ja: `\`${folder}\` には複数の計画の一覧と表があります。ここに書き出すと失われます`,
      en: `\`${folder}\` holds the index and the tables of several plans, which this would take the place of`,
    },
    { ja: `\`--out ${inside}\` のように、別のフォルダに書き出してください`, en: `name another folder, such as \`--out ${inside}\`` },
  );
}
