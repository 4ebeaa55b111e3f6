import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { codeOf, deriveShape } from '../../build/derive-shape.js';
import { schemas } from '../../src/schema/author.js';
import type { FileKind } from '../../src/schema/file-kinds.js';
import { readerOf, type Shape } from '../../src/schema/shape.js';
import { type PlainData, PlainMapping, toYamlData, type YamlData } from '../../src/yaml/plain-data.js';
import { readPlain } from '../../src/yaml/read-plain.js';

/** The shapes as the build writes them. */
const shapeOf = (schema: z.ZodType): Shape => new Function(`return ${codeOf(deriveShape(schema))}`)();
const quick = Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, readerOf(shapeOf(schema))]));

/** Both give the same, key by key in the same order, or both refuse. */
function expectSame(kind: FileKind, data: YamlData): boolean {
  const { success, data: wanted } = schemas[kind].safeParse(data);
  expect(JSON.stringify(quick[kind]?.(toPlainData(data)))).toBe(success ? JSON.stringify(wanted) : undefined);
  return success;
}

function toPlainData(data: YamlData): PlainData {
  if (typeof data === 'string') return data;
  if (Array.isArray(data)) return data.map(toPlainData);
  return new PlainMapping(Object.keys(data), Object.values(data).map(toPlainData));
}

function kindOf(path: string): FileKind {
  if (/plan\.yaml$/.test(path)) return 'plan';
  if (/departments\.yaml$/.test(path)) return 'departments';
  return path.includes('progress/') ? 'progress' : 'section';
}

const files = ['roadmap', 'test/editions', 'test/mutations']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.yaml') && statSync(path).isFile());
const known = files.flatMap((path) => {
  const data = readPlain(readFileSync(path, 'utf8'));
  return data === undefined ? [] : [{ path, kind: kindOf(path), data: toYamlData(data) }];
});

describe('the quick reader of shapes', () => {
  it('has each shape as code that says the same', () => {
    for (const schema of Object.values(schemas)) {
      const shape = deriveShape(schema);
      expect(JSON.parse(JSON.stringify(shapeOf(schema)))).toEqual(shape);
      // Without the code, what a mapping is read into is copied.
      const nothing = new PlainMapping([], []);
      expect(JSON.stringify(readerOf(shape)(nothing))).toBe(JSON.stringify(readerOf(shapeOf(schema))(nothing)));
    }
  });

  it('reads every plan here as zod does', () => {
    const taken = known.filter(({ kind, data }) => expectSame(kind, data));
    expect(taken.length).toBeGreaterThan(20);
    expect(new Set(taken.map(({ kind }) => kind)).size).toBe(4);
  });

  it('reads what is changed by chance as zod does, and refuses what zod refuses', () => {
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const values: YamlData[] = [
      '',
      ' ',
      '　',
      '2023',
      '2022-',
      'R5',
      '令和5年度',
      '2021-10',
      '2021-02-31',
      '98',
      '-1.5',
      'undetermined',
      'id-1',
      'ID',
      '文',
    ];
    values.push(
      [],
      ['文'],
      {},
      { '2023': '98' },
      { undetermined: '2024' },
      { '2021-10': '文' },
      { same: 'a' },
      { same: 'a', needs: 'b' },
      '％',
      'year',
    );
    const keys = [
      'id',
      'title',
      'page',
      'phases',
      'notes',
      'due',
      'basis',
      'reason',
      'target',
      'related',
      'allow',
      '2022-2023',
      '2024',
      'strange',
      'base',
    ];
    const change = (data: YamlData): YamlData => {
      if (typeof data === 'string' || random(12) === 0) return values[random(values.length)] as YamlData;
      if (Array.isArray(data)) {
        const at = random(data.length + 1);
        return at === data.length ? [...data, values[random(values.length)] as YamlData] : data.with(at, change(data[at] as YamlData));
      }
      const names = Object.keys(data);
      const name = names[random(names.length)];
      const turn = random(6);
      if (name === undefined || turn === 0)
        return { ...data, [keys[random(keys.length)] as string]: values[random(values.length)] as YamlData };
      const { [name]: value, ...rest } = data;
      if (turn === 1) return rest;
      // The changed entry comes last, out of the order of the schema.
      return { ...rest, [name]: change(value as YamlData) };
    };
    let accepted = 0;
    let refused = 0;
    for (const { kind, data } of known) {
      for (let round = 0; round < 40; round += 1) {
        const list = typeof data === 'object' && !Array.isArray(data) && Array.isArray(data['measures']) ? data['measures'] : [];
        // A few of the entries are enough, and zod is slow with many.
        const small = list.length > 3 ? { ...(data as object), measures: list.slice(random(list.length - 2)).slice(0, 2) } : data;
        if (expectSame(kind, change(small as YamlData))) accepted += 1;
        else refused += 1;
      }
    }
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });
});
