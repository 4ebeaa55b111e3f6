import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planFiles, withPhases } from '../../support/plan.js';

const root = mkdtempSync(join(tmpdir(), 'roadmap-many-'));
const main = join(process.cwd(), 'dist/main.js');
const cache = join(root, 'cache');
const plans: string[] = [];

/** Runs the built program beside the plans and gives what it printed. */
function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync('node', [main, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, ROADMAP_CACHE: cache },
  });
  return { stdout, stderr, status };
}

beforeAll(() => {
  execFileSync('node', ['test/bench/generate.mjs', root, '60']);
  plans.push(...readdirSync(root).filter((name) => name.startsWith('p0')));
  // One plan has an error.
  const file = join(root, 'p0007', 'services.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'titel:'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('validate of many plans', () => {
  const some = () => plans.slice(3, 8);
  const emptyCache = () => rmSync(cache, { recursive: true, force: true });
  /** The plans that the one file of the cache has a line for, in the order of their lines. */
  const keptPlans = () => {
    const [name = '', ...others] = readdirSync(cache);
    expect(others).toEqual([]);
    const lines = readFileSync(join(cache, name), 'utf8').trimEnd().split('\n').slice(1);
    return lines.map((line) => JSON.parse(line.split('\t')[0] ?? '') as string);
  };

  it.each(['pretty', 'compact', 'json', 'github', 'sarif'])(
    'prints the same as %s in threads and without, with the cache and without',
    (format) => {
      const check = (...args: string[]) => run('validate', '--format', format, ...args, ...some());
      const bare = check('--no-cache', '--threads', '1');
      expect(bare.status).toBe(1);
      expect(bare.stdout).toContain('titel');
      expect(check('--no-cache', '--threads', '2')).toEqual(bare);
      emptyCache();
      const filling = check();
      expect(keptPlans().sort()).toEqual(some());
      expect(filling).toEqual(bare);
      expect(check()).toEqual(bare);
      expect(check('--threads', '2')).toEqual(bare);
    },
  );

  it('prints of each plan what it prints of that plan alone', () => {
    const together = JSON.parse(run('validate', '--no-cache', '--format', 'json', ...plans).stdout);
    const alone = plans.slice(0, 8).flatMap((plan) => JSON.parse(run('validate', '--no-cache', '--format', 'json', plan).stdout));
    expect(alone.length).toBeGreaterThan(0);
    expect(together.slice(0, alone.length)).toEqual(alone);
  });

  it('sees a changed file', () => {
    const file = join(root, 'p0001', 'services.yaml');
    const before = readFileSync(file, 'utf8');
    expect(run('validate', 'p0001').status).toBe(0);
    writeFileSync(file, before.replace('title:', 'titel:'));
    expect(run('validate', 'p0001').status).toBe(1);
    writeFileSync(file, before);
    expect(run('validate', 'p0001').status).toBe(0);
  });

  it.each<[string, (entry: string) => string]>([
    ['changed', (entry) => entry.replace('"error":1', '"error":0')],
    ['cut off', (entry) => entry.slice(0, -9)],
    ['empty', () => ''],
    ['not JSON', (entry) => `${entry.split('\n')[0]}\n{\n"p0007"\t\t{\n`],
    ["another plan's", (entry) => entry.replace('"p0007"', '"p0008"')],
    ['of another question', (entry) => entry.replace(/^(\S+ \S+) \S+/, '$1 x')],
    ['binary', () => '\u0000\u0001\ufffd'.repeat(50)],
  ])('is not misled by an entry that is %s', (_, spoil) => {
    emptyCache();
    const right = run('validate', 'p0007');
    expect(right.status).toBe(1);
    const other = run('validate', '--no-cache', 'p0008');
    for (const name of readdirSync(cache)) writeFileSync(join(cache, name), spoil(readFileSync(join(cache, name), 'utf8')));
    expect(run('validate', 'p0007')).toEqual(right);
    expect(run('validate', 'p0008')).toEqual(other);
    expect(run('validate', 'p0007')).toEqual(right);
  });

  it('writes anew what is mostly out of date', () => {
    emptyCache();
    const right = run('validate', 'p0009');
    const [name = ''] = readdirSync(cache);
    const file = join(cache, name);
    const [head = '', line = ''] = readFileSync(file, 'utf8').split('\n');
    const stamped = line.replace(/"key":"./, '"key":"!');
    writeFileSync(file, [head, ...Array.from({ length: 200 }, () => stamped), line, ''].join('\n'));
    expect(run('validate', 'p0009', 'p0010').status).toBe(0);
    expect(keptPlans()).toEqual(['p0009', 'p0010']);
    expect(run('validate', 'p0009')).toEqual(right);
  });

  it('takes no answer of another build of the tool', () => {
    emptyCache();
    const copy = join(root, 'other/dist');
    cpSync('dist', copy, { recursive: true });
    for (const name of readdirSync(copy)) if (name.endsWith('.cache')) rmSync(join(copy, name));
    /** Changes the copy, whichever of its bundles it concerns; gives how many there were. */
    const change = (from: string, to: string) => {
      const bundles = readdirSync(copy).filter((name) => name.endsWith('.js') && readFileSync(join(copy, name), 'utf8').includes(from));
      for (const name of bundles) writeFileSync(join(copy, name), readFileSync(join(copy, name), 'utf8').replaceAll(from, to));
      return bundles.length;
    };
    const check = ['validate', '--lang', 'en', 'p0007'];
    const other = () =>
      spawnSync('node', [join(copy, 'main.js'), ...check], { cwd: root, encoding: 'utf8', env: { ...process.env, ROADMAP_CACHE: cache } })
        .stdout;
    const before = run(...check).stdout;
    expect(before).toContain('nothing stands in 2022');
    const [build = ''] = /(?<=")[\w-]{43}(?=")/.exec(readFileSync(join(copy, 'program.js'), 'utf8')) ?? [];
    expect(change('nothing stands in', 'nobody works in')).toBeGreaterThan(0);
    // With the same build it is the answer from the cache that is printed: another build does not see it.
    expect(other()).toBe(before);
    expect(change(build, [...build].reverse().join(''))).toBeGreaterThan(0);
    expect(other()).toContain('nobody works in 2022');
  });

  it('never keeps what rules of the caller find', () => {
    const rules = join(root, 'rules');
    mkdirSync(rules, { recursive: true });
    const write = (found: string) =>
      writeFileSync(
        join(rules, 'own-rule.mjs'),
        `export const rule = { code: 'own-rule', severity: 'warning', summary: { ja: '自作', en: 'own' }, cure: { ja: '直す', en: 'mend' },
  *check(roadmap) { yield { message: { ja: '${found}', en: '${found}' }, location: roadmap.plan.location, on: roadmap.plan }; } };\n`,
      );
    emptyCache();
    write('一つめ');
    expect(run('validate', '--rules', 'rules', 'p0001').stdout).toContain('一つめ');
    write('二つめ');
    expect(run('validate', '--rules', 'rules', 'p0001').stdout).toContain('二つめ');
    expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
  });

  it('answers rightly when several runs fill one cache at once', async () => {
    emptyCache();
    const right = run('validate', '--no-cache', '--format', 'json', ...some());
    const runs = Array.from({ length: 4 }, async (_, index) => {
      const threads = index % 2 === 0 ? ['--threads', '2'] : [];
      const child = spawn('node', [main, 'validate', '--format', 'json', ...threads, ...some()], {
        cwd: root,
        env: { ...process.env, ROADMAP_CACHE: cache },
      });
      const said = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const)
        child[name].setEncoding('utf8').on('data', (data) => {
          said[name] += data;
        });
      const status = await new Promise((resolve) => child.on('close', resolve));
      return { ...said, status };
    });
    for (const each of await Promise.all(runs)) expect(each).toEqual(right);
    expect([...new Set(keptPlans())].sort()).toEqual(some());
    expect(run('validate', '--format', 'json', ...some())).toEqual(right);
  });
});

/** Every file below a folder with its text. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => [
      join(entry.parentPath, entry.name).slice(folder.length),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ]),
  );
}

/** How many rows a table has below its heading. */
function rowsIn(table = ''): number {
  return table.split('\r\n').length - 2;
}

describe('build of many plans', () => {
  const three = ['p0001', 'p0002', 'p0003'];
  const build = (out: string, ...args: string[]) => run('build', '--format', 'html,csv,json', '--out', out, ...args).status;

  it('writes the same in threads, without, and plan by plan with an index over them', () => {
    expect(build('single', '--threads', '1', ...three)).toBe(0);
    expect(build('threads', '--threads', '2', ...three)).toBe(0);
    for (const plan of three) expect(build(`apart/${plan}`, plan)).toBe(0);
    expect(run('index', 'apart/p0003', 'apart/p0001', 'apart/p0002').status).toBe(0);
    const single = filesOf(join(root, 'single'));
    for (const out of ['threads', 'apart']) {
      const files = filesOf(join(root, out));
      expect(Object.keys(files)).toEqual(Object.keys(single));
      for (const [name, text] of Object.entries(files)) if (text !== single[name]) throw new Error(`${out}${name} differs`);
    }
    expect(Object.keys(single)).toEqual(expect.arrayContaining(['/index.html', '/phases.csv', '/p0003/index.html', '/p0003/roadmap.json']));
    const rows = three.map((plan) => rowsIn(single[`/${plan}/phases.csv`]));
    expect(rowsIn(single['/phases.csv'])).toBe(rows.reduce((sum, count) => sum + count, 0));
  });

  it('joins tables of different columns: each row has all of them, those that a plan lacks empty', () => {
    const some = plans.slice(8);
    expect(run('build', '--format', 'csv', '--out', 'some', ...some).status).toBe(0);
    // A heading in the fifth place makes a column of its own.
    const [deep, flat] = [true, false].map((isDeep) =>
      some.find((plan) => readFileSync(join(root, 'some', plan, 'phases.csv'), 'utf8').includes('measure_5') === isDeep),
    ) as [string, string];
    expect([deep, flat]).toEqual([expect.any(String), expect.any(String)]);
    for (const pair of [
      [flat, deep],
      [deep, flat],
    ]) {
      expect(run('build', '--format', 'csv', '--out', 'mixed', ...pair).status).toBe(0);
      const read = (path: string) =>
        parse(readFileSync(join(root, 'mixed', path), 'utf8'), { columns: true, bom: true }) as Record<string, string>[];
      const joined = read('phases.csv');
      const apart = pair.toSorted().flatMap((plan) => read(`${plan}/phases.csv`));
      expect(joined.map((row) => row['measure_5'])).toEqual(apart.map((row) => row['measure_5'] ?? ''));
      expect(joined).toEqual(apart.map((row) => ({ ...row, measure_5: row['measure_5'] ?? '' })));
    }
  });

  it('builds the others when one plan has an error', () => {
    expect(run('build', '--format', 'json', '--out', 'faulty', '--threads', '2', 'p0006', 'p0007', 'p0008').status).toBe(1);
    expect(readdirSync(join(root, 'faulty'))).toEqual(['p0006', 'p0008']);
  });

  it('says nothing on standard error, however many plans a thread builds', () => {
    for (let count = 1; count <= 240; count += 1)
      for (const [name, text] of planFiles({ 'section.yaml': withPhases('- 2021-: 検討') })) {
        mkdirSync(join(root, 'small', `s${count}`), { recursive: true });
        writeFileSync(join(root, 'small', `s${count}`, name), text);
      }
    const { status, stderr } = run('build', '--no-cache', '--format', 'json', '--out', 'quiet', '--threads', '2', 'small/*');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each(['0', 'two', '-1'])('refuses %s threads', (threads) => expect(run('build', '--threads', threads, 'p0001').status).toBe(2));

  it('says how many threads there may be', () =>
    expect(run('build', '--threads', '1000', 'p0001').stderr).toContain('1から999までの数ではありません'));

  it('refuses two plans that would share a folder', () => expect(run('build', 'p0001', './p0001').status).toBe(2));

  it('names the outputs of . and .. like their folders', () => {
    const cwd = copyPlans('p0001', 'around/outer', 'around/outer/inner');
    const { status } = spawnSync('node', [main, 'build', '--format', 'csv', '--out', join(root, 'dots'), '.', '..', '../../../p0002'], {
      cwd,
      env: { ...process.env, ROADMAP_CACHE: cache },
    });
    expect([status, readdirSync(join(root, 'dots')).filter((name) => !name.includes('.'))]).toEqual([0, ['inner', 'outer', 'p0002']]);
  });
});

/** Copies a plan to places with ids of their own, and gives the last of them. */
function copyPlans(plan: string, ...places: string[]): string {
  for (const [index, place] of places.entries()) {
    cpSync(join(root, plan), join(root, place), { recursive: true });
    const file = join(root, place, 'plan.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^id: .*$/m, `id: copy-${index + 1}`));
  }
  return join(root, places.at(-1) ?? '');
}

describe('an index over outputs', () => {
  interface Resource {
    name: string;
    path: string;
    schema: {
      fields: { name: string; constraints?: { required?: boolean; enum?: string[] } }[];
      primaryKey?: string[];
      foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
    };
  }
  const story = ['r3', 'r4', 'r5'];
  const read = (path: string) => parse(readFileSync(join(root, path), 'utf8'), { columns: true, bom: true }) as Record<string, string>[];

  /** Every key, code and column that the data package and the dictionary of a folder tell of its tables. */
  function expectSound(folder: string): void {
    const { resources } = JSON.parse(readFileSync(join(root, folder, 'datapackage.json'), 'utf8')) as { resources: Resource[] };
    const rows = new Map(resources.map(({ name, path }) => [name, read(`${folder}/${path}`)]));
    const keyOf = (row: Record<string, string>, names: readonly string[]) => names.map((name) => row[name]).join('\0');
    for (const { name, schema } of resources) {
      const own = rows.get(name) ?? [];
      const keys = own.map((row) => keyOf(row, schema.primaryKey ?? Object.keys(row)));
      expect(new Set(keys).size, name).toBe(keys.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(rows.get(reference.resource || name)?.map((row) => keyOf(row, reference.fields)));
        // As frictionless-py reads it, only a key that is empty as a whole is none.
        const dangling = own.filter((row) => fields.some((field) => row[field] !== '') && !known.has(keyOf(row, fields)));
        expect(dangling, `${name}: ${fields}`).toEqual([]);
      }
      for (const { name: field, constraints } of schema.fields) {
        for (const row of own) {
          if (constraints?.required) expect(row[field], `${name}.${field}`).not.toBe('');
          if (constraints?.enum && row[field]) expect(constraints.enum, `${name}.${field}`).toContain(row[field]);
        }
      }
    }
    const told = new Set(read(`${folder}/columns.csv`).map(({ table, column }) => `${table}.${column}`));
    for (const { name, schema } of resources) for (const field of schema.fields) expect(told).toContain(`${name}.${field.name}`);
    const codes = new Set(read(`${folder}/codes.csv`).map(({ table, column, code }) => `${table}.${column}.${code}`));
    for (const { name, schema } of resources)
      for (const { name: field, constraints } of schema.fields)
        for (const code of constraints?.enum ?? []) expect(codes).toContain(`${name}.${field}.${code}`);
  }

  it('keys its tables by plan and edition, and tells the columns and codes of all', () => {
    for (const edition of story) {
      const dir = join(process.cwd(), 'test/editions/story', edition);
      expect(run('build', '--format', 'csv', '--out', `story/${edition}`, dir).status).toBe(0);
    }
    expect(run('build', '--format', 'csv', '--out', 'story/p0001', 'p0001').status).toBe(0);
    const outputs = ['p0001', ...story].map((name) => `story/${name}`);
    expect(run('index', '--out', 'story', ...outputs).status).toBe(0);
    expectSound('story');
    expect(read('story/columns.csv').map(({ table }) => table)).toContain('progress');
    // Without pages there is nothing to lead to.
    const hrefs = [...readFileSync(join(root, 'story/index.html'), 'utf8').matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    for (const href of hrefs) expect(existsSync(join(root, 'story', href)), href).toBe(true);
    expect(new Set(hrefs).size).toBe(hrefs.length);
  });

  it('counts what each plan holds and all of them, and calls the tables by their titles', () => {
    expect(run('build', '--format', 'html,csv', '--out', 'counted', '--lang', 'en', 'p0001', 'p0002').status).toBe(0);
    const page = readFileSync(join(root, 'counted/index.html'), 'utf8');
    const figures = [...page.matchAll(/<tr>(.*)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/class="figure"[^>]*>([^<]*)</g)].map(([, cell]) => cell),
    );
    const tables = ['sections', 'measures', 'tracks', 'phases'].map((name) => `${name}.csv`);
    const counts = (folder: string) => tables.map((name) => rowsIn(readFileSync(join(root, folder, name), 'utf8')).toLocaleString('en'));
    expect(figures).toEqual([
      ['Sections', 'Measures', 'Tracks', 'Phases'],
      counts('counted/p0001'),
      counts('counted/p0002'),
      counts('counted'),
    ]);
    expect(page).toContain(`<a href="phases.csv" download>Phases</a> phases.csv (${counts('counted')[3]} rows)`);
  });

  it('leads to folders whatever they are called', () => {
    copyPlans('p0001', 'odd/a#b', 'odd/c?d 長野%');
    expect(run('build', '--format', 'html', '--out', 'odd-out', 'odd/a#b', 'odd/c?d 長野%').status).toBe(0);
    const hrefs = [...readFileSync(join(root, 'odd-out/index.html'), 'utf8').matchAll(/href="([^"]*\/index.html)"/g)].map(
      ([, href]) => href,
    );
    expect(hrefs.map((href) => decodeURIComponent(href ?? ''))).toEqual(['a#b/index.html', 'c?d 長野%/index.html']);
    for (const href of hrefs) expect(href).not.toMatch(/[#?]/);
  });

  it.each([
    [['story/r3', 'story/r3'], '同じ計画の同じ版'],
    [['story/r3', 'story/r4', '--out', 'story/r3'], '失われます'],
    [['story/r3', 'story/r4', '--out', 'link'], '失われます'],
    [['story/r3', 'story'], '`story/datapackage.json` は、build が一つの計画について書くものではありません'],
    [['story/r3', 'broken'], '`broken/datapackage.json` は、build が'],
    [['story/r3', 'foreign'], '`foreign/datapackage.json` は、build が'],
  ])('refuses %j', (args, words) => {
    rmSync(join(root, 'link'), { force: true });
    symlinkSync('story/r3', join(root, 'link'));
    for (const [folder, text] of [
      ['broken', '{'],
      ['foreign', '{ "title": "x", "version": "1", "resources": [{ "path": "a.csv" }] }'],
    ] as const) {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, 'datapackage.json'), text);
    }
    const { status, stderr } = run('index', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });

  describe('of tables that were changed after they were written', () => {
    const both = ['changed/p0001', 'changed/p0002'];
    const file = () => join(root, 'changed/p0001/phases.csv');
    const build = () => expect(run('build', '--no-cache', '--format', 'csv', '--out', 'changed', 'p0001', 'p0002').status).toBe(0);

    it.each<[string, (text: string) => string]>([
      ['LF for CR LF', (text) => text.replaceAll('\r\n', '\n')],
      ['no last line end', (text) => text.trimEnd()],
      ['a byte order mark', (text) => `\uFEFF${text}`],
    ])('is the same with %s', (name, change) => {
      build();
      const right = filesOf(join(root, 'changed'));
      for (const table of ['phases.csv', 'codes.csv']) {
        const place = join(root, 'changed/p0001', table);
        writeFileSync(place, change(readFileSync(place, 'utf8')));
      }
      expect(run('index', ...both)).toMatchObject({ status: 0, stderr: '' });
      for (const table of ['phases.csv', 'codes.csv']) {
        const mark = name === 'a byte order mark' ? '\uFEFF' : '';
        expect(readFileSync(join(root, 'changed', table), 'utf8')).toBe(`${mark}${right[`/${table}`]}`);
      }
    });

    it.each<[string, (text: string) => string]>([
      ['other columns', (text) => text.replace('plan_id,edition', 'edition,plan_id')],
      ['no heading', (text) => text.slice(text.indexOf('\n') + 1)],
      ['nothing', () => ''],
    ])('is refused with %s, and the file is named', (_, change) => {
      build();
      writeFileSync(file(), change(readFileSync(file(), 'utf8')));
      const before = filesOf(join(root, 'changed'));
      const { status, stderr } = run('index', ...both);
      expect(status).toBe(2);
      expect(stderr).toContain('`changed/p0001/phases.csv` の見出しの行が');
      expect(filesOf(join(root, 'changed'))['/phases.csv']).toBe(before['/phases.csv']);
    });
  });

  it('has the order of one run, whichever places the outputs lie in', () => {
    const three = ['p0001', 'p0002', 'p0003'];
    expect(run('build', '--format', 'csv', '--out', 'once', ...three).status).toBe(0);
    for (const [place, plan] of [
      ['b', 'p0001'],
      ['a', 'p0002'],
      ['b', 'p0003'],
    ]) {
      expect(run('build', '--format', 'csv', '--out', `apart-${place}/${plan}`, `${plan}`).status).toBe(0);
    }
    expect(run('index', '--out', 'joined', 'apart-a/p0002', 'apart-b/p0001', 'apart-b/p0003').status).toBe(0);
    for (const table of ['phases.csv', 'notes.csv', 'columns.csv'])
      expect(readFileSync(join(root, 'joined', table), 'utf8')).toBe(readFileSync(join(root, 'once', table), 'utf8'));
  });
});
