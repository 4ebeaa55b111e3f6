import type { Grid, GridBar, GridGroup, GridRow } from '../../report/document.js';
import { barView, leadIds, type ViewOptions } from './bar-view.js';
import { groupReading } from './reading-view.js';

/**
 * The same facts as the timeline, one after another: a heading for each measure, its phases in order. A `lite` list leaves the reasons to the
 * timeline and the page of the section, to which its texts lead.
 */
export function listView(grid: Grid, sectionId: string, level: number, options: ViewOptions) {
  return { id: `l.${sectionId}`, measures: grid.groups.map((group) => measureView(group, grid, level, options)) };
}

/** Field by field, here and in the timeline's view of a group: to spread what the two share costs a cold build of one site 20 ms of 290. */
function measureView(group: GridGroup, grid: Grid, level: number, options: ViewOptions) {
  return {
    number: group.number,
    title: group.title,
    depth: group.depth,
    notes: group.notes,
    reading: groupReading(group, options.lang),
    completed: group.completed,
    leads: group.leads,
    milestones: group.milestones,
    kpis: group.kpis,
    lite: options.lite,
    holdsOwn: group.answeredBy !== undefined && !options.lite,
    answeredBy: leadIds(group, options),
    listId: `l.${group.id}`,
    level: Math.min(6, level + group.depth - 1),
    saysLeads: grid.showLeads && (group.rows.length > 0 || group.leads.length > 0),
    rows: group.rows.map((row) => rowView(row, grid.columns.length, options)),
  };
}

function rowView(row: GridRow, width: number, options: ViewOptions) {
  const leads = leadIds(row, options);
  const cells = row.lanes.flat().filter(({ bar }) => bar);
  if (row.lanes.length > 1) cells.sort((a, b) => a.from - b.from);
  return {
    label: row.label,
    notes: row.notes,
    completed: row.completed,
    leads: row.leads,
    milestones: row.milestones,
    kpis: row.kpis,
    bars: cells.map(({ from, span, bar }, index) => {
      const view = barView(bar as GridBar, row, index === 0, options);
      return {
        bar: options.lite && view.reading.why ? { ...view, reading: { ...view.reading, why: undefined } } : view,
        leads,
        // Where it lies among the columns, drawn beside its years.
        place: options.lite || view.offColumns?.outside ? undefined : placeOf(view.offColumns ?? { from, to: from + span }, width),
      };
    }),
  };
}

function placeOf({ from, to }: { from: number; to: number }, width: number): string {
  return `--from:${percent(from / width)};--to:${percent(to / width)}`;
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10}%`;
}
