import type { Lang } from '../source/lang.js';
import { figure } from './figure.js';

/** A plan in the index. */
interface Listed {
  title: string;
  edition: string;
  /** Where its pages begin. */
  href: string | false;
}

export const indexTitle: Record<Lang, string> = { ja: '工程表の一覧', en: 'Roadmaps' };

export type PlansIndex = ReturnType<typeof plansIndex>;

/** What is counted of each plan: the rows of these tables. */
const counted = ['sections', 'measures', 'tracks', 'phases'] as const;

/** What the index over several plans says. `rows`: of each joined table, how many each of the plans has. */
export function plansIndex(
  lang: Lang,
  plans: readonly Listed[],
  resources: readonly { path: string; title: string }[],
  rows: ReadonlyMap<string, readonly number[]>,
) {
  const labels = lang === 'en' ? english : japanese;
  const counts = (count: (table: string) => number) =>
    counted.map((name) => ({ label: labels[name], count: figure(count(`${name}.csv`)) }));
  return {
    lang,
    title: indexTitle[lang],
    labels,
    counted: counted.map((name) => labels[name]),
    plans: plans.map((plan, index) => ({ ...plan, counts: counts((table) => rows.get(table)?.[index] ?? 0) })),
    totals: counts((table) => sum(rows.get(table))),
    files: resources.map(({ path, title }) => ({ path, title, rows: rows.has(path) && figure(sum(rows.get(path))) })),
  };
}

function sum(counts: readonly number[] = []): number {
  return counts.reduce((total, count) => total + count, 0);
}

const japanese = {
  plan: '計画',
  edition: '版',
  sections: '節',
  measures: '施策',
  tracks: '行',
  phases: '工程',
  total: '合計',
  data: 'すべての計画を合わせたデータ',
  rows: '行',
  package: '表のつくり（Frictionless Data Package）',
};

const english: typeof japanese = {
  plan: 'Plan',
  edition: 'Edition',
  sections: 'Sections',
  measures: 'Measures',
  tracks: 'Tracks',
  phases: 'Phases',
  total: 'Total',
  data: 'Data of all plans',
  rows: 'rows',
  package: 'The tables described (Frictionless Data Package)',
};
