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
  it('takes columns that leave years out', () =>
    expectFindings({ 'plan.yaml': `${barePlan}columns: [2021-2022, 2024-]\n`, 'section.yaml': section(measures) }, 'column-order'));
});
