import type { Command } from '../command.js';

export const command: Command = {
  name: 'schema',
  summary: { ja: 'エディタのためのJSON Schemaを示す', en: 'print the JSON Schema for editors' },
  arguments: [
    {
      name: '[KIND]',
      description: {
        ja: 'plan、section、departments、progress（省くと section）',
        en: 'plan, section, departments, progress (default: section)',
      },
    },
  ],
  async run({ host }, [kind = 'section']) {
    const { jsonSchemaOf, schemaKinds } = await import('../../schema/json-schema.js');
    const found = schemaKinds.find((name) => name === kind);
    if (!found) {
      const { unknownName } = await import('../names.js');
      throw unknownName('スキーマ', 'schema', kind, schemaKinds);
    }
    host.stdout.write(`${JSON.stringify(jsonSchemaOf(found), null, 2)}\n`);
    return 0;
  },
};
