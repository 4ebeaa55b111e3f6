import { folderOf, nameIn } from '../model/file-names.js';
import { fiscalYearOf, type Month } from '../model/fiscal-year.js';
import { nextStart } from '../model/next-start.js';
import { formatPeriod, monthsIn, type Period, parsePeriod, seirekiPeriod } from '../model/period.js';
import type { Department, Kpi, Measure, Phase, Plan, Roadmap, Section, Track } from '../model/roadmap.js';
import { isFirstOfSeries, seriesOf } from '../model/series.js';
import { kpisOf, sectionsOf } from '../model/walk.js';
import type { Location } from '../source/location.js';
import type { KeyPath, SourceFile } from '../source/source-file.js';
import { printScalar } from '../yaml/print-scalar.js';
import { keepReported } from './keep-reported.js';
import { layoutOf } from './layout-of.js';
import { PlanEdits } from './plan-edits.js';

/** What the next edition is to be. */
export interface NextEdition {
  edition: string;
  window: Period;
  /** Where this edition is kept: a folder beside the next one, or a git revision. */
  from: string;
  /** The places of the editions before, as the next plan is to name them. */
  earlier: readonly string[];
}

export interface Closed {
  measures: ReadonlySet<Measure>;
  tracks: ReadonlySet<Track>;
  phases: ReadonlySet<Phase>;
}

export interface RolledEdition {
  /** The changed files by their name in the plan's folder; a file that is not named stays as it is. */
  files: Map<string, string>;
  /** Files that hold nothing any more. */
  emptied: string[];
  /** What was put aside, by the name of the file that it stood in. */
  closed: Map<string, string>;
}

/** Starts the next edition from this one by edits of its text: ids and comments stay, what is closed is put aside line by line. */
export function rollEdition(roadmap: Roadmap, closed: Closed, next: NextEdition): RolledEdition {
  const edits = new PlanEdits();
  const gone = idsOf(closed);
  rollPlan(roadmap.plan, next, edits);
  const asides = new Map<SourceFile, Aside>();
  for (const section of sectionsOf(roadmap)) {
    const aside = rollSection(section, closed, gone, roadmap.plan, next, edits);
    if (aside) asides.set(section.location.file, aside);
  }
  for (const thing of [...kpisOf(roadmap), ...roadmap.departments]) forget(thing, edits);
  keepReported(roadmap, gone, edits);
  const asideAnswers = rollAnswers(roadmap, gone, edits);
  const files = new Map<string, string>();
  const emptied: string[] = [];
  const aside = new Map<string, string>();
  const remark = `# ${roadmap.plan.edition}の版から、${next.edition}の版の表の年度より前に終わった項目を移した\n`;
  const folder = folderOf(roadmap.plan);
  for (const file of filesOf(roadmap)) {
    const name = nameIn(folder, file.path);
    if (edits.has(file)) files.set(name, edits.apply(file, layoutOf(name)));
    const section = asides.get(file);
    const put = (text: string) => aside.set(name, (remark + text).replace(/\r?\n/g, file.text.includes('\r\n') ? '\r\n' : '\n'));
    if (section) put(section.relations.map((relation) => `# 関係: ${relation}\n`).join('') + section.text);
    const answers = asideAnswers.get(file);
    if (!answers) continue;
    put(answers.text);
    if (answers.all) {
      emptied.push(name);
      files.delete(name);
    }
  }
  return { files, emptied, closed: aside };
}

interface Aside {
  text: string;
  /** Relations that led to what was put aside. */
  relations: string[];
}

function rollPlan({ location, editions, edition, window }: Plan, next: NextEdition, edits: PlanEdits): void {
  const { file } = location;
  edits.change(file, { kind: 'set', path: ['edition'], value: next.edition });
  edits.change(file, { kind: 'set', path: ['window'], value: formatPeriod(next.window) });
  moveColumns(file, yearsBetween(window, next.window), edits);
  for (const [index, value] of next.earlier.entries()) edits.change(file, { kind: 'set', path: ['editions', index, 'from'], value });
  const entry = { edition, from: next.from };
  if (editions.length > 0) edits.change(file, { kind: 'insert', path: ['editions'], index: editions.length, value: entry });
  else edits.change(file, { kind: 'set', path: ['editions'], value: [entry] });
}

