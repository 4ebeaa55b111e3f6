import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realHost } from '../../../src/cli/machine/real-host.js';
import { run } from '../../../src/cli/program.js';
import { compile } from '../../../src/compile/compile.js';
import type { Phase, Roadmap } from '../../../src/model/roadmap.js';
import { phasesOf } from '../../../src/model/walk.js';
import { isOver } from '../../../src/report/revision/change-labels.js';
import { changesOf } from '../../../src/transform/diff/change.js';
import { diffRoadmaps } from '../../../src/transform/diff/diff-roadmaps.js';
import { call, type MemoryHost, memoryHost } from '../../support/memory-host.js';
import { departments, planFiles, plan as planText, section, withPhases } from '../../support/plan.js';

function folder(path: string, as: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [`${as}/${name}`, readFileSync(`${path}/${name}`, 'utf8')]),
  );
}

function plan(host: MemoryHost, dir: string): Roadmap {
  const files = new Map(
    [...host.files].flatMap(([name, text]) => (name.startsWith(`${dir}/`) ? [[name.slice(dir.length + 1), text]] : [])),
  );
  const { roadmap } = compile({ dir, files: new Map([...files].filter(([name]) => !name.startsWith('closed/'))) });
  if (!roadmap) throw new Error('no plan');
  return roadmap;
}

const roll = (host: MemoryHost) => call(host, 'roll', 'plan', '--edition', '令和4年6月', '--window', '2022-2026', '--out', 'next');
// A file that stays as it is is copied as bytes.
const decoded = (text: string | Uint8Array) => (typeof text === 'string' ? text : new TextDecoder().decode(text));
const linesOf = (texts: Iterable<string>, pattern: RegExp) =>
  [...texts].flatMap((text) =>
    decoded(text)
      .split('\n')
      .flatMap((line) => pattern.exec(line)?.[0] ?? []),
  );

