import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, section } from '../support/plan.js';

/*
 * 行政データにおける機械可読性に関するルール, as domain.md states it: one table a file, one header row, unique headers, one value a cell, no
 * line break in a cell, 西暦 in year columns, 和暦 in columns of its own, plain numbers, closed code lists, a data dictionary and a code table.
 */

interface Resource {
  name: string;
  path: string;
  encoding: string;
  schema: {
    fields: { name: string; type: string; constraints?: { required?: boolean; enum?: string[] } }[];
    primaryKey?: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

type Row = Record<string, string>;

/** The CSV files of a call, read by a parser of its own kind, and the data package that describes them. */
async function outputOf(files: Record<string, string>, ...argv: string[]) {
  const { text, tables } = await tablesOf(/^[^/]*\.csv$/, files, ...argv, '--format', 'csv');
  const resources = (JSON.parse(text('datapackage.json')) as { resources: Resource[] }).resources;
  const table = (name: string) => {
    const found = tables.find((one) => one.name === name);
    if (!found) throw new Error(`there is no ${name}.csv`);
    return found;
  };
  return { tables, table, resources };
}

async function tablesOf(which: RegExp, files: Record<string, string>, ...argv: string[]) {
  const host = memoryHost(files);
  expect(await call(host, ...argv, '--out', 'out'), host.err).toBe(0);
  const text = (path: string) => host.files.get(`out/${path}`) ?? '';
  const paths = [...host.files.keys()].flatMap((path) => (path.startsWith('out/') && which.test(path.slice(4)) ? [path.slice(4)] : []));
  const tables = paths.map((path) => {
    const records = parse(text(path), { bom: true, record_delimiter: '\r\n', relax_column_count: false }) as string[][];
    const [header = [], ...cells] = records;
    const rows = cells.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])) as Row);
    return { name: path.replace(/\.csv$/, ''), path, text: text(path), header, cells, rows };
  });
  return { text, tables };
}

const story = fileURLToPath(new URL('../editions/story/r5', import.meta.url));
const shipped = fileURLToPath(new URL('../../roadmap', import.meta.url));
const hard = {
  'roadmap/plan.yaml': plan,
  'roadmap/departments.yaml': departments,
  'roadmap/section.yaml': section(`- id: measure
  number: (1)
  title: "=HYPERLINK(\\"http://example.invalid\\",\\"押して\\")"
  milestones: [{ 2021-06-03: +1 }, -2]
  kpis:
  - { id: small, name: 率, unit: '%', target: { 2023: 0.00000001 }, base: { 2020: 0.5 }, actuals: { 2022-03-31: -1.5 } }
  - { id: era, name: 数, unit: 件, target: 100000000000000000000000, base: { R3: 1 } }
  tracks:
  - id: row
    label: "　＝全角"
    notes: ["@SUM(A1)", ＝HYPERLINK(1), ＋1, －1, ＠SUM(A1)]
    phases:
    - 2021: "=1+1"
    - 2022: "-1"
    - 2023: "a,b \\"c\\" ,d"
    - 2024-: "\\t=cmd|' /C calc'!A0"
`),
};
/** 「－」 is what an official form says where nothing applies, and a spreadsheet would take it for a sign. */
const dashed = {
  ...hard,
  'roadmap/plan.yaml': `${plan}vocabulary:\n  name: own\n  status: [{ term: －, means: done }, やめた]\n  verdict: [＋, －]\n`,
  'roadmap/progress/2021/section.yaml': 'fy: 2021\nreports:\n- { on: row, status: －, verdict: － }\n',
};
const calls: [string, Record<string, string>, string[]][] = [
  ['the shipped roadmap', {}, ['build', shipped]],
  ['a slice of it', {}, ['slice', shipped, '--fy', '2023']],
  ['a fictional plan with reports', {}, ['build', story]],
  ['a slice of a fictional plan', {}, ['slice', story, '--fy', '2022-2023']],
  ['a year of a fictional plan', {}, ['slice', story, '--fy', '2023']],
  ['what a department answers for in a year', {}, ['slice', story, '--fy', '2023', '--lead', 'lh-light']],
  ['a plan of hard texts', hard, ['build']],
  ['a plan of hard words', dashed, ['build']],
  ['a year of a plan of hard words', dashed, ['slice', '--fy', '2021']],
];

