import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, section } from '../support/plan.js';

const files = {
  'roadmap/plan.yaml': plan,
  'roadmap/departments.yaml': departments,
  'roadmap/section.yaml': section(
    '- id: m\n  title: 施策\n  leads: [mic]\n  tracks:\n  - id: a\n    phases:\n    - 2022: 一\n    - 2023-: 令和5年度末までに二\n      due: 令和5年度末\n- id: n\n  title: 施策\n  tracks:\n  - id: b\n    phases:\n    - 2023: 三\n',
  ),
};
const reports = {
  'roadmap/progress/2022/x.yaml': 'fy: 2022\nreports:\n- on: a\n  status: 検討中\n',
  'roadmap/progress/2023/x.yaml': 'fy: 2023\nreports:\n- on: a\n  status: 措置中\n- on: b\n  status: 措置済\n',
};

async function status(host: ReturnType<typeof memoryHost>, ...argv: string[]) {
  expect(await call(host, 'status', ...argv, '--lang', 'ja'), host.err).toBe(0);
  return host.out.split('\n').map((line) => line.trim().split(/\s{2,}/));
}

describe('roadmap status', () => {
  it('counts measures, phases, ends and promises of the year, and what was reported', async () => {
    const lines = await status(memoryHost({ ...files, ...reports }), '--fy', '令和5年度');
    expect(lines).toContainEqual(['節', '施策', '工程', '終わる', '期限', '報告', '完了', '未完了', '期限後報告なし']);
    expect(lines).toContainEqual(['第1 1. 節', '2', '2', '1', '1', '2/2', '1', '1', '0']);
  });
  it('calls nothing late where nothing was reported', async () => {
    const host = memoryHost(files);
    const lines = await status(host, '--fy', '2023');
    expect(lines).toContainEqual(['計', '2', '2', '1', '1', '0/2', '0', '-', '-']);
    expect(host.out).toContain('進捗の報告はまだありません');
    expect(host.out).not.toContain('遅延');
  });
  it('says that the table does not show the year, and so does a slice', async () => {
    for (const name of ['status', 'slice']) {
      const outside = memoryHost(files);
      expect(await call(outside, name, '--fy', '2203', '--lang', 'ja')).toBe(0);
      expect(outside.out).toContain('この年度は工程表の外にあり、「続く」は終わりの印字がない工程。工程表が示す年度: 2021～2025年度');
      const inside = memoryHost(files);
      expect(await call(inside, name, '--fy', '2025', '--lang', 'ja')).toBe(0);
      expect(inside.out).not.toContain('工程表の外');
    }
  });
  it('gives a line to each department that has anything, and to what names none', async () => {
    const lines = await status(memoryHost({ ...files, ...reports }), '--fy', '2023', '--by', 'lead');
    expect(lines.map(([name]) => name)).toEqual(expect.arrayContaining(['総務省', '担当の記載なし', '計']));
    expect(lines.map(([name]) => name)).not.toContain('総務省行政局');
  });
  it.each(['none', '担当の記載なし'])('keeps what names no department: %s', async (name) => {
    const lines = await status(memoryHost(files), '--fy', '2023', '--by', 'lead', '--lead', name);
    expect(lines.map(([first]) => first)).toEqual(expect.arrayContaining(['担当の記載なし', '計']));
    expect(lines.map(([first]) => first)).not.toContain('総務省');
  });
  it('lines up wide characters', async () => {
    const host = memoryHost({ ...files, ...reports });
    await status(host, '--fy', '2023', '--by', 'lead');
    const widths = host.out
      .split('\n')
      .filter((line) => /\d\/\d|報告なし/.test(line))
      .map((line) => stringWidth(line));
    expect(new Set(widths).size).toBe(1);
    expect(widths.length).toBe(4);
  });
  it('takes the year of SOURCE_DATE_EPOCH, else of today in Tokyo', async () => {
    // 31 March 2023 15:00 UTC is 1 April in Tokyo.
    const epoch = memoryHost(files, { SOURCE_DATE_EPOCH: String(Date.UTC(2023, 2, 31, 15) / 1000) });
    await status(epoch);
    expect(epoch.out).toContain('2023年度（令和5年度）');
    const before = memoryHost(files, { SOURCE_DATE_EPOCH: String(Date.UTC(2023, 2, 31, 14) / 1000) });
    await status(before);
    expect(before.out).toContain('2022年度（令和4年度）');
    const today = memoryHost(files);
    await status(today);
    expect(today.out).toContain('2023年度（令和5年度）');
  });
  it.each(['abc', '9'.repeat(30)])('refuses a SOURCE_DATE_EPOCH that gives no date, as build does: %s', async (given) => {
    for (const name of ['status', 'build']) {
      const host = memoryHost(files, { SOURCE_DATE_EPOCH: given });
      expect(await call(host, name, '--lang', 'en')).toBe(2);
      expect(host.err).toContain(`\`${given}\` of SOURCE_DATE_EPOCH is not a number of seconds`);
    }
  });
  it('takes the nearest year of the table, and says so', async () => {
    const host = memoryHost(files, { SOURCE_DATE_EPOCH: String(Date.UTC(2031, 0, 1) / 1000) });
    await status(host);
    expect(host.out).toContain('2025年度（令和7年度）');
    expect(host.err).toContain('2030年度');
  });
  it('uses colours on a terminal only, and never where they are not wanted', async () => {
    const colours = async (isTTY: boolean, env: Record<string, string> = {}, ...argv: string[]) => {
      const host = memoryHost({ ...files, ...reports }, env);
      host.stdout.isTTY = isTTY;
      host.stdout.columns = 40;
      await call(host, 'status', '--fy', '2023', ...argv);
      return host.out.includes('\u001b[');
    };
    expect(await colours(true)).toBe(true);
    expect(await colours(false)).toBe(false);
    expect(await colours(true, { NO_COLOR: '1' })).toBe(false);
    expect(await colours(true, {}, '--no-color')).toBe(false);
  });
  it('refuses a department and a part that it does not know', async () => {
    for (const argv of [
      ['--lead', '総務症'],
      ['--by', 'leed'],
      ['--fy', '5月'],
    ]) {
      const host = memoryHost(files);
      expect(await call(host, 'status', ...argv)).toBe(2);
      expect(host.out).toBe('');
    }
  });
  it('names the nearest departments, each once, and where all of them stand', async () => {
    const story = fileURLToPath(new URL('../editions/story/r5', import.meta.url));
    const help = async (lead: string, lang = 'ja') => {
      const host = memoryHost();
      expect(await call(host, 'status', story, '--lead', lead, '--lang', lang)).toBe(2);
      return host.err.split('\n')[1]?.replace(story, 'r5');
    };
    expect(await help('xxx')).toBe('  直し方: IDか名前を書いてください。部局の一覧は `r5/departments.yaml` にあります');
    expect(await help('総務科')).toBe('  直し方: `総務課` のことですか？ 部局の一覧は `r5/departments.yaml` にあります');
    expect(await help('光達室', 'en')).toBe('  help: did you mean `光達局`? All departments are in `r5/departments.yaml`');
    expect(await help('lh-lihgt', 'en')).toBe('  help: did you mean `lh-light`? All departments are in `r5/departments.yaml`');
  });
});
