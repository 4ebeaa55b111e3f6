import type { Grid, GridCell, GridGhost, GridGroup, GridLead, GridPoint, GridRow } from '../../report/document.js';
import { type BarView, barView, leadIds, type ViewOptions } from './bar-view.js';
import { groupReading, type Reading, readingView } from './reading-view.js';

/** One line of the table's body. What stands at its left and right spans the lines of its measure or row. */
interface Line {
  /** Nothing for a line of bars. */
  kind?: 'points' | 'label' | 'note' | 'empty';
  /** It begins a row that is no part of the labelled one before it. */
  apart?: boolean;
  /** A text in it is long for its columns: the others then begin at the top, and paper may have to split it. */
  tall?: boolean;
  rowId?: string;
  row?: GridRow;
  label?: string;
  labelId?: string;
  notes?: Pick<GridRow, 'notes' | 'kpis'> & { reading?: Reading };
  cells?: CellView[];
  /** Its height in lines, where that is not one. */
  heading?: { rows?: number };
  completed?: { span: number; items: GridPoint[] };
  leads?: { span: number; items: GridLead[] };
}

interface PointView extends GridPoint {
  at?: string;
  before?: boolean;
  /** Its line has to say that its date lies outside the table. */
  isOutside?: boolean;
}

interface CellView {
  /** How many it spans, where that is not one. */
  columns?: number | undefined;
  headers: string;
  bar?: BarView | undefined;
  /** Ids of all departments that answer for the bar, for the filter. */
  leads?: string | undefined;
  ghost?: GridGhost | undefined;
  points?: PointView[];
}

/** The timeline: the cells with the ids that tie them to the headings of their measure and of every year that they span. */
export function tableView(grid: Grid, key: string, options: ViewOptions) {
  const columnIds = grid.columns.map((_, index) => `${key}${index + 1}`);
  const headings = headingIds(grid.groups, key);
  return {
    ...grid,
    columns: grid.columns.map((column, index) => ({
      ...column,
      cellId: columnIds[index],
      // A half or a quarter goes to a line of its own where both have no room, and is not broken itself.
      seireki: column.seireki.split(partOfYear),
      wareki: column.wareki.split(partOfYear),
    })),
    captionId: `${key}0`,
    width: grid.columns.length,
    crowded: grid.columns.length > 8,
    groups: grid.groups.map((group, index) => groupView(group, grid, headings[index] ?? [], columnIds, options)),
  };
}

/** The id of each group's heading, behind those of the headings above it. */
function headingIds(groups: readonly GridGroup[], key: string): string[][] {
  const path: { id: string; depth: number }[] = [];
  return groups.map(({ depth }, index) => {
    while ((path.at(-1)?.depth ?? 0) >= depth) path.pop();
    path.push({ id: `${key}h${index + 1}`, depth });
    return path.map(({ id }) => id);
  });
}

/** Field by field, as all views: V8 is slow to make a copy that grows. */
function groupView(group: GridGroup, grid: Grid, path: readonly string[], columnIds: readonly string[], options: ViewOptions) {
  const band = group.rows.length === 0 && group.milestones.length === 0 && group.completed.length === 0 && group.leads.length === 0;
  const headings = path.join(' ');
  const blocks = [
    ...(group.milestones.length > 0 ? [pointLines(group.milestones, headings, columnIds)] : []),
    ...group.rows.map((row) => rowLines(row, headings, columnIds, options)),
  ];
  for (const [index, row] of group.rows.entries()) {
    const head = blocks[index + (group.milestones.length > 0 ? 1 : 0)]?.[0];
    if (head && !row.label && group.rows[index - 1]?.label) head.apart = true;
  }
  const lines = blocks.flat();
  if (lines.length === 0) lines.push({ kind: 'empty' });
  const long = isLong(group);
  if (long) for (const line of lines) line.tall = Boolean(line.cells);
  const first = lines[0] as Line;
  first.heading = lines.length > 1 ? { rows: lines.length } : {};
  // A row that has its own departments or completed things has its own cells for them.
  const own = group.rows.some(({ completed, leads }) => completed.length > 0 || leads.length > 0);
  const spans = own ? blocks : [lines];
  for (const block of spans) {
    const [head] = block;
    if (!head) continue;
    const row = own ? head.row : undefined;
    head.completed = { span: block.length, items: row && row.completed.length > 0 ? row.completed : group.completed };
    head.leads = { span: block.length, items: row && row.leads.length > 0 ? row.leads : group.leads };
  }
  return {
    id: group.id,
    number: group.number,
    title: group.title,
    depth: group.depth,
    notes: group.notes,
    reading: groupReading(group, options.lang),
    kpis: group.kpis,
    holdsOwn: group.answeredBy !== undefined && !options.lite,
    answeredBy: leadIds(group, options),
    headingId: path.at(-1),
    band,
    long,
    showCompleted: grid.showCompleted,
    showLeads: grid.showLeads,
    fullWidth: columnIds.length + 1 + (grid.showCompleted ? 1 : 0) + (grid.showLeads ? 1 : 0),
    width: columnIds.length,
    lines,
  };
}

