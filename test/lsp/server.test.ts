import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CodeAction, DocumentSymbol, Location, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { at, cursor, LspClient, uriOf } from '../support/lsp-client.js';
import { planFiles, section } from '../support/plan.js';

/** Two measures, a row whose id is referred to, and a department that leads. */
const body = section(`- id: group
  number: (1)
  title: まとまり
- id: data
  parent: group
  number: ①
  title: オープンデータの推進
  page: 3
  leads: [mic-bureau]
  tracks:
  - id: row
    phases:
    - 2021: 検討
    - 2022-: 令和8年度末までに拡大
      due: 令和8年度末
  - id: other
    related: [{ needs: row }]
    milestones:
    - 2023-01: 法律の施行
    phases:
    - 2023: 実施
      related: [{ see: row.2021 }]
`);

/** A folder on the disk with a plan, which the server finds by itself. */
function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-lsp-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of planFiles({ 'section.yaml': body, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

async function start(files: Record<string, string> = {}, options?: { locale?: string; rules?: string }) {
  const folder = folderWith(files);
  const more = options?.rules === undefined ? [] : ['--rules', options.rules];
  const client = await LspClient.start([process.execPath, 'dist/main.js', 'lsp', '--stdio', ...more], folder, options);
  onTestFinished(async () => void (await client.stop()));
  const path = `${folder}/section.yaml`;
  return { client, folder, path };
}

/** The position inside the words, in the text as it stands; the mark `|` in `words` says where. */
function inside(text: string, words: string) {
  const offset = text.indexOf(words.replace('|', ''));
  expect(offset, words).toBeGreaterThanOrEqual(0);
  return cursor(`${text.slice(0, offset)}${words}${text.slice(offset + words.length - 1)}`).position;
}

it('counts in UTF-16 units, and leaves with status 0 when told to', async () => {
  const { client } = await start();
  expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
  expect(await client.stop()).toBe(0);
});

it('finds what validate finds, rules included, while somebody types', async () => {
  const { client, path } = await start();
  await client.open(path, body);
  expect(await client.findings(path)).toEqual([]);
  await client.change(path, 2, body.replace('- 2021: 検討', '- { 2023-2021: "𠮟る", dew: x }'));
  const [found] = await client.findings(path, (all) => all.length > 0);
  expect(found).toMatchObject({ code: 'unknown-key', severity: 1, source: 'roadmap' });
  await client.change(path, 3, body.replace('- 2021: 検討', '- { due: "𠮟る", 2023-2021: 検討 }'));
  const both = await client.findings(path, (all) => all.some(({ code }) => code === 'phase-order'));
  const rule = both.find(({ code }) => code === 'phase-order');
  // 𠮟 counts two.
  expect(rule?.range).toEqual({ start: { line: 16, character: 20 }, end: { line: 16, character: 29 } });
  expect(rule?.message).toContain('終わりが始まりより前です');
  await client.change(path, 4, body);
  expect(await client.findings(path, (all) => all.length === 0)).toEqual([]);
});

it('speaks the language of the editor', async () => {
  const { client, path } = await start({}, { locale: 'en-US' });
  await client.open(path, body.replace('[mic-bureau]', '[mik]'));
  const [found] = await client.findings(path, (all) => all.length > 0);
  expect(found?.message).toBe('there is no department `mik`\ndid you mean `mic`?');
  expect(await client.hover(path, inside(body, 'parent: gr|oup'))).toBe(
    '**(1) まとまり**\n\nmeasure `group`\n\n1\\. 節\n\n1 measure below',
  );
});

it('tells of all files of the plan, and of an open file against those on the disk', async () => {
  const { client, folder, path } = await start();
  const departments = `${folder}/departments.yaml`;
  await client.open(departments, 'departments:\n- id: mic\n  name: 総務省\n');
  const [found] = await client.findings(path, (all) => all.length > 0);
  expect(found).toMatchObject({ code: 'known-references', range: { start: { line: 12, character: 10 } } });
  await client.notify('textDocument/didClose', { textDocument: { uri: uriOf(departments) } });
  await client.findings(path, (all) => all.length === 0);
});

it('reads the disk again when the editor says that it changed', async () => {
  const { client, folder, path } = await start();
  await client.open(path, body);
  await client.findings(path);
  writeFileSync(`${folder}/departments.yaml`, 'departments: []\n');
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(`${folder}/departments.yaml`), type: 2 }] });
  expect(await client.findings(path, (all) => all.length > 0)).toMatchObject([{ code: 'known-references' }]);
});