function rollSection(
  section: Section,
  closed: Closed,
  gone: ReadonlySet<string>,
  plan: Plan,
  next: NextEdition,
  edits: PlanEdits,
): Aside | undefined {
  const { location } = section;
  const years = yearsBetween(plan.window, next.window);
  const start = nextStart(section, plan, next.window.start);
  moveWindow(location.file, years, edits);
  moveColumns(location.file, years, edits);
  const relations: string[] = [];
  const parts: string[] = [];
  cutRelations(section, gone, relations, edits);
  const needed = ancestorsOf(section, closed);
  for (const measure of section.measures) {
    if (closed.measures.has(measure)) {
      parts.push(edits.cut(measure.location));
      continue;
    }
    forget(measure, edits);
    cutRelations(measure, gone, relations, edits);
    const tracks = rollTracks(measure, closed, gone, start, relations, edits);
    const { id, parent, number, title } = measure;
    if (tracks.length > 0 || needed.has(measure))
      parts.push(head(measure.location, { id, parent: parent?.id, number, title }, 'tracks', tracks, edits));
  }
  if (parts.length === 0 && relations.length === 0) return undefined;
  const { id, number, title } = section;
  const text = lines({ id, number, title }).map((line) => `${line}\n`);
  return { text: `${text.join('')}measures:${parts.length === 0 ? ' []' : ''}\n${parts.join('')}`, relations };
}

/** Takes the closed rows and phases of a measure out, and gives their lines. */
function rollTracks(
  measure: Measure,
  closed: Closed,
  gone: ReadonlySet<string>,
  start: Month,
  relations: string[],
  edits: PlanEdits,
): string[] {
  const parts: string[] = [];
  for (const track of measure.tracks) {
    if (closed.tracks.has(track)) {
      parts.push(edits.cut(track.location));
      continue;
    }
    forget(track, edits);
    cutRelations(track, gone, relations, edits);
    const old: string[] = [];
    for (const phase of track.phases) {
      if (!isFirstOfSeries(phase)) continue;
      const series = seriesOf(phase);
      const over = series.filter((one) => closed.phases.has(one));
      if (over.length === series.length) {
        old.push(edits.cut(phase.location));
        continue;
      }
      if (over.length > 0) old.push(yearsOver(over, edits));
      forget(phase, edits);
      cutRelations(phase, gone, relations, edits);
      if (phase.period.start < start) clip(series.slice(over.length), start, edits);
    }
    const { id, label } = track;
    if (old.length > 0) parts.push(head(track.location, { id, label }, 'phases', old, edits));
  }
  return parts;
}

/**
 * A phase that began before the new window stands in its first column, under the id that it had; of one that is printed once a year the years
 * from there on stand, each under its own. That one which has ended stays there for a promise is a judgement.
 */
function clip(standing: readonly Phase[], start: Month, edits: PlanEdits): void {
  const [phase, last] = [standing[0], standing.at(-1)];
  if (!phase || !last) return;
  const { location, written, series } = phase;
  const { grain } = parsePeriod(written) ?? phase.period;
  const { end } = last.period;
  const stays = end !== null && end < start;
  const { file, path } = location;
  const says = (key: string) => file.spans.key([...path, key]) !== undefined;
  const set = (key: string, value: string) => edits.change(file, { kind: 'set', path: [...path, key], value });
  const from = Math.max(start, phase.period.start);
  edits.change(file, {
    kind: 'rename',
    path: [...path, written],
    to: formatPeriod({ start: from, end: stays ? start + monthsIn[grain] - 1 : end, grain }),
  });
  // An id that is written is that of the first year of a series.
  const isNamed = says('id');
  if (isNamed ? series !== undefined : from !== phase.period.start) set('id', phase.id);
  if (!stays) return;
  set('basis', 'judged');
  const whole = seirekiPeriod({ ...phase.period, end });
  if (!says('reason')) set('reason', `前の版では${whole}。期限がこれからなので、最初の年度に残した`);
}

/** The years that are over of a phase that goes on and is printed once a year, in lines of their own. */
function yearsOver(over: readonly Phase[], edits: PlanEdits): string {
  const [first, last] = [over[0], over.at(-1)];
  if (!first || !last) return '';
  const { location, written, text, id } = first;
  const { grain } = parsePeriod(written) ?? first.period;
  const period = formatPeriod({ start: first.period.start, end: last.period.end, grain });
  const isNamed = location.file.spans.key([...location.path, 'id']) !== undefined;
  return head(location, { [period]: text, id: isNamed ? id : undefined, each: 'year' }, '', [], edits);
}

/** What was said of the change to this edition is no part of the next one. */
function forget({ location: { file, path } }: Measure | Track | Phase | Kpi | Department, edits: PlanEdits): void {
  for (const key of ['was', 'from', 'changed'])
    if (file.spans.key([...path, key])) edits.change(file, { kind: 'remove', path: [...path, key] });
}

