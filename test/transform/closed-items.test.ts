import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { firstMonthOf } from '../../src/model/fiscal-year.js';
import { closedItems } from '../../src/transform/closed-items.js';
import { planFiles, section } from '../support/plan.js';

/** The ids of the rows that an edition from fiscal 2022 on does not carry on. */
function closedRows(measures: string, progress = ''): string[] {
  const files = planFiles({ 'section.yaml': section(measures), ...(progress && { 'progress/2021/section.yaml': progress }) });
  const { roadmap } = compile({ dir: '', files }, { only: [] });
  if (!roadmap) throw new Error('no plan');
  return [...closedItems(roadmap, firstMonthOf(2022)).tracks].map(({ id }) => id);
}

it('a row is carried on while a promise in it may be kept in the first month of the edition', () => {
  const row = (id: string, due: string) => `  - id: ${id}\n    phases:\n    - 2021: ${due}までに整備\n      due: ${due}まで\n`;
  expect(closedRows(`- id: m\n  title: 施策\n  tracks:\n${row('over', '令和4年3月')}${row('first', '令和4年4月')}`)).toEqual(['over']);
});

it('a row is carried on with a KPI whose figures are reported elsewhere', () => {
  const kpi = "kpis: [{ id: rate, name: 率, unit: '%', target: { 2021: 98 } }]";
  const rows = `- id: m\n  title: 施策\n  tracks:\n  - { id: a, ${kpi}, phases: [{ 2021: 整備 }] }\n  - { id: b, phases: [{ 2021-: 運用 }] }\n`;
  const reported = (on: string) => `fy: 2021\nreports:\n- { on: ${on}, status: 措置済, actuals: { rate: { 2022-03-31: 90 } } }\n`;
  expect(closedRows(rows, reported('a'))).toEqual(['a']);
  expect(closedRows(rows, reported('b'))).toEqual([]);
});
