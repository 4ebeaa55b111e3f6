import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { searchScript } from '../../src/formats/html/search-script.js';
import { sectionView } from '../../src/formats/html/section-view.js';
import { withTokens } from '../../src/formats/html/with-tokens.js';
import { planReport } from '../../src/report/plan-report.js';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, planFiles, section } from '../support/plan.js';

describe('the style sheet', () => {
  it('brings the tokens that it uses, and those that they use, and no others', () => {
    const style = withTokens('a { color: var(--color-semantic-error-1); width: var(--own); }');
    expect(style.match(/^ {2}--[\w-]+/gm)).toEqual(['  --color-primitive-red-800', '  --color-semantic-error-1']);
  });
});

describe('the search index', () => {
  it('is a script that gives every entry back', () => {
    const entries = [
      { text: 'ＡＰＩ</script>', folded: 'api</script>', context: '節\u2028', href: 'a.html#x' },
      { text: '検討', folded: '検討', context: '', href: 'a.html' },
    ];
    const window: { roadmapSearch?: { contexts: string[]; pages: string[]; entries: [string, string | 0, number, number, string][] } } = {};
    runInNewContext(searchScript(entries), { window });
    const { contexts = [], pages = [], entries: found = [] } = window.roadmapSearch ?? {};
    expect(
      found.map(([text, folded, context, page, id]) => ({
        text,
        folded: folded || text,
        context: contexts[context],
        href: pages[page] + (id && `#${id}`),
      })),
    ).toEqual(entries);
  });
});

describe('the timeline', () => {
  const measures = section(`- id: m1
  title: 一
  notes: [注]
- id: m2
  parent: m1
  title: 二
  milestones: [{ 2022-01: 早い }, { 2025-03: 遅い }, いつか]
  tracks:
  - id: two-lanes
    label: 札
    phases:
    - 2021-2022: あ
    - 2022-2023: い
    - 2023-: う
  - id: own
    leads: [mic]
    completed: [{ 2020-07: 済み }]
    phases: [{ 2024: え }]
`);
  const { roadmap } = compile({ dir: '', files: planFiles({ 'section.yaml': measures }) });
  const report = roadmap && planReport(roadmap, 'ja').chapters()[0]?.sections[0];
  if (!report) throw new Error('no report');
  const { table, list } = sectionView(report, 1, { lang: 'ja' });
  const [band, group] = table.groups;

  it('gives a heading without rows the whole width, and one with rows as many lines as it has', () => {
    expect([band?.band, band?.lines.length, band?.fullWidth]).toEqual([true, 1, 8]);
    expect(group?.lines[0]?.heading).toEqual({ rows: group?.lines.length });
    expect(group?.lines.map(({ kind, rowId }) => [kind ?? 'bars', rowId])).toEqual([
      ['points', undefined],
      ['points', undefined],
      ['label', 'two-lanes'],
      ['bars', undefined],
      ['bars', undefined],
      ['bars', 'own'],
    ]);
  });

  it('ties a bar to its headings, its label and every year that it spans', () => {
    const bars = group?.lines
      .flatMap(({ cells = [] }) => cells.filter(({ bar }) => bar))
      .map(({ bar, headers, columns }) => [bar?.text, columns, headers]);
    expect(bars).toEqual([
      ['あ', 2, '_h1 _h2 t.two-lanes _1 _2'],
      ['う', 3, '_h1 _h2 t.two-lanes _3 _4 _5'],
      ['い', 2, '_h1 _h2 t.two-lanes _2 _3'],
      ['え', undefined, '_h1 _h2 _4'],
    ]);
  });

  it('sets a row without a label apart from the labelled one before it', () => {
    expect(group?.lines.map(({ apart }) => apart === true)).toEqual([false, false, false, false, false, true]);
  });

  it('fills every line to its width', () => {
    for (const { cells } of group?.lines ?? []) if (cells) expect(cells.reduce((sum, { columns = 1 }) => sum + columns, 0)).toBe(5);
  });

  it('sets points at their place, with their words where there is room', () => {
    const points = group?.lines.flatMap(({ cells = [] }) => cells.flatMap((cell) => cell.points ?? []));
    expect(points?.map(({ text, at, before }) => [text, at, before])).toEqual([
      ['早い', '26.4%', undefined],
      ['遅い', '47.9%', undefined],
      ['いつか', undefined, undefined],
    ]);
  });

  it('gives a row its own departments and completed things where it has them', () => {
    const line = group?.lines.at(-1);
    expect([line?.leads?.items.map(({ name }) => name), line?.completed?.items.map(({ text }) => text)]).toEqual([['総務省'], ['済み']]);
  });

  it('says in the list what it says in the table', () => {
    const told = list.measures.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars.map(({ bar: { text, years } }) => [text, years])));
    expect(told).toEqual([
      ['あ', '2021-2022'],
      ['い', '2022-2023'],
      ['う', '2023-'],
      ['え', '2024-2024'],
    ]);
  });
});