/** Relations that lead to what was put aside go with it. */
function cutRelations(on: Section | Measure | Track | Phase, gone: ReadonlySet<string>, told: string[], edits: PlanEdits): void {
  for (const [index, { kind, to }] of on.related.entries()) {
    if (!gone.has(to)) continue;
    const comments = [...edits.cut(on.location.at('related', index)).matchAll(/ (#.*)$/gm)].map(([, comment]) => `  ${comment}`);
    told.push(`${on.id} ${kind}: ${to}${comments.join('')}`);
  }
}

function yearsBetween(before: Period, after: Period): number {
  return fiscalYearOf(after.start) - fiscalYearOf(before.start);
}

/** A window of a section's own moves with that of the plan. */
function moveWindow(file: SourceFile, years: number, edits: PlanEdits): void {
  const value = shifted(file, ['window'], years);
  if (value !== undefined) edits.change(file, { kind: 'set', path: ['window'], value });
}

/** Columns that are listed move with the window. */
function moveColumns(file: SourceFile, years: number, edits: PlanEdits): void {
  for (let index = 0; file.spans.value(['columns', index]); index += 1) {
    const path = ['columns', index];
    const value = shifted(file, path, years);
    if (value !== undefined) edits.change(file, { kind: 'set', path, value });
  }
}

/** The period at a place so many years later. */
function shifted(file: SourceFile, path: KeyPath, years: number): string | undefined {
  const span = file.spans.value(path);
  const period = span && parsePeriod(file.text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/, '$2'));
  if (!period || years === 0) return undefined;
  const { start, end, grain } = period;
  return formatPeriod({ start: start + 12 * years, end: end === null ? null : end + 12 * years, grain });
}

/** Takes the reports and checks of closed items out, and gives their lines; `all` where the file holds no other. */
function rollAnswers(
  { reports, checks }: Roadmap,
  gone: ReadonlySet<string>,
  edits: PlanEdits,
): Map<SourceFile, { text: string; all: boolean }> {
  const moved = new Map<SourceFile, { text: string; all: boolean }>();
  const answers = [...reports, ...checks];
  for (const file of new Set(answers.map(({ location }) => location.file))) {
    const own = answers.filter(({ location }) => location.file === file);
    const old = own.filter(({ on }) => gone.has(on.id));
    if (old.length === 0) continue;
    const start = Math.min(...['reports', 'checks'].flatMap((key) => file.spans.key([key])?.start ?? []));
    const lists = (['report', 'check'] as const).flatMap((kind) => {
      const entries = old.filter((one) => one.kind === kind).map(({ location }) => edits.cut(location));
      return entries.length > 0 ? [`${kind}s:\n`, ...entries] : [];
    });
    moved.set(file, { text: file.text.slice(0, file.text.lastIndexOf('\n', start) + 1) + lists.join(''), all: old.length === own.length });
  }
  return moved;
}

/** Every file that the plan was read from. */
function filesOf({ plan, chapters, departments, reports, checks }: Roadmap): Set<SourceFile> {
  const parts = [plan, ...chapters.flatMap(({ sections }) => sections), ...departments, ...reports, ...checks];
  return new Set(parts.map(({ location }) => location.file));
}

function idsOf({ measures, tracks, phases }: Closed): Set<string> {
  return new Set(
    [...measures, ...tracks, ...phases].flatMap((item) => [item.id, ...('kpis' in item ? item.kpis.map(({ id }) => id) : [])]),
  );
}

/** Headings that are not closed but have something closed below them. */
function ancestorsOf(section: Section, { measures, tracks, phases }: Closed): Set<Measure> {
  const needed = new Set<Measure>();
  for (const measure of section.measures) {
    const loses =
      measures.has(measure) || measure.tracks.some((track) => tracks.has(track) || track.phases.some((phase) => phases.has(phase)));
    if (loses) for (let at = measure.parent; at; at = at.parent) if (!measures.has(at)) needed.add(at);
  }
  return needed;
}

/** The lines of an entry that say what it is, and of what it holds those that were put aside. */
function head({ file, path }: Location, says: Says, key: string, held: readonly string[], edits: PlanEdits): string {
  const indent = ' '.repeat(edits.indent(file, path));
  const own = lines(says).map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}\n`);
  return [...own, ...(held.length > 0 ? [`${indent}  ${key}:\n`, ...held] : [])].join('');
}

type Says = Readonly<Record<string, string | undefined>>;

function lines(says: Says): string[] {
  return Object.entries(says).flatMap(([key, text]) => (text === undefined ? [] : [`${key}: ${printScalar(text)}`]));
}
