import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import type { Roadmap } from '../../src/model/roadmap.js';
import { recordsOf } from '../../src/report/records.js';
import { putsIntoService } from '../../src/report/site/pages/overview.js';
import { planSite } from '../../src/report/site/plan-site.js';
import type { Page, PageOf, SiteOptions } from '../../src/report/site/site.js';
import { plain } from '../../src/report/told.js';
import type { Rule } from '../../src/rules/rule.js';
import { barePlan, plan, planFiles, section, withPhases } from '../support/plan.js';

const measures = section(`- id: m1
  number: (1)
  title: 交付
  leads: [mic-bureau]
  milestones: [{ 2022-02: 医療費通知情報 }, いつか]
  tracks:
  - id: card
    phases:
    - 2021: 検討
    - 2022: 準備
      due: 令和5年春
    - 2023-: 一体化したカードの交付
  - id: judged-row
    judged: 行の順から
    phases:
    - 2021-2022: 調査
      basis: judged
      reason: 列がずれている
- id: m2
  title: 予約
  tracks:
  - id: booking
    phases:
    - 2022-: 全国実装に向けた検討
  - id: service
    phases:
    - 2023: サービス開始（一部）
      corrected: サービスの開始（一部）
  kpis:
  - { id: share, name: 割合, unit: '%', target: { 2023: 98 } }
`);

function pagesOf(options: SiteOptions = {}, text = measures, about = ''): Page[] {
  const { roadmap, diagnostics } = compile({ dir: '', files: planFiles({ 'plan.yaml': plan + about, 'section.yaml': text }) });
  expect(diagnostics.filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined)).toEqual([]);
  return [...planSite(roadmap as Roadmap, 'ja', options, recordsOf(roadmap as Roadmap)).pages()];
}

function pageOf<K extends Page['kind']>(kind: K, pages: readonly Page[]): PageOf<K> {
  return pages.find((page) => page.kind === kind) as PageOf<K>;
}