it('survives broken YAML, and a file of no plan', async () => {
  const { client, path } = await start();
  await client.open(path, 'id: [\n');
  await client.findings(path, (all) => all.some(({ code }) => code === 'yaml-syntax'));
  expect(await client.hover(path, { line: 0, character: 1 })).toBe('');
  const stray = `${tmpdir()}/no-plan-here.yaml`;
  await client.open(stray, 'a: 1\n');
  expect(await client.hover(stray, { line: 0, character: 0 })).toBe('');
  expect(await client.request('textDocument/documentSymbol', { textDocument: { uri: uriOf(stray) } })).toBeNull();
  await client.open('/tmp/日本語 と空白.yaml', 'a: 1\n');
  expect(await client.stop()).toBe(0);
});

it('offers what was meant, which then is right', async () => {
  const { client, path } = await start();
  const wrong = body.replace('parent: group', 'parent: gruop').replace('      due:', '      deu:');
  await client.open(path, wrong);
  const findings = await client.findings(path, (all) => all.length >= 2);
  expect(findings.map(({ code }) => code)).toEqual(['known-references', 'unknown-key']);
  let text = wrong;
  for (const { range } of [...findings].reverse()) {
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(path) },
      range,
      context: { diagnostics: findings },
    });
    expect(actions).toHaveLength(1);
    const [edit] = actions[0]?.edit?.changes?.[uriOf(path)] ?? [];
    expect(edit?.range).toEqual(range);
    const lines = text.split('\n');
    const line = lines[range.start.line] ?? '';
    lines[range.start.line] = line.slice(0, range.start.character) + edit?.newText + line.slice(range.end.character);
    text = lines.join('\n');
    expect(actions[0]).toMatchObject({ kind: 'quickfix', title: `\`${edit?.newText}\` に直す` });
  }
  expect(text).toBe(body);
  await client.change(path, 2, text);
  expect(await client.findings(path, (all) => all.length === 0)).toEqual([]);
});

it('applies the one right answer of a finding', async () => {
  const { client, path } = await start();
  await client.open(path, body.replace('      due:', '      ｄｕｅ:'));
  const [found] = await client.findings(path, (all) => all.length > 0);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uriOf(path) },
    range: found?.range,
    context: { diagnostics: [] },
  });
  expect(actions).toMatchObject([{ isPreferred: true, edit: { changes: { [uriOf(path)]: [{ newText: 'due' }] } } }]);
});

it('goes to where an id is declared, and finds what refers to it', async () => {
  const { client, folder, path } = await start();
  await client.open(path, body);
  const definition = (file: string, position: object) =>
    client.request<Location | null>('textDocument/definition', { textDocument: { uri: uriOf(file) }, position });
  expect(await definition(path, inside(body, 'parent: gr|oup'))).toEqual({
    uri: uriOf(path),
    range: { start: inside(body, 'id: |group'), end: inside(body, 'id: group|') },
  });
  expect(await definition(path, inside(body, '[mic-|bureau]'))).toMatchObject({
    uri: uriOf(`${folder}/departments.yaml`),
    range: { start: { line: 3 } },
  });
  expect(await definition(path, inside(body, 'needs: r|ow'))).toMatchObject({ range: { start: inside(body, 'id: |row') } });
  expect(await definition(path, inside(body, 'see: row|.2021'))).toMatchObject({ range: { start: inside(body, '- |2021: 検討') } });
  expect(await definition(path, inside(body, 'title: |まとまり'))).toBeNull();

  const plan = `${folder}/plan.yaml`;
  await client.open(plan, readFileSync(plan, 'utf8'));
  expect(await definition(plan, inside(readFileSync(plan, 'utf8'), '[sec|tion.yaml]'))).toMatchObject({ uri: uriOf(path) });

  const references = (position: object, includeDeclaration: boolean) =>
    client.request<Location[]>('textDocument/references', {
      textDocument: { uri: uriOf(path) },
      position,
      context: { includeDeclaration },
    });
  expect(await references(inside(body, 'id: r|ow'), false)).toMatchObject([
    { uri: uriOf(path), range: { start: inside(body, 'needs: |row') } },
    // What names a phase by its row names the row.
    { uri: uriOf(path), range: { start: inside(body, 'see: |row.2021'), end: inside(body, 'see: row|.2021') } },
  ]);
  expect(await references(inside(body, 'needs: r|ow'), true)).toHaveLength(3);
  expect(await references(inside(body, 'see: r|ow.2021'), true)).toHaveLength(2);
  expect(await references(inside(body, '[mic-|bureau]'), true)).toHaveLength(2);
});

