import { fiscalYearOf } from '../model/fiscal-year.js';
import { type Column, endFy, type Period, startFy } from '../model/period.js';
import type { Allow, Department, Kpi, Measure, Milestone, Note, Phase, Relation, Roadmap, Section, Track } from '../model/roadmap.js';
import { isFirstOfSeries } from '../model/series.js';
import { heading, holdsOwn, leadsOf } from '../model/walk.js';
import type { Lang } from '../source/lang.js';
import { acknowledgedOf } from './acknowledged.js';
import { type AddressOf, addressOf } from './addresses.js';
import type { Grid, GridBar, GridCell, GridGroup, GridKpi, GridLead, GridPoint, GridRemark, GridRow, OffColumns } from './document.js';
import { kpiLine } from './kpi-line.js';
import { nameOf } from './names.js';
import { columnWords, dateWords, periodWords, shortColumnWords } from './period-words.js';
import { startsAtEdge } from './starts-at-edge.js';
import type { Told } from './told.js';
import { wordsOf } from './words.js';

/** What a slice adds to a bar. */
export type BarExtras = (phase: Phase) => Partial<Pick<GridBar, 'standing' | 'standingCode' | 'previous' | 'next' | 'context'>>;

/** What the editions before say of an item, by its id. */
export interface Past {
  history(id: string): readonly Told[];
  earlier(id: string): { period: Period; text: string; words: Told } | undefined;
}

const noPast: Past = { history: () => [], earlier: () => undefined };

export interface GridOptions {
  /** Which phases are shown; a measure or track that shows none is left out when `prune` is set, unless it `keeps` it. */
  shows?: (phase: Phase) => boolean;
  keeps?: (item: Measure | Track) => boolean;
  prune?: boolean;
  /** Which milestones are shown. */
  points?: (milestone: Milestone) => boolean;
  lang?: Lang;
  address?: AddressOf;
  extras?: BarExtras;
  /** What earlier editions say, where the plan names them. */
  past?: Past;
}

type Options = Required<Omit<GridOptions, 'extras'>> & Pick<GridOptions, 'extras'> & Pick<Roadmap, 'contradictions'>;

/** Of more columns than these, years are told as figures. */
const manyColumns = 15;

/** The table of a section: years as columns, a group for each measure, bars as cells that span their years. */
export function gridOf(
  section: Section,
  { contradictions }: Pick<Roadmap, 'contradictions'>,
  {
    shows = () => true,
    keeps = () => false,
    prune = false,
    points = () => true,
    lang = 'ja',
    address = addressOf,
    extras,
    past = noPast,
  }: GridOptions = {},
): Grid {
  const kept = new Set<Measure>();
  if (prune) {
    for (const measure of section.measures) {
      if (!keeps(measure) && !measure.tracks.some((track) => keeps(track) || track.phases.some(shows))) continue;
      for (let at: Measure | undefined = measure; at; at = at.parent) kept.add(at);
    }
  }
  const measures = prune ? section.measures.filter((measure) => kept.has(measure)) : section.measures;
  const groups = measures.map((measure) =>
    groupOf(measure, section, { shows, keeps, prune, points, lang, address, ...(extras && { extras }), past, contradictions }),
  );
  return {
    columns: section.columns.map((column) => {
      const note = section.notes.find((candidate) => candidate.column?.start === column.start);
      return {
        fiscalYear: fiscalYearOf(column.start),
        open: column.open,
        ...(section.columns.length > manyColumns && column.grain === 'year' ? shortColumnWords(column) : columnWords(column, lang)),
        ...(note && { note: note.text }),
      };
    }),
    showCompleted: groups.some((group) => group.completed.length > 0 || group.rows.some((row) => row.completed.length > 0)),
    showLeads: groups.some((group) => group.leads.length > 0 || group.rows.some((row) => row.leads.length > 0)),
    groups,
  };
}

