import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, section } from '../support/plan.js';

const esc = '\\e[31m\\u009b32m';
const files = {
  'roadmap/plan.yaml': plan.replace('試験の工程表', `"試験${esc}の工程表"`).replace('令和3年12月', `"令和3年${esc}12月"`),
  'roadmap/departments.yaml': `departments:\n- { id: mic, name: "総務${esc}省" }\n- { id: mix, name: "総務${esc}省" }\n`,
  'roadmap/section.yaml': section(`- id: measure
  title: "施策${esc}"
  leads: [mic]
  notes: ["注${esc}"]
  tracks:
  - id: row
    label: "行${esc}"
    phases:
    - 2021: "検討${esc}"
    - 2022-: "実施${esc}"
`).replace('title: 節', `title: "節${esc}"`),
  'roadmap/progress/2021/section.yaml': `fy: 2021
reports:
- on: row
  status: 措置中
  done: "研修${esc}"
  evidence: ["https://example.invalid/${esc}"]
`,
};

it.each([
  ['status', 'roadmap', '--fy', '2021'],
  ['status', 'roadmap', '--fy', '2021', '--by', 'lead'],
  ['slice', 'roadmap', '--fy', '2021'],
  ['slice', 'roadmap', '--fy', '2022', '--by', 'lead', '--lead', '総務\u001b[31m\u009b32m省'],
  ['slice', 'roadmap', '--fy', '2022', '--lead', '総務\u001b[31m'],
  ['build', 'roadmap', '--format', 'md', '--out', '-'],
  ['sheet', 'roadmap', '--lead', 'mic', '--fy', '2021', '--out', 'mic.xlsx'],
  ['diff', 'roadmap', 'other'],
  ['diff', 'roadmap', 'other', '--style', 'strike'],
  ['roll', 'roadmap', '--edition', '令和4年6月', '--window', '2022-2026', '--out', 'next'],
])('no text of a plan steers the terminal: %s %s %s %s %s %s', async (...argv) => {
  const other = Object.entries(files).map(([path, text]) => [path.replace('roadmap/', 'other/'), text.replace('検討', '計画の検討')]);
  const host = memoryHost({ ...files, ...Object.fromEntries(other) });
  await call(host, ...argv);
  expect(host.out + host.err).toContain('u001b');
  expect(host.out + host.err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});

it.each([
  [['format', 'roadmap', '--check']],
  [['format', 'roadmap']],
  [['validate', 'roadmap', '--fix']],
  [['diff', 'before', 'roadmap', '--accept']],
  [['build', 'later']],
  [['build', 'pl\u001b[31man', 'roadmap', '--format', 'csv', '--fy', '2050']],
  [['sheet', 'pl\u001b[31man', '--lead', 'none', '--fy', '2021', '--out', '\u001b[31m.xlsx']],
  [['index', 'out', '--out', 'in\u001b[31mdex']],
])('no name of a file steers the terminal, call %#', async (argv) => {
  const listed = plan.replace('section.yaml', '"se\\e[31mction.yaml"');
  const row = (text: string, id: string) =>
    section(`- id: measure\n  title: 施策\n  tracks:\n  - id: ${id}\n    phases:\n    - R3-:   ${text}\n`);
  const host = memoryHost({
    'roadmap/plan.yaml': listed,
    'roadmap/se\u001b[31mction.yaml': row('全国の窓口の手続を順に見直す', 'row'),
    'before/plan.yaml': plan,
    'before/section.yaml': row('全国の窓口の手続を見直す', 'other'),
    'pl\u001b[31man/plan.yaml': plan,
    'pl\u001b[31man/section.yaml': row('検討', 'row'),
    'later/plan.yaml': `${plan}editions:\n- { edition: 前の版, from: "../ol\\e[31md" }\n`,
    'later/section.yaml': row('検討', 'row'),
    'out/datapackage.json': JSON.stringify({ title: '計画', version: '版', resources: [] }),
    'out/codes.csv': 'table,column,code,meaning\r\n',
    'ol\u001b[31md/plan.yaml': plan.replace('title', 'titel'),
    'ol\u001b[31md/section.yaml': row('検討', 'row'),
  });
  await call(host, ...argv);
  expect(host.out + host.err).toContain('u001b');
  expect(host.out + host.err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});

it('no text of a plan brings control characters into a file, whosever templates lay it out', async () => {
  const more = { 'own/html/_facts.hbs': readFileSync('templates/html/_facts.hbs', 'utf8') };
  for (const argv of [[], ['--templates', 'own']]) {
    const host = memoryHost({ ...files, ...more });
    expect(await call(host, 'build', 'roadmap', '--format', 'html,md,csv,json', '--out', 'out', ...argv)).toBe(0);
    const written = [...host.files].filter(([path]) => path.startsWith('out/'));
    expect(written.length).toBeGreaterThan(20);
    // JSON writes them as escapes, but for those that terminals of UTF-8 do not hear.
    for (const [path, text] of written)
      expect(text, path).not.toMatch(
        /\.js(?:on)?$/.test(path) ? /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/ : /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/,
      );
  }
});