describe('the overview', () => {
  it('is of the year of the data, of the year asked for, or of the nearest that the plan shows', () => {
    const year = (options: SiteOptions) => pageOf('overview', pagesOf(options)).year.year;
    expect(year({})).toBe(2021);
    expect(year({ date: '2023-03-31' })).toBe(2022);
    expect(year({ date: '2023-04-01' })).toBe(2023);
    expect(year({ date: '2026-11-23' })).toBe(2025);
    expect(year({ date: '2010-01-01' })).toBe(2021);
    expect(year({ date: '2023-04-01', fiscalYear: 2022 })).toBe(2022);
  });

  it('counts neither the first column as a beginning nor the right edge as an end, judged or not', () => {
    const [chapter] = pageOf('overview', pagesOf()).matrix.chapters;
    const cells = chapter?.rows[0]?.cells.map(({ active, begins, ends }) => [active, begins, ends]);
    expect(cells).toEqual([
      [2, 0, 1],
      [3, 2, 2],
      [3, 2, 1],
      [2, 0, 0],
      [2, 0, 0],
    ]);
  });

  it('takes the year that is written before the first column for the beginning', () => {
    const phases =
      '- { 2018-2019: 準備, allow: { phases-in-window: 印字のまま } }\n- { 2020: 検討, allow: { phases-in-window: 印字のまま } }\n- 2021H1: 調査';
    const pages = pagesOf({}, withPhases(phases));
    const edge = pageOf('reading', pages).lists.find(({ id }) => id === '_from-first-column');
    expect(edge?.groups.flatMap(({ rows }) => rows).map(({ text }) => text)).toEqual(['調査']);
  });

  it('tells a half or a quarter of the year in which something begins or ends', () => {
    const pages = pagesOf({ fiscalYear: 2023 }, withPhases('- 2021: 調査\n- 2023Q1-2023Q2: 検討\n- 2023H2: 準備\n- 2024: 実施'));
    const { starts, ends } = pageOf('overview', pages);
    const told = [...starts.others, ...ends.first].map(({ text, period, finer }) => [text, finer && period]);
    expect(told).toEqual([
      ['検討', '2023年度第1四半期～2023年度第2四半期'],
      ['準備', '2023年度下期'],
      ['検討', '2023年度第1四半期～2023年度第2四半期'],
      ['準備', '2023年度下期'],
    ]);
    expect(pageOf('overview', pagesOf({ fiscalYear: 2023 })).starts.rows.first.map(({ finer }) => finer)).toEqual([false, false]);
  });

  it('puts first what can be used from then on, not what is prepared', () => {
    const { starts, ends } = pageOf('overview', pagesOf({ fiscalYear: 2023 }));
    expect(starts.rows.first.map(({ text }) => text)).toEqual(['一体化したカードの交付', 'サービス開始（一部）']);
    expect(starts.others).toEqual([]);
    expect(ends.first.map(({ text }) => text)).toEqual(['サービス開始（一部）']);
    expect(pageOf('overview', pagesOf({ fiscalYear: 2022 })).starts.others.map(({ text }) => text)).toEqual([
      '準備',
      '全国実装に向けた検討',
    ]);
  });

  it('does not tell by Japanese words what a plan in another language puts into service', () => {
    const phases = withPhases('- 2021: Tests\n- 2022: Operation in all harbours');
    const { starts } = pageOf('overview', pagesOf({ fiscalYear: 2022 }, phases, 'language: en\n'));
    expect([starts.intoService, starts.rows.first.map(({ text }) => text), starts.others]).toEqual([
      false,
      ['Operation in all harbours'],
      [],
    ]);
  });

  it('shows so many of one kind at once that what follows is not far', () => {
    const tracks = Array.from({ length: 25 }, (_, at) => {
      const kpi = `kpis: [{ id: k${at}, name: 率, unit: '%', target: { 2022: 1 } }]`;
      return `  - { id: r${at}, phases: [{ 2021: 検討 }, { 2022: 運用を開始, due: 令和4年度末 }], ${kpi} }\n`;
    });
    const page = pageOf('overview', pagesOf({ fiscalYear: 2022 }, section(`- id: m\n  title: 施策\n  tracks:\n${tracks.join('')}`)));
    const counts = [page.starts.rows, page.due, page.ends, page.kpis].map(({ count, first, rest }) => [count, first.length, rest.length]);
    expect(counts).toEqual([
      [25, 20, 5],
      [50, 20, 30],
      [25, 8, 17],
      [25, 20, 5],
    ]);
  });

  it('tells a chapter of one section once in the matrix where both have one heading, its number included', () => {
    const alone = (heading: string) =>
      pageOf('overview', pagesOf({}, measures.replace('number: 1.\ntitle: 節', heading))).matrix.chapters[0]?.alone;
    expect(['number: 1.\ntitle: 章', 'title: 章', 'number: 第1\ntitle: 章'].map(alone)).toEqual([false, false, true]);
  });

  it.each([
    ['適正なサービスの提供に向けて認証制度の運用開始', true],
    ['新たな提出方法を開始', true],
    ['学校健診情報の提供', true],
    ['構築・テスト・稼働', true],
    ['一部の窓口で運用を開始し、その後拡大', true],
    ['ローカル5Gの試行を開始', false],
    ['実証事業の一部開始', false],
    ['全国実装に必要な改修', false],
    ['システムの運用開始までの間、メールで受け付ける', false],
    ['本格的な利用を可能にすることを目指す', false],
    ['本格運用に向けた検討', false],
  ])('tells by its words whether 「%s」 goes into service', (text, into) => expect(putsIntoService({ text })).toBe(into));

  it('tells what falls due in the twelve months from the month of the data', () => {
    const rows = (date: string) => pageOf('overview', pagesOf({ date })).due.first.map(({ when }) => plain(when));
    expect(rows('2021-06-01')).toEqual(['2022年2月']);
    expect(rows('2022-06-01')).toEqual(['令和5年春']);
    expect(rows('2023-06-01')).toEqual(['2023年度']);
  });

  it('is honest about what is not printed, with a link to each list', () => {
    const pages = pagesOf();
    const { honest } = pageOf('overview', pages);
    expect(honest.map(({ label, value }) => `${label} ${value}`)).toEqual([
      '担当の記載がない行 2／4',
      '終わりの印字がない工程 2／6',
      '最初の列にあり、始まりが確かでない工程 2／6',
      '読み取りの判断 2',
      '原典の中の食い違い 0',
      '検査の指摘を確かめて残したもの 0',
      '印字の誤りの訂正 1',
      '実績の報告がないKPI 1／1',
    ]);
    const lists = pageOf('reading', pages).lists.map(({ id }) => `reading.html#${id}`);
    expect(honest.map(({ href }) => href)).toEqual(lists);
  });
});

/** A rule of the caller's own. */
const ownSums: Rule = {
  code: 'own-sums',
  severity: 'warning',
  contradiction: true,
  summary: { ja: '合計が内訳と合う', en: 'sums agree with their parts' },
  cure: { ja: '原典を確かめてください', en: 'see the source' },
  check: () => [],
};

