import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf, schemaKinds } from '../../src/schema/json-schema.js';

describe('the JSON Schema', () => {
  it.each(schemaKinds)('of %s in docs/schema is the one that the tool prints (npm run schema)', (kind) => {
    expect(JSON.parse(readFileSync(`docs/schema/${kind}.json`, 'utf8'))).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(kind))));
  });
});