/** Whether what stands beside the rows fills half a sheet of paper or more. */
function isLong({ title, notes }: GridGroup): boolean {
  return title.length + notes.join('').length > 300;
}

/** Between a fiscal year and its half or quarter. */
const partOfYear = /(?<=年度)(?=[上下第])/;

const emptyCell: CellView = { headers: '' };

function rowLines(row: GridRow, headings: string, columnIds: readonly string[], options: ViewOptions): Line[] {
  const labelId = row.label ? ` t.${row.id}` : '';
  const leads = leadIds(row, options);
  let remarks = true;
  const cells = (lane: readonly GridCell[]): CellView[] => {
    const views: CellView[] = [];
    for (const { from, span, bar, ghost } of lane) {
      if (!bar && !ghost) {
        for (let at = 0; at < span; at += 1) views.push(emptyCell);
        continue;
      }
      const years = bar?.offColumns?.outside ? [] : columnIds.slice(from, from + span);
      views.push({
        columns: span > 1 ? span : undefined,
        headers: [headings + labelId, ...years].join(' '),
        bar: bar && barView(bar, row, remarks, options),
        leads,
        ghost,
      });
      if (bar) remarks = false;
    }
    return views;
  };
  const lines: Line[] = [
    ...(row.label ? [{ kind: 'label' as const, label: row.label, labelId: `t.${row.id}` }] : []),
    ...row.lanes.map((lane) => ({ cells: cells(lane), tall: isTall(lane, columnIds.length) })),
    ...(row.milestones.length > 0 ? pointLines(row.milestones, headings + labelId, columnIds) : []),
  ];
  // A row without bars tells itself what else its first bar tells.
  const reading =
    remarks &&
    (row.judged || row.remarks.length > 0) &&
    readingView({ place: row.judged, history: row.history }, row.remarks, options.lang);
  if (row.notes.length > 0 || row.kpis.length > 0 || reading)
    lines.push({ kind: 'note', notes: { notes: row.notes, kpis: row.kpis, ...(reading && { reading }) } });
  if (lines.length === 0) lines.push({ kind: 'empty' });
  const [head] = lines;
  if (head) head.rowId = row.id;
  for (const line of lines) line.row = row;
  return lines;
}

/** Whether a text of a lane stands in more than some ten lines of a table of five years, or in as many of a wider one. */
function isTall(lane: readonly GridCell[], columns: number): boolean {
  return lane.some(({ bar, span }) => bar && (bar.text.length + bar.notes.join('').length) * columns > 600 * span);
}

/**
 * Lines with the points at their place in the year. A cell reaches to the next one of its line, so that its words have room; where the next
 * would leave too little of it, that stands on a line below. Points without a place in the table stand over its whole width, those dated after
 * it at its right edge.
 */
function pointLines(points: readonly GridPoint[], headings: string, columnIds: readonly string[]): Line[] {
  const placed = new Map<number, GridPoint[]>();
  const others: GridPoint[] = [];
  for (const point of points) {
    if (point.column === undefined) others.push(point);
    else placed.set(point.column, [...(placed.get(point.column) ?? []), point]);
  }
  const width = columnIds.length;
  const room = Math.ceil(width / 8);
  const lines: { start: number; from: number }[][] = [];
  for (const start of [...placed.keys()].sort((a, b) => a - b)) {
    const from = Math.min(start, width - room);
    const line = lines.find((one) => (one.at(-1)?.from ?? 0) + room <= from);
    if (line) line.push({ start, from });
    else lines.push([{ start, from }]);
  }
  const cellsOf = (line: readonly { start: number; from: number }[]): CellView[] => [
    ...Array.from({ length: line[0]?.from ?? 0 }, () => emptyCell),
    ...line.map(({ start, from }, index) => {
      const columns = (line[index + 1]?.from ?? width) - from;
      return {
        ...(columns > 1 && { columns }),
        headers: `${headings} ${columnIds[start]}`,
        points: (placed.get(start) ?? []).map((point) => pointView(point, columns, start - from)),
      };
    }),
  ];
  return [
    ...lines.map((line) => ({ kind: 'points' as const, cells: cellsOf(line) })),
    ...(others.length > 0
      ? [{ kind: 'points' as const, cells: [{ columns: width, headers: headings, points: others.map(asideView) }] }]
      : []),
  ];
}

function asideView(point: GridPoint): PointView {
  if (!point.outside) return point;
  return { ...point, isOutside: true, ...(point.outside === 'after' && { at: '100%', before: true }) };
}

/** How far into its cell a point stands, behind so many columns of it; its words stand before it where there is no room after it. */
function pointView(point: GridPoint, columns: number, behind: number): PointView {
  const share = (behind + (point.place ?? 0)) / columns;
  return { ...point, at: `${Math.round(share * 1000) / 10}%`, ...(share > 0.5 && { before: true }) };
}
