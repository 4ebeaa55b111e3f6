const outside = 'allow: { phases-in-window: 印字のまま }';

const words = '利用者の視点に立って手続を見直しつつ、必要な制度の整備を進める。';

/** A plan whose tables have other shapes than the shipped one's: halves, open columns, periods outside the window, long texts, 40 years. */
export const shapesPlan: Record<string, string> = {
  'plan.yaml': `format: 1
title: 形の違う工程表
edition: 令和3年6月
window: 2021-2025
chapters:
- id: shapes
  title: 形
  sections: [long.yaml, halves.yaml, open.yaml, window.yaml, years.yaml, heading.yaml]
`,
  'departments.yaml': `departments:
- id: joho
  name: 情報政策課
`,
  'long.yaml': `id: long
title: 長い文の節
measures:
- id: long-m
  title: 施策
  tracks:
  - id: long-row
    phases:
    - 2021: 短い
    - 2022: 長い文。${words.repeat(8)}終わり。
    - 2023-: 本格実施
- id: longer-m
  title: さらに長い文の施策
  tracks:
  - id: longer-row
    phases:
    - 2021: さらに長い文。${words.repeat(24)}終わり。
    - 2022-2023: 中くらい
    - 2024-: 終わり
`,
  'heading.yaml': `id: heading
title: 長い見出しの節
measures:
- id: heading-m
  title: ${'とぎれない'.repeat(120)}
  tracks:
  - { id: heading-row, phases: [{ 2021: 検討 }, { 2022-: 実施 }] }
`,
  'halves.yaml': `id: halves
title: 列より細かい工程の節
measures:
- id: halves-m
  title: 施策
  leads: [joho]
  tracks:
  - id: halves-row
    phases:
    - 2021H1: 上期の調査
    - 2021H2: 下期の調査
    - 2022Q2-2023Q1: 開発
    - 2023Q2-: 公開
  - { id: halves-year, phases: [{ 2022: 一年の検証 }] }
`,
  'open.yaml': `id: open
title: 開いた列の節
columns: [2021, 2022, 2023-]
measures:
- id: open-m
  title: 施策
  tracks:
  - id: open-row
    phases:
    - 2022-2023: 準備
    - 2024: 評価
    - 2025-: 拡大
  - { id: open-last, phases: [{ 2023-: 実施 }] }
  - { id: open-all, phases: [{ 2021-: 継続 }] }
`,
  'window.yaml': `id: window
title: 表の外に及ぶ節
measures:
- id: window-m
  title: 施策
  tracks:
  - id: window-row
    phases:
    - { 2018-2019: 前の計画の準備, ${outside} }
    - { 2035: 後の計画の工程, ${outside} }
  - id: window-cut
    phases:
    - { 2018-2022: 前から, ${outside} }
    - { 2024-2030: 後まで, ${outside} }
  - { id: window-on, phases: [{ 2018-: ずっと, ${outside} }] }
`,
  'years.yaml': `id: years
title: 四十年の節
window: 2021-2060
measures:
- id: years-m
  title: 施策
  milestones:
  - 2030-12: 中間目標の評価
  - 2061-03: 最後の月
  tracks:
  - id: years-row
    label: 札
    notes: [行の注]
    phases:
    - 2021-2030: 導入の拡大
    - 2031-2050: 主力とする
    - 2051-: 維持
`,
};