function groupOf(measure: Measure, section: Section, options: Options): GridGroup {
  const tracks = options.prune
    ? measure.tracks.filter((track) => options.keeps(track) || track.phases.some(options.shows))
    : measure.tracks;
  const points = pointsOf(measure.milestones.filter(options.points), section, options.lang);
  return {
    ...told(measure, options, () => ({
      id: measure.id,
      href: options.address(measure),
      heading: heading(measure),
      number: measure.number,
      title: measure.title,
      depth: measure.depth,
      corrected: measure.corrected,
      judged: measure.judged,
      variants: measure.variants.map(({ page, text }) => ({ page, text })),
      notes: texts(measure.notes),
      remarks: remarksOf(measure, options),
      history: options.past.history(measure.id),
      completed: pointsOf(measure.completed, section, options.lang),
      leads: [],
      answeredBy: holdsOwn(measure) ? leadsOf(measure).map(leadOf) : undefined,
      milestones: [],
      kpis: [],
      rows: [],
    })),
    // What it shows is answered for by the departments of a heading above, too; a heading that shows nothing repeats none.
    leads: (tracks.length > 0 || points.length > 0 || measure.completed.length > 0 ? leadsOf(measure) : measure.leads).map(leadOf),
    milestones: points,
    kpis: targetsOf(measure.kpis, options),
    rows: tracks.map((track) => rowOf(track, section, options)),
  };
}

function rowOf(track: Track, section: Section, options: Options): GridRow {
  const phases = track.phases.filter(options.shows);
  return {
    ...told(track, options, () => ({
      id: track.id,
      href: options.address(track),
      label: track.label,
      judged: track.judged,
      notes: texts(track.notes),
      remarks: remarksOf(track, options),
      history: options.past.history(track.id),
      completed: pointsOf(track.completed, section, options.lang),
      leads: track.leads.map(leadOf),
      answeredBy: leadsOf(track).map(leadOf),
      milestones: [],
      kpis: [],
      lanes: [],
    })),
    milestones: pointsOf(track.milestones.filter(options.points), section, options.lang),
    kpis: targetsOf(track.kpis, options),
    lanes: [...lanesOf(phases, section, options), ...ghostLanes(phases, section, options)],
  };
}

function lanesOf(phases: readonly Phase[], section: Section, options: Options): GridCell[][] {
  return inLanes(
    phases.map((phase) => ({ period: phase.period, told: { bar: barOf(phase, options) } })),
    section,
  );
}

/** Lines with the years where bars stood that have moved; what lay wholly outside this table's years is told in words alone. */
function ghostLanes(phases: readonly Phase[], section: Section, { past }: Options): GridCell[][] {
  const ghosts = phases.flatMap((phase) => {
    const was = isFirstOfSeries(phase) ? past.earlier(phase.series ?? phase.id) : undefined;
    if (!was || (was.period.end !== null && was.period.end < (section.columns[0]?.start ?? 0))) return [];
    return [{ period: was.period, told: { ghost: { text: was.text, past: was.words } } }];
  });
  return inLanes(ghosts, section);
}

/** Puts each thing into the first lane that is free from its first column on, and fills the gaps with empty cells. */
function inLanes(things: readonly { period: Period; told: Pick<GridCell, 'bar' | 'ghost'> }[], section: Section): GridCell[][] {
  const width = section.columns.length;
  const lanes: { end: number; cells: GridCell[] }[] = [];
  for (const { period, told } of things) {
    const { from, to } = columnsOfPeriod(period, section);
    let lane = lanes.find(({ end }) => end <= from);
    if (!lane) {
      lane = { end: 0, cells: [] };
      lanes.push(lane);
    }
    if (from > lane.end) lane.cells.push({ from: lane.end, span: from - lane.end });
    lane.cells.push({ from, span: to - from, ...told });
    lane.end = to;
  }
  for (const lane of lanes) if (lane.end < width) lane.cells.push({ from: lane.end, span: width - lane.end });
  return lanes.map(({ cells }) => cells);
}

/** The half-open range of columns that a period touches; one outside the table stands at its nearest edge. */
function columnsOfPeriod({ start, end }: Period, { columns }: Section): { from: number; to: number } {
  const touches = (column: Section['columns'][number]) => (column.open || start <= column.end) && (end === null || end >= column.start);
  const first = columns.findIndex(touches);
  if (first >= 0) return { from: first, to: columns.findLastIndex(touches) + 1 };
  const edge = start > (columns[0]?.start ?? 0) ? columns.length - 1 : 0;
  return { from: edge, to: edge + 1 };
}

/** How a period differs from its columns; nothing where it is just theirs, or goes on from the first of them without a printed end. */
function offColumns(period: Period, section: Section): OffColumns | undefined {
  const { start, end } = period;
  const { from, to } = columnsOfPeriod(period, section);
  const [first, last, edge] = [section.columns[from], section.columns[to - 1], section.columns.at(-1)];
  if (!first || !last || !edge) return undefined;
  if (start === first.start && (end === null || (end === last.end && !last.open))) return undefined;
  const outside = (end !== null && end < first.start) || (!last.open && start > last.end);
  const part = (months: number, column: Column) => Math.max(0, months) / (column.end - column.start + 1);
  return {
    before: !outside && start < (section.columns[0]?.start ?? start),
    after: !outside && !edge.open && (end ?? start) > edge.end,
    outside,
    from: first.open && start > first.end ? from : from + part(start - first.start, first),
    to: end === null || last.open ? to : to - part(last.end - end, last),
  };
}

