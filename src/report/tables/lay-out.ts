import type { Column } from './columns.js';
import type { Table } from './table.js';

/** What a table is but for its rows, which are made of records and of what the columns look up. */
export type Layout<R, S> = (records: readonly R[], source: S) => Table;

export function layOut<R, S>(
  name: string,
  description: string,
  columns: readonly Column<R, S>[],
  key?: string[],
  references: readonly (readonly [string, string, string])[] = [],
): Layout<R, S> {
  const fields = columns.map(({ value: _, ...field }) => field);
  const foreignKeys = references.map(([field, other, reference]) => ({ field, table: other, reference }));
  return (records, source) => {
    let rows: ReturnType<Table['rows']> | undefined;
    return {
      name,
      description,
      fields,
      ...(key && { key }),
      foreignKeys,
      // No `get`: V8 would keep the one of every table, with its records, until it collects all garbage.
      rows: () => (rows ??= records.map((record) => columns.map(({ value }) => value(record, source) ?? null))),
    };
  };
}

/** A table that stands for itself. */
export function table<R>(
  name: string,
  description: string,
  columns: readonly Column<R>[],
  records: readonly R[],
  key?: string[],
  references?: readonly (readonly [string, string, string])[],
): Table {
  return layOut(name, description, columns, key, references)(records, undefined);
}
