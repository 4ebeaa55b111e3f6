import { parseDue } from '../model/dates.js';
import { monthIn } from '../model/day.js';
import { fiscalYearOf, lastMonthOf, parseFiscalYear } from '../model/fiscal-year.js';
import { beginsIn, columnsOf, type Period, parsePeriod } from '../model/period.js';
import type {
  Chapter,
  Kpi,
  KpiTarget,
  Measure,
  Milestone,
  Note,
  Phase,
  PhaseDue,
  Plan,
  Relation,
  Section,
  Track,
} from '../model/roadmap.js';
import type {
  ColumnsData,
  DatedData,
  KpiData,
  MeasureData,
  NoteData,
  PhaseData,
  RelationData,
  SectionData,
  TrackData,
} from '../schema/author.js';
import { Location } from '../source/location.js';
import type { Binder } from './binder.js';
import { nestMeasures } from './nest-measures.js';
import type { Parsed } from './plan-reading.js';

/** Binds one section's file: its measures in document order, their tracks and phases. */
export function bindSection(
  { file, data, origins }: Parsed<SectionData>,
  chapter: Chapter,
  plan: Plan,
  planColumns: ColumnsData,
  binder: Binder,
): Section {
  const location = new Location(file);
  const { id, number, title, page, columns, window, notes, related, refs, kpis, allow, measures } = data;
  const section: Section = {
    kind: 'section',
    id,
    file: file.path,
    ...(number && { number }),
    title,
    ...(page && { page }),
    columns: columnsOf(columns ?? planColumns, window ?? plan.window),
    notes: bindNotes(notes, location),
    related: [],
    refs: refs ?? {},
    kpis: [],
    measures: [],
    chapter,
    allow: allow ?? {},
    location,
  };
  binder.declare(section);
  section.related = bindRelations(related, location, binder);
  section.kpis = bindKpis(kpis, section, location, binder);
  const kept = origins.get('measures');
  for (const [index, entry] of (measures ?? []).entries()) {
    section.measures.push(
      bindMeasure(entry, location.at('measures', kept?.[index] ?? index), origins.get(`measures/${index}/tracks`), section, binder),
    );
  }
  nestMeasures(section, measures ?? [], binder);
  for (const measure of section.measures) inheritPage(measure);
  return section;
}

function bindMeasure(
  data: MeasureData,
  location: Location,
  keptTracks: readonly number[] | undefined,
  section: Section,
  binder: Binder,
): Measure {
  const { id, number, title, corrected, variants, tracks } = data;
  const measure: Measure = {
    kind: 'measure',
    id,
    number,
    title,
    corrected,
    variants: variants ? bindVariants(variants, location) : none,
    page: data.page,
    leads: [],
    refs: data.refs ?? nothing,
    judged: data.judged,
    notes: bindNotes(data.notes, location),
    related: none,
    completed: none,
    milestones: none,
    kpis: none,
    was: data.was,
    from: data.from ?? none,
    changed: data.changed,
    section,
    parent: undefined,
    children: [],
    depth: 1,
    tracks: [],
    allow: data.allow ?? nothing,
    location,
  };
  binder.declare(measure);
  fillItem(measure, data, binder);
  if (tracks) {
    for (let index = 0; index < tracks.length; index += 1)
      measure.tracks.push(bindTrack(tracks[index] as TrackData, location.at('tracks', keptTracks?.[index] ?? index), measure, binder));
  }
  return measure;
}

function bindVariants(variants: NonNullable<MeasureData['variants']>, location: Location): Measure['variants'] {
  return variants.map((entry, index) => {
    const [[page, text] = ['', '']] = Object.entries(entry);
    return { page: Number(page), text: text as string, location: location.at('variants', index, page) };
  });
}

function inheritPage(measure: Measure): void {
  const page = measure.page ?? measure.parent?.page ?? measure.section.page;
  if (page === undefined) return;
  measure.page = page;
  for (const track of measure.tracks) track.page ??= page;
}

function bindTrack(data: TrackData, location: Location, measure: Measure, binder: Binder): Track {
  const track: Track = {
    kind: 'track',
    id: data.id,
    label: data.label,
    page: data.page,
    leads: [],
    refs: data.refs ?? nothing,
    judged: data.judged,
    notes: bindNotes(data.notes, location),
    related: none,
    completed: none,
    milestones: none,
    kpis: none,
    was: data.was,
    from: data.from ?? none,
    changed: data.changed,
    measure,
    phases: [],
    allow: data.allow ?? nothing,
    location,
  };
  const isDeclared = binder.declare(track);
  fillItem(track, data, binder);
  const { phases } = data;
  if (phases)
    for (let index = 0; index < phases.length; index += 1)
      bindPhase(phases[index] as PhaseData, location.at('phases', index), track, isDeclared, binder);
  return track;
}

