import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../src/compile/compile.js';
import { parsePeriod, periodPattern } from '../../src/model/period.js';
import { checks } from '../../src/schema/checks.js';
import { fileKinds } from '../../src/schema/file-kinds.js';
import { jsonSchemaOf } from '../../src/schema/json-schema.js';
import { planFiles } from '../support/plan.js';

const shapeCodes = new Set(Object.keys(checks));

describe('the JSON Schema', () => {
  it.each(fileKinds)('of %s in docs/schema is the one that the tool prints (npm run schema)', (kind) => {
    expect(JSON.parse(readFileSync(`docs/schema/${kind}.json`, 'utf8'))).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(kind))));
  });

  it.each(fileKinds)('of %s gives examples that it accepts, and says in Japanese what each key is for', (kind) => {
    const ajv = new Ajv({ strict: false });
    let examples = 0;
    for (const [path, schema] of walk(jsonSchemaOf(kind) as Schema)) {
      for (const example of schema.examples ?? []) {
        examples += 1;
        expect(ajv.validate(schema, example), `${path}: ${JSON.stringify(example)} ${ajv.errorsText()}`).toBe(true);
      }
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        expect(property.title, `${path}/${key}`).toBeTruthy();
        expect(property.description ?? '', `${path}/${key}`).toMatch(/[ぁ-ん]/);
      }
    }
    expect(examples).toBeGreaterThan(3);
  });

  it('accepts every file of a plan in this repo as an editor reads it', () => {
    const ajv = new Ajv({ strict: false });
    const check = Object.fromEntries(fileKinds.map((kind) => [kind, ajv.compile(jsonSchemaOf(kind))]));
    const seen = new Set<string>();
    for (const folder of ['roadmap', 'test/editions']) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.yaml')) continue;
        const kind = name.includes('progress/') ? 'progress' : basename(name, '.yaml').replace(/^(?!plan$|departments$).*/, 'section');
        seen.add(kind);
        const valid = check[kind]?.(parse(readFileSync(`${folder}/${name}`, 'utf8')));
        expect({ name, valid, errors: check[kind]?.errors }).toEqual({ name, valid: true, errors: null });
      }
    }
    expect([...seen].sort()).toEqual([...fileKinds].sort());
  });

  const measure = (lines: string) => `id: s\ntitle: 節\nmeasures:\n- id: m\n  title: 施策\n${lines}`;
  const track = (phase: string) => measure(`  tracks:\n  - id: t\n    phases:\n${phase}`);
  it.each([
    ['progress', 'fy: 2023', true],
    ['progress', 'fy: FY2023', true],
    ['progress', 'fy: 令和5年度', true],
    ['progress', 'fy: 2023H3', false],
    ['progress', 'fy: ２０２３', false],
    ['progress', 'fy: 2023.5', false],
    ['progress', 'fy: 2023\nasOf: 2024', false],
    ['progress', 'fy: 2023\nasOf: 2024-03', true],
    ['progress', 'fy: 2023\nreports:\n- on: 1.5', false],
    ['progress', 'fy: 2023\nreports:\n- on: true', true],
    ['section', 'id: 01\ntitle: 節', false],
    ['section', 'id: s\ntitle: 1.5', true],
    ['section', 'id: s\ntitle: 節\npage: 1.5', false],
    ['section', 'id: s\ntitle: 節\npage: 15', true],
    ['section', measure('  related: [{ needs: 12 }]\n'), false],
    ['section', track('    - 2023: 検討\n      basis: judged\n'), false],
    ['section', track('    - 2023: 検討\n      basis: judged\n      reason: 列から\n'), true],
    ['section', track('    - 2023: 検討\n      basis: text\n'), true],
  ] as const)('of %s says of %j what a check says', (kind, text, isValid) => {
    const ajv = new Ajv({ strict: false });
    expect([ajv.validate(jsonSchemaOf(kind), parse(text)), ajv.errors?.length ?? 0]).toEqual([isValid, isValid ? 0 : expect.any(Number)]);
    const name = kind === 'section' ? 'section.yaml' : 'progress/2023/section.yaml';
    const { diagnostics } = compile({ dir: '', files: planFiles({ 'section.yaml': measure(''), [name]: text }) });
    const shape = diagnostics.filter(({ code }) => shapeCodes.has(code));
    expect(shape.length > 0, JSON.stringify(diagnostics.map(({ code }) => code))).toBe(!isValid);
  });

  it('understands the periods that the tool reads, and no others', () => {
    const parts = [
      '2023',
      'R5',
      'r5',
      '令和5年度',
      '平成元',
      'FY2023',
      '2023H1',
      '2023q4',
      '2023H3',
      '23',
      'X5',
      '２０２３',
      '2023年度',
      '',
      '元',
    ];
    const texts = parts.flatMap((a) => parts.flatMap((b) => [a, `${a}-`, `${a}-${b}`, `${a}～${b}`, `${a} ${b}`]));
    const pattern = new RegExp(periodPattern);
    for (const text of texts) expect([text, pattern.test(text)]).toEqual([text, parsePeriod(text) !== undefined]);
  });
});

interface Schema {
  title?: string;
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
}

function* walk(schema: Schema, path = ''): Iterable<[string, Schema]> {
  yield [path, schema];
  for (const inner of [schema.properties, schema.patternProperties])
    for (const [key, property] of Object.entries(inner ?? {})) yield* walk(property, `${path}/${key}`);
  if (typeof schema.additionalProperties === 'object') yield* walk(schema.additionalProperties, `${path}/*`);
  if (schema.items) yield* walk(schema.items, `${path}/-`);
  for (const [index, option] of (schema.anyOf ?? []).entries()) yield* walk(option, `${path}|${index}`);
}