function barOf(phase: Phase, options: Options): GridBar {
  const { extras, lang } = options;
  const bar = told(phase, options, () => ({
    id: phase.id,
    text: phase.text,
    corrected: phase.corrected,
    period: periodWords(phase.period, lang),
    from: startFy(phase.period),
    to: endFy(phase.period),
    open: phase.period.end === null,
    fromEdge: startsAtEdge(phase),
    offColumns: offColumns(phase.period, phase.track.measure.section),
    judged: phase.startBasis === 'judged' || phase.endBasis === 'judged' ? phase.reason : undefined,
    basisText: phase.startBasis === 'text' || phase.endBasis === 'text',
    dues: phase.dues.map(({ text }) => text),
    notes: texts(phase.notes),
    remarks: remarksOf(phase, options),
    history: isFirstOfSeries(phase) ? options.past.history(phase.series ?? phase.id) : [],
    standing: undefined,
    standingCode: undefined,
    previous: undefined,
    next: undefined,
    context: undefined,
  }));
  if (!extras) return bar;
  const { standing, standingCode, previous, next, context } = extras(phase);
  return { ...bar, standing, standingCode, previous, next, context };
}

/**
 * What is said of a thing wherever it stands: the same on every page that tells of it in the same way. It has a place for what a page says of
 * it besides: V8 is quick to copy an object of one form, and slow to make a copy that grows.
 */
function told<T extends object>(thing: Measure | Track | Phase, { lang, address, past }: Options, tell: () => T): T {
  const before = tellings.get(thing);
  if (before && before.lang === lang && before.address === address && before.past === past) return before.words as T;
  const words = tell();
  tellings.set(thing, { lang, address, past, words });
  return words;
}

/** Of each thing, as it was told last. */
const tellings = new WeakMap<object, Pick<Options, 'lang' | 'address' | 'past'> & { words: object }>();

function texts(notes: readonly Note[]): string[] {
  return notes.filter(({ column }) => !column).map(({ text }) => text);
}

function pointsOf(milestones: readonly Milestone[], section: Section, lang: Lang): GridPoint[] {
  return milestones.map(({ id, date, month, text }) => {
    const point = { id, when: date ? dateWords(date, lang) : '', text };
    const column = section.columns.findIndex(({ start, end, open }) => month !== undefined && month >= start && (open || month <= end));
    const { start, end } = section.columns[column] ?? {};
    const first = section.columns[0];
    if (month === undefined || !first) return point;
    if (start === undefined || end === undefined)
      return { ...point, outside: month < first.start ? ('before' as const) : ('after' as const) };
    return { ...point, column, place: (Math.min(month, end) - start + 0.5) / (end - start + 1) };
  });
}

/** The targets of a section, a measure or a track. A slice lists all of them, as they stood in its years. */
export function targetsOf(kpis: readonly Kpi[], { lang = 'ja', address = addressOf, extras }: GridOptions = {}): GridKpi[] {
  if (extras) return [];
  return kpis.map((kpi) => {
    const { name, target, base, actual, reported } = kpiLine(kpi, lang);
    return { name, href: address(kpi), target, base, actual, reported };
  });
}

function leadOf(department: Department): GridLead {
  const within = [];
  for (let at: Department | undefined = department; at; at = at.parent) within.push(at.id);
  return { id: department.id, name: department.fullName, within };
}

/** What was acknowledged of a thing, its relations to others, and its numbers elsewhere. */
function remarksOf(
  { allow, related, refs }: { allow: Allow; related: readonly Relation[]; refs?: Measure['refs'] },
  { lang, address, contradictions }: Options,
): GridRemark[] {
  const words = wordsOf(lang);
  return [
    ...acknowledgedOf({ allow }, { contradictions }).map(({ contradiction, reason }) => {
      const kind = contradiction ? 'contradiction' : 'acknowledged';
      return { kind, label: words[kind], text: reason, href: undefined } as const;
    }),
    ...related.map(({ kind, target }) => ({ kind, label: words[kind], text: nameOf(target), href: address(target) })),
    ...(refs ? Object.entries(refs).map(([label, text]) => ({ kind: 'number', label, named: true, text, href: undefined }) as const) : []),
  ];
}
