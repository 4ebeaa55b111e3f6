export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'yearmonth' | 'date';

/** A table of plain records: one header row, one value a cell. */
export interface Table {
  /** File name without `.csv`. */
  name: string;
  description: string;
  fields: Field[];
  key?: string[];
  foreignKeys?: { field: string; table: string; reference: string }[];
  /** Made when they are first asked for: many a table is only asked for its columns. */
  rows(): (string | number | boolean | null)[][];
}

export interface Field {
  name: string;
  type: FieldType;
  description: string;
  /** A closed list: the code and what it means. */
  codes?: Record<string, string>;
  required?: boolean;
}
