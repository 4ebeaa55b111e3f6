import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, withPhases } from '../support/plan.js';

const files = { 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': withPhases('- 2021-: 検討') };
const build = ['build', '--format', 'html', '--out', 'out'];

it('a build names the pages of an earlier one that are left in its folder, until they are deleted', async () => {
  const host = memoryHost(files);
  expect(await call(host, ...build)).toBe(0);
  expect(host.err).toBe('');
  host.files.set('roadmap/section.yaml', withPhases('- 2021-: 検討').replace('id: s1', 'id: s2'));
  for (const lang of ['ja', 'en', 'en']) {
    host.err = '';
    expect(await call(host, ...build, '--lang', lang)).toBe(0);
    expect(host.err).toBe(
      lang === 'ja'
        ? '`out` に、前に書き出したファイルが残っています: section-s1.html、pages/section-s1.csv、pages/section-s1.json\n  直し方: この工程表のものでなければ、公開する前に消してください\n'
        : 'files of an earlier build are left in `out`: section-s1.html, pages/section-s1.csv, pages/section-s1.json\n  help: delete them before you publish the folder, unless they are yours\n',
    );
  }
  for (const name of ['section-s1.html', 'pages/section-s1.csv', 'pages/section-s1.json']) host.files.delete(`out/${name}`);
  host.err = '';
  expect(await call(host, ...build)).toBe(0);
  expect(host.err).toBe('');
});

it('a file of another name is nobody else’s business', async () => {
  const host = memoryHost({
    ...files,
    'out/about.html': '',
    'out/pages/photo.json': '',
    'out/section.html': '',
    'out/notes/year-1.html': '',
  });
  expect(await call(host, ...build)).toBe(0);
  expect(host.err).toBe('');
});

it('tables, reports and comparisons that the plan no longer gives are named too, beside tables alone the tables', async () => {
  const left = ['changes.html', 'numbers.csv', 'pages/kpis-2023.csv', 'pages/promises.json', 'progress.csv', 'progress_evidence.csv'];
  const host = memoryHost({ ...files, ...Object.fromEntries(left.map((name) => [`out/${name}`, ''])) });
  expect(await call(host, ...build, '--lang', 'en')).toBe(0);
  expect(host.err.split('\n')[0]).toBe('files of an earlier build are left in `out`: changes.html, numbers.csv, progress.csv and 3 more');
  for (const [format, told] of [
    ['csv', 'files of an earlier build are left in `out`: numbers.csv, progress.csv, progress_evidence.csv\n'],
    ['json', ''],
  ] as const) {
    host.err = '';
    expect(await call(host, 'build', '--format', format, '--out', 'out', '--lang', 'en')).toBe(0);
    expect(host.err.split('  help')[0]).toBe(told);
  }
});

it('tables that the plan gives are not named', async () => {
  const host = memoryHost({
    ...files,
    'roadmap/section.yaml': withPhases('- 2021-: 検討').replace('measures:', 'refs: { 施策番号: "6-3" }\nmeasures:'),
  });
  for (const format of ['csv', 'csv', 'html']) expect(await call(host, 'build', '--format', format, '--out', 'out')).toBe(0);
  expect(host.files.has('out/numbers.csv')).toBe(true);
  expect(host.err).toBe('');
});

it('a joined table that no plan gives any more is named', async () => {
  const host = memoryHost({ 'a/plan.yaml': plan, 'a/section.yaml': files['roadmap/section.yaml'], 'out/progress.csv': '' });
  const several = ['build', 'a', 'b', '--format', 'csv', '--out', 'out', '--lang', 'en'];
  host.files.set('b/plan.yaml', plan.replace(/^title: .*/m, 'title: 別の計画'));
  host.files.set('b/section.yaml', files['roadmap/section.yaml']);
  expect(await call(host, ...several), host.err).toBe(0);
  expect(host.err).toContain('files of an earlier build are left in `out`: progress.csv\n');
});
