import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realHost } from '../../src/cli/machine/real-host.js';
import { run } from '../../src/cli/program.js';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, section, withPhases } from '../support/plan.js';

interface Result {
  changes: { kind: string; path: string[]; certain: boolean; before?: string; after?: string; field?: string; reason?: string }[];
  guesses?: unknown[];
}

async function diffOf(host: ReturnType<typeof memoryHost>, ...more: string[]): Promise<Result> {
  host.out = '';
  expect(await call(host, 'diff', 'old', 'new', '--format', 'json', '--out', '-', ...more), host.err).toBe(0);
  return JSON.parse(host.out) as Result;
}

function editions(before: string, after: string) {
  const files = { 'plan.yaml': plan, 'departments.yaml': 'departments: []\n' };
  const at = (dir: string, section: string) =>
    Object.entries({ ...files, 'section.yaml': section }).map(([name, text]) => [`${dir}/${name}`, text]);
  return memoryHost(Object.fromEntries([...at('old', before), ...at('new', after)]));
}

describe('diff', () => {
  it.each(['roadmap', 'test/editions/story/r3', 'test/editions/story/r4', 'test/editions/story/r5'])(
    '%s does not differ from itself',
    async (dir) => {
      const out: string[] = [];
      const host = { ...realHost(), stdout: { isTTY: false, write: (text: string) => void out.push(text) } };
      expect(await run(host, ['diff', dir, dir, '--format', 'json', '--out', '-'])).toBe(0);
      expect((JSON.parse(out.join('')) as Result).changes).toEqual([]);
    },
  );

  it('shows the reason, and leaves notation out when asked', async () => {
    const host = editions(
      withPhases('- 2021: 検討\n- 2022-: 準備及び実施'),
      withPhases('- 2022: 検討\n  changed: 調整に時間を要したため\n- 2023-: 準備および実施'),
    );
    expect((await diffOf(host)).changes).toMatchObject([
      {
        kind: 'retimed',
        shift: '後ろ倒し',
        reason: '調整に時間を要したため',
        before: '2021',
        after: '2022',
        path: ['ch1', 's1', 'measure', 'row', 'row.2022'],
      },
      { kind: 'retimed', path: ['ch1', 's1', 'measure', 'row', 'row.2023'] },
      { kind: 'renotated', path: ['ch1', 's1', 'measure', 'row', 'row.2023'] },
    ]);
    expect((await diffOf(host, '--no-notation')).changes.map(({ kind }) => kind)).toEqual(['retimed', 'retimed']);
  });

  it('counts and lists an item once for each kind of change', async () => {
    const bar = (year: number, fy: number, notes: string) =>
      withPhases(`- ${year}: 令和${fy}年度までに全ての窓口に広げる\n  due: 令和${fy}年度${notes}\n- 2025-: 実施`);
    const host = editions(bar(2022, 5, ''), bar(2023, 6, '\n  notes: [注]\n  corrected: 全窓口に広げる'));
    expect(await call(host, 'diff', 'old', 'new')).toBe(0);
    expect(host.out).toContain('変更のある項目: 1　後ろ倒し: 1　文言の変更: 1　その他の変更: 1\n');
    expect(host.out).toContain('後ろ倒し（1）');
    expect(host.out.split('\n').filter((line) => line.startsWith('| 令和6年度までに'))).toHaveLength(1);
    expect(host.out).toContain('| 担当の記載なし | 1 | 1 | 1 | 1 |');
  });

  it('writes guesses into the data, and has none left then', async () => {
    const host = editions(
      withPhases('- 2021: 国の基盤の在り方の検討\n- 2022-: 一部の県で運用を開始し、その後全国に拡大'),
      `${withPhases('- 2022: 一部の県で運用を開始  # 県の分\n- 2023-: その後全国に拡大').replace('row', 'line')}# 終わり\n`,
    );
    const before = await diffOf(host);
    expect(before.changes.map(({ kind, certain }) => [kind, certain])).toEqual([
      ['removed', true],
      ['split', false],
    ]);
    expect(await call(host, 'diff', 'old', 'new', '--accept')).toBe(0);
    const text = host.files.get('new/section.yaml');
    expect(text).toContain('    - 2022: 一部の県で運用を開始  # 県の分\n      from: [row.2022]\n');
    expect(text).toContain('    - 2023-: その後全国に拡大\n      from: [row.2022]\n    was: row\n# 終わり\n');
    const after = await diffOf(host);
    expect(after.changes.map(({ kind, certain }) => [kind, certain])).toEqual([
      ['removed', true],
      ['split', true],
    ]);
    expect(after.guesses).toBeUndefined();
    expect(await call(host, 'validate', 'new')).toBe(0);
  });

  it('writes a guess into a phase that stands on one line in braces', async () => {
    const text = '国の基盤の在り方の検討と準備';
    const host = editions(withPhases(`- 2021: ${text}`), withPhases(`- { 2022-2023: "${text}を行う", due: 令和5年度 }`));
    expect(await call(host, 'diff', 'old', 'new', '--accept')).toBe(0);
    expect(host.files.get('new/section.yaml')).toContain(`- { 2022-2023: "${text}を行う", due: 令和5年度, was: row.2021 }`);
  });

  it('writes a guess in the place of origins that are none', async () => {
    const host = editions(
      withPhases('- 2022-: 一部の県で運用を開始し、その後全国に拡大'),
      withPhases('- 2022: 一部の県で運用を開始\n  id: some\n  from:\n  - row.1998\n  - row.1999\n- 2023-: その後全国に拡大').replace(
        'row',
        'line',
      ),
    );
    expect(await call(host, 'diff', 'old', 'new', '--accept')).toBe(0);
    expect(host.files.get('new/section.yaml')).toContain('      id: some\n      from:\n      - row.2022\n    - 2023-:');
  });

  it.each([
    ['BEFORE', 0],
    ['AFTER', 1],
  ])('compares all the same where a reference of %s leads nowhere, with status %d', async (side, status) => {
    const dangling = withPhases('- 2021: 検討\n  related: [{ see: none }]');
    const reworded = withPhases('- 2021: 検討会');
    const host = side === 'BEFORE' ? editions(dangling, reworded) : editions(reworded, dangling);
    expect(await call(host, 'diff', 'old', 'new', '--format', 'json', '--out', '-')).toBe(status);
    expect(host.err).toContain('`none`');
    expect((JSON.parse(host.out) as Result).changes).toMatchObject([{ kind: 'reworded' }]);
  });

  it('refuses what is no plan', async () => {
    const host = editions(withPhases('- 2021: 検討'), 'id: [');
    expect(await call(host, 'diff', 'old', 'new')).toBe(1);
    expect(host.out).toBe('');
  });

  it('tells of an id in was and from that the edition before does not have', async () => {
    const host = editions(
      withPhases('- 2021: 検討\n- 2022: 準備\n- 2023: 実施\n  was: row.2020'),
      withPhases('- 2021: 検討\n- 2022-2023: 準備及び実施\n  from: [row.2022, rwo.2023]\n- 2024: 評価\n  was: row.2020').replace(
        '- id: row\n',
        '- id: row\n    was: measure\n',
      ),
    );
    await diffOf(host, '--lang', 'ja');
    expect(host.err).toBe(
      'new/section.yaml:9:10: 警告: `was` の `measure` は、改正前の版のこの種類の項目にありません\n' +
        'new/section.yaml:13:24: 警告: `from` の `rwo.2023` は、改正前の版のこの種類の項目にありません\n',
    );
    host.err = '';
    await diffOf(host, '--lang', 'en');
    expect(host.err).toContain('new/section.yaml:13:24: warning: `rwo.2023` of `from` is no such item of the edition before\n');
  });

  it('tells of a department that comes from none of the edition before', async () => {
    const host = editions(withPhases('- 2021: 検討'), withPhases('- 2021: 検討'));
    host.files.set('new/departments.yaml', 'departments:\n- id: mic\n  name: 総務省\n  was: mci\n');
    await diffOf(host, '--lang', 'ja');
    expect(host.err).toContain('new/departments.yaml:4:8: 警告: `was` の `mci` は、');
  });

  it.each([
    [['diff', 'old', 'new', '--layout', 'left'], 'left'],
    [['diff', 'old', 'new', '--style', 'colums'], 'columns'],
    [['diff', 'old', 'none'], 'none'],
    [['diff', 'old'], 'AFTER'],
  ])('%j is a wrong call', async (args, words) => {
    const host = editions(withPhases('- 2021: 検討'), withPhases('- 2021: 検討'));
    expect(await call(host, ...args)).toBe(2);
    expect(host.err).toContain(words);
  });
});

