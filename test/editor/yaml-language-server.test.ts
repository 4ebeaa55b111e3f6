import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cursor, LspClient } from '../support/lsp-client.js';
import { yamlLanguageServer } from '../support/yaml-language-server.js';

let client: LspClient;
let folder: string;
let opened = 0;

/** yaml-language-server as VS Code's YAML extension, Neovim and Helix run it, beside a copy of the schemas. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roadmap-editor-'));
  cpSync('docs/schema', join(folder, 'docs/schema'), { recursive: true });
  cpSync('roadmap', join(folder, 'roadmap'), { recursive: true });
  const settings = { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } } };
  client = await LspClient.start(yamlLanguageServer, folder, { settings });
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

const head = '# yaml-language-server: $schema=../docs/schema/section.json\nid: s1\ntitle: 節\nmeasures:\n- id: a\n  title: 施策\n';
const phases = `${head}  tracks:\n  - id: row\n    phases:\n    - 2021: 検討\n`;

it('says nothing of any shipped file', async () => {
  const names = readdirSync('roadmap').filter((name) => name.endsWith('.yaml'));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const path = `${folder}/roadmap/${name}`;
    await client.open(path, readFileSync(path, 'utf8'));
    expect({ name, found: await client.findings(path) }).toEqual({ name, found: [] });
  }
});

/** Opens a new file; where the `|` of its text is. */
async function open(marked: string) {
  const { text, position } = cursor(marked);
  opened += 1;
  const path = `${folder}/roadmap/new-${opened}.yaml`;
  await client.open(path, text);
  return { path, position };
}

it('completes keys, and values of which there are few', async () => {
  const { path, position } = await open(`${phases}      ba|`);
  const basis = (await client.completions(path, position)).find(({ label }) => label === 'basis');
  expect(JSON.stringify(basis?.documentation)).toContain('期間が何に基づくか');
  const value = cursor(`${phases}      basis: |`);
  await client.change(path, 2, value.text);
  expect((await client.completions(path, value.position)).map(({ label }) => label).sort()).toEqual(['column', 'judged', 'text']);
  const item = cursor(`${head}  tracks:\n  - id: row\n    phases:\n    - |`);
  await client.change(path, 3, item.text);
  expect((await client.completions(path, item.position))[0]).toMatchObject({
    label: '期間: 本文',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the fields of a snippet
    insertText: '${1:2022-2023}: ${2:本文}',
  });
});

it('says in Japanese what a key is for, with an example', async () => {
  const { path, position } = await open(`${phases}      du|e: 令和8年度末\n`);
  const due = await client.hover(path, position);
  expect(due).toContain('#### 期限\n\n文の中の約束の時期。「まで」「に」を除いて印字のとおりに書く。');
  expect(due).toContain('```yaml\n令和8年度末\n```');
  const period = cursor(phases.replace('2021:', '202|1-2023:'));
  await client.change(path, 2, period.text);
  expect(await client.hover(path, period.position)).toContain('#### 期間: 本文\n\n`2023`（一つの年度）、`2022-2024`');
});

it.each([
  ['a misspelt key', `${phases}      |dew: 令和8年度末\n`, 'dew'],
  ['a misspelt key of a measure', `${head}  |titel: 施策\n`, 'titel'],
  ['a period in full-width signs', phases.replace('2021', '|2021～2022'), '2021～2022'],
  ['a date without its zero', `${head}  milestones:\n  - |2021-1: 施行\n`, ''],
  ['a value that is none of the choices', `${phases}      basis: |guessed\n`, ''],
  ['an id with a capital', head.replace('id: a', 'id: |A'), ''],
])('finds %s at its place', async (_, marked, words) => {
  const { path, position } = await open(marked);
  const found = await client.findings(path, (all) => all.length > 0);
  expect(found).toHaveLength(1);
  expect(found[0]?.range.start).toEqual(position);
  expect(found[0]?.message).toContain(words);
});

it('knows the schema of each kind of file by the line at its head', async () => {
  const { path } = await open('# yaml-language-server: $schema=../docs/schema/departments.json\ndepartments:\n- id: a\n  nome: b\n');
  const found = await client.findings(path, (all) => all.length > 0);
  expect(found.map(({ message }) => message).join()).toContain('nome');
});