function bindPhase(data: PhaseData, location: Location, track: Track, isDeclared: boolean, binder: Binder): void {
  const { written, period, text } = data;
  const { columns } = track.measure.section;
  const edgeStart = columns[0]?.start ?? 0;
  const lastColumn = columns.at(-1);
  const edgeEnd = lastColumn?.end ?? 0;
  const basis = data.basis === 'text' || data.basis === 'judged' ? data.basis : undefined;
  const add = (one: Period, id: string, seriesId?: string): void => {
    const phase: Phase = {
      kind: 'phase',
      id,
      text,
      corrected: data.corrected,
      period: one,
      written,
      startBasis: basis ?? (beginsIn(one, edgeStart) ? 'edge' : 'column'),
      endBasis: basis ?? (one.end === null ? 'edge' : 'column'),
      reason: data.reason,
      shownToFy: fiscalYearOf(one.end ?? Math.max(edgeEnd, one.start)),
      series: seriesId,
      dues: bindDues(data.due, location),
      notes: bindNotes(data.notes, location),
      related: none,
      was: data.was,
      from: data.from ?? none,
      changed: data.changed,
      allow: data.allow ?? nothing,
      track,
      location,
    };
    // The phases of a row whose id is doubled have ids that are doubled by that alone.
    if (data.id) binder.declareNamed(phase);
    else if (isDeclared) binder.declareByYear(phase);
    if (data.related) phase.related = bindRelations(data.related, location, binder);
    track.phases.push(phase);
  };
  // What ends before it begins has no years to be printed in: the one phase is told as turned round.
  if (data.each !== 'year' || (period.end !== null && period.end < period.start)) {
    add(period, data.id ?? phaseId(track, track.id, period, binder));
    return;
  }
  // Printed once in every fiscal year: one phase a year, the first and the last in the part of theirs, the last one open where no end is printed;
  // what begins behind the table is one phase there, and no row without any.
  const last = period.end ?? Math.max(edgeEnd, lastMonthOf(fiscalYearOf(period.start)));
  const first = data.id ?? phaseId(track, track.id, period, binder);
  // The id that is written is that of the first year; of `track.2022`, which an earlier edition may have begun with, the others are `track.2024` too.
  const stem = data.id?.replace(/\.\d{4}(?:-\d+)?$/, '') ?? track.id;
  for (let start = period.start; start <= last; start = lastMonthOf(fiscalYearOf(start)) + 1) {
    const end = Math.min(lastMonthOf(fiscalYearOf(start)), last);
    const grain = end - start === 11 ? 'year' : period.grain;
    const year: Period = { start, end: end === last && period.end === null ? null : end, grain };
    add(year, start === period.start ? first : phaseId(track, stem, year, binder), first);
  }
}

function bindDues(written: PhaseData['due'], location: Location): readonly PhaseDue[] {
  if (written === undefined) return none;
  if (typeof written === 'string') return [{ ...parseDue(written), location: location.at('due') }];
  return written.map((due, index) => ({ ...parseDue(due), location: location.at('due', index) }));
}

/** `track.2022` by the fiscal year it begins in, and `track.2022-2` for a second phase that begins in it, in another half or quarter too. */
function phaseId(track: Track, stem: string, period: Period, { mayClash }: Binder): string {
  const base = `${stem}.${fiscalYearOf(period.start)}`;
  let twins = 0;
  for (const { id, period: other } of track.phases) {
    if (!mayClash && fiscalYearOf(other.start) !== fiscalYearOf(period.start)) continue;
    if (id.startsWith(base) && (id.length === base.length || id[base.length] === '-')) twins += 1;
  }
  return twins === 0 ? base : `${base}-${twins + 1}`;
}

/** What a thing that says nothing here has: one for all of them. */
const nothing: Readonly<Record<string, never>> = {};
const none: readonly never[] = [];

type ItemData = Pick<TrackData, keyof TrackData & keyof MeasureData>;

/** What can answer for an item. */
const leading = ['department'] as const;

