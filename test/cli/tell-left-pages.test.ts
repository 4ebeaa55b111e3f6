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
