import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Draft } from '../../edit/draft.js';
import { parseFiscalYear } from '../../model/fiscal-year.js';
import { parsePeriod } from '../../model/period.js';
import type { Answered } from '../../sheets/merge-answers.js';
import type { ReadRow, SheetFault } from '../../sheets/read-answers.js';
import { isOfData, type Location } from '../../source/location.js';
import type { KeyPath } from '../../source/source-file.js';

type Cell = Pick<SheetFault, 'file' | 'sheet' | 'cell' | 'id' | 'key'>;

/** The cell whose answer a finding in the drafted files comes from: where it points, else what it relates to, else the one sheet there is. */
export function findAnswer(finding: Diagnostic, answered: readonly Answered[], draft: Draft): Cell | undefined {
  const places = [finding, ...finding.related].map(({ location }) => location).filter(isOfData);
  for (const find of [inProgressFile, inside, around])
    for (const place of places) {
      const found = find(place, answered, draft);
      if (found) return found;
    }
  const [sheet, ...others] = new Set(answered.flatMap(({ rows }) => rows.map(({ file }) => file)));
  return sheet !== undefined && others.length === 0 ? { file: sheet } : undefined;
}

/** The lists of the progress files, and the kinds of sheet that fill them. */
const listOf = { progress: 'reports', check: 'checks' } as const;

/** An entry of a progress file belongs to the row of its item, a figure to that of its KPI. */
function inProgressFile({ file, path }: Location, answered: readonly Answered[], draft: Draft): Cell | undefined {
  const [list, index, field, kpi] = path;
  const data = draft.data(draft.nameOf(file.path));
  if (typeof data !== 'object' || Array.isArray(data)) return undefined;
  const entries = data[String(list)];
  const entry = Array.isArray(entries) && typeof index === 'number' ? entries[index] : undefined;
  if (typeof entry !== 'object' || Array.isArray(entry)) return undefined;
  for (const { kind, fy, rows } of answered) {
    if (listOf[kind.name as keyof typeof listOf] !== list || parseFiscalYear(String(data['fy'])) !== fy) continue;
    const id = field === 'actuals' && kpi !== undefined ? kpi : entry['on'];
    const row = rows.find((one) => one.row.subject.id === id);
    if (row) return cellOf(row, String(field));
  }
  return undefined;
}

/** What stands in a phase or a KPI belongs to its row. */
function inside(place: Location, answered: readonly Answered[]): Cell | undefined {
  const { file, path } = place;
  for (const row of answered.flatMap(({ rows }) => rows)) {
    const { location } = row.row.subject;
    if (location.file.path === file.path && startsWith(path, location.path))
      return cellOf(row, columnOf(path[location.path.length], place.isKey));
  }
  return undefined;
}

/** The column of a key of a phase, whose text stands behind its period. */
function columnOf(key: KeyPath[number] | undefined, isKey: boolean): string {
  if (key === undefined) return 'period';
  return parsePeriod(String(key)) ? (isKey ? 'period' : 'text') : String(key);
}

/** What is said of a track or a measure as a whole belongs to a row in it. */
function around({ file, path }: Location, answered: readonly Answered[]): Cell | undefined {
  const row = answered
    .flatMap(({ rows }) => rows)
    .find(({ row: { subject } }) => subject.location.file.path === file.path && startsWith(subject.location.path, path));
  return row && path.length > 0 ? cellOf(row, 'period') : undefined;
}

/** The cell of this column where it was answered, else the first that was. */
function cellOf({ row, answers, file, sheet, cellOf }: ReadRow, wanted: string): Cell {
  const key = answers.has(wanted) ? wanted : ([...answers.keys()][0] ?? 'id');
  return { file, sheet, cell: cellOf(key), id: row.id, key };
}

function startsWith(path: KeyPath, start: KeyPath): boolean {
  return start.every((step, index) => path[index] === step);
}