it('shows a period in Japanese years, a date, and what an id names', async () => {
  const { client, path } = await start();
  await client.open(path, body);
  expect(await client.hover(path, inside(body, '- 202|2-:'))).toBe(
    '**令和4年度～**（2022年度～） 2022-04 – 終わりの印字なし\n\n`row.2022`',
  );
  expect(await client.hover(path, inside(body, '- 2023-|01:'))).toBe('**令和5年1月**（令和4年度）');
  expect(await client.hover(path, inside(body, 'due: 令和8|年度末'))).toBe('**令和8年度末** 2027-03（2026年度・令和8年度）');
  const department = await client.hover(path, inside(body, '[mic-|bureau]'));
  expect(department).toBe('**総務省行政局**\n\n部局 `mic-bureau`');
  expect(await client.hover(path, inside(body, 'parent: gr|oup'))).toContain('**(1) まとまり**\n\n施策 `group`\n\n1\\. 節');
  const track = await client.hover(path, inside(body, 'needs: r|ow'));
  expect(track).toContain('1\\. 節 › (1) まとまり › ①オープンデータの推進');
  expect(track).toContain('担当: 総務省行政局');
  expect(track).toContain('- 令和3年度: 検討\n- 令和4年度～: 令和8年度末までに拡大');
});

it('completes ids where they are written, by their name too, also while the YAML is broken', async () => {
  const { client, folder, path } = await start({ 'draft.yaml': 'id: s9\ntitle: 草案\n' });
  const complete = async (file: string, marked: string, version: number) => {
    const { text, position } = cursor(marked);
    await client.change(file, version, text);
    return client.completions(file, position);
  };
  await client.open(path, body);
  await client.findings(path);
  const leads = await complete(path, body.replace('[mic-bureau]', '[m|'), 2);
  expect(leads.map(({ label, detail }) => `${label} ${detail}`)).toEqual(['mic 総務省（部局）', 'mic-bureau 総務省行政局（部局）']);
  expect(leads[1]?.textEdit).toEqual({
    newText: 'mic-bureau',
    range: { start: inside(body, 'leads: [|mic'), end: inside(body, 'leads: [m|ic') },
  });
  const byName = await complete(path, body.replace('[mic-bureau]', '[行政|]'), 3);
  expect(byName.find(({ label }) => label === 'mic-bureau')?.filterText).toBe('mic-bureau 総務省行政局（部局）');
  const block = await complete(path, body.replace('  leads: [mic-bureau]', '  leads:\n  - |'), 4);
  expect(block.map(({ label }) => label)).toEqual(['mic', 'mic-bureau']);
  const parents = await complete(path, body.replace('parent: group', 'parent: |'), 5);
  expect(parents.map(({ label }) => label)).toEqual(['group']);
  const needs = await complete(path, body.replace('needs: row', 'needs: |'), 6);
  expect(needs.map(({ label }) => label)).toEqual(expect.arrayContaining(['s1', 'group', 'data', 'row', 'row.2021', 'other']));
  const related = await complete(path, body.replace('[{ needs: row }]', '[{ needs: row }, { see: d|'), 9);
  expect(related.map(({ label }) => label)).toContain('data');
  const allow = await complete(path, body.replace('      due: 令和8年度末', '      allow: { phase-|'), 7);
  expect(allow.map(({ label }) => label)).toContain('phase-order');
  expect(await complete(path, body.replace('title: まとまり', 'title: ま|'), 8)).toEqual([]);
  const plan = `${folder}/plan.yaml`;
  const text = readFileSync(plan, 'utf8');
  await client.open(plan, text);
  expect((await complete(plan, text.replace('[section.yaml]', '[section.yaml, |]'), 2)).map(({ label }) => label)).toEqual(['draft.yaml']);
});

