import { fileKinds } from '../../schema/file-kinds.js';
import type { Command } from '../command.js';

export const command: Command = {
  name: 'schema',
  summary: { ja: 'エディタのためのJSON Schemaを示す', en: 'print the JSON Schema for editors' },
  arguments: [
    {
      name: '[KIND]',
      description: {
        ja: `${fileKinds.join('、')}（省くと section）`,
        en: `${fileKinds.join(', ')} (default: section)`,
      },
    },
  ],
  async run({ host }, [kind = 'section']) {
    const { jsonSchemaOf } = await import('../../schema/json-schema.js');
    const found = fileKinds.find((name) => name === kind);
    if (!found) {
      const { unknownName } = await import('../arguments/read-options.js');
      throw unknownName('スキーマ', 'schema', kind, fileKinds);
    }
    host.stdout.write(`${JSON.stringify(jsonSchemaOf(found), null, 2)}\n`);
    return 0;
  },
};
