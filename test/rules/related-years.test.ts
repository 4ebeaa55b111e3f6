import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

const tracks = (...rows: string[]) =>
  expectFindings(
    { 'section.yaml': section(`- id: measure\n  title: 施策\n  tracks:\n${rows.join('\n').replace(/^/gm, '  ')}\n`) },
    'related-years',
  );

describe('related-years', () => {
  it('finds the phase of the same text in another year, once', () =>
    tracks(
      '- id: a\n  related: [{ same: b }]\n  phases:\n  - 2021: 検討\n  - 2022-: 三分野の連携',
      '- id: b\n  related: [{ same: a }]\n  phases:\n  - 2021-2022: 別の検討\n  - 2023-: 三分野の連携   #~ warning related-years',
    ));
  it('finds rows without a shared text that begin or end in other years, an end that is not printed apart', () =>
    tracks(
      '- id: a\n  phases:\n  - 2021-: 提供',
      '- id: b\n  related: [{ same: a }]\n  phases:\n  - 2023-: 提供の開始   #~ warning related-years',
      '- id: c\n  phases:\n  - 2021-2023: 提供の実施',
      '- id: d\n  related: [{ same: c }]\n  phases:\n  - 2021-2022: 提供の試行   #~ warning related-years',
      '- id: e\n  related: [{ same: c }]\n  phases:\n  - 2021-: 提供の継続',
    ));
  it('leaves a wrong year in either place to the rule that tells it', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: measure\n  title: 施策\n  tracks:\n  - id: a\n    phases:\n    - 2022-2052: 連携   #~ error phases-in-window\n  - id: b\n    related: [{ same: a }]\n    phases:\n    - 2022-2024: 連携\n',
        ),
      },
      ['related-years', 'phases-in-window'],
    ));
  it('takes equal years, also where one row has more phases', () =>
    tracks(
      '- id: a\n  related: [{ same: b }]\n  phases:\n  - 2021-: 実証と制度',
      '- id: b\n  phases:\n  - 2021-2022: 実証\n  - 2023-: 制度',
    ));
  it('compares one phase with another, and takes other relations', () =>
    tracks(
      '- id: a\n  phases:\n  - 2021: 検討\n  - 2024-: 開始',
      '- id: b\n  related: [{ see: a }]\n  phases:\n  - 2022-: 検討',
      '- id: c\n  phases:\n  - 2025-: 閲覧   #~ warning related-years\n    related: [{ same: a.2024 }]',
    ));
  it('is acknowledged on the later place', () =>
    tracks(
      '- id: a\n  phases:\n  - 2021-: 連携',
      '- id: b\n  related: [{ same: a }]\n  phases:\n  - 2022-: 連携   #~ acknowledged related-years\n    allow: { related-years: 印字のまま }',
    ));
});