it('outlines a file: headings inside one another, rows and bars', async () => {
  const { client, folder, path } = await start();
  await client.open(path, body);
  const outline = async (file: string) => {
    const found = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: uriOf(file) } });
    const lines: string[] = [];
    const walk = (symbols: readonly DocumentSymbol[], depth: number) => {
      for (const { name, range, children = [] } of symbols) {
        lines.push('  '.repeat(depth) + name);
        for (const child of children) {
          expect(child.range.start.line).toBeGreaterThanOrEqual(range.start.line);
          expect(child.range.end.line).toBeLessThanOrEqual(range.end.line);
        }
        walk(children, depth + 1);
      }
    };
    walk(found, 0);
    return lines;
  };
  expect(await outline(path)).toEqual([
    '1. 節',
    '  (1) まとまり',
    '    ①オープンデータの推進',
    '      検討',
    '        2021 検討',
    '        2022- 令和8年度末までに拡大',
    '      実施',
    '        2023 実施',
  ]);
  await client.open(`${folder}/departments.yaml`, readFileSync(`${folder}/departments.yaml`, 'utf8'));
  expect(await outline(`${folder}/departments.yaml`)).toEqual(['総務省', '  行政局']);
  await client.open(`${folder}/plan.yaml`, readFileSync(`${folder}/plan.yaml`, 'utf8'));
  expect(await outline(`${folder}/plan.yaml`)).toEqual(['第1 章']);
});

