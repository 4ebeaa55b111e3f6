import { columnLabels, formatPart, type Period, seirekiPeriod, warekiPeriod } from '../model/period.js';
import type { Measure, Milestone, Note, Phase, Section, Track } from '../model/roadmap.js';
import { heading } from '../model/walk.js';
import type { Grid, GridBar, GridCell, GridGroup, GridRow } from './report.js';

/** What a slice adds to a bar. */
export type BarExtras = (phase: Phase) => Partial<Pick<GridBar, 'standing' | 'previous' | 'next' | 'context'>>;

export interface GridOptions {
  /** Which phases are shown; a measure or track that shows none is left out when `prune` is set. */
  shows?: (phase: Phase) => boolean;
  prune?: boolean;
  /** Which milestones are shown. */
  points?: (milestone: Milestone) => boolean;
  extras?: BarExtras;
}

/** The table of a section: years as columns, a group for each measure, bars as cells that span their years. */
export function gridOf(
  section: Section,
  { shows = () => true, prune = false, points = () => true, extras = () => ({}) }: GridOptions = {},
): Grid {
  const kept = new Set<Measure>();
  if (prune) {
    for (const measure of section.measures) {
      if (!measure.tracks.some((track) => track.phases.some(shows))) continue;
      for (let at: Measure | undefined = measure; at; at = at.parent) kept.add(at);
    }
  }
  const measures = prune ? section.measures.filter((measure) => kept.has(measure)) : section.measures;
  const groups = measures.map((measure) => groupOf(measure, section, { shows, prune, points, extras }));
  return {
    columns: section.columns.map((column) => {
      const note = section.notes.find((candidate) => candidate.column?.start === column.start);
      return { id: formatPart(column.start, column.grain), ...columnLabels(column), ...(note && { note: note.text }) };
    }),
    showCompleted: groups.some((group) => group.completed.length > 0 || group.rows.some((row) => row.completed.length > 0)),
    showLeads: groups.some((group) => group.leads.length > 0 || group.rows.some((row) => row.leads.length > 0)),
    groups,
  };
}

function groupOf(measure: Measure, section: Section, options: Required<GridOptions>): GridGroup {
  const tracks = options.prune ? measure.tracks.filter((track) => track.phases.some(options.shows)) : measure.tracks;
  return {
    id: measure.id,
    heading: heading(measure),
    depth: measure.depth,
    ...(measure.page && { page: measure.page }),
    ...(measure.corrected && { corrected: measure.corrected }),
    ...(measure.judged && { judged: measure.judged }),
    notes: texts(measure.notes),
    completed: measure.completed.map(datedText),
    leads: measure.leads.map(({ fullName }) => fullName),
    rows: [
      ...(measure.milestones.some(options.points)
        ? [
            {
              id: `${measure.id}.points`,
              notes: [],
              completed: [],
              leads: [],
              milestones: pointsOf(measure.milestones.filter(options.points)),
              lanes: [],
            },
          ]
        : []),
      ...tracks.map((track) => rowOf(track, section, options)),
    ],
  };
}

function rowOf(track: Track, section: Section, { shows, points, extras }: Required<GridOptions>): GridRow {
  return {
    id: track.id,
    ...(track.label && { label: track.label }),
    ...(track.judged && { judged: track.judged }),
    notes: texts(track.notes),
    completed: track.completed.map(datedText),
    leads: track.leads.map(({ fullName }) => fullName),
    milestones: pointsOf(track.milestones.filter(points)),
    lanes: lanesOf(track.phases.filter(shows), section, extras),
  };
}

/** Puts each bar into the first lane that is free from its first column on, and fills the gaps with empty cells. */
function lanesOf(phases: readonly Phase[], section: Section, extras: BarExtras): GridCell[][] {
  const lanes: { end: number; cells: GridCell[] }[] = [];
  for (const phase of phases) {
    const { from, to } = columnsOfPeriod(phase.period, section);
    let lane = lanes.find(({ end }) => end <= from);
    if (!lane) {
      lane = { end: 0, cells: [] };
      lanes.push(lane);
    }
    if (from > lane.end) lane.cells.push({ from: lane.end, span: from - lane.end });
    lane.cells.push({ from, span: to - from, bar: barOf(phase, extras) });
    lane.end = to;
  }
  const width = section.columns.length;
  for (const lane of lanes) if (lane.end < width) lane.cells.push({ from: lane.end, span: width - lane.end });
  return lanes.map(({ cells }) => cells);
}

/** The half-open range of columns that a period touches; one outside the table stands at its nearest edge. */
export function columnsOfPeriod({ start, end }: Period, { columns }: Section): { from: number; to: number } {
  const touched = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => (column.open || start <= column.end) && (end === null || end >= column.start));
  const first = touched[0]?.index ?? (start > (columns[0]?.start ?? 0) ? columns.length - 1 : 0);
  return { from: first, to: Math.max(first, touched.at(-1)?.index ?? first) + 1 };
}

function barOf(phase: Phase, extras: BarExtras): GridBar {
  return {
    id: phase.id,
    text: phase.text,
    ...(phase.corrected && { corrected: phase.corrected }),
    period: seirekiPeriod(phase.period),
    wareki: warekiPeriod(phase.period),
    open: phase.period.end === null,
    ...(phase.reason && (phase.startBasis === 'judged' || phase.endBasis === 'judged') && { judged: phase.reason }),
    basisText: phase.startBasis === 'text' || phase.endBasis === 'text',
    dues: phase.dues.map(({ text }) => text),
    notes: texts(phase.notes),
    ...extras(phase),
  };
}

function texts(notes: readonly Note[]): string[] {
  return notes.filter(({ column }) => !column).map(({ text }) => text);
}

function datedText({ date, text }: Milestone): string {
  return date ? `${date} ${text}` : text;
}

function pointsOf(milestones: readonly Milestone[]): { date: string; text: string }[] {
  return milestones.map(({ date, text }) => ({ date: date ?? '', text }));
}
