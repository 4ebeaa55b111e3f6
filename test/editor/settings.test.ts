import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands.js';
import { printers } from '../../src/diagnostics/printers/index.js';
import { LspClient } from '../support/lsp-client.js';
import { call, memoryHost } from '../support/memory-host.js';
import { plan } from '../support/plan.js';
import { yamlLanguageServer } from '../support/yaml-language-server.js';

const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as Record<string, unknown>;

it('the settings of VS Code choose the schema of a file that names none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('docs/schema', join(folder, 'docs/schema'), { recursive: true });
  mkdirSync(join(folder, 'roadmap'));
  const yaml = Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => (key.startsWith('yaml.') ? [[key.slice(5), value]] : [])),
  );
  const client = await LspClient.start(yamlLanguageServer, folder, {
    settings: { yaml: { ...yaml, validate: true, schemas: yaml['schemas'], schemaStore: { enable: false } } },
  });
  onTestFinished(async () => void (await client.stop()));
  for (const [name, title] of [
    ['plan.yaml', '工程表'],
    ['departments.yaml', '担当部局'],
    ['1-section.yaml', '節'],
    ['progress/2023/1-section.yaml', '進捗状況'],
  ] as const) {
    const path = `${folder}/roadmap/${name}`;
    await client.open(path, 'nome: x\n');
    const found = await client.findings(path, (all) => all.length > 0);
    expect([name, ...new Set(found.map(({ source }) => source))]).toEqual([name, `yaml-schema: ${title}`]);
  }
});

it('the task of VS Code reads what the tool prints', async () => {
  const { tasks } = JSON.parse(readFileSync('.vscode/tasks.json', 'utf8')) as {
    tasks: { command: string; problemMatcher: { pattern: Record<string, string | number> & { regexp: string } } }[];
  };
  const [{ command = '', problemMatcher } = { problemMatcher: undefined }] = tasks;
  const host = memoryHost({ 'roadmap/plan.yaml': plan });
  await call(host, ...command.replace('npx roadmap ', '').split(' '));
  const { regexp = '', ...places } = problemMatcher?.pattern ?? {};
  const match = new RegExp(String(regexp)).exec(host.out.split('\n')[0] ?? '') ?? [];
  expect(Object.fromEntries(Object.entries(places).map(([name, index]) => [name, match[Number(index)]]))).toEqual({
    file: 'roadmap/plan.yaml',
    line: '9',
    column: '14',
    severity: 'error',
    code: 'missing-file',
    message: '`section.yaml` というファイルがありません',
  });
});

it('every call in the docs is one that the tool knows', () => {
  const files = ['docs/ci.md', 'docs/editors.md', 'README.md', 'README.ja.md', '.pre-commit-hooks.yaml', '.vscode/tasks.json'];
  let calls = 0;
  for (const file of files) {
    for (const [, text = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:npx roadmap|node dist\/main\.js|entry: roadmap) ([a-z][^\n`"|>#]*)/g,
    )) {
      calls += 1;
      const [name, ...rest] = text.trim().split(/\s+/);
      const command = commands.find((one) => one.name === name);
      expect(command, `${file}: ${text}`).toBeDefined();
      const known = [...(command?.options ?? []).map(({ flags }) => flags.split(' ')[0]), '--lang', '--no-color'];
      for (const option of rest.filter((word) => word.startsWith('--'))) expect(known, `${file}: ${text}`).toContain(option);
      const format = rest[rest.indexOf('--format') + 1];
      if (name === 'validate' && rest.includes('--format')) expect(Object.keys(printers)).toContain(format);
    }
  }
  expect(calls).toBeGreaterThan(6);
});

it('the workflow in the docs is YAML whose steps run or use something', () => {
  const blocks = [...readFileSync('docs/ci.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text) as object);
  const [workflow] = blocks as { jobs: Record<string, { steps: { run?: string; uses?: string }[] }> }[];
  expect(Object.keys(workflow?.jobs ?? {})).toEqual(['check', 'publish']);
  for (const { steps } of Object.values(workflow?.jobs ?? {})) for (const { run, uses } of steps) expect(run ?? uses).toBeTruthy();
  const [, config] = blocks as { repos?: { hooks: { id: string }[] }[] }[];
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string }[];
  expect(hooks.map(({ id }) => id)).toContain(config?.repos?.[0]?.hooks[0]?.id);
});
