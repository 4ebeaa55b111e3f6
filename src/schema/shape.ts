import { type PlainData, PlainMapping } from '../yaml/plain-data.js';
import { guards, type Lift, lifts, scalars } from './scalars.js';

/*
 * The schema as plain data, and a reader that goes by it: it gives what zod gives, several times quicker and without loading zod, or nothing
 * where zod has something to say. `npm run build` derives the shapes from the schema (build/derive-shape.ts); what a scalar means stands in scalars.ts
 * and once more in the schema; test/schema/shape.test.ts holds the two readers against each other.
 */

export type Shape =
  | { is: 'text'; pattern?: string }
  | { is: 'scalar'; name: keyof typeof scalars }
  | { is: 'words'; words: readonly string[] }
  | { is: 'list'; of: Shape }
  | { is: 'either'; of: readonly Shape[] }
  | { is: 'record'; key: Shape; value: Shape; guard?: keyof typeof guards }
  | { is: 'mapping'; fields: Fields; rest?: Shape; guard?: keyof typeof guards; blank?: Blank }
  | { is: 'lifted'; fields: Fields; rest: Shape; lift: keyof typeof lifts; blank?: Blank };

type Fields = Readonly<Record<string, Field>>;

/** Makes the object that a mapping is read into, with all of its fields: the build writes one for each shape, which V8 then makes in one step. */
type Blank = () => Record<string, unknown>;

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
      return text(shape.pattern === undefined ? undefined : new RegExp(shape.pattern));
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
      return mapping(shape.fields, shape.blank, shape.rest && compile(shape.rest), shape.guard && guards[shape.guard]);
    case 'lifted':
      return lifted(shape.fields, shape.blank, compile(shape.rest), lifts[shape.lift]);
  }
}

function text(pattern: RegExp | undefined): Read {
  return (data) => (typeof data === 'string' && (!pattern || pattern.test(data)) ? data : refused);
}

function list(read: Read): Read {
  return (data) => {
    if (!Array.isArray(data)) return refused;
    // A copy has its length from the beginning, and need not grow.
    const items: unknown[] = data.slice();
    for (let index = 0; index < items.length; index += 1) {
      const item = read(items[index] as PlainData);
      if (item === refused) return refused;
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

type Guard = (mapping: object) => boolean;

/**
 * Its fields come in the order of the shape, as zod gives them, and what is no field behind them. Those that are not written are undefined:
 * objects of one form are made and read several times as quickly as those of many.
 */
function mapping(fields: Fields, blank: Blank = blankOf(fields), readRest?: Read, guard?: Guard): Read {
  const known = knownOf(fields);
  const required = countRequired(fields);
  return (data) => {
    if (!(data instanceof PlainMapping)) return refused;
    const { keys, values } = data;
    const read = blank();
    let missing = required;
    for (let index = 0; index < keys.length; index += 1) {
      const name = keys[index] as string;
      const field = known.get(name);
      const readValue = field ? readerOfField(field) : readRest;
      if (!readValue) return refused;
      const value = readValue(values[index] as PlainData);
      if (value === refused) return refused;
      read[name] = value;
      if (field?.required) missing -= 1;
    }
    return missing > 0 || (guard && !guard(read)) ? refused : read;
  };
}

/** One entry is no field: its key and its value become fields, which come first. */
function lifted(fields: Fields, blank: Blank | undefined, readRest: Read, { names, lift, guard }: Lift): Read {
  const known = knownOf(fields);
  const required = countRequired(fields);
  const make = blank ?? blankOf(fields, names);
  return (data) => {
    if (!(data instanceof PlainMapping)) return refused;
    const { keys, values } = data;
    const read = make();
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
  return new Map(Object.entries(fields).map(([name, { shape, required }]) => [name, { shape, required: required === true }]));
}

function countRequired(fields: Fields): number {
  return Object.values(fields).filter(({ required }) => required).length;
}

function blankOf(fields: Fields, lifted: readonly string[] = []): Blank {
  const blank = Object.fromEntries([...lifted, ...Object.keys(fields)].map((name) => [name, undefined]));
  return () => ({ ...blank });
}

interface KnownField {
  shape: Shape;
  required: boolean;
  read?: Read;
}

/** A shape holds itself nowhere, yet most of what it holds is seldom written: its reader is made when it is needed. */
function readerOfField(field: KnownField): Read {
  field.read ??= compile(field.shape);
  return field.read;
}