describe('renames', () => {
  /** A row that is referred to by its id and by its years, in quotes too; a series with an id of its own; ids of the edition before. */
  const measures = section(`- id: group
  title: まとまり
  kpis:
  - { id: rate, name: 普及率, unit: "%", target: { 2023: 98 } }
- id: data
  parent: group
  title: データ
  leads: ["mic-bureau"]
  was: row
  tracks:
  - id: row
    from: [row, other]
    related: [{ see: s1 }, { see: rate }]
    phases:
    - 2021: 検討
    - 2022: 法案提出
      id: row.2022
    - 2022: 準備
  - id: other
    related: [{ needs: 'row' }, { see: row.2021 }, { see: row.2022 }, { see: row.2022-2 }, { same: yearly.2024 }]
    phases:
    - 2023-2025: 実施
      id: yearly
      each: year
      related: [{ see: yearly }]
`);
  const report = 'fy: 2022\nby: mic-bureau\nreports:\n- on: row\n  actuals: { rate: { 2023-03-31: 96.6 } }\n  declared: { rate: A }\n';
  const closed = section('- id: data\n  title: データ\n  tracks:\n  - id: row\n');

  async function session(files: Record<string, string> = {}) {
    const given = { 'section.yaml': measures, 'progress/2022/section.yaml': report, 'closed/r2/section.yaml': closed, ...files };
    const { client, folder, path } = await start(given);
    await client.open(path, given['section.yaml']);
    expect((await client.findings(path)).filter(({ severity }) => severity === 1)).toEqual([]);
    const position = (marked: string) => inside(given['section.yaml'], marked);
    const ask = <T>(method: string, marked: string, more = {}) =>
      client.request<T>(`textDocument/${method}`, { ...at(path, position(marked)), ...more });
    /** The lines of all files that the new name changes. */
    const rename = async (marked: string, newName: string) => {
      const { changes = {} } = await ask<WorkspaceEdit>('rename', marked, { newName });
      const lines: string[] = [];
      for (const name of ['departments.yaml', 'progress/2022/section.yaml', 'section.yaml']) {
        const before = readFileSync(join(folder, name), 'utf8').split('\n');
        const after = [...before];
        for (const { range, newText } of [...(changes[uriOf(join(folder, name))] ?? [])].reverse().sort(byColumn)) {
          const text = after[range.start.line] ?? '';
          after[range.start.line] = text.slice(0, range.start.character) + newText + text.slice(range.end.character);
        }
        delete changes[uriOf(join(folder, name))];
        lines.push(...after.filter((line, index) => line !== before[index]).map((line) => line.trim()));
      }
      expect(changes).toEqual({});
      return lines;
    };
    const refused = (marked: string, newName: string) => rename(marked, newName).catch((error: Error) => error.message);
    return { ask, rename, refused, position };
  }
  const byColumn = (a: TextEdit, b: TextEdit) => b.range.start.character - a.range.start.character;

  it('an id where it is declared and wherever the plan refers to it, and leaves those of earlier editions', async () => {
    const { ask, rename, position } = await session();
    expect(await rename('- id: gr|oup', 'bundle')).toEqual(['- id: bundle', 'parent: bundle']);
    expect(await rename('see: s|1', 'first')).toEqual(['id: first', 'related: [{ see: first }, { see: rate }]']);
    expect(await rename('see: rat|e', 'spread')).toEqual([
      'actuals: { spread: { 2023-03-31: 96.6 } }',
      'declared: { spread: A }',
      '- { id: spread, name: 普及率, unit: "%", target: { 2023: 98 } }',
      'related: [{ see: s1 }, { see: spread }]',
    ]);
    expect(await rename('["mic-b|ureau"]', 'bureau')).toEqual(['- id: bureau', 'by: bureau', 'leads: ["bureau"]']);
    const range = { start: position("needs: '|row'"), end: position("needs: 'row|'") };
    expect(await ask('prepareRename', "needs: 'ro|w'")).toEqual({ range, placeholder: 'row' });
  });

  it('a row with the phases that have their ids by it, and no phase that has one of its own', async () => {
    const { ask, rename, position } = await session();
    const related = "related: [{ needs: 'line' }, { see: line.2021 }, { see: row.2022 }, { see: line.2022 }, { same: yearly.2024 }]";
    expect(await rename('- id: ro|w', 'line')).toEqual(['- on: line', '- id: line', related]);
    expect(await rename('see: row.20|21', 'line')).toEqual(['- on: line', '- id: line', related]);
    const range = { start: position('see: |row.2021'), end: position('see: row|.2021') };
    expect(await ask('prepareRename', 'see: ro|w.2021')).toEqual({ range, placeholder: 'row' });
    expect(await rename('see: row.202|2 ', 'bill')).toEqual([
      'id: bill',
      "related: [{ needs: 'row' }, { see: row.2021 }, { see: bill }, { see: row.2022 }, { same: yearly.2024 }]",
    ]);
    const series = ['- id: annual', 'related: [{ see: annual }]'];
    expect(await rename('same: year|ly.2024', 'annual')).toEqual([
      "related: [{ needs: 'row' }, { see: row.2021 }, { see: row.2022 }, { see: row.2022-2 }, { same: annual.2024 }]",
      'id: annual',
      series[1],
    ]);
    expect(await ask('prepareRename', '- 202|1: 検討')).toBeNull();
    expect(await ask('prepareRename', 'title: ま|とまり')).toBeNull();
  });

  it('nothing to what is no id, or to an id that is taken', async () => {
    const { refused } = await session();
    expect(await refused('- id: ro|w', 'other')).toBe('ID `other` は既に使われています');
    expect(await refused('- id: ro|w', 'mic')).toBe('ID `mic` は既に使われています');
    const form = 'IDになりません。英小文字で始まり、英小文字・数字・ハイフンだけで書いてください';
    expect(await refused('- id: ro|w', '行')).toBe(`\`行\` は${form}`);
    expect(await refused('- id: ro|w', 'a: b')).toBe(`\`a: b\` は${form}`);
    expect(await refused('- id: ro|w', 'a # b')).toBe('`a # b` はIDになりません');
    expect(await refused('- id: ro|w', ' ')).toBe('`` はIDになりません');
    expect(await refused('["mic-b|ureau"]', 'none')).toBe(
      '`none` は部局のIDには使えません。担当の記載がない項目をこの語で呼びます。別のIDにしてください',
    );
  });
});

