import { beforeAll, describe, expect, it } from 'vitest';
import { joinTable } from '../../../src/cli/joined/join-table.js';
import { call, type MemoryHost, memoryHost } from '../../support/memory-host.js';
import { plan, withPhases } from '../../support/plan.js';

/** A plan that says in its own vocabulary what 対応 means; `b` has a table that the others lack, `numbers`. */
const planThat = (name: string, means: string) => ({
  [`${name}/plan.yaml`]: `${plan}vocabulary: { name: 自分の語, status: [{ term: 対応, means: ${means} }, { term: 完了, means: done }] }\n`,
  [`${name}/section.yaml`]: withPhases('- 2021-: 検討').replace(
    'title: 施策',
    `title: 施策${name === 'b' ? '\n  refs: { 施策番号: 一 }' : ''}`,
  ),
  [`${name}/progress/2022.yaml`]: 'fy: 2022\nreports:\n- on: row\n  status: 対応\n',
});

describe('the joined tables of outputs that differ', () => {
  let host: MemoryHost;
  const plans: Record<string, string> = { a: 'doing', b: 'done', c: 'doing' };
  beforeAll(async () => {
    host = memoryHost(Object.assign({}, ...Object.entries(plans).map(([name, means]) => planThat(name, means))));
    for (const name of Object.keys(plans))
      expect(await call(host, 'build', name, '--format', 'csv', '--out', `out/${name}`, ...(name === 'b' ? ['--bom'] : [])), host.err).toBe(
        0,
      );
  });
  const index = async (...argv: string[]) => {
    expect(await call(host, 'index', ...argv, '--out', 'joined'), host.err).toBe(0);
    return [...host.files].filter(([path]) => /^joined\/.*\.csv$/.test(path)).map(([, text]) => text);
  };

  it('tell all that plans mean by one word', async () => {
    await index('out/a', 'out/b', 'out/c');
    const rows = host.files.get('joined/codes.csv')?.split('\r\n') ?? [];
    expect(rows.filter((row) => row.startsWith('progress,status,'))).toEqual([
      'progress,status,対応,計画によって違う: 進んでいることを表す語 / 終わったことを表す語',
      'progress,status,完了,終わったことを表す語',
    ]);
  });

  it.each([
    ['ja', '工程', /[a-z]{3}/],
    ['en', 'Phases', /[^ -~※]/],
  ])('are named in the language of their index: %s', async (lang, first, other) => {
    await index('out/a', 'out/b', '--lang', lang);
    const names = [...(host.files.get('joined/index.html') ?? '').matchAll(/ download[^>]*>([^<]*)<\/a> \w+\.csv/g)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names[0]).toBe(first);
    expect(names.filter((name) => other.test(name ?? ''))).toEqual([]);
  });

  it.each([
    [['out/a', 'out/b'], false],
    [['out/b', 'out/c'], true],
  ])('begin with a byte order mark as the first output does: %s', async (outputs, bom) => {
    const tables = await index(...outputs);
    expect(tables.length).toBeGreaterThan(10);
    expect(host.files.has('joined/numbers.csv')).toBe(true);
    expect(new Set(tables.map((text) => text.startsWith('\uFEFF')))).toEqual(new Set([bom]));
  });
});

it('a single row whose end became LF keeps all its letters where columns are added behind', () => {
  const host = memoryHost({ 'a/t.csv': 'id,text\r\n1,一\n2,二\r\n', 'b/t.csv': 'id,text,more\r\n3,三,x\r\n' });
  const headings = [{ 't.csv': ['id', 'text'] }, { 't.csv': ['id', 'text', 'more'] }];
  const outputs = ['a', 'b'].map((folder, kind) => ({ folder, kind }));
  expect(joinTable(host, 't.csv', { outputs, headings, joined: headings[1] ?? {}, bom: false, out: 'joined' })).toEqual([2, 1]);
  expect(host.files.get('joined/t.csv')).toBe('id,text,more\r\n1,一,\r\n2,二,\r\n3,三,x\r\n');
});