describe('the search', () => {
  it('finds chapters, judgements, contradictions and reports, and says what they are', () => {
    const text = `- id: m
  title: 施策
  tracks:
  - id: row
    judged: 行の順から
    allow: { repeated-text: 二度印字, own-sums: 合計が合わない, missing-lead: 印字なし }
    phases:
    - 2021-2022: 調査
      basis: judged
      reason: 列がずれている
`;
    const report =
      'fy: 2022\nreports:\n- on: row\n  status: 実施中\n  done: 調査票を配った\n  next: 集計する\n  evidence: [調査票の集計表]\n';
    const files = planFiles({ 'section.yaml': section(text), 'progress/2022/section.yaml': report });
    const { roadmap } = compile({ dir: '', files }, { rules: [ownSums] });
    if (!roadmap) throw new Error('no plan');
    const { search } = planSite(roadmap, 'ja', {}, recordsOf(roadmap));
    const found = search.map(({ text: words, context, href }) => `${words}｜${context}｜${href}`);
    expect(found).toEqual(
      expect.arrayContaining([
        '第1 章｜｜sections.html#ch1',
        '調査｜施策 2021～2022年度｜section-s1.html#row.2021',
        '判断: 行の順から｜施策｜section-s1.html#row',
        '食い違い: 二度印字｜施策｜section-s1.html#row',
        '食い違い: 合計が合わない｜施策｜section-s1.html#row',
        '確認済み: 印字なし｜施策｜section-s1.html#row',
        '判断: 列がずれている｜施策｜section-s1.html#row.2021',
        '実施したこと: 調査票を配った｜施策「調査」 2022年度｜year-2022.html#row.2022.report',
        '今後の予定: 集計する｜施策「調査」 2022年度｜year-2022.html#row.2022.report',
        '根拠資料: 調査票の集計表｜施策「調査」 2022年度｜year-2022.html#row.2022.report',
      ]),
    );
  });

  it('finds a heading by its other forms too: what other pages print, and what is surely meant', () => {
    const text = '- id: m\n  title: ポータル抜本的改善\n  corrected: ポータルの抜本的な改善\n  variants: [{ 15: ポータルの抜本的改善 }]\n';
    const { roadmap } = compile({ dir: '', files: planFiles({ 'section.yaml': section(text) }) });
    if (!roadmap) throw new Error('no plan');
    const { search } = planSite(roadmap, 'ja', {}, recordsOf(roadmap));
    expect(search.find(({ href }) => href?.endsWith('#m'))?.folded.split('\n')).toEqual([
      'ポータル抜本的改善',
      'ポータルの抜本的な改善',
      'ポータルの抜本的改善',
    ]);
  });
});

describe('what a row with a label holds', () => {
  it('is told with the label wherever it stands alone', () => {
    const track = (label: string, id: string) =>
      `  - id: ${id}\n    label: ${label}\n    milestones: [{ 2021-10: 説明会 }]\n    phases:\n    - 2021: 現地の調査\n      basis: judged\n      reason: 列がずれている\n`;
    const text = `- id: m\n  title: 管路の調査\n  tracks:\n${track('北地区', 'north')}${track('南地区', 'south')}`;
    const { roadmap } = compile({ dir: '', files: planFiles({ 'section.yaml': section(text) }) });
    if (!roadmap) throw new Error('no plan');
    const { pages, search } = planSite(roadmap, 'ja', {}, recordsOf(roadmap));
    const overview = pageOf('overview', [...pages()]);
    expect(overview.ends.first.map(({ measure }) => measure)).toEqual(['管路の調査／北地区', '管路の調査／南地区']);
    expect(search.filter(({ text: words }) => words === '現地の調査').map(({ context }) => context)).toEqual([
      '管路の調査／北地区 2021年度',
      '管路の調査／南地区 2021年度',
    ]);
    const reading = pageOf('reading', [...pages()]).lists.find(({ id }) => id === '_judgements');
    expect(JSON.stringify(reading)).toContain('管路の調査／南地区');
  });
});