function fillItem(item: Measure | Track, data: ItemData, binder: Binder): void {
  const { location } = item;
  const { leads, related, completed, milestones, kpis } = data;
  leads?.forEach((id, index) => {
    const at = location.at('leads', index);
    const known = binder.byId.get(id);
    // Departments are declared before all else.
    if (known?.kind === 'department') {
      binder.refer(known, at);
      item.leads.push(known);
    } else binder.resolve(id, leading, at, (department) => void item.leads.push(department));
  });
  if (related) item.related = bindRelations(related, location, binder);
  if (completed) item.completed = completed.map((entry, index) => bindMilestone(entry, item, 'completed', index));
  if (milestones) item.milestones = milestones.map((entry, index) => bindMilestone(entry, item, 'milestones', index));
  if (kpis) item.kpis = bindKpis(kpis, item, location, binder);
}

function bindMilestone(data: DatedData, on: Measure | Track, list: 'completed' | 'milestones', index: number): Milestone {
  const dated = typeof data === 'string' ? undefined : Object.entries(data)[0];
  return {
    kind: 'milestone',
    id: `${on.id}.${list === 'completed' ? 'done' : 'point'}${index + 1}`,
    text: typeof data === 'string' ? data : (dated?.[1] ?? ''),
    date: dated?.[0],
    month: dated && monthIn(dated[0]),
    completed: list === 'completed',
    on,
    allow: on.allow,
    location: dated === undefined ? on.location.at(list, index) : on.location.at(list, index, dated[0]),
  };
}

function bindKpis(data: readonly KpiData[] | undefined, on: Measure | Track | Section, location: Location, binder: Binder): readonly Kpi[] {
  if (!data) return none;
  return data.map((entry, index) => {
    const at = location.at('kpis', index);
    const { id, name, unit, printed, base, actuals, better, measureFrom, declared, asOf, notes, was, from, changed, allow } = entry;
    const [baseDate, baseValue] = typeof base === 'object' ? (Object.entries(base)[0] ?? []) : [];
    const kpi: Kpi = {
      kind: 'kpi',
      id,
      name,
      unit,
      ...(printed && { printed }),
      target: readTarget(entry.target),
      ...(typeof base === 'string' && { base: { text: base } }),
      ...(baseDate !== undefined && baseValue !== undefined && { base: { date: baseDate, value: baseValue } }),
      actuals: Object.entries(actuals ?? {}).map(([date, value]) => ({ date, value, location: at.at('actuals', date) })),
      better: better ?? 'more',
      ...(measureFrom && { measureFrom }),
      ...(declared && { declared }),
      declarations: [],
      ...(asOf && { asOf }),
      notes: bindNotes(notes, at),
      ...(was && { was }),
      from: from ?? [],
      ...(changed && { changed }),
      allow: allow ?? {},
      on,
      location: at,
    };
    binder.declare(kpi);
    return kpi;
  });
}

function readTarget(written: KpiData['target']): KpiTarget {
  if (written === undefined) return { value: null, fy: null };
  if (typeof written === 'number') return { value: written, fy: null };
  if (written === 'undetermined') return { value: null, fy: null, undetermined: { setIn: null } };
  const [year, value] = Object.entries(written)[0] ?? ['', ''];
  if (year === 'undetermined') return { value: null, fy: null, undetermined: { setIn: parseFiscalYear(value) ?? null } };
  return { value: Number(value), fy: parseFiscalYear(year) ?? null };
}

/** Notes are texts; `- 2022: text` is a note to that column. */
export function bindNotes(data: readonly NoteData[] | undefined, on: Location): readonly Note[] {
  if (!data) return none;
  return data.map((entry, index) => {
    const location = on.at('notes', index);
    if (typeof entry === 'string') return { text: entry, location };
    const [column, text] = Object.entries(entry)[0] ?? ['', ''];
    return { text, column: parsePeriod(column) as Period, location: location.at(column) };
  });
}

/** Every kind of thing that a relation may point to. */
const relatable = ['section', 'measure', 'track', 'phase', 'kpi'] as const;

function bindRelations(data: readonly RelationData[] | undefined, on: Location, binder: Binder): readonly Relation[] {
  if (!data) return none;
  const relations: Relation[] = [];
  for (const [index, entry] of data.entries()) {
    const [kind, to] = Object.entries(entry).find(([, id]) => id !== undefined) as [Relation['kind'], string];
    const location = on.at('related', index, kind);
    binder.resolve(to, relatable, location, (target) => void relations.push({ kind, to, target, location }));
  }
  return relations;
}