/** What holds for every table. */
function followsTheRules(tables: Awaited<ReturnType<typeof tablesOf>>['tables']): void {
  it('has one header row of unique names a file, and rows of that width', () => {
    for (const { name, header, text } of tables) {
      expect(new Set(header).size, name).toBe(header.length);
      expect(
        header.every((one) => /^[a-z][a-z0-9_]*$/.test(one)),
        `${name}: ${header}`,
      ).toBe(true);
      expect(text.startsWith(`${header.join(',')}\r\n`), name).toBe(true);
    }
  });

  it('has no line break in a cell, and no blanks around a value', () => {
    for (const { name, cells, text } of tables) {
      expect(text.split('\r\n').length - 1, name).toBe(cells.length + 1);
      expect(text.replaceAll('\r\n', ''), name).not.toMatch(/[\r\n\v\f\u0085\u2028\u2029]/);
    }
  });

  it('holds western years in year columns, and 和暦 in columns that are not named for a time', () => {
    const wareki = /(?:令和|平成|昭和|大正|明治|[RHSTM]\d)/;
    for (const { name, header, rows } of tables) {
      for (const column of header) {
        const values = rows.map((row) => row[column] ?? '').filter(Boolean);
        if (/(?:^|_)year(?:$|_)|年/.test(column)) for (const value of values) expect(value, `${name}.${column}`).toMatch(/^\d{4}$/);
        if (/(?:^|_)month$/.test(column))
          for (const value of values) expect(value, `${name}.${column}`).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/);
        if (/wareki/.test(column)) {
          expect(column).not.toMatch(/年|月|日|date|year|month|day/);
          for (const value of values) expect(value, `${name}.${column}`).toMatch(/^(?:令和|平成|昭和|大正|明治)(?:元|\d+)年度$/);
        }
        if (/date|year|month|day/.test(column)) for (const value of values) expect(value, `${name}.${column}`).not.toMatch(wareki);
      }
    }
  });

  it('has years down the rows: no column is named after one', () => {
    for (const { header } of tables) for (const column of header) expect(column).not.toMatch(/\d{4}|(?:fy|r|h)\d+$/);
  });

  it('has ids that begin with a letter, so that no spreadsheet takes one for a date', () => {
    for (const { name, header, rows } of tables) {
      for (const column of header.filter((one) => one.endsWith('_id')))
        for (const row of rows) if (row[column]) expect(row[column], `${name}.${column}`).toMatch(/^[a-z][\w.-]*$/);
    }
  });

  it('has no cell that a spreadsheet would run', () => {
    for (const { name, cells } of tables)
      for (const row of cells)
        for (const value of row) if (!/^-?\d+(?:\.\d+)?$/.test(value)) expect(value, name).not.toMatch(/^\s*[=+\-@＝＋－＠\t]/);
  });
}

describe.each(calls)('the CSV of %s', async (_, files, argv) => {
  const { tables, table, resources } = await outputOf(files, ...argv);

  followsTheRules(tables);

  it('keeps to the types, the required cells and the code lists of its data package', () => {
    expect(resources.map(({ path }) => path)).toEqual(tables.map(({ path }) => path));
    const forms: Record<string, RegExp> = {
      integer: /^-?\d+$/,
      number: /^-?\d+(?:\.\d+)?$/,
      boolean: /^(?:true|false)$/,
      yearmonth: /^\d{4}-(?:0[1-9]|1[0-2])$/,
      date: /^\d{4}-\d\d-\d\d$/,
      string: /^/,
    };
    const codes = table('codes').rows;
    for (const { name, schema, encoding } of resources) {
      const { header, rows } = table(name);
      expect(encoding).toBe('utf-8');
      expect(schema.fields.map((field) => field.name)).toEqual(header);
      for (const { name: column, type, constraints = {} } of schema.fields) {
        const listed = codes.filter((row) => row['table'] === name && row['column'] === column).map((row) => row['code']);
        expect(listed, `the codes of ${name}.${column}`).toEqual(constraints.enum ?? []);
        for (const row of rows) {
          const value = row[column] ?? '';
          if (value === '') expect(constraints.required ?? false, `${name}.${column} is empty`).toBe(false);
          else {
            expect(value, `${name}.${column}`).toMatch(forms[type] ?? /^$/);
            if (constraints.enum) expect(constraints.enum, `${name}.${column}`).toContain(value);
          }
        }
      }
    }
  });

  it('explains every column of every file in columns.csv', () => {
    const explained = table('columns').rows;
    expect(explained.map((row) => `${row['table']}.${row['column']}`)).toEqual(
      tables.flatMap(({ name, header }) => header.map((column) => `${name}.${column}`)),
    );
    for (const row of explained)
      expect(row['description'], `${row['table']}.${row['column']}`).toMatch(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u);
    for (const row of table('codes').rows) expect(row['meaning']).not.toBe('');
  });

  it('has unique keys, and foreign keys that hold', () => {
    for (const { name, schema } of resources) {
      const { rows } = table(name);
      const key = schema.primaryKey ?? [];
      if (key.length > 0) expect(new Set(rows.map((row) => key.map((column) => row[column]).join('\n'))).size, name).toBe(rows.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(table(reference.resource || name).rows.map((row) => row[reference.fields[0] ?? '']));
        for (const row of rows) {
          const value = row[fields[0] ?? ''];
          if (value) expect(known.has(value), `${name}.${fields[0]} ${value}`).toBe(true);
        }
      }
    }
  });

  it('says what kind each item is, and the item is there', () => {
    for (const { name, header, rows } of tables) {
      for (const column of header.filter((one) => /_kind$/.test(one)))
        for (const row of rows) {
          const kind = row[column] ?? '';
          const id = row[column.replace(/_kind$/, '_id')] ?? '';
          if (kind === 'plan' || kind === 'chapter') continue;
          expect(
            table(`${kind}s`).rows.some((one) => one[`${kind}_id`] === id),
            `${name}: ${kind} ${id}`,
          ).toBe(true);
        }
    }
  });
});