it('lays a buffer out as `roadmap format` does, and leaves one alone that cannot be read or that no chapter lists', async () => {
  const { client, folder, path } = await start({ 'draft.yaml': 'title:   草案\n' });
  const format = async (file: string, text: string) => {
    await client.open(file, text);
    const edits = await client.request<TextEdit[] | null>('textDocument/formatting', {
      textDocument: { uri: uriOf(file) },
      options: { tabSize: 8, insertSpaces: false },
    });
    await client.notify('textDocument/didClose', { textDocument: { uri: uriOf(file) } });
    return edits;
  };
  const tidy = body.replace('    milestones:\n    - 2023-01: 法律の施行\n', '');
  const loose = tidy.replace('number: 1.\ntitle: 節\n', 'title:   "節"\nnumber: 1.\n');
  const end = { line: tidy.split('\n').length - 1, character: 0 };
  expect(await format(path, tidy)).toBeNull();
  expect(await format(path, loose)).toEqual([{ range: { start: { line: 0, character: 0 }, end }, newText: tidy }]);
  expect(await format(path, `\uFEFF${loose.replaceAll('\n', '\r\n')}`)).toEqual([
    { range: { start: { line: 0, character: 0 }, end }, newText: tidy },
  ]);
  expect(await format(`${folder}/departments.yaml`, 'departments:\n  - name: 総務省\n    id: mic\n')).toMatchObject([
    { newText: 'departments:\n- id: mic\n  name: 総務省\n' },
  ]);
  expect(await format(path, loose.replace('[mic-bureau]', '[mic-bureau'))).toBeNull();
  expect(await format(path, `${loose}title: 二つめ\n`)).toBeNull();
  expect(await format(`${folder}/draft.yaml`, 'title:   草案\n')).toBeNull();
  expect(await format('/tmp/elsewhere.yaml', 'a:   1\n')).toBeNull();
});

it('serves reports of progress', async () => {
  const report = 'fy: 2022\nreports:\n- on: row\n  status: 措置中\n';
  const { client, folder } = await start({ 'progress/2022/section.yaml': report });
  const path = `${folder}/progress/2022/section.yaml`;
  await client.open(path, report);
  expect(await client.hover(path, inside(report, 'on: r|ow'))).toContain('取組の行 `row`');
  expect(await client.hover(path, inside(report, 'fy: 20|22'))).toContain('令和4年度');
  await client.change(path, 2, report.replace('on: row', 'on: rwo'));
  expect(await client.findings(path, (all) => all.length > 0)).toMatchObject([{ code: 'known-references', range: { start: { line: 2 } } }]);
});

it('finds nothing to say on the shipped roadmap that validate does not say', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-lsp-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('roadmap', folder, { recursive: true });
  const client = await LspClient.start([process.execPath, 'dist/main.js', 'lsp'], folder);
  onTestFinished(async () => void (await client.stop()));
  const path = `${folder}/6-5-systems.yaml`;
  await client.open(path, readFileSync(path, 'utf8'));
  expect((await client.findings(path)).filter(({ severity }) => severity === 1)).toEqual([]);
});

it('hover is where the finger points: not a character beyond the id', async () => {
  const { client, path } = await start();
  await client.open(path, body);
  const { line, character } = inside(body, 'parent: |group');
  expect((await client.request<{ range: object } | null>('textDocument/hover', at(path, { line, character })))?.range).toEqual({
    start: { line, character },
    end: { line, character: character + 5 },
  });
  expect(await client.hover(path, { line, character: 2 })).toBe('');
});

