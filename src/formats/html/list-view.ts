import type { Grid, GridGroup, GridRow } from '../../report/document.js';
import { barView, leadIds } from './bar-view.js';

/** The same facts as the timeline, one after another: a heading for each measure, its phases in order. */
export function listView(grid: Grid, sectionId: string, level: number) {
  return { id: `l.${sectionId}`, showLeads: grid.showLeads, measures: grid.groups.map((group) => measureView(group, grid, level)) };
}

function measureView(group: GridGroup, grid: Grid, level: number) {
  return {
    ...group,
    listId: `l.${group.id}`,
    level: Math.min(6, level + group.depth - 1),
    saysLeads: grid.showLeads && group.rows.length > 0,
    rows: group.rows.map((row) => rowView(row, grid.columns.length)),
  };
}

function rowView(row: GridRow, width: number) {
  const lead = leadIds(row.answeredBy);
  const bars = row.lanes
    .flat()
    .flatMap(({ from, span, bar }) => (bar ? [{ from, span, bar }] : []))
    .sort((a, b) => a.from - b.from);
  return {
    ...row,
    bars: bars.map(({ from, span, bar }, index) => ({
      ...barView(bar, lead, index === 0 ? row : undefined),
      /** Where it lies among the columns, in percent. */
      left: percent(from / width),
      right: percent((from + span) / width),
    })),
  };
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10}%`;
}