it('tells what was due before a slice, and where it stands, though its phases are not in it', async () => {
  const { tables, text } = await tablesOf(/^[^/]*\.csv$/, {}, 'slice', story, '--fy', '2023', '--format', 'csv,json');
  const rowsOf = (wanted: string) => tables.find(({ name }) => name === wanted)?.rows ?? [];
  const terms = rowsOf('passed_terms');
  const { unreported, overdue } = JSON.parse(text('slice.json')) as Record<'unreported' | 'overdue', Record<string, unknown>[]>;
  const told = [...(unreported ?? []), ...(overdue ?? [])];
  expect(new Set(terms.map((row) => row['phase_id']))).toEqual(new Set(told.map(({ phase }) => phase)));
  const known = new Set(rowsOf('phases').map((row) => row['phase_id']));
  expect(terms.some((row) => !known.has(row['phase_id']))).toBe(true);
  for (const { phase, text: words, section, measure, track, leads } of told)
    for (const row of terms.filter((one) => one['phase_id'] === phase)) {
      expect([row['text'], row['section_id'], row['measure_id'], row['track_id']]).toEqual([words, section, measure, track]);
      expect([row['lead_1'], row['lead_2']].filter(Boolean)).toEqual(leads);
      expect(row['section_name']).not.toBe('');
      expect(row['measure_1']).not.toBe('');
      expect(row['start_fiscal_year']).not.toBe('');
    }
});

