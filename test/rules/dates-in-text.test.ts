import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, plan, section, withPhases } from '../support/plan.js';

const code = 'dates-in-text';
const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, code);
const item = (keys: string) =>
  expectFindings({ 'section.yaml': section(`- id: measure\n  title: 施策\n${keys.replace(/^/gm, '  ')}\n`) }, code);

describe('dates-in-text: から and 以降', () => {
  it('finds a beginning in the fiscal year before', () =>
    check('- 2021-2022: 開発\n- 2023-: 運用開始 (令和5年1月～)   #~ warning dates-in-text'));
  it('takes the same beginning in its fiscal year', () => check('- 2021: 開発\n- 2022-: 運用開始 (令和5年1月～)'));
  it('finds what the columns must have said otherwise', () =>
    check('- 2021-2022: 開発\n- 2022-: 運用開始 (令和5年1月～)   #~ warning dates-in-text\n  basis: text'));
  it('finds a beginning behind that of the bar', () =>
    check('- 2021-: 令和4年度（2022年度）以降の更改を契機に検討   #~ warning dates-in-text'));
  it('takes a later beginning after a first step', () => check('- 2021-2024: 制度を検討し、令和5年度から運用を開始'));
  it('finds a beginning behind the end', () => check('- 2021-2022: 制度を検討し、令和5年度から運用を開始   #~ warning dates-in-text'));
  it('takes what began before the table', () => check('- 2021-: 平成30年4月から継続して実施'));
  it('reads R5.4 and full-width digits', () =>
    check('- 2022: R5.4から運用   #~ warning dates-in-text\n- 2023: ２０２３年４月から運用\n- 2024-: 令和6年4月1日から拡大'));
});

describe('dates-in-text: まで, 中, 末, 目標', () => {
  it('finds a promise that has passed when the bar begins', () =>
    check('- 2024-: 令和4年度末までに整備   #~ warning dates-in-text\n  due: 令和4年度末'));
  it('finds a promise behind the end of the bar', () =>
    check('- 2021: 設計・開発 令和4年度までに100%   #~ warning dates-in-text\n  due: 令和4年度'));
  it('finds a goal behind the end of the bar', () =>
    check('- 2021-2023: 令和7年（2025年）万博を目標として研究開発   #~ warning dates-in-text\n  due: 令和7年（2025年）'));
  it('finds a bar that goes on when all of its text is done', () =>
    check('- 2021-2023: 令和4年度末までに整備   #~ warning dates-in-text\n  due: 令和4年度末'));
  it('takes a promise of a part, and one within the last year', () =>
    check(
      '- 2021-2022: 交換（令和3年までに離島を完了）\n  due: 令和3年\n- 2023: 2023年までに試行\n  due: 2023年\n- 2024-: 令和6年度中に試行し、順次拡大\n  due: 令和6年度中',
    ));
  it('takes a promise of the last year, of a later edition, and of a bar without end', () =>
    check(
      '- 2021-2022: 令和4年度末までに整備\n  due: 令和4年度末\n- 2023: 令和5年度中に試行し、その後拡大\n  due: 令和5年度中\n- 2024-: 令和8年度末までに拡大\n  due: 令和8年度末',
    ));
  it('takes 2023年 as either of its fiscal years', () => check('- 2021-2022: 2023年までに整備\n  due: 2023年'));
  it('finds it in a note of the phase', () =>
    check('- 2025-: 提供\n  due: 令和6年度（2024年度）中\n  notes:\n  - 令和6年度（2024年度）中に全国で対応   #~ warning dates-in-text'));
  it('takes what prepares for a day, and finds what begins when it has passed', () =>
    check('- 2021-2022: 2023年のG7日本開催に向けた提案\n- 2024-: 2023年のG7日本開催に向けた提案   #~ warning dates-in-text'));
});

