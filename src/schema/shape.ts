import type { YamlData } from '../yaml/plain-data.js';
import { guards, scalars } from './scalars.js';

/*
 * The schema as plain data, and a reader that goes by it: it gives what zod gives, several times quicker and without loading zod, or nothing
 * where zod has something to say. `npm run build` derives the shapes from the schema (derive-shape.ts), so there is one law;
 * test/schema/shape.test.ts holds the two readers against each other.
 */

export type Shape =
  | { is: 'text'; min?: number; pattern?: string }
  | { is: 'scalar'; name: keyof typeof scalars }
  | { is: 'words'; words: readonly string[] }
  | { is: 'list'; of: Shape }
  | { is: 'either'; of: readonly Shape[] }
  | { is: 'record'; key: Shape; value: Shape; guard?: keyof typeof guards }
  | { is: 'mapping'; fields: Readonly<Record<string, Field>>; rest?: Shape; guard?: keyof typeof guards };

interface Field {
  shape: Shape;
  required?: true;
}

/** What is read of data, the data itself where it means what it is; `refused` where it has not the shape. Data is never changed. */
type Read = (data: YamlData) => unknown;

const refused = Symbol('refused');

/** Makes a reader of a shape: it gives what the data means, or undefined where it has another shape. */
export function readerOf(shape: Shape): (data: YamlData) => unknown {
  const read = compile(shape);
  return (data) => {
    const value = read(data);
    return value === refused ? undefined : value;
  };
}

function compile(shape: Shape): Read {
  switch (shape.is) {
    case 'text':
      return text(shape.min ?? 0, shape.pattern === undefined ? undefined : new RegExp(shape.pattern));
    case 'scalar': {
      const parse: (text: string) => unknown = scalars[shape.name];
      return (data) => (typeof data === 'string' ? (parse(data) ?? refused) : refused);
    }
    case 'words': {
      const words = new Set(shape.words);
      return (data) => (typeof data === 'string' && words.has(data) ? data : refused);
    }
    case 'list':
      return list(compile(shape.of));
    case 'either':
      return either(shape.of.map(compile));
    case 'record':
      return record(compile(shape.key), compile(shape.value), shape.guard && guards[shape.guard]);
    case 'mapping':
      return mapping(shape.fields, shape.rest && compile(shape.rest), shape.guard && guards[shape.guard]);
  }
}

function text(min: number, pattern: RegExp | undefined): Read {
  return (data) => (typeof data === 'string' && data.length >= min && (!pattern || pattern.test(data)) ? data : refused);
}

function list(read: Read): Read {
  return (data) => {
    if (!Array.isArray(data)) return refused;
    let items: unknown[] = data;
    for (let index = 0; index < data.length; index += 1) {
      const entry = data[index] as YamlData;
      const item = read(entry);
      if (item === refused) return refused;
      if (item === entry) continue;
      if (items === data) items = [...data];
      items[index] = item;
    }
    return items;
  };
}

function either(reads: readonly Read[]): Read {
  return (data) => {
    for (const read of reads) {
      const value = read(data);
      if (value !== refused) return value;
    }
    return refused;
  };
}

function record(readKey: Read, readValue: Read, guard: ((mapping: object) => boolean) | undefined): Read {
  return (data) => {
    if (typeof data !== 'object' || Array.isArray(data)) return refused;
    const entries: Record<string, unknown> = {};
    for (const name in data) {
      const key = readKey(name);
      const value = readValue(data[name] as YamlData);
      if (key === refused || value === refused) return refused;
      entries[String(key)] = value;
    }
    return guard && !guard(entries) ? refused : entries;
  };
}

/** Its fields come in the order of the shape, as zod gives them, and what is no field behind them. */
function mapping(
  fields: Readonly<Record<string, Field>>,
  readRest: Read | undefined,
  guard: ((mapping: object) => boolean) | undefined,
): Read {
  const known = new Map(
    Object.entries(fields).map(([name, { shape, required }], place): [string, KnownField] => [
      name,
      { place, shape, required: required === true },
    ]),
  );
  const required = Object.keys(fields).filter((name) => fields[name]?.required).length;
  return (data) => {
    if (typeof data !== 'object' || Array.isArray(data)) return refused;
    let missing = required;
    let values: Record<string, unknown> = data;
    let last = -1;
    let inOrder = true;
    for (const name in data) {
      const field = known.get(name);
      const read = field ? readerOfField(field) : readRest;
      if (!read) return refused;
      const written = data[name] as YamlData;
      const value = read(written);
      if (value === refused) return refused;
      if (field?.required) missing -= 1;
      if (value !== written) {
        if (values === data) values = { ...data };
        values[name] = value;
      }
      const place = field ? field.place : known.size;
      inOrder &&= place >= last;
      last = place;
    }
    if (missing > 0 || (guard && !guard(values))) return refused;
    return inOrder ? values : sorted(values, known);
  };
}

interface KnownField {
  /** Among the fields of the shape. */
  place: number;
  shape: Shape;
  required: boolean;
  read?: Read;
}

/** A shape holds itself nowhere, yet most of what it holds is seldom written: its reader is made when it is needed. */
function readerOfField(field: KnownField): Read {
  field.read ??= compile(field.shape);
  return field.read;
}

function sorted(values: Record<string, unknown>, known: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  for (const name of known.keys()) if (Object.hasOwn(values, name)) ordered[name] = values[name];
  return Object.assign(ordered, values);
}