describe.each(calls)('the CSV of the pages of %s', async (_, files, argv) => {
  const { text, tables } = await tablesOf(/^pages\/.*\.csv$/, files, ...argv, '--format', 'html');
  const dictionary = ['pages/columns', 'pages/codes'];
  const [columns, codes] = dictionary.map((name) => tables.find((one) => one.name === name)?.rows ?? []);
  /** Pages of a kind have one layout, under the name before the first hyphen. */
  const layout = (name: string) => name.replace(/^pages\//, '').replace(/-.*/, '');

  followsTheRules(tables);

  it('explains every column and code in columns.csv and codes.csv', () => {
    for (const { name, header, rows } of tables) {
      const explained = (columns ?? []).filter((row) => row['table'] === layout(name));
      expect(
        explained.map((row) => row['column']),
        name,
      ).toEqual(header);
      for (const { column = '', required } of explained) {
        const listed = (codes ?? []).filter((row) => row['table'] === layout(name) && row['column'] === column).map((row) => row['code']);
        for (const row of rows) {
          if (row[column] === '') expect(required, `${name}.${column} is empty`).toBe('false');
          else if (listed.length > 0) expect(listed, `${name}.${column}`).toContain(row[column]);
        }
      }
    }
  });

  it('names every item once', () => {
    for (const { name, header, rows } of tables) {
      // A change, a report and a remark are each of an item, which may have several.
      if (!header.includes('item_id') || !/^(?:section|department|all|year|sheet|index|dates)$/.test(layout(name))) continue;
      expect(new Set(rows.map((row) => row['item_id'])).size, name).toBe(rows.length);
    }
  });

  it('stands beside JSON of the same', () => {
    for (const { name, rows } of tables) {
      const phases = rows.flatMap((row) => (row['item_kind'] === 'phase' ? [row['item_id']] : []));
      const json = text(`${name}.json`);
      if (phases.length === 0 || !json) continue;
      const { phases: told } = JSON.parse(json) as { phases: { id: string }[] };
      expect(told.map(({ id }) => id).sort(), name).toEqual(phases.sort());
    }
  });
});

describe('the CSV of a revision', async () => {
  const r4 = fileURLToPath(new URL('../editions/story/r4', import.meta.url));
  const { tables } = await outputOf({}, 'diff', r4, story);
  followsTheRules(tables);
  it('has a row for each item of a split', () => {
    const split = tables.find(({ name }) => name === 'changes')?.rows.find((row) => row['kind'] === 'split');
    const items = tables.find(({ name }) => name === 'change_items')?.rows.filter((row) => row['change_id'] === split?.['change_id']);
    expect(items?.filter((row) => row['side'] === 'after').length).toBeGreaterThan(1);
  });
});

describe('hard texts', () => {
  it('come out of the CSV as they went in, but for the apostrophe before a formula', async () => {
    const { table } = await outputOf(hard, 'build');
    expect(table('phases').rows.map((row) => row['text'])).toEqual(["'=1+1", "'-1", 'a,b "c" ,d', "'\t=cmd|' /C calc'!A0"]);
    expect(table('milestones').rows.map((row) => [row['text'], row['month'], row['day'], row['fiscal_year']])).toEqual([
      ["'+1", '2021-06', '3', '2021'],
      ["'-2", '', '', ''],
    ]);
    expect(table('notes').rows.map((row) => row['text'])).toEqual(["'@SUM(A1)", "'＝HYPERLINK(1)", "'＋1", "'－1", "'＠SUM(A1)"]);
  });
  it('keep numbers plain, however large or small, and a base in its parts', async () => {
    const { table } = await outputOf(hard, 'build');
    expect(table('kpis').rows.map((row) => [row['target_value'], row['base_fiscal_year'], row['base_value']])).toEqual([
      ['0.00000001', '2020', '0.5'],
      ['100000000000000000000000', '2021', '1'],
    ]);
    expect(table('kpi_actuals').rows.map((row) => [row['month'], row['day'], row['value']])).toEqual([['2022-03', '31', '-1.5']]);
  });
});

describe('what is not known yet, or was printed wrongly', () => {
  const files = {
    ...hard,
    'roadmap/section.yaml': section(
      [
        '- id: measure\n  title: 施作\n  corrected: 施策\n  kpis:',
        '  - { id: open, name: 未定, unit: 件, target: { undetermined: 2022 }, notes: [来年度の会議で定める] }',
        '  - { id: late, name: 割合, unit: "%", target: { 2023: 90 }, measureFrom: 2022-10-01 }',
        '  - { id: never, name: 人数, unit: 人, target: undetermined }',
        '  tracks:\n  - id: row\n    phases:\n    - 2021-: 検討\n',
      ].join('\n'),
    ),
  };
  const columns = ['kpi_id', 'target_undetermined', 'target_set_fiscal_year', 'measure_from_month', 'measure_from_day'];
  it('has columns of its own', async () => {
    const { table } = await outputOf(files, 'build');
    expect(table('measures').rows.map((row) => [row['title'], row['corrected_title']])).toEqual([['施作', '施策']]);
    expect(table('kpis').rows.map((row) => columns.map((name) => row[name]))).toEqual([
      ['open', 'true', '2022', '', ''],
      ['late', 'false', '', '2022-10', '1'],
      ['never', 'true', '', '', ''],
    ]);
  });
  it('stands in the slice of the year in which a target is to be set, with its notes', async () => {
    const { table } = await outputOf(files, 'slice', '--fy', '2022');
    expect(table('kpis').rows.map((row) => [row['kpi_id'], row['target_set_fiscal_year']])).toEqual([['open', '2022']]);
    expect(table('notes').rows.map((row) => row['item_id'])).toContain('open');
    expect((await outputOf(files, 'slice', '--fy', '2021')).table('kpis').rows).toEqual([]);
  });
});

it('explains a word that a spreadsheet would take for a sign as it stands in the table, joined too', async () => {
  const other = Object.fromEntries(Object.entries(hard).map(([name, text]) => [name.replace('roadmap/', 'other/'), text]));
  for (const argv of [['build'], ['build', 'roadmap', 'other']]) {
    const { table, resources } = await outputOf({ ...dashed, ...other }, ...argv);
    const codes = resources.find(({ name }) => name === 'progress')?.schema.fields.find(({ name }) => name === 'status')?.constraints?.enum;
    expect(table('progress').rows.map((row) => row['status'])).toEqual(["'－"]);
    expect(codes).toContain("'－");
    expect(table('codes').rows.find(({ table, code }) => table === 'progress' && code === "'－")?.['meaning']).toBe('終わったことを表す語');
  }
});

it('names each of two departments of one name by its id', async () => {
  const { table } = await outputOf(
    {
      ...hard,
      'roadmap/departments.yaml': 'departments:\n- { id: d1, name: 総務課 }\n- { id: d2, name: 総務課 }\n',
      'roadmap/section.yaml': section(
        '- id: measure\n  title: 施策\n  leads: [d1, d2]\n  tracks:\n  - id: row\n    phases:\n    - 2021-: 検討\n',
      ),
    },
    'build',
  );
  expect(table('leads').rows.map((row) => [row['item_id'], row['item_kind'], row['department_id'], row['position']])).toEqual([
    ['measure', 'measure', 'd1', '1'],
    ['measure', 'measure', 'd2', '2'],
    ['row', 'track', 'd1', '1'],
    ['row', 'track', 'd2', '2'],
  ]);
});

it('has a column for each department of a heading, of which its rows may have fewer', async () => {
  const files = {
    ...hard,
    'roadmap/departments.yaml': 'departments:\n- { id: d1, name: 総務課 }\n- { id: d2, name: 企画課 }\n',
    'roadmap/section.yaml': section(
      '- id: measure\n  title: 施策\n  leads: [d1, d2]\n  milestones: [{ 2021-10: 公表 }]\n  tracks:\n  - id: row\n    leads: [d1]\n    phases:\n    - 2021-: 検討\n',
    ),
  };
  const { tables } = await tablesOf(/^pages\/section-s1\.csv$/, files, 'build', '--format', 'html');
  expect(tables[0]?.rows.map((row) => [row['text'], row['lead_1'], row['lead_2']])).toEqual([
    ['公表', '総務課', '企画課'],
    ['検討', '総務課', ''],
  ]);
});

it('tells what is written once of a bar that is printed each year once', async () => {
  const row =
    "{ 2021-2023: '年末までに育成', each: year, corrected: 令和6年度末までに育成, due: 令和6年度末, basis: judged, reason: 印字から }";
  const files = {
    ...hard,
    'roadmap/section.yaml': section(`- id: measure\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n    - ${row}\n`),
  };
  const { tables, text } = await tablesOf(/^(?:dues|pages\/(?:section-s1|dates|reading))\.csv$/, files, 'build');
  const [dues, dates, reading, page] = ['dues', 'pages/dates', 'pages/reading', 'pages/section-s1'].map(
    (name) => tables.find((one) => one.name === name)?.rows ?? [],
  );
  expect(dues?.map((one) => one['due_id'])).toEqual(['row.2023.due1']);
  expect(dates?.map((one) => one['item_id'])).toEqual(['row.2023.due1']);
  expect(page?.map((one) => one['item_id'])).toEqual(['row.2021', 'row.2022', 'row.2023', 'row.2023.due1']);
  const once = reading?.filter((one) => ['judgements', 'corrections'].includes(one['subject'] ?? ''));
  expect(once?.map((one) => [one['subject'], one['item_id']])).toEqual([
    ['judgements', 'row.2021'],
    ['corrections', 'row.2021'],
  ]);
  expect(JSON.parse(text('pages/year-2022.json')).phases.map(({ id }: { id: string }) => id)).toEqual(['row.2022']);
  const slice = await outputOf(files, 'slice', '--fy', '2024');
  expect(slice.table('dues').rows.map((one) => one['due_id'])).toEqual(['row.2023.due1']);
});

describe('--bom', () => {
  const text = async (...argv: string[]) => {
    const host = memoryHost(hard);
    await call(host, 'build', '--format', 'csv', '--out', 'out', ...argv);
    return [...host.files].flatMap(([path, contents]) => (path.endsWith('.csv') && path.startsWith('out/') ? [contents] : []));
  };
  it('begins each CSV with a byte order mark, and nothing does without it', async () => {
    const plain = await text();
    expect(plain.length).toBeGreaterThan(12);
    expect(plain.some((one) => one.startsWith('\uFEFF'))).toBe(false);
    expect(await text('--bom')).toEqual(plain.map((one) => `\uFEFF${one}`));
  });
});
