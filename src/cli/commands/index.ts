import { dirname } from 'node:path';
import { counted } from '../../source/counted.js';
import { visible } from '../../source/visible.js';
import { folderNamed } from '../arguments/folder-named.js';
import { type Command, templatesOption } from '../command.js';

export const command: Command = {
  name: 'index',
  summary: { ja: '書き出し済みの工程表を一つの一覧にまとめる', en: 'make one index over finished outputs' },
  arguments: [{ name: '<OUT...>', description: { ja: 'build で書き出したフォルダ', en: 'folders written by build' } }],
  options: [
    {
      flags: '--out <folder>',
      description: {
        ja: '一覧を置くフォルダ（省くと最初のフォルダの親）',
        en: 'the folder of the index (default: the parent of the first)',
      },
    },
    templatesOption,
  ],
  async run(context, named, options) {
    const { namedFolders } = await import('../many/named-folders.js');
    const folders = await namedFolders(context.host, named, 'datapackage.json');
    const { outFolder } = await import('../arguments/out-folder.js');
    const { joinOutputs } = await import('../joined/join-outputs.js');
    const out = outFolder(options, dirname(folderNamed(folders[0] ?? '.')));
    if (!(await joinOutputs(context, folders, out, options['templates']))) return 2;
    context.host.stdout.write(
      context.lang === 'ja'
        ? `${folders.length} 計画の一覧を ${visible(out)} に書きました\n`
        : `wrote the index of ${counted(folders.length, 'plan')} to ${visible(out)}\n`,
    );
    return 0;
  },
};
