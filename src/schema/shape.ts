import { type PlainData, PlainMapping } from '../yaml/plain-data.js';
import { guards, type Lift, lifts, scalars } from './scalars.js';

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
  | { is: 'mapping'; fields: Readonly<Record<string, Field>>; rest?: Shape; guard?: keyof typeof guards }
  | { is: 'lifted'; fields: Readonly<Record<string, Field>>; rest: Shape; lift: keyof typeof lifts };

interface Field {
  shape: Shape;
  required?: true;
}

/** What the data means; `refused` where it has not the shape. */
type Read = (data: PlainData) => unknown;

const refused = Symbol('refused');

/** Makes a reader of a shape: it gives what the data means, or undefined where it has another shape. */
export function readerOf(shape: Shape): (data: PlainData) => unknown {
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
    case 'lifted':
      return lifted(shape.fields, compile(shape.rest), lifts[shape.lift]);
  }
}

function text(min: number, pattern: RegExp | undefined): Read {
  return (data) => (typeof data === 'string' && data.length >= min && (!pattern || pattern.test(data)) ? data : refused);
}

function list(read: Read): Read {
  return (data) => {
    if (!Array.isArray(data)) return refused;
    const items: unknown[] = [];
    for (let index = 0; index < data.length; index += 1) {
      const item = read(data[index] as PlainData);
      if (item === refused) return refused;
      items.push(item);
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

function record(readKey: Read, readValue: Read, guard: Guard | undefined): Read {
  return (data) => {
    if (!(data instanceof PlainMapping)) return refused;
    const entries: Record<string, unknown> = {};
    for (let index = 0; index < data.keys.length; index += 1) {
      const key = readKey(data.keys[index] as string);
      const value = readValue(data.values[index] as PlainData);
      if (key === refused || value === refused) return refused;
      entries[String(key)] = value;
    }
    return guard && !guard(entries) ? refused : entries;
  };
}

type Fields = Readonly<Record<string, Field>>;
type Guard = (mapping: object) => boolean;

/** Its fields come in the order of the shape, as zod gives them, and what is no field behind them. */
function mapping(fields: Fields, readRest: Read | undefined, guard: Guard | undefined): Read {
  const known = knownOf(fields);
  const required = countRequired(fields);
  return (data) => {
    if (!(data instanceof PlainMapping)) return refused;
    const { keys, values } = data;
    const read: Record<string, unknown> = {};
    let missing = required;
    let last = -1;
    let inOrder = true;
    for (let index = 0; index < keys.length; index += 1) {
      const name = keys[index] as string;
      const field = known.get(name);
      const readValue = field ? readerOfField(field) : readRest;
      if (!readValue) return refused;
      const value = readValue(values[index] as PlainData);
      if (value === refused) return refused;
      read[name] = value;
      if (field?.required) missing -= 1;
      const place = field ? field.place : known.size;
      inOrder &&= place >= last;
      last = place;
    }
    if (missing > 0 || (guard && !guard(read))) return refused;
    return inOrder ? read : sorted(read, known);
  };
}

/**
 * One entry is no field: its key and its value become fields, which come first. All fields are there, also those that are not written: there are
 * many of these mappings, and V8 makes and reads them quicker when they have one form.
 */
function lifted(fields: Fields, readRest: Read, { names, lift, guard }: Lift): Read {
  const known = knownOf(fields);
  const required = countRequired(fields);
  const blank: Record<string, unknown> = Object.fromEntries([...names, ...Object.keys(fields)].map((name) => [name, undefined]));
  return (data) => {
    if (!(data instanceof PlainMapping)) return refused;
    const { keys, values } = data;
    const read = { ...blank };
    let missing = required;
    let isLifted = false;
    for (let index = 0; index < keys.length; index += 1) {
      const name = keys[index] as string;
      const field = known.get(name);
      const value = (field ? readerOfField(field) : readRest)(values[index] as PlainData);
      if (value === refused) return refused;
      if (field) {
        read[name] = value;
        if (field.required) missing -= 1;
      } else {
        if (isLifted || !lift(read, name, value as string)) return refused;
        isLifted = true;
      }
    }
    return isLifted && missing === 0 && guard(read) ? read : refused;
  };
}

function knownOf(fields: Fields): ReadonlyMap<string, KnownField> {
  return new Map(Object.entries(fields).map(([name, { shape, required }], place) => [name, { place, shape, required: required === true }]));
}

function countRequired(fields: Fields): number {
  return Object.values(fields).filter(({ required }) => required).length;
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
