import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, plan, section } from '../support/plan.js';

const measures = '- id: m\n  title: 施策\n';

describe('column-order', () => {
  it.each(['2025-2021', '2052-2021'])('finds a window that is turned round: %s', (window) =>
    expectFindings(
      { 'plan.yaml': plan.replace('2021-2025', `${window}   #~ error column-order`), 'section.yaml': section(measures) },
      'column-order',
    ),
  );
  it.each(['[]', '[2021, 2021, 2023-]', '[2022, 2021, 2023-]', '[2021, 2024-2022]'])('finds columns of a section: %s', (columns) =>
    expectFindings({ 'section.yaml': `columns: ${columns}   #~ error column-order\n${section(measures)}` }, 'column-order'),
  );
  it('finds columns of the plan once', () =>
    expectFindings(
      { 'plan.yaml': `${plan}columns: [2023, 2022]   #~ error column-order\n`, 'section.yaml': section(measures) },
      'column-order',
    ));
  it('finds a window that is turned round below columns by a word', () =>
    expectFindings(
      {
        'plan.yaml': `${plan.replace('2021-2025', '2025-2021   #~ error column-order')}columns: year\n`,
        'section.yaml': section(measures),
      },
      'column-order',
    ));
  it.each(['[2021-2022, 2024-]', '[2021, 2023]', '[2021H1, 2022H1]'])('finds columns that leave years out: %s', (columns) =>
    expectFindings(
      { 'plan.yaml': `${barePlan}columns: ${columns}   #~ error column-order\n`, 'section.yaml': section(measures) },
      'column-order',
    ),
  );
  it('takes columns of several years and of parts of years', () => {
    for (const columns of ['[2021-2022, 2023-]', '[2021H1, 2021H2, 2022]'])
      expectFindings({ 'plan.yaml': `${barePlan}columns: ${columns}\n`, 'section.yaml': section(measures) }, 'column-order');
  });
});