/** The first section of a plan, as a table and as a list. */
function viewOf(measures: string, ownPlan = plan) {
  const { roadmap } = compile({ dir: '', files: planFiles({ 'plan.yaml': ownPlan, 'section.yaml': section(measures) }) });
  const report = roadmap && planReport(roadmap, 'ja').chapters()[0]?.sections[0];
  if (!report) throw new Error('no report');
  return sectionView(report, 1, { lang: 'ja' });
}

describe('the points of a quarter', () => {
  it('stand in the middle of their months', () => {
    const points =
      '- id: m1\n  title: 一\n  milestones: [{ 2021-04: 一月目 }, { 2021-05: 二月目 }, { 2021-06: 三月目 }, { 2021-07: 次 }, { 2021-10: その次 }]\n';
    const { table } = viewOf(points, plan.replace('window: 2021-2025', 'window: 2021-2022\ncolumns: [2021Q1, 2021Q2, 2021H2, 2022-]'));
    const cells = table.groups[0]?.lines[0]?.cells ?? [];
    const places = cells.flatMap(({ points = [] }) => points.map(({ at }) => at));
    expect(places).toEqual(['16.7%', '50%', '83.3%', '16.7%', '4.2%']);
  });
});

describe('the points outside the years of a table', () => {
  it('say so, the later ones at its right edge', () => {
    const { table } = viewOf('- id: m1\n  title: 一\n  milestones: [{ 2019-05: 早い }, { 2033-04: 遅い }, { 2021-04: 最初 }, いつか]\n');
    const points = table.groups[0]?.lines.flatMap(({ cells = [] }) => cells.flatMap((cell) => cell.points ?? []));
    expect(points?.map(({ text, at, before = false, isOutside = false }) => [text, at, before, isOutside])).toEqual([
      ['最初', '0.8%', false, false],
      ['早い', undefined, false, true],
      ['遅い', '100%', true, true],
      ['いつか', undefined, false, false],
    ]);
  });
});

describe('a table of many years', () => {
  const points = '- id: m1\n  title: 一\n  milestones: [{ 2022-04: い }, { 2023-04: ろ }, { 2030-04: は }, { 2061-03: に }]\n';
  const { table } = viewOf(points, plan.replace('window: 2021-2025', 'window: 2021-2060'));

  it('tells them as figures', () => {
    const [first, second] = table.columns;
    expect([first?.seireki, first?.wareki, second?.seireki, second?.wareki]).toEqual([['2021'], ['R3'], ['2022'], ['R4']]);
  });

  it('has room for the words of its points, those of years that follow one another on lines of their own', () => {
    const lines = table.groups[0]?.lines.map(({ cells = [] }) =>
      cells.flatMap(({ columns, headers, points: [point] = [] }) => (point ? [[point.text, columns, headers, point.at]] : [])),
    );
    expect(lines).toEqual([
      [
        ['い', 8, '_h1 _2', '0.5%'],
        ['は', 26, '_h1 _10', '0.2%'],
        ['に', 5, '_h1 _40', '99.2%'],
      ],
      [['ろ', 38, '_h1 _3', '0.1%']],
    ]);
  });
});

