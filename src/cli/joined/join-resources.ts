import { dictionaryOf, writeTable } from '../../formats/csv.js';
import type { Table } from '../../report/tables/table.js';
import type { Host, WrittenFile } from '../host.js';
import { cellsOf, readTable } from './join-table.js';

/** A table as a data package tells it. */
export interface Resource {
  name: string;
  path: string;
  title: string;
  schema: { fields: ResourceField[]; primaryKey?: string[]; foreignKeys?: ForeignKey[] };
}

interface ResourceField {
  name: string;
  type: Table['fields'][number]['type'];
  title: string;
  constraints?: { required?: true; enum?: string[] };
}

interface ForeignKey {
  fields: string[];
  reference: { resource: string; fields: string[] };
}

/** What tells the rows of one output from those of others in every joined table. */
const own = ['plan_id', 'edition'];

/** The tables of several packages: each with the columns of all, and keyed by the plan and its edition too. */
export function joinedResources(packages: readonly (readonly Resource[])[]): Resource[] {
  const joined = new Map<string, Resource>();
  for (const resources of packages) {
    for (const resource of resources) {
      const known = joined.get(resource.path);
      joined.set(resource.path, known ? widen(known, resource) : resource);
    }
  }
  return [...joined.values()].map(keyedByPlan);
}

/** The resource with the columns of both, those of the first before what only the second has. */
function widen(known: Resource, more: Resource): Resource {
  const others = new Map(more.schema.fields.map((field) => [field.name, field]));
  const fields = known.schema.fields.map((field) => both(field, others.get(field.name)));
  const names = new Set(fields.map(({ name }) => name));
  const added = more.schema.fields.filter(({ name }) => !names.has(name)).map((field) => both(field, undefined));
  return { ...known, schema: { ...known.schema, fields: [...fields, ...added] } };
}

/** A column that only one has is empty in the rows of the other; the codes of one are codes of both. */
function both({ constraints, ...field }: ResourceField, other: ResourceField | undefined): ResourceField {
  const required = constraints?.required && other?.constraints?.required;
  const codes = other
    ? other.constraints?.enum && constraints?.enum && [...new Set([...constraints.enum, ...other.constraints.enum])]
    : constraints?.enum;
  return { ...field, ...((required || codes) && { constraints: { ...(required && { required }), ...(codes && { enum: codes }) } }) };
}

/**
 * Ids are unique in an edition of a plan: among several, both are part of every key. A reference that may be empty is none then, since programs
 * take a key of which only a part is empty for a broken one.
 */
function keyedByPlan(resource: Resource): Resource {
  const { primaryKey, foreignKeys, ...schema } = resource.schema;
  const required = new Set(schema.fields.flatMap(({ name, constraints }) => (constraints?.required ? [name] : [])));
  const whole = foreignKeys?.filter(({ fields }) => fields.every((name) => required.has(name))) ?? [];
  // The dictionary speaks of all plans.
  if (!own.every((name) => schema.fields.some((field) => field.name === name))) return resource;
  return {
    ...resource,
    schema: {
      ...schema,
      ...(primaryKey && { primaryKey: [...own, ...primaryKey] }),
      ...(whole.length > 0 && {
        foreignKeys: whole.map(({ fields, reference }) => ({
          fields: [...own, ...fields],
          reference: { ...reference, fields: [...own, ...reference.fields] },
        })),
      }),
    },
  };
}

/**
 * The data dictionary and the code table of the joined tables. What the codes mean is told by the code tables in these folders: all that plans
 * mean by one word, where they differ.
 */
export function joinedDictionary(host: Host, folders: readonly string[], resources: readonly Resource[], bom: boolean): WrittenFile[] {
  const meanings = new Map<string, Set<string>>();
  const codes = dictionaryOf([]).find(({ name }) => name === 'codes');
  const heading = Buffer.from((codes?.fields ?? []).map(({ name }) => name).join());
  // Most plans have the same.
  const texts = new Set<string>();
  for (const folder of folders) texts.add(new TextDecoder().decode(readTable(host, `${folder}/codes.csv`, heading)));
  for (const text of texts) {
    for (const row of text.split('\r\n').slice(1, -1)) {
      const [table, column, code, meaning = ''] = cellsOf(row).map(unquoted);
      const key = `${table}\0${column}\0${code}`;
      meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning));
    }
  }
  const tables = resources.map(
    ({ name, title, schema }): Table => ({
      name,
      description: title,
      fields: schema.fields.map(({ name: field, type, title: description, constraints }) => ({
        name: field,
        type,
        description,
        ...(constraints?.required && { required: true }),
        ...(constraints?.enum && {
          codes: Object.fromEntries(constraints.enum.map((code) => [code, meaningOf(meanings.get(`${name}\0${field}\0${code}`))])),
        }),
      })),
      rows: () => [],
    }),
  );
  const told = new Set(dictionaryOf([]).map(({ name }) => name));
  return dictionaryOf(tables.filter(({ name }) => !told.has(name))).map((table) => ({
    path: `${table.name}.csv`,
    contents: writeTable(table, bom).join(''),
  }));
}

function meaningOf(meanings: ReadonlySet<string> = new Set()): string {
  return `${meanings.size > 1 ? '計画によって違う: ' : ''}${[...meanings].join(' / ')}`;
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