describe('the 新旧対照表', () => {
  it.each([
    [[], ['after', 'before']],
    [
      ['--layout', 'after-right'],
      ['before', 'after'],
    ],
  ])('with %j holds each edition letter by letter, and every item once', async (more, order) => {
    const host = memoryHost();
    const dir = (name: string) => join(process.cwd(), 'test/editions/story', name);
    expect(await call(host, 'diff', dir('r4'), dir('r5'), '--format', 'html,json', '--out', 'out', ...more), host.err).toBe(0);
    const html = host.files.get('out/index.html') ?? '';
    const { changes } = JSON.parse(host.files.get('out/diff.json') ?? '') as Result;
    const rows = [...html.matchAll(/<tr class="change[^"]*"[^>]* id="([^"]*)">\n(.*?)<\/tr>/gs)];
    const paths = new Set(changes.map(({ path, kind }) => `${kind === 'removed'} ${path.join('/')}`));
    expect(rows).toHaveLength(paths.size);
    expect(new Set(rows.map(([, id]) => id)).size).toBe(rows.length);
    const sides = (row: string) =>
      [...row.matchAll(/<td class="(after|before)"[^>]*>(.*?)<\/td>/gs)].map(([, side, cell]) => ({ side, cell: cell ?? '' }));
    for (const [, , row = ''] of rows) expect(sides(row).map(({ side }) => side)).toEqual(order);
    const plain = (cell: string) =>
      cell
        .replace(/<[^>]*>/g, '')
        .replaceAll('&#x27;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    for (const change of changes.filter(({ kind }) => kind === 'reworded' || kind === 'renotated')) {
      const own = rows.find(([, id]) => id === `change-${change.path.at(-1)}`)?.[2] ?? '';
      for (const { side, cell } of sides(own)) {
        const texts = [...cell.matchAll(/<span class="(?:text|notes)">(.*?)<\/span>/gs)].map(([, text]) => plain(text ?? ''));
        expect(texts).toContain(side === 'after' ? change.after : change.before);
      }
    }
  });
});

describe('what the public reads of a change', () => {
  const row = (id: string, more: string) => `  - id: ${id}\n${more.replace(/^/gm, '    ')}\n`;
  const measures = (of: string, rows: string) => section(`- id: ${of}\n  number: ①\n  title: 窓口\n  tracks:\n${rows}`);
  const old = measures(
    'desks',
    row('law', 'phases:\n- 2021: 法案\n- 2022-: 施行の準備') +
      row('online', 'label: オンライン化\nmilestones:\n- 2022-02: 受付の開始\nphases:\n- 2022-: 全ての窓口の受付のオンライン化'),
  );
  const young = measures(
    'desks',
    row('law', 'phases:\n- 2022-: 施行の準備') +
      row(
        'online',
        'label: オンライン化\nrelated: [{ needs: law }, { see: desks }]\nmilestones:\n- 2022-04: 受付の開始\nphases:\n- 2023-: 全ての窓口の受付のオンライン化',
      ),
  );
  const host = editions(old, young);
  const planOf = host.files.get('new/plan.yaml') ?? '';
  const next = planOf.replace('2021-2025', '2022-2026').replace('edition: 令和3年12月', 'edition: 令和4年6月');
  host.files.set('new/plan.yaml', `${next}editions:\n- edition: 令和3年12月\n  from: ../old\n`);

  it.each([
    [['diff', 'old', 'new', '--format', 'md'], 'dist/diff/index.md'],
    [['diff', 'old', 'new', '--format', 'atom'], 'dist/diff/changes.atom'],
  ])('%j has names and dates in words', async (args, file) => {
    expect(await call(host, ...args), host.err).toBe(0);
    const text = (host.files.get(file) ?? '').replace(/<\/?(?:ins|del|id|updated)>|<(id|updated)>.*?<\/\1>|<link [^>]*>/g, '');
    expect(text).toContain('先に要るもの 施行の準備、参照 ①窓口');
    expect(text).toContain('2022年4月');
    expect(text).toContain('2023年度～');
    expect(text).not.toMatch(/needs|2022-0[24]|202[23]-? →/);
  });

  it('is in words in the history of an item too', async () => {
    expect(await call(host, 'build', 'new'), host.err).toBe(0);
    const pages = [...host.files].flatMap(([name, text]) => (name.endsWith('all.html') ? [text] : [])).join('');
    expect(pages).toContain('その他の変更（関係）（― → 先に要るもの 施行の準備、参照 ①窓口）');
  });

  it('is 終了 where a bar is over', async () => {
    expect(await call(host, 'diff', 'old', 'new', '--format', 'atom,md')).toBe(0);
    expect(host.files.get('dist/diff/changes.atom')).toContain('<title>終了: 法案</title>');
    expect(host.files.get('dist/diff/index.md')).toMatch(/法案.*\| 終了 \|/);
    expect(host.files.get('dist/diff/changes.atom')).not.toContain('廃止');
  });
});

describe('git revisions', () => {
  const top = mkdtempSync(join(tmpdir(), 'roadmap-diff-'));
  afterAll(() => rmSync(top, { recursive: true, force: true }));
  const repository = join(top, 'here');
  const other = join(top, 'there');
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'commit.gpgsign=false', ...args]);
  for (const [folder, place] of [
    [repository, 'plans/now'],
    [other, 'sub/roadmap'],
  ] as const) {
    mkdirSync(join(folder, place), { recursive: true });
    execFileSync('git', ['init', '-q', folder]);
    for (const edition of ['r3', 'r4']) {
      rmSync(join(folder, place), { recursive: true });
      cpSync(`test/editions/story/${edition}`, join(folder, place), { recursive: true });
      const file = join(folder, place, 'plan.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^editions:\n(?:- .*\n {2}.*\n)+/m, ''));
      git(folder, 'add', '-A');
      git(folder, 'commit', '-qm', edition);
      git(folder, 'tag', edition);
    }
  }

  async function counted(cwd: string, before: string, after: string) {
    const [out, err]: [string[], string[]] = [[], []];
    const host = {
      ...realHost(),
      cwd,
      isFolder: (path: string) => realHost().isFolder(path.startsWith('/') ? path : join(cwd, path)),
      exists: (path: string) => realHost().exists(path.startsWith('/') ? path : join(cwd, path)),
      realPath: (path: string) => realHost().realPath(path.startsWith('/') ? path : join(cwd, path)),
      list: (path: string) => realHost().list(path.startsWith('/') ? path : join(cwd, path)),
      readFile: (path: string) => realHost().readFile(path.startsWith('/') ? path : join(cwd, path)),
      stdout: { isTTY: false, write: (text: string) => void out.push(text) },
      stderr: { isTTY: false, write: (text: string) => void err.push(text) },
    };
    const status = await run(host, ['diff', before, after, '--format', 'json', '--out', '-', '--lang', 'ja']);
    return status === 0 ? (JSON.parse(out.join('')) as Result).changes.length : err.join('');
  }

  it('stand for a folder of theirs, from wherever one calls', async () => {
    const wanted = await counted(process.cwd(), 'test/editions/story/r3', 'test/editions/story/r4');
    expect(wanted).toBeGreaterThan(10);
    expect(await counted(repository, 'r3:plans/now', 'r4:plans/now')).toBe(wanted);
    expect(await counted(repository, 'r3:./plans/now/', 'plans/now')).toBe(wanted);
    expect(await counted(join(repository, 'plans'), 'r3:now', 'now')).toBe(wanted);
    expect(await counted(join(repository, 'plans'), 'r3:plans/now', 'HEAD:now')).toBe(wanted);
    expect(await counted(join(repository, 'plans/now'), 'HEAD~1:.', 'HEAD:./')).toBe(wanted);
    expect(await counted(repository, 'r3:../there/sub/roadmap', 'plans/now')).toBe(wanted);
    expect(await counted(repository, `r3:${other}/sub/roadmap`, `r4:${other}/sub/roadmap`)).toBe(wanted);
    expect(await counted(join(other, 'sub'), 'r3', 'r4')).toBe(wanted);
  });

  it('that are not there are told apart', async () => {
    expect(await counted(repository, 'r9:plans/now', 'plans/now')).toContain('`r9` という版がありません');
    expect(await counted(repository, 'r3:plans/none', 'plans/now')).toContain('`plans/none` に plan.yaml がありません');
    expect(await counted(top, 'r3:plans', 'plans')).toContain('gitのリポジトリの中にありません');
    expect(await counted(repository, '--upload-pack=x:plans', 'plans/now')).toContain('オプションはありません');
  });
});
