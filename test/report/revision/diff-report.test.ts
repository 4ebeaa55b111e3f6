import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../../support/memory-host.js';
import { barePlan, section } from '../../support/plan.js';

/** The counts by department in Markdown, without its heading, and the changes. */
async function handedOver(before: string, after: string, name = '乙庁') {
  const departments = (second: string) => `departments:\n- id: a\n  name: 甲庁\n- id: b\n  name: ${second}\n`;
  const files = (dir: string, measures: string, second: string) => ({
    [`${dir}/plan.yaml`]: barePlan,
    [`${dir}/departments.yaml`]: departments(second),
    [`${dir}/section.yaml`]: section(measures),
  });
  const host = memoryHost({ ...files('old', before, '乙庁'), ...files('new', after, name) });
  expect(await call(host, 'diff', 'old', 'new', '--lang', 'ja', '--format', 'md,json'), host.err).toBe(0);
  const [, counts = ''] = /## 担当ごとの件数\n\n.*\n.*\n((?:\|.*\n)*)/.exec(host.files.get('dist/diff/index.md') ?? '') ?? [];
  const { changes } = JSON.parse(host.files.get('dist/diff/diff.json') ?? '') as { changes: Record<string, string>[] };
  const told = changes
    .filter(({ kind }) => kind !== 'renamed')
    .map(({ kind, field, before: old, after: young }) => [kind, field ?? '', old, young]);
  return { counts: counts.trim().split('\n'), told };
}

const measure = (id: string, lead: string, tracks: string) =>
  `- id: ${id}\n  title: 施策${id}\n  leads: [${lead}]\n${tracks && `  tracks:\n${tracks}`}`;
const row = (id: string, more = '') => `  - id: ${id}\n${more}    phases:\n    - 2022: 検討${id}\n`;

describe('work that goes from one department to another', () => {
  it('counts for both, and is told, where a row moves below another heading', async () => {
    const before = measure('m1', 'a', row('t1') + row('t2')) + measure('m2', 'b', row('t3'));
    const after = measure('m1', 'a', row('t1')) + measure('m2', 'b', row('t3') + row('t2'));
    expect(await handedOver(before, after)).toEqual({
      counts: ['| 甲庁 | 1 | 1 | 1 |', '| 乙庁 | 1 | 1 | 1 |'],
      told: [
        ['moved', '', 'm1', 'm2'],
        ['changed', 'leads', '甲庁', '乙庁'],
      ],
    });
  });

  it('is none where the row keeps its own department', async () => {
    const before = measure('m1', 'a', row('t1') + row('t2')) + measure('m2', 'b', row('t3'));
    const after = measure('m1', 'a', row('t1')) + measure('m2', 'b', row('t3') + row('t2', '    leads: [a]\n'));
    expect(await handedOver(before, after)).toEqual({ counts: ['| 甲庁 | 1 | 1 |'], told: [['moved', '', 'm1', 'm2']] });
  });

  it('counts for both where a heading has another department', async () => {
    const told = await handedOver(measure('m1', 'a', row('t1')), measure('m1', 'b', row('t1')));
    expect(told.counts).toEqual(['| 甲庁 | 1 | 1 |', '| 乙庁 | 1 | 1 |']);
  });

  it('counts once for a department that has only another name', async () => {
    const before = measure('m1', 'b', row('t1') + row('t2')) + measure('m2', 'b', row('t3'));
    const after = measure('m1', 'b', row('t1')) + measure('m2', 'b', row('t3') + row('t2'));
    expect(await handedOver(before, after, '丙庁')).toEqual({ counts: ['| 丙庁 | 1 | 1 |'], told: [['moved', '', 'm1', 'm2']] });
  });
});

it('says in English what happened to items in the words of planners', async () => {
  const phases = (...bars: string[]) =>
    section(`- id: m\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n${bars.map((bar) => `    - ${bar}\n`).join('')}`);
  const files = (dir: string, plan: string, text: string) => ({
    [`${dir}/plan.yaml`]: plan,
    [`${dir}/departments.yaml`]: 'departments: []\n',
    [`${dir}/section.yaml`]: text,
  });
  const host = memoryHost({
    ...files('old', barePlan, phases('2021: 法案', '2022: 準備', '2023: 広報', '2024-2025: 公開')),
    ...files('new', barePlan.replace('2021-2025', '2022-2026'), phases('2023: 準備', '2024-2026: 公開')),
  });
  expect(await call(host, 'diff', 'old', 'new', '--lang', 'en'), host.err).toBe(0);
  expect(host.out).toMatch(/^Changed items: .*removed: 1　ended: 1　postponed: 1　extended: 1/m);
  expect(host.out).toContain('| rescheduled (postponed) |');
  expect(host.out.match(/^## [A-Z].*/gm)).toEqual(
    expect.arrayContaining(['## Removed (1)', '## Ended (1)', '## Postponed (1)', '## Extended (1)']),
  );
});
