import type { Report } from '../report/report.js';
import type { Field, FieldType, Table } from '../report/tables/table.js';
import { allDigits } from '../source/all-digits.js';
import { encodeUtf8 } from '../source/encode-utf8.js';
import type { Format, OutputFile } from './format.js';

/**
 * A file a table (RFC 4180, lines end in CRLF) with its data dictionary, its code table and a Frictionless Data Package, by
 * 行政データにおける機械可読性に関するルール.
 */
export const format: Format = {
  *render(report, { bom = false }) {
    const tables = report.tables();
    const { dictionary, resources } = descriptionOf(tables, bom);
    for (const table of tables) yield { path: `${table.name}.csv`, contents: writeTable(table, bom), title: table.description };
    yield* dictionary;
    yield {
      path: 'datapackage.json',
      title: '表のつくり（Frictionless Data Package）',
      contents: Buffer.concat([encodeUtf8(headOf(report)), resources]),
    };
  },
};

/** What is said of tables with certain columns. */
interface Description {
  /** Of each of these tables, its columns and what they refer to. */
  of: readonly (Table['fields'] | Table['foreignKeys'])[];
  bom: boolean;
  /** The files of the data dictionary and the code table. */
  dictionary: OutputFile[];
  /** The data package from the value of `resources` on. */
  resources: Uint8Array;
}

/** Of one plan after the other the same is said, as long as their tables have the very same columns: by those of the first table. */
const descriptions = new WeakMap<readonly Field[], Description>();

function descriptionOf(tables: readonly Table[], bom: boolean): Description {
  const of = tables.flatMap(({ fields, foreignKeys }) => [fields, foreignKeys]);
  const first = tables[0]?.fields;
  const known = first && descriptions.get(first);
  if (known?.bom === bom && known.of.length === of.length && known.of.every((part, index) => part === of[index])) return known;
  const dictionary = dictionaryOf(tables);
  const description = {
    of,
    bom,
    dictionary: dictionary.map((table) => ({
      path: `${table.name}.csv`,
      contents: encodeUtf8(writeTable(table, bom).join('')),
      title: table.description,
    })),
    resources: encodeUtf8(`${indented([...tables, ...dictionary].map(resourceOf))}\n}\n`),
  };
  if (first) descriptions.set(first, description);
  return description;
}

/** A table as a CSV file, in pieces; `bom` begins it with a byte order mark. */
export function writeTable({ fields, rows }: Table, bom = false): readonly string[] {
  const pieces = [bom ? '\uFEFF' : '', fields.map(({ name }) => name).join(','), lineEnd];
  // What stands above in the same column stands there often again: the plan, the section, the heading.
  const above: Cell[] = fields.map(() => null);
  const written: string[] = fields.map(() => '');
  for (const row of rows()) {
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column] as Cell;
      if (value === above[column]) continue;
      above[column] = value;
      written[column] = writeCell(value);
    }
    pieces.push(written.join(','), lineEnd);
  }
  return pieces;
}

const lineEnd = '\r\n';

type Cell = ReturnType<Table['rows']>[number][number];

/** A cell as it stands between two commas; numbers stay numbers. */
function writeCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return allDigits(value);
  if (typeof value === 'boolean') return String(value);
  if (!unusual.test(value)) return value;
  const harmless = harmlessText(value);
  return /[",]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A text as a reader of the table gets it: on one line, and with an apostrophe before what a spreadsheet would take for a formula. */
function harmlessText(text: string): string {
  // Other control characters belong into no table, and steer the terminal that shows it.
  const line = text.replace(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g, ' ').replace(/[\0-\x08\x0E-\x1F\x7F-\x9F]/g, '');
  return formula.test(line) ? `'${line}` : line;
}

/** What a spreadsheet begins a formula with: signs, in either width. */
const signs = '=+\\-@＝＋－＠';
const formula = new RegExp(`^\\s*[${signs}\\t]`);
const unusual = new RegExp(`^[${signs}]|[",\\s\\0-\\x1F\\x7F-\\x9F]`);

const typeCodes: Record<FieldType, string> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: 'true か false',
  yearmonth: '年月（2023-04 の形）',
  date: '年月日（2023-04-01 の形）',
};

const text = (name: string, description: string, required = true): Field => ({ name, type: 'string', description, required });

/** The dictionary of tables, `columns`, and their code table, `codes`, which describe themselves too. Tables of one name are told once. */
export function dictionaryOf(tables: readonly Table[], naming = '表の名前。ファイル名から .csv を除いたもの'): Table[] {
  const columns: Table = {
    name: 'columns',
    description: 'データ項目の説明。1行が表の1列',
    fields: [
      text('table', naming),
      text('column', '列の名前'),
      { ...text('type', '値の型'), codes: typeCodes },
      { name: 'required', type: 'boolean', description: '空にならないか', required: true },
      text('description', '列の意味'),
    ],
    key: ['table', 'column'],
    rows: () =>
      described.flatMap(({ name, fields }) =>
        fields.map((field) => [name, field.name, field.type, field.required === true, field.description]),
      ),
  };
  const codes: Table = {
    name: 'codes',
    description: 'コード表。1行がコード1つ',
    fields: [text('table', naming), text('column', '列の名前'), text('code', 'コード'), text('meaning', 'コードの意味')],
    key: ['table', 'column', 'code'],
    rows: () =>
      described.flatMap(({ name, fields }) =>
        fields.flatMap((field) => Object.entries(field.codes ?? {}).map(([code, meaning]) => [name, field.name, code, meaning])),
      ),
  };
  const described = [...new Map([...tables, columns, codes].map((table) => [table.name, table])).values()];
  return [columns, codes];
}

/** The data package up to the value of `resources`; of a plan it says whose tables these are, as their first column does. */
function headOf({ name, title, subtitle, dataset }: Report): string {
  const plan = dataset?.().id;
  const head = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title,
    version: subtitle,
    ...(plan !== undefined && { plan_id: plan }),
  };
  return `${JSON.stringify(head, null, 2).slice(0, -'\n}'.length)},\n  "resources": `;
}

/** A value as it stands one step inside an object. */
function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}

function resourceOf({ name, description, fields, key, foreignKeys = [] }: Table) {
  return {
    name,
    path: `${name}.csv`,
    title: description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: fields.map(({ name: field, type, description: title, codes, required }) => ({
        name: field,
        type,
        title,
        ...((codes || required) && {
          constraints: { ...(required && { required: true }), ...(codes && { enum: Object.keys(codes).map(harmlessText) }) },
        }),
      })),
      missingValues: [''],
      ...(key && { primaryKey: key }),
      ...(foreignKeys.length > 0 && {
        foreignKeys: foreignKeys.map(({ field, table, reference }) => ({
          fields: [field],
          reference: { resource: table, fields: [reference] },
        })),
      }),
    },
  };
}
