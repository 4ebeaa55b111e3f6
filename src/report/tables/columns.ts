import type { Measure, Roadmap, Track } from '../../model/roadmap.js';
import { itemsOf, leadsOf, measurePath, measuresOf } from '../../model/walk.js';
import type { Records } from '../records.js';
import type { Field, FieldType } from './table.js';

type Value = string | number | boolean | null;

/** A column and what stands in it, said of a record and, where that is not enough, of what its table is made from. */
export interface Column<R, S = unknown> extends Field {
  value: (record: R, source: S) => Value | undefined;
}

export function column<R, S = unknown>(
  name: string,
  type: FieldType,
  description: string,
  value: (record: R, source: S) => Value | undefined,
  more: Partial<Field> = {},
): Column<R, S> {
  return { name, type, description, value, ...more };
}

/** The first columns of every table: whose rows these are. */
export const planOnly: readonly Column<object, Pick<Records, 'plan'>>[] = [
  column('plan_id', 'string', '計画のID', (_, { plan }) => plan.id, { required: true }),
  column('edition', 'string', '計画の版', (_, { plan }) => plan.edition, { required: true }),
];

/** The same of one plan. */
export function planColumns({ plan }: Pick<Records, 'plan'>): Column<object>[] {
  return planOnly.map((one) => ({ ...one, value: (record) => one.value(record, { plan }) }));
}

// A table whose rows say for themselves where they stand has as many columns for headings and departments as its plan needs, so that two tables
// of one plan can be put below one another.

/** A column for each heading around something. */
export function headingColumns<R>(roadmap: Roadmap, measureOf: (record: R) => Measure | undefined): Column<R>[] {
  const depth = Math.max(4, ...measuresOf(roadmap).map((measure) => measure.depth));
  return Array.from({ length: depth }, (_, level) =>
    column(`measure_${level + 1}`, 'string', `施策の見出し（外から${level + 1}段目）`, (record) => pathOf(measureOf(record))[level]),
  );
}

/** A column for each department that answers for something. */
export function leadColumns<R>(roadmap: Roadmap, itemOf: (record: R) => Measure | Track | undefined): Column<R>[] {
  const most = itemsOf(roadmap).reduce((count, item) => Math.max(count, leadsOf(item).length), 1);
  return Array.from({ length: most }, (_, index) =>
    column(`lead_${index + 1}`, 'string', `担当の部局（府省庁から、印字の${index + 1}番目）`, (record) => {
      const item = itemOf(record);
      return item && leadsOf(item)[index]?.fullName;
    }),
  );
}

const paths = new WeakMap<Measure, string[]>();

/** The headings from the outermost measure inwards. */
function pathOf(measure: Measure | undefined): string[] {
  if (!measure) return [];
  const known = paths.get(measure) ?? measurePath(measure).map(({ title }) => title);
  paths.set(measure, known);
  return known;
}