describe('the pages', () => {
  it('have one address each, and every department and year has one', () => {
    const paths = pagesOf().map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual(expect.arrayContaining(['section-s1.html', 'year-2021.html', 'year-2025.html', 'department-mic.html']));
  });

  it('of a department hold its rows and those of the departments below it', () => {
    const page = pagesOf().find(({ path }) => path === 'department-mic.html') as PageOf<'department'>;
    expect(page.chapters[0]?.sections[0]?.grid.groups.map(({ id }) => id)).toEqual(['m1']);
    expect(page.counts.map(({ value }) => value)).toEqual(['1', '2', '4']);
  });

  it('of dates go from early to late, with what has no month at the end', () => {
    const groups = pageOf('dates', pagesOf()).groups.map(({ heading, rows }) => [heading, ...rows.map(({ text }) => plain(text))]);
    expect(groups).toEqual([
      ['2021年度', '医療費通知情報'],
      ['2023年度', '準備', '割合 98%（2023年度）'],
      ['月の決まらないもの', 'いつか'],
    ]);
  });

  it('of a year count and mark as beginning what the page of all years counts, and not what stands in the first column', () => {
    const pages = pagesOf();
    const figures = (year: number) => {
      const page = pages.find(({ path }) => path === `year-${year}.html`) as PageOf<'year'>;
      const bars = page.chapters.flatMap(({ sections }) =>
        sections.flatMap(({ grid }) => grid.groups.flatMap(({ rows }) => rows.flatMap(({ lanes }) => lanes.flat().map(({ bar }) => bar)))),
      );
      const marks = bars.flatMap((bar) => (bar?.standing ? [bar.standing] : []));
      const counts = page.counts.map(({ label, value }) => [label, Number(value)] as const);
      for (const [label, count] of counts) expect(marks.filter((mark) => mark === label)).toHaveLength(count);
      return counts.map(([, count]) => count);
    };
    expect(figures(2021)).toEqual([0, 1, 1, 0]);
    expect(figures(2022)).toEqual([1, 0, 1, 1]);
    const begun = pageOf('years', pages).rows.map(({ begins }) => begins);
    expect(begun.slice(0, 2)).toEqual([0, 2]);
  });

  it('of years are there for those of a section with a window of its own', () => {
    const wide = section('- id: m\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n    - 2019: 第一期\n    - 2027: 第三期\n').replace(
      'measures:',
      'window: 2019-2027\nmeasures:',
    );
    const pages = pagesOf({}, wide);
    expect(pageOf('years', pages).rows.map(({ begins }) => begins)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['year-2019.html', 'year-2027.html']));
    const year = pages.find(({ path }) => path === 'year-2027.html') as PageOf<'year'>;
    expect(JSON.stringify(year)).not.toContain('工程表の外');
  });

  it('count dates and promises in one way: not what is done, and a promise that is a target once', () => {
    const promised = `- id: m
  title: 施策
  completed: [{ 2022-05: 済んだこと }]
  milestones: [{ 2022-06: 公表 }]
  tracks:
  - id: row
    phases:
    - 2021-2022: 令和4年度までに普及率100%
      due: 令和4年度
  kpis:
  - { id: share, name: 普及率, unit: '%', target: { 2022: 100 }, printed: 令和4年度までに普及率100% }
  - { id: other, name: 別の割合, unit: '%', target: { 2022: 50 } }
`;
    const pages = pagesOf({ fiscalYear: 2022 }, section(promised));
    const three = ['公表', '令和4年度までに普及率100%', '別の割合 50%（2022年度）'];
    const year = pages.find(({ path }) => path === 'year-2022.html') as PageOf<'year'>;
    expect(year.dates.map(({ text }) => plain(text))).toEqual(three);
    expect(pageOf('years', pages).rows.map(({ dates }) => dates)).toEqual([0, 3, 0, 0, 0]);
    expect(pageOf('overview', pages).due.first.map(({ text }) => plain(text))).toEqual(three);
    const listed = pageOf('dates', pages).groups.flatMap(({ rows }) => rows.map(({ text }) => plain(text)));
    expect(listed).toEqual(['済んだこと', ...three]);
  });

  it('of the readings name a section with the number of its chapter', () => {
    const [list] = pageOf('reading', pagesOf()).lists;
    expect(list?.groups.map(({ heading }) => heading)).toEqual(['第1 1. 節']);
  });

  it('set a dated point at its month in the column, and one without a date nowhere', () => {
    const group = pageOf('section', pagesOf()).section.grid.groups[0];
    expect(group?.milestones.map(({ column, place, when }) => [column, place, when])).toEqual([
      [0, 10.5 / 12, '2022年2月'],
      [undefined, undefined, ''],
    ]);
  });
});

it('the filter of sections tells those of one heading apart by their chapters', () => {
  const chapter = (id: string, number: string) => `- id: ${id}\n  number: ${number}\n  title: 章\n  sections: [${id}.yaml]\n`;
  const plan = `${barePlan.replace(/chapters:.*/s, 'chapters:')}\n${chapter('c4', '第4')}${chapter('c6', '第6')}`;
  const text = (id: string) => `id: s-${id}\nnumber: 1.\ntitle: 推進\nmeasures:\n- id: m-${id}\n  title: 施策\n`;
  const { roadmap } = compile({ dir: '', files: planFiles({ 'plan.yaml': plan, 'c4.yaml': text('c4'), 'c6.yaml': text('c6') }) });
  const pages = [...planSite(roadmap as Roadmap, 'ja', {}, recordsOf(roadmap as Roadmap)).pages()];
  expect(pageOf('whole', pages).filters.sections.map((section) => section.text)).toEqual(['第4 1. 推進', '第6 1. 推進']);
});
