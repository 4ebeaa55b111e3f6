import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import type { Roadmap } from '../../src/model/roadmap.js';
import { kpisOf } from '../../src/model/walk.js';
import { declaredStanding, kpiStanding } from '../../src/transform/kpi-standing.js';
import { planFiles, section } from '../support/plan.js';

/** The standing of a KPI with these lines, as seen at the end of a fiscal year. */
function standing(lines: string, asOf?: number) {
  const kpi = `    - id: rate\n      name: 率\n      unit: "%"\n${lines.trim().replace(/^\s*/gm, '      ')}\n`;
  const files = planFiles({
    'section.yaml': section(`- id: m\n  title: 施策\n  tracks:\n  - id: row\n    kpis:\n${kpi}    phases:\n    - 2021: 検討\n`),
  });
  const { roadmap, diagnostics } = compile({ dir: '', files });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [found] = roadmap ? kpisOf(roadmap) : [];
  if (!found) throw new Error('no KPI');
  return kpiStanding(found, asOf);
}

// The days are counted by hand: 2021-03-31 to 2024-03-31 is 365 + 365 + 366 = 1096 (29 February 2024), to 2023-03-31 it is 730.
describe('the standing of a KPI', () => {
  it('is A where progress is ahead of time', () => {
    // (96.6 - 70) / (98 - 70) = 0.95; 730 / 1096 = 0.666
    const found = standing('target: { 2023: 98 }\nbase: { 2021-03-31: 70 }\nactuals: { 2023-03-31: 96.6 }');
    expect(found.standing).toBe('A');
    expect(found.progress).toBeCloseTo(0.95, 10);
    expect(found.elapsed).toBeCloseTo(730 / 1096, 10);
    expect(found.latest).toEqual({ date: '2023-03-31', value: 96.6 });
  });
  it('is B where progress is behind time', () => {
    // (80 - 70) / 28 = 0.357
    expect(standing('target: { 2023: 98 }\nbase: { 2021-03-31: 70 }\nactuals: { 2023-03-31: 80 }').standing).toBe('B');
  });
  it('is A where both are the same: at the end of the target’s year, exactly at the target', () => {
    const found = standing('target: { 2023: 98 }\nbase: { 2021-03-31: 70 }\nactuals: { 2024-03-31: 98 }');
    expect(found).toMatchObject({ standing: 'A', progress: 1, elapsed: 1 });
  });
  it('is B at the end of the target’s year, a hair below the target', () =>
    expect(standing('target: { 2023: 98 }\nbase: { 2021-03-31: 70 }\nactuals: { 2024-03-31: 97.9 }').standing).toBe('B'));
  it('counts downwards where less is better', () => {
    // (290 - 480) / (0 - 480) = 0.3958; 730 / 1461 = 0.4997 (to 2025-03-31: 1096 + 365)
    const found = standing('target: { 2024: 0 }\nbase: { 2021-03-31: 480 }\nactuals: { 2023-03-31: 290 }\nbetter: less');
    expect(found.standing).toBe('B');
    expect(found.progress).toBeCloseTo(190 / 480, 10);
    expect(found.elapsed).toBeCloseTo(730 / 1461, 10);
  });
  it('takes the newest actual whatever the order, and a month as its last day', () => {
    // A month against its last day: 2023-03 is newer than 2023-03-30 and the same day as 2023-03-31.
    const found = standing('target: { 2023: 98 }\nbase: { 2021-03: 70 }\nactuals: { 2023-03: 96.6, 2022-03-31: 75, 2023-03-30: 90 }');
    expect(found.latest).toEqual({ date: '2023-03', value: 96.6 });
    expect(found.elapsed).toBeCloseTo(730 / 1096, 10);
  });
  it('takes the base of a fiscal year at its end', () =>
    expect(standing('target: { 2023: 98 }\nbase: { 2020: 70 }\nactuals: { 2023-03-31: 96.6 }').elapsed).toBeCloseTo(730 / 1096, 10));
  it('sees what was known at the end of the year asked for', () => {
    const kpi = 'target: { 2024: 100 }\nbase: { 2021-03-31: 0 }\nactuals: { 2022-03-31: 10, 2023-03-31: 60 }';
    expect(standing(kpi, 2021)).toMatchObject({ standing: 'B', latest: { value: 10 } });
    expect(standing(kpi, 2022)).toMatchObject({ standing: 'A', latest: { value: 60 } });
  });
  it.each([
    ['', undefined, 'B'],
    ['asOf: 2024-03', undefined, 'A'],
    ['asOf: 2023-03-31', undefined, 'B'],
    ['asOf: 2024-03', 2022, 'B'],
    ['asOf: 2024-03', 2021, 'A'],
  ])('is declared by the newer one of the plan with %s and the report of 2022, as seen in %s: %s', (asOf, year, wanted) => {
    const lines = `- id: rate\n  name: 率\n  unit: "%"\n  declared: A\n  ${asOf}\n`.replace(/^/gm, '  ').trimEnd();
    const files = planFiles({
      'section.yaml': section(`- id: m\n  title: 施策\n  kpis:\n${lines}\n`),
      'progress/2022/section.yaml': 'fy: 2022\nreports:\n- on: m\n  declared: { rate: B }\n',
    });
    const [kpi] = kpisOf(compile({ dir: '', files }).roadmap as Roadmap);
    expect(kpi && declaredStanding(kpi, year)).toBe(wanted);
  });
  it('is F while the day to measure from lies ahead', () => {
    const kpi = 'target: { 2024: 100 }\nbase: { 2021-03-31: 0 }\nactuals: { 2023-03-31: 5 }\nmeasureFrom: 2024-04-01';
    expect(standing(kpi, 2023).standing).toBe('F');
    expect(standing(kpi, 2024).standing).toBe('B');
    expect(standing('target: { 2024: 100 }\nmeasureFrom: 2024-04').standing).toBe('F');
    // On the day itself it is to be measured.
    expect(standing(kpi.replace('2024-04-01', '2024-03-31'), 2023).standing).toBe('B');
  });
  it.each([
    ['no actual', 'target: { 2023: 98 }\nbase: { 2021-03-31: 70 }'],
    ['no base', 'target: { 2023: 98 }\nactuals: { 2023-03-31: 96.6 }'],
    ['a base in words', 'target: { 2023: 98 }\nbase: 令和2年度比\nactuals: { 2023-03-31: 96.6 }'],
    ['a target without a year', 'target: 98\nbase: { 2021-03-31: 70 }\nactuals: { 2023-03-31: 96.6 }'],
    ['an undetermined target', 'target: { undetermined: 2024 }\nbase: { 2021-03-31: 70 }\nactuals: { 2023-03-31: 96.6 }'],
    ['a target that equals the base', 'target: { 2023: 70 }\nbase: { 2021-03-31: 70 }\nactuals: { 2023-03-31: 70 }'],
    ['a base at the very end of the target’s year', 'target: { 2023: 98 }\nbase: { 2024-03-31: 70 }\nactuals: { 2024-03-31: 70 }'],
  ])('is N with %s', (_, lines) => expect(standing(lines).standing).toBe('N'));
});
