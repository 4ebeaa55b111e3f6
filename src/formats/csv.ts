import type { Field, Report, Table } from '../report/report.js';
import type { Format } from './format.js';

/**
 * A file a table (RFC 4180, lines end in CRLF) with its data dictionary, its code table and a Frictionless Data Package, by
 * 行政データにおける機械可読性に関するルール.
 */
export const format: Format = {
  name: 'csv',
  single: false,
  *render(report, { bom = false }) {
    const tables = report.tables();
    const mark = bom ? '\uFEFF' : '';
    for (const table of tables) yield { path: `${table.name}.csv`, contents: mark + writeTable(table) };
    yield { path: 'columns.csv', contents: mark + writeTable(dictionary(tables)) };
    yield { path: 'codes.csv', contents: mark + writeTable(codeTable(tables)) };
    yield { path: 'datapackage.json', contents: `${JSON.stringify(dataPackage(report, tables), null, 2)}\n` };
  },
};

function writeTable({ fields, rows }: Pick<Table, 'fields' | 'rows'>): string {
  return [fields.map(({ name }) => name), ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers. */
function writeCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const line = value.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
  const harmless = /^\s*[=+\-@＝＋－＠\t]/.test(line) ? `'${line}` : line;
  return /[",]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const text = (name: string): Field => ({ name, type: 'string', description: '' });

function dictionary(tables: readonly Table[]): Pick<Table, 'fields' | 'rows'> {
  return {
    fields: ['table', 'column', 'type', 'required', 'description'].map(text),
    rows: tables.flatMap(({ name, fields }) =>
      fields.map((field) => [name, field.name, field.type, field.required === true, field.description]),
    ),
  };
}

function codeTable(tables: readonly Table[]): Pick<Table, 'fields' | 'rows'> {
  return {
    fields: ['table', 'column', 'code', 'meaning'].map(text),
    rows: tables.flatMap(({ name, fields }) =>
      fields.flatMap((field) => Object.entries(field.codes ?? {}).map(([code, meaning]) => [name, field.name, code, meaning])),
    ),
  };
}

function dataPackage(report: Report, tables: readonly Table[]) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: report.name,
    title: report.title,
    version: report.subtitle,
    resources: tables.map(({ name, description, fields, key, foreignKeys = [] }) => ({
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
          ...((codes || required) && { constraints: { ...(required && { required: true }), ...(codes && { enum: Object.keys(codes) }) } }),
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
    })),
  };
}