/** A folder of modules of rules. */
function rulesFolder(modules: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-lsp-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A module with a rule that looks at each phase of the plan; `look` yields findings. */
function ruleModule(code: string, look: string): string {
  const words = "{ ja: '規則', en: 'rule' }";
  return `export default { code: '${code}', severity: 'warning', summary: ${words}, cure: ${words}, *check({ chapters }) {
    for (const chapter of chapters) for (const section of chapter.sections) for (const measure of section.measures)
      for (const track of measure.tracks) for (const phase of track.phases) { ${look} }
  } };`;
}

it('checks the rules of the folder that the command line names, with their fixes and names', async () => {
  const look = `const at = phase.text.indexOf('実施');
    if (at >= 0) {
      const place = phase.location.at(phase.written).slice(at, '実施');
      yield { message: { ja: '言い換え', en: 'reword' }, location: place, on: phase, fix: [{ span: place.span, text: '実行' }] };
    }`;
  const { client, path } = await start({}, { rules: rulesFolder({ 'reword.mjs': ruleModule('reword', look) }) });
  await client.open(path, body);
  const [found] = await client.findings(path, (all) => all.length > 0);
  expect(found).toMatchObject({ code: 'reword', severity: 2, message: '言い換え\n規則' });
  const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uriOf(path) },
    range: found?.range,
    context: { diagnostics: [] },
  });
  expect(action?.edit?.changes?.[uriOf(path)]).toEqual([{ range: found?.range, newText: '実行' }]);
  const allowed = body.replace('- 2023: 実施\n', '- 2023: 実施\n      allow: { rew: 理由 }\n');
  await client.change(path, 2, allowed);
  const offered = await client.completions(path, inside(allowed, 'allow: { rew|:'));
  expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining(['reword', 'phase-order']));
  expect(client.messages).toEqual([]);
});

it('tells of rules that cannot be loaded or fail, and serves on with the others', async () => {
  const failing = ruleModule(
    'failing',
    "if (phase.text === '検討中') throw new Error('not today'); if (phase.text === '承知') yield { message: { ja: '', en: '' }, location: phase.location, on: phase };",
  );
  const sound = ruleModule(
    'sound',
    "if (phase.text.startsWith('検討')) yield { message: { ja: '検討', en: '' }, location: phase.location.at(phase.written) };",
  );
  const rules = rulesFolder({ 'a.mjs': 'export const = 1;', 'b.mjs': failing, 'c.mjs': `console.log('not for the protocol');\n${sound}` });
  const { client, path } = await start({}, { rules, locale: 'ja' });
  expect(await client.told(1)).toEqual([`roadmap: \`${rules}/a.mjs\`: モジュールを読み込めません: Unexpected token '='`]);
  await client.open(path, body);
  expect((await client.findings(path, (all) => all.length > 0)).map(({ code }) => code)).toEqual(['sound']);
  // An acknowledgement of a rule that fails is not called unused.
  const fails = body.replace('- 2021: 検討', '- 2021: 検討中\n      allow: { failing: 理由 }');
  await client.change(path, 2, fails);
  expect((await client.told(2))[1]).toBe(`roadmap: \`${rules}/b.mjs\`: 規則 \`failing\` が失敗しました: not today`);
  expect((await client.findings(path, ([one]) => one?.range.end.character === 15)).map(({ code }) => code)).toEqual(['sound']);
  // It is told once, until it has been right again.
  await client.change(path, 3, `${fails}\n`);
  await client.change(path, 4, body.replace('- 2021: 検討', '- 2021: 検討する'));
  await client.findings(path, ([one]) => one?.range.end.character === 16);
  await client.change(path, 5, fails);
  expect(await client.told(3)).toHaveLength(3);
  expect(await client.stop()).toBe(0);
});

it('tells of a folder of rules that is not there, and checks all the same', async () => {
  const { client, path } = await start({}, { rules: 'nowhere' });
  expect(await client.told(1)).toEqual(['roadmap: 規則のフォルダ `nowhere` がありません']);
  await client.open(path, body.replace('- 2021: 検討', '- 2023-2021: 検討'));
  expect((await client.findings(path, (all) => all.length > 0)).map(({ code }) => code)).toContain('phase-order');
});

it('renames nothing while a part of the plan cannot be read', async () => {
  const { client, path } = await start({ 'departments.yaml': 'departments: [\n' });
  await client.open(path, body);
  const place = at(path, inside(body, 'needs: r|ow'));
  const message = '計画に読めない所や、指すもののない参照があります。直してから名前を変えてください';
  await expect(client.request('textDocument/prepareRename', place)).rejects.toThrow(message);
  await expect(client.request('textDocument/rename', { ...place, newName: 'line' })).rejects.toThrow(message);
});