describe('the list', () => {
  it('says who answers for a measure without rows, as the timeline does', () => {
    const { list } = viewOf(`- id: m1
  title: 章の見出し
- id: m2
  title: 一
  leads: [mic]
- id: m3
  title: 二
  tracks: [{ id: a, phases: [{ 2021: 検討 }] }]
`);
    expect(list.measures.map(({ saysLeads }) => saysLeads)).toEqual([false, true, true]);
  });
});

describe('the header of half and quarter years', () => {
  it('breaks between the year and its part alone', () => {
    const quarters = plan.replace('window: 2021-2025', 'window: 2021-2022\ncolumns: [2021Q1, 2021Q2, 2021H2, 2022-]');
    const measures = section('- id: m1\n  title: 一\n  tracks: [{ id: a, phases: [{ 2021Q1: 検討 }] }]\n');
    const made = compile({ dir: '', files: planFiles({ 'plan.yaml': quarters, 'section.yaml': measures }) });
    const [chapter] = made.roadmap ? planReport(made.roadmap, 'ja').chapters() : [];
    if (!chapter?.sections[0]) throw new Error('no report');
    expect(sectionView(chapter.sections[0], 1, { lang: 'ja' }).table.columns.map(({ seireki }) => seireki)).toEqual([
      ['2021年度', '第1四半期'],
      ['2021年度', '第2四半期'],
      ['2021年度', '下期'],
      ['2022年度～'],
    ]);
  });
});

describe('a page with English words', () => {
  it('tells which of its words are Japanese', async () => {
    const phases = 'phases: [{ 2021-2022: 検討 }]';
    const measures = section(`- id: m1\n  title: 一\n  tracks:\n  - { id: a, leads: [mic], ${phases} }\n  - { id: b, ${phases} }\n`);
    const files = { 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': measures };
    const host = memoryHost(files);
    const args = ['slice', '--fy', '2021-2022', '--by', 'lead', '--format', 'html', '--out', 'out', '--lang', 'en'];
    expect(await call(host, ...args), host.err).toBe(0);
    const page = String(host.files.get('out/sheet-2021-2022-mic.html'));
    expect(page).toContain('<h1>FY2021–2022 <span lang="ja">総務省</span></h1>');
    expect(String(host.files.get('out/sheet-2021-2022-no-lead.html'))).toContain('<h1>FY2021–2022 <span>no lead is printed</span></h1>');
    expect(page).toMatch(/<dd>roadmap \d/);
    expect(page).toContain('<dd><span lang="ja">令和3年12月</span></dd>');
  });
});

it('a department without rows and a year without phases have no filters and no key, as nothing is there for them', async () => {
  const measures = section(
    '- id: m1\n  title: 一\n  leads: [mic-bureau]\n  tracks:\n  - { id: row, phases: [{ 2021: 検討 }, { 2023: 評価 }] }\n',
  );
  const more = `${departments}- id: idle\n  name: 担当のない庁\n`;
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': more, 'roadmap/section.yaml': measures });
  expect(await call(host, 'build', '--format', 'html', '--out', 'out', '--lang', 'ja'), host.err).toBe(0);
  const hasControls = (name: string) => String(host.files.get(`out/${name}`)).includes('class="controls"');
  expect(['department-mic.html', 'year-2021.html'].map(hasControls)).toEqual([true, true]);
  expect(['department-idle.html', 'year-2022.html'].map(hasControls)).toEqual([false, false]);
});

it('only a page with others before or behind it has a place for the links to them', async () => {
  const measures = section('- id: m1\n  title: 一\n  tracks: [{ id: row, phases: [{ 2021: 検討 }] }]\n');
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': measures });
  for (const args of [['build'], ['slice', '--fy', '2021']])
    expect(await call(host, ...args, '--format', 'html', '--out', args[0] ?? '', '--lang', 'ja'), host.err).toBe(0);
  const hasPager = (name: string) => String(host.files.get(name)).includes('<nav class="pager"');
  expect(['build/year-2021.html', 'build/section-s1.html', 'slice/index.html'].map(hasPager)).toEqual([true, false, false]);
});