describe('the next edition', () => {
  const host = memoryHost(folder('roadmap', 'plan'));

  it('is written, and validates', async () => {
    expect(await roll(host)).toBe(0);
    expect(await call(host, 'validate', 'next')).toBe(0);
    expect(plan(host, 'next').plan).toMatchObject({ edition: '令和4年6月', editions: [{ edition: '令和3年12月', from: '../plan' }] });
  });

  it('says how many warnings it has, as a check of it does', async () => {
    const [, count] = /次の版には警告が(\d+)件あります。`roadmap validate next`/.exec(host.err) ?? [];
    const out = host.out;
    expect(await call(host, 'validate', 'next', '--lang', 'ja')).toBe(0);
    expect(host.out.slice(out.length)).toContain(`警告 ${count}、`);
    expect(Number(count)).toBeGreaterThan(0);
  });

  it('keeps every id, and loses no text and no comment', () => {
    const before = plan(host, 'plan');
    const after = plan(host, 'next');
    const aside = [...host.files].flatMap(([name, text]) => (name.startsWith('next/closed/') ? [text] : []));
    for (const phase of phasesOf(before)) {
      const kept = after.byId.get(phase.id);
      if (kept) expect(kept).toMatchObject({ text: phase.text });
      else
        expect(
          aside.some((text) => text.includes(`: ${phase.text}\n`)),
          phase.id,
        ).toBe(true);
    }
    const comments = (dir: string) =>
      linesOf(
        [...host.files].flatMap(([name, text]) => (name.startsWith(dir) ? [text] : [])),
        /^ *# .*/,
      ).sort();
    expect(comments('next/').filter((comment) => !/^# (?:関係|令和3年12月の版から)/.test(comment))).toEqual(comments('plan/'));
  });

  it('differs from the one before in its years and in what is over', () => {
    const changes = changesOf(diffRoadmaps(plan(host, 'plan'), plan(host, 'next')));
    expect(new Set(changes.map(({ kind, field }) => field ?? kind))).toEqual(new Set(['window', 'removed']));
  });

  it('keeps a bar that has ended while a promise of it is to come', () => {
    const kept = plan(host, 'next').byId.get('emaff-development.2021-2') as Phase;
    expect(kept).toMatchObject({
      text: '令和4年度までにオンライン化率100%',
      written: '2022',
      startBasis: 'judged',
      dues: [{ text: '令和4年度' }],
    });
    expect(kept.reason).toContain('前の版では2021年度');
    expect(plan(host, 'next').byId.get('emaff-development.2021')).toBeUndefined();
  });

  it('forgets what was said of the change before, and takes reports of closed items aside', async () => {
    const story = memoryHost(folder('test/editions/story/r5', 'plan'));
    expect(await call(story, 'roll', 'plan', '--edition', '令和6年6月', '--window', '2023-2027', '--out', 'next')).toBe(0);
    const own = [...story.files].filter(([name]) => /^next\/[^/]*$/.test(name)).map(([, text]) => text);
    expect(linesOf(own, /^\s*(?:- )?(?:was|changed): .*/)).toEqual([]);
    expect(await call(story, 'validate', 'next')).toBe(0);
  });
});

describe('what was put aside', () => {
  const report = (fy: number, on: string, status: string) => ({
    [`progress/${fy}/${on}.yaml`]: `fy: ${fy}\nreports:\n- on: ${on}\n  status: ${status}\n`,
  });
  const rows = (...ids: string[]) =>
    section(
      `- id: m\n  title: 施策\n  tracks:\n${ids.map((id) => `  - id: ${id}\n    phases:\n    - 2021: ${id}の工程\n    - 2022-: 次の工程\n`).join('')}`,
    );
  const told = async (...reports: Record<string, string>[]) => {
    const files = planFiles(Object.assign({ 'section.yaml': rows('one', 'two', 'three') }, ...reports));
    const host = memoryHost(Object.fromEntries([...files].map(([name, text]) => [`plan/${name}`, text])));
    expect(await roll(host)).toBe(0);
    return host.err.split('\n').slice(1, -1);
  };

  it('is told by name where its newest report says that it is not done, and else counted', async () =>
    expect(await told(report(2021, 'one', '未措置'), report(2021, 'two', '未措置'), report(2022, 'two', '措置済'))).toEqual([
      'そのうち2件には、完了したという報告がありません',
      '  未完了の報告: one.2021 oneの工程',
    ]));
  it('is blamed for nothing where the plan has no report', async () => expect(await told()).toEqual([]));
});

describe('a phase that is printed once a year', () => {
  const track = (id: string, phase: string) => `  - id: ${id}\n    phases:\n    - ${phase}\n`;
  const host = memoryHost(
    Object.fromEntries(
      [
        ...planFiles({
          'section.yaml': section(
            `- id: m\n  title: 施策\n  tracks:\n${track('yearly', '2021-2024: 毎年の調査\n      each: year')}${track('named', '2021-2024: 点検\n      id: survey\n      each: year')}${track('other', '2022-2023: 公表\n      related: [{ needs: yearly.2021 }, { needs: yearly.2022 }, { see: yearly.2023 }, { see: survey.2022 }]')}`,
          ),
        }),
      ].map(([name, text]) => [`plan/${name}`, text]),
    ),
  );

  it('keeps the id of each year that stands, and what leads to it; what is over goes aside', async () => {
    expect(await call(host, 'roll', 'plan', '--edition', '令和4年12月', '--window', '2022-2026', '--out', 'next')).toBe(0);
    const ids = [...phasesOf(plan(host, 'next'))].map(({ id }) => id);
    expect(ids).toEqual(['yearly.2022', 'yearly.2023', 'yearly.2024', 'survey.2022', 'survey.2023', 'survey.2024', 'other.2022']);
    const { related } = plan(host, 'next').byId.get('other.2022') as Phase;
    expect(related.map(({ kind, to }) => `${kind} ${to}`)).toEqual(['needs yearly.2022', 'see yearly.2023', 'see survey.2022']);
    expect(decoded(host.files.get('next/section.yaml') ?? '')).toContain('    - 2022-2024: 毎年の調査\n      each: year\n');
    const closed = decoded(host.files.get('next/closed/令和3年12月/section.yaml') ?? '');
    expect(closed).toContain('# 関係: other.2022 needs: yearly.2021\n');
    expect(closed).toContain('    - 2021: 毎年の調査\n      each: year\n');
    expect(closed).toContain('    - 2021: 点検\n      id: survey\n      each: year\n');
  });

  it('differs from the edition before in nothing but the years that are over', () => {
    const changes = changesOf(diffRoadmaps(plan(host, 'plan'), plan(host, 'next')));
    expect(changes.map(({ kind, field, before }) => [field ?? kind, before])).toEqual([['window', '2021-2025']]);
  });

  it('is rolled again, and keeps its last year for a promise to come', async () => {
    const again = memoryHost(
      Object.fromEntries(
        [
          ...planFiles({
            'section.yaml': section(
              `- id: m\n  title: 施策\n  tracks:\n${track('named', '2022-2024: 点検\n      id: survey.2022\n      each: year')}${track('ended', '2021-2022: 令和6年度までの準備\n      due: 令和6年度\n      each: year')}`,
            ),
          }),
        ].map(([name, text]) => [`plan/${name}`, text]),
      ),
    );
    expect(await call(again, 'roll', 'plan', '--edition', '令和5年12月', '--window', '2023-2027', '--out', 'next'), again.err).toBe(0);
    const phases = [...phasesOf(plan(again, 'next'))];
    expect(phases.map(({ id, written }) => [id, written])).toEqual([
      ['survey.2023', '2023-2024'],
      ['survey.2024', '2023-2024'],
      ['ended.2022', '2023'],
    ]);
    expect(decoded(again.files.get('next/closed/令和3年12月/section.yaml') ?? '')).toContain('    - 2021: 令和6年度までの準備\n');
  });
});

describe('the next edition of a plan as it is written', () => {
  const overlapping = planText.replace('rules: {', 'rules: { no-overlapping-phases: off,');
  const phases = (text: string) => section(`- id: m\n  title: 施策\n  tracks:\n${text}`);
  const rolled = async (files: Record<string, string>) => {
    const all = planFiles({ 'plan.yaml': overlapping, ...files });
    const host = memoryHost(Object.fromEntries([...all].map(([name, text]) => [`plan/${name}`, text])));
    expect(await roll(host), host.err).toBe(0);
    const of = (name: string) => decoded(host.files.get(name) ?? '');
    return { host, plan: of('next/plan.yaml'), section: of('next/section.yaml'), closed: of('next/closed/令和3年12月/section.yaml') };
  };

  const clipped = '  - id: row\n    phases:\n';
  it.each([
    [
      'in braces',
      `${clipped}    - { 2021: 検討, due: 令和3年度 }\n    - { 2021-2023: 設計, was: old }\n`,
      `${clipped}    - { 2022-2023: 設計, id: row.2021-2 }\n`,
      `${clipped}    - { 2021: 検討, due: 令和3年度 }\n`,
    ],
    [
      'in brackets',
      '  - { id: row, label: 行, phases: [{ 2021: 検討 }, { 2021-2023: 設計 }] }\n',
      '  - { id: row, label: 行, phases: [{ 2022-2023: 設計, id: row.2021-2 }] }\n',
      '  - id: row\n    label: 行\n    phases:\n    - { 2021: 検討 }\n',
    ],
    [
      'in brackets on lines of their own',
      '  - id: row\n    phases: [\n      { 2021: 検討 }, # 済\n      { 2022-: 実施 },\n    ]\n',
      '  - id: row\n    phases: [\n      # 済\n      { 2022-: 実施 },\n    ]\n',
      '  - id: row\n    phases:\n    - { 2021: 検討 }\n',
    ],
    [
      'with its own key first',
      '  - id: row\n    phases:\n    - was: old\n      2021-2023: 設計\n      due: 令和5年度\n    - 2021: 検討\n',
      '  - id: row\n    phases:\n    - 2022-2023: 設計\n      id: row.2021\n      due: 令和5年度\n',
      '  - id: row\n    phases:\n    - 2021: 検討\n',
    ],
    [
      'of which all are put aside, with a comment between',
      '  - id: row\n    milestones:\n    - 2025-04: 公表\n    phases:\n    - 2021: 検討\n    # 二つ目\n    - 2021: 調査\n',
      '  - id: row\n    milestones:\n    - 2025-04: 公表\n    # 二つ目\n',
      '  - id: row\n    phases:\n    - 2021: 検討\n    - 2021: 調査\n',
    ],
    [
      'of which three are put aside and more keys follow',
      '  - id: row\n    phases:\n    - 2021: 検討\n    - 2021: 調査\n    - 2021: 試行\n    milestones:\n    - 2025-04: 公表\n',
      '  - id: row\n    milestones:\n    - 2025-04: 公表\n',
      '  - id: row\n    phases:\n    - 2021: 検討\n    - 2021: 調査\n    - 2021: 試行\n',
    ],
  ])('takes phases %s', async (_, before, after, closed) => {
    const files = await rolled({ 'section.yaml': phases(before) });
    expect(files.section).toBe(phases(after));
    expect(files.closed).toContain(`tracks:\n${closed}`);
  });

  it('keeps the comments beside relations, and puts those of one that goes aside with it', async () => {
    const track = (related: string) =>
      `  - id: old\n    phases:\n    - 2021: 検討\n  - id: row\n    # 関係について\n    related:${related}    phases:\n    - 2022-: 実施\n`;
    const { section: text, closed } = await rolled({
      'section.yaml': phases(track('\n    - needs: old  # 前の工程\n    # 参考\n    - see: m  # 施策\n')),
    });
    expect(text).toContain('    # 関係について\n    related:\n    # 参考\n    - see: m  # 施策\n    phases:\n');
    expect(closed).toContain('# 関係: row needs: old  # 前の工程\n');
    const flow = await rolled({ 'section.yaml': phases(track(' [{ needs: old }, { see: m }]  # 二つ\n')) });
    expect(flow.section).toContain('    related: [{ see: m }]  # 二つ\n');
    const none = await rolled({ 'section.yaml': phases(track(' [{ needs: old }]  # 一つ\n')) });
    expect(none.section).toContain('    # 関係について\n    # 一つ\n    phases:\n');
  });

  it('takes reports and checks of what is put aside with it', async () => {
    const progress = (reports: string, checks: string) =>
      `# 照会の答え\nfy: 2021\n${reports && `reports:\n${reports}`}${checks && `checks:\n# 確認\n${checks}`}`;
    const on = (id: string) => `- on: ${id}\n`;
    const checked = (id: string) => `${on(id)}  edition: 令和3年12月\n`;
    const { host } = await rolled({
      'section.yaml': phases('  - id: old\n    phases:\n    - 2021: 検討\n  - id: row\n    phases:\n    - 2022-: 実施\n'),
      'progress/2021/some.yaml': progress(on('old'), checked('old') + checked('row')),
      'progress/2021/none.yaml': progress(on('row'), checked('row')),
      'progress/2021/all.yaml': progress('', checked('old')),
    });
    const text = (name: string) => decoded(host.files.get(`next/${name}`) ?? '').replace(/^# 令和3年12月の版から.*\n/, '');
    expect(text('progress/2021/some.yaml')).toBe(progress('', checked('row')));
    expect(text('closed/令和3年12月/progress/2021/some.yaml')).toBe(progress(on('old'), checked('old')).replace('# 確認\n', ''));
    expect(text('progress/2021/none.yaml')).toBe(progress(on('row'), checked('row')));
    expect(text('progress/2021/all.yaml')).toBe('');
    expect(text('closed/令和3年12月/progress/2021/all.yaml')).toContain(checked('old'));
  });

  it('keeps the figures of a KPI that stands, which the report of a row gave that is put aside', async () => {
    const kpi = (actuals: string) => `  kpis:\n  - id: rate\n    name: 普及率\n    unit: "%"\n    target: { 2025: 80 }\n${actuals}`;
    const { section: text, host } = await rolled({
      'section.yaml': section(
        `- id: m\n  title: 施策\n${kpi('    actuals: { 2021-03-31: 10 }\n')}  tracks:\n  - id: old\n    phases:\n    - 2021: 検討\n  - id: row\n    phases:\n    - 2022-: 実施\n`,
      ),
      'progress/2021/section.yaml':
        'fy: 2021\nreports:\n- on: old\n  status: 措置済\n  actuals: { rate: { 2022-03-31: 30.5, 2021-09-30: 20 } }\n- on: row\n  status: 措置中\n',
    });
    expect(text).toContain(kpi('    actuals: { 2021-03-31: 10, 2021-09-30: 20, 2022-03-31: 30.5 }\n'));
    expect(decoded(host.files.get('next/closed/令和3年12月/progress/2021/section.yaml') ?? '')).toContain('2022-03-31: 30.5');
  });

  it('keeps the newest standing of a KPI that stands, which the reports of a row declared that is put aside', async () => {
    const kpi = (declared: string) =>
      `  kpis:\n  - id: rate\n    name: 普及率\n    unit: "%"\n    target: { 2025: 80 }\n    declared: ${declared}\n`;
    const report = (fy: number, standing: string) =>
      `fy: ${fy}\nreports:\n- on: old\n  declared: { rate: ${standing} }\n- on: row\n  declared: { rest: A }\n`;
    const { section: text } = await rolled({
      'section.yaml': section(
        `- id: m\n  title: 施策\n${kpi('F')}  - { id: rest, name: 残り, unit: 件, target: { 2025: 0 } }\n  tracks:\n  - id: old\n    phases:\n    - 2021: 検討\n  - id: row\n    phases:\n    - 2022-: 実施\n`,
      ),
      'progress/2021/section.yaml': report(2021, 'B'),
      'progress/2020/section.yaml': report(2020, 'N'),
    });
    const dated = (standing: string, asOf: string) =>
      section(
        `- id: m\n  title: 施策\n${kpi(`${standing}\n    asOf: ${asOf}`)}  tracks:\n  - id: old\n    phases:\n    - 2021: 検討\n  - id: row\n    phases:\n    - 2022-: 実施\n`,
      );
    const own = { 'progress/2021/section.yaml': 'fy: 2021\nreports:\n- on: old\n  declared: { rate: B }\n' };
    const kept = await rolled({ 'section.yaml': dated('F', '2023-03'), ...own });
    expect(kept.section).toContain(kpi('F\n    asOf: 2023-03'));
    const renewed = await rolled({ 'section.yaml': dated('F', '2021-12'), ...own });
    expect(renewed.section).toContain(kpi('B\n    asOf: 2022-03'));
    expect(text).toContain(kpi('B'));
    expect(text).toContain('{ id: rest, name: 残り, unit: 件, target: { 2025: 0 } }');
  });

  it.each([
    [[2021, 2020], 'B', '    asOf: 2022-03\n', 'B'],
    [[2021, 2020], 'B', '    actuals: { 2022-06-30: 40 }\n    asOf: 2022-06-30\n', 'B'],
    [[2020, 2021], 'B', '', 'A'],
  ])(
    'tells the newest standing of a KPI where reports of %s declare it, the first of a row that is put aside',
    async (years, own, more, told) => {
      const kpi = (lines: string) => `  kpis:\n  - id: rate\n    name: 普及率\n    unit: "%"\n    target: { 2025: 80 }\n${lines}`;
      const report = (fy: number | undefined, on: string, standing: string) =>
        `fy: ${fy}\nreports:\n- on: ${on}\n  status: 措置中\n  declared: { rate: ${standing} }\n`;
      const actuals = /^ *actuals.*\n/.exec(more)?.[0] ?? '';
      const { section: text, host } = await rolled({
        'section.yaml': section(
          `- id: m\n  title: 施策\n${kpi(actuals)}  tracks:\n  - id: old\n    phases:\n    - 2021: 検討\n  - id: row\n    phases:\n    - 2022-: 実施\n`,
        ),
        [`progress/${years[0]}/section.yaml`]: report(years[0], 'old', own),
        [`progress/${years[1]}/section.yaml`]: report(years[1], 'row', 'A'),
      });
      expect(text).toContain(kpi(`${actuals}    declared: ${own}\n${more.replace(actuals, '')}  tracks:`));
      host.out = '';
      expect(await call(host, 'build', 'next', '--format', 'json', '--out', '-')).toBe(0);
      expect((JSON.parse(host.out) as { kpis: { declared: string }[] }).kpis).toMatchObject([{ declared: told }]);
    },
  );

  it('keeps Windows line ends, in what is put aside too', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const { host } = await rolled({
      'plan.yaml': crlf(overlapping),
      'section.yaml': crlf(
        phases(`${clipped}    - 2021: 検討\n    - 2021-2023: 設計\n    - 2024-: 実施\n      related: [{ needs: row.2021 }]\n`),
      ),
    });
    const written = [...host.files].filter(([name]) => /^next\/(?!departments)/.test(name));
    expect(written).toHaveLength(3);
    for (const [name, text] of written) expect(decoded(text).replaceAll('\r\n', ''), name).not.toMatch(/[\r\n]/);
  });

  it.each([
    ['columns: [2021, 2022, R5-]', 'columns: [2022, 2023, 2024-]'],
    ["columns: ['2021H1', 2021H2, 令和4-]", 'columns: [2022H1, 2022H2, 2023-]'],
    ['columns: year', 'columns: year'],
    ['columns:\n- 2021  # 一年目\n- R4-', 'columns:\n- 2022  # 一年目\n- 2023-'],
  ])('moves its columns: %s', async (before, after) => {
    const bars = phases(`${clipped}    - 2022-: 実施\n`);
    const { plan: text } = await rolled({ 'plan.yaml': `${planText}${before}\n`, 'section.yaml': bars });
    expect(text).toContain(`${after}\n`);
    const { section: own } = await rolled({ 'section.yaml': `${before}\n${bars}` });
    expect(own).toContain(`${after}\n`);
  });

  it.each([
    ['R3-R7', '2022-2026'],
    ['"2021-2023"', '2022-2024'],
    ['令和3年度-令和6年度', '2022-2025'],
  ])('moves the window of a section: %s', async (before, after) => {
    const { section: text } = await rolled({ 'section.yaml': `window: ${before}\n${phases(`${clipped}    - 2022-: 実施\n`)}` });
    expect(text).toMatch(new RegExp(`^window: (["']?)${after}\\1$`, 'm'));
  });

  it.each([
    ['window: 2022-2024', 'window: 2023-2025'],
    ['columns: [2022, 2023, 2024-]', 'columns: [2023, 2024, 2025-]'],
  ])('cuts bars to the first column of a section that begins later: %s', async (before, after) => {
    const bars = '    - 2022: 検討\n    - 2022-2024: 設計\n    - 2024-: 実施\n';
    const { host, section: text, closed } = await rolled({ 'section.yaml': `${before}\n${phases(`${clipped}${bars}`)}` });
    expect(text).toBe(`${after}\n${phases(`${clipped}    - 2023-2024: 設計\n      id: row.2022-2\n    - 2024-: 実施\n`)}`);
    expect(closed).toContain('    - 2022: 検討\n');
    // To a comparison the table has cut the one bar, and the other is over.
    const diff = diffRoadmaps(plan(host, 'plan'), plan(host, 'next'));
    expect(changesOf(diff).map(({ kind, field }) => field ?? kind)).toEqual(['window', 'removed']);
    expect(diff.items.map((item) => isOver(item, diff))).toEqual([false, true]);
  });

  it('joins the editions that are named between brackets', async () => {
    const { plan: text } = await rolled({
      'plan.yaml': `${planText}editions: [{ edition: 令和2年, from: ../r2 }]\n`,
      'section.yaml': phases(`${clipped}    - 2022-: 実施\n`),
    });
    expect(text).toContain('editions: [{ edition: 令和2年, from: ../r2 }, { edition: 令和3年12月, from: ../plan }]\n');
  });
});

describe('roll in place', () => {
  const root = mkdtempSync(join(tmpdir(), 'roadmap-roll-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const git = (...argv: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.invalid', ...argv], { stdio: 'pipe' });
  const roll = async () => {
    const err: string[] = [];
    const host = {
      ...realHost(),
      stdout: { isTTY: false, write: () => {} },
      stderr: { isTTY: false, write: (text: string) => void err.push(text) },
    };
    return {
      status: await run(host, ['roll', join(root, 'p'), '--edition', '令和4年6月', '--window', '2022-2026', '--lang', 'ja']),
      err: err.join(''),
    };
  };
  it('writes over a plan only where git holds it: one in a folder that git ignores is no change to it', async () => {
    mkdirSync(join(root, 'p'));
    writeFileSync(join(root, '.gitignore'), 'p/\n');
    const files = { 'plan.yaml': planText, 'departments.yaml': departments, 'section.yaml': withPhases('- 2021-: 検討') };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'p', name), text);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'ignored');
    const { status, err } = await roll();
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('gitに残っていません') });
    expect(readFileSync(join(root, 'p/plan.yaml'), 'utf8')).toBe(planText);
    git('add', '-f', 'p');
    git('commit', '-qm', 'held');
    expect((await roll()).status).toBe(0);
    expect(readFileSync(join(root, 'p/plan.yaml'), 'utf8')).toContain('window: 2022-2026');
  });
});

describe('roll refuses', () => {
  it.each([
    [['roll', 'plan', '--window', '2022-2026', '--out', 'next'], '--edition'],
    [['roll', 'plan', '--edition', '令和4年6月', '--window', '2020-2024', '--out', 'next'], '今の版より前'],
    [['roll', 'plan', '--edition', '令和3年6月', '--window', '2022-2026', '--out', 'next'], '今の版の名前'],
    [['roll', 'plan', '--edition', '令和4年6月', '--window', '2022-2026'], 'gitに残っていません'],
    [['roll', 'plan', '--edition', '令和4年6月', '--window', '2022-2026', '--out', 'full'], '既にあります'],
    [['roll', 'none', '--edition', '令和4年6月', '--window', '2022-2026'], 'ありません'],
  ])('%j', async (args, words) => {
    const host = memoryHost({ ...folder('test/editions/story/r3', 'plan'), 'full/x.txt': '' });
    const before = new Map(host.files);
    expect(await call(host, ...args)).toBe(2);
    expect(host.err).toContain(words);
    expect(host.files).toEqual(before);
  });
});