describe('dates-in-text: names and the past', () => {
  it('takes names of laws, decisions, plans and comparisons', () =>
    check(
      '- 2023-: 令和2年改正法の施行、戦略（令和3年9月28日閣議決定）と「報告」(令和3年7月委員会報告)に基づき、令和2年度（2020年度）比で3割削減、令和3年（2021年）5月時点の指定',
    ));
  it('takes what was done, and the middle of a month or a year', () =>
    check('- 2023: 令和3年度に策定した方針に基づく整備\n- 2024: 令和6年度中間評価の実施\n- 2025-: 令和8年3月中旬に公表'));
  it('takes a word that the plan makes a name', () =>
    expectFindings(
      {
        'plan.yaml': barePlan.replace('chapters:', 'rules:\n  dates-in-text: { names: [宣言] }\nchapters:'),
        'section.yaml': withPhases('- 2023-: 2020年宣言に基づき実施\n- 2024: 2020年憲章に実施   #~ warning dates-in-text'),
      },
      ['dates-in-text'],
    ));
  it.each([
    '令和5年12月中間取りまとめを踏まえ開発',
    '令和4年度に引き続き、利用者調査を実施',
    '令和5年度から実施している実証を継続',
    '令和8年度からの本格運用に向けて開発',
    '令和8年度以降の本格導入を見据え試行',
    '令和8年度以降の運用方針を検討',
    '令和8年度以降に向けた検討',
    '令和8年以降に更改期限を迎える機器の調査',
    '令和8年4月施行の改正法に対応',
    '令和8年1月から3月の試行を含め開発',
    '令和10年度までの中期計画を策定',
    '平成30年度から令和5年度までの実績を分析',
    '令和元年台風第19号の教訓を踏まえ開発',
    '2023年秋田豪雨の教訓を踏まえ開発',
    '令和5年度事業の検証',
    'サミット（2023年5月）の成果を踏まえ開発',
    '2013年度比46%減（2030年度）の達成に資する開発',
    '2030年の目標達成に必要な開発',
    '令和8年度に施行される改正法への対応',
    '令和5/6年度の結果の公表',
  ])('takes a time that dates something else: %s', (text) =>
    expectFindings({ 'section.yaml': withPhases(`- 2021-2023: 準備\n- 2024-2025: ${text}`) }, ['dates-in-text', 'unrecorded-promise']),
  );
  it.each([
    '2023年の夏に開発',
    '令和八年度に開発',
    '令和十二年四月から開発',
    '2026/4/1に開発',
    'FY2026に開発',
    '試行（令和5年1月～）',
    '令和8年度の運用を開始',
    '令和8年度運用開始',
    '令和8年の通常国会に法案を提出',
    '令和8年度からの3年間で整備',
    '令和9年度から全国展開を予定している',
  ])('finds the time of the work: %s', (text) => check(`- 2021-2023: 準備\n- 2024: ${text}   #~ warning dates-in-text\n- 2025-: 運用`));
  it('finds another quarter', () =>
    expectFindings(
      {
        'plan.yaml': plan.replace('chapters:', 'columns: quarter\nchapters:'),
        'section.yaml': withPhases(
          '- 2021Q1: 令和3年度第4四半期に設計   #~ warning dates-in-text\n- 2021Q2: 令和3年度第2四半期に開発\n- 2021Q3-: 運用',
        ),
      },
      code,
    ));
  it('finds a dated step before and behind its bar', () =>
    check('- 2022-2023: 令和6年度に運用を開始   #~ warning dates-in-text\n- 2024-: 令和5年度に試行を開始   #~ warning dates-in-text'));
});

describe('dates-in-text: milestones and targets', () => {
  it('leaves a date that its due date does not follow, and one with two names, to other rules', () =>
    check('- 2023: 令和4年度末までに拡大\n  due: 令和8年度末\n- 2024-: 令和2年（2025年）までに拡大'));
  it('follows a corrected text', () => check('- 2022-: 令和8年度未までに拡大\n  corrected: 令和8年度末までに拡大\n  due: 令和8年度末'));
  it('finds a milestone whose date its text denies', () =>
    item('milestones:\n- 2021-10: 薬剤情報（2021年11月以降）   #~ warning dates-in-text\n- 2022-02: 通知情報（2022年2月～）'));
  it('takes a milestone that names something else with a year', () =>
    item('milestones:\n- 2022-04: 令和2年改正法の施行\n- 2022-05: 令和8年度からの運用に向けた公募'));
  it('takes the first of several dates', () => item('completed:\n- 2020-07: 調査実施(令和2年7月、10月)\n- 2020-06: 準備(～令和2年6月)'));
  it('finds a target of another year', () =>
    item(
      'kpis:\n- id: kpi\n  name: 利用率\n  unit: "%"\n  target: { 2024: 60 }\n  printed: 令和7年度までに60%   #~ warning dates-in-text\n- id: kpi2\n  name: 利用率\n  unit: "%"\n  target: { 2025: 60 }\n  printed: 令和7年度までに60%',
    ));
  it('leaves two names of a year that disagree to era-and-year', () =>
    check('- 2022-: 令和9年（2025年）までに拡大\n  due: 令和7年（2025年）'));
});
