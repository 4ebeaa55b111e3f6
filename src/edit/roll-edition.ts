import type { Month } from '../model/fiscal-year.js';
import { formatPeriod, monthsIn, type Period, seirekiPeriod } from '../model/period.js';
import type { Department, Kpi, Measure, Phase, Plan, Relation, Roadmap, Section, Track } from '../model/roadmap.js';
import { kpisOf, phasesOf, sectionsOf } from '../model/walk.js';
import type { Location } from '../source/location.js';
import type { SourceFile } from '../source/source-file.js';
import { Lines } from './lines.js';

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

/** What becomes of ids: those that go with what was put aside, and those that are another's from now on. */
interface Ids {
  gone: ReadonlySet<string>;
  renamed: ReadonlyMap<string, string>;
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
  const edits = new Edits();
  const ids: Ids = { gone: idsOf(closed), renamed: renamedIn(roadmap, closed, next.window.start) };
  rollPlan(roadmap.plan, next, edits);
  const asides = new Map<SourceFile, Aside>();
  for (const section of sectionsOf(roadmap)) {
    const aside = rollSection(section, closed, ids, roadmap.plan, next, edits);
    if (aside) asides.set(section.location.file, aside);
  }
  for (const kpi of kpisOf(roadmap)) forget(kpi, edits);
  for (const department of roadmap.departments) forget(department, edits);
  const moved = rollReports(roadmap, ids.gone, edits);
  const files = new Map<string, string>();
  const emptied: string[] = [];
  const aside = new Map<string, string>();
  const remark = `# ${roadmap.plan.edition}の版から、${next.edition}の版の表の年度より前に終わった項目を移した\n`;
  const { file: planFile } = roadmap.plan.location;
  for (const file of filesOf(roadmap)) {
    const name = file.path.slice(planFile.path.length - 'plan.yaml'.length);
    if (edits.has(file)) files.set(name, edits.apply(file));
    const section = asides.get(file);
    if (section) aside.set(name, remark + section.relations.map((relation) => `# 関係: ${relation}\n`).join('') + section.text);
    const reports = moved.get(file);
    if (!reports) continue;
    aside.set(name, remark + reports.text);
    if (reports.all) {
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

function rollPlan({ location, editions, edition }: Plan, next: NextEdition, edits: Edits): void {
  const { file } = location;
  edits.replace(location.at('edition'), scalar(next.edition));
  edits.replace(location.at('window'), formatPeriod(next.window));
  for (const [index, place] of next.earlier.entries()) edits.replace(location.at('editions', index, 'from'), scalar(place));
  const entry = `- edition: ${scalar(edition)}\n  from: ${scalar(next.from)}\n`;
  const last = editions.at(-1);
  if (last) {
    const lines = edits.lines(file);
    const start = last.location.span.start;
    const column = file.positionAt(start).column - 3;
    const { end } = lines.entry(lines.at(start), Math.max(0, column), 'item');
    edits.insert(file, end, entry.replace(/^/gm, ' '.repeat(Math.max(0, column))).replace(/ +$/, ''));
  } else edits.insert(file, edits.lines(file).at(location.key('chapters').span.start), `editions:\n${entry}`);
}

function rollSection(section: Section, closed: Closed, ids: Ids, plan: Plan, next: NextEdition, edits: Edits): Aside | undefined {
  const { location } = section;
  const { file } = location;
  const years = (next.window.start - plan.window.start) / 12;
  moveColumns(section, years, edits);
  const relations: string[] = [];
  const parts: string[] = [];
  bendRelations(section, ids, relations, edits);
  const needed = ancestorsOf(section, closed);
  for (const measure of section.measures) {
    if (closed.measures.has(measure)) {
      parts.push(edits.cutItem(measure.location));
      continue;
    }
    forget(measure, edits);
    bendRelations(measure, ids, relations, edits);
    const asideTracks = rollTracks(measure, closed, ids, next.window.start, relations, edits);
    if (asideTracks.length > 0 || needed.has(measure)) {
      parts.push(head(measure.location, ['id', 'parent', 'number', 'title'], edits));
      if (asideTracks.length > 0) parts.push(edits.lineOf(measure.location.key('tracks')), ...asideTracks);
    }
  }
  if (section.measures.length > 0 && section.measures.every((measure) => closed.measures.has(measure))) edits.cutKey(location, 'measures');
  if (parts.length === 0 && relations.length === 0) return undefined;
  const text = ['id', 'number', 'title'].flatMap((key) => (file.spans.key([key]) ? [edits.lineOf(location.key(key))] : [])).join('');
  return { text: `${text}measures:${parts.length === 0 ? ' []' : ''}\n${parts.join('')}`, relations };
}

/** Takes the closed rows and phases of a measure out, and gives their lines. */
function rollTracks(measure: Measure, closed: Closed, ids: Ids, start: Month, relations: string[], edits: Edits): string[] {
  const parts: string[] = [];
  for (const track of measure.tracks) {
    if (closed.tracks.has(track)) {
      parts.push(edits.cutItem(track.location));
      continue;
    }
    forget(track, edits);
    bendRelations(track, ids, relations, edits);
    const old: string[] = [];
    for (const phase of track.phases) {
      if (phase.series !== undefined && track.phases.find(({ series }) => series === phase.series) !== phase) continue;
      if (closed.phases.has(phase)) {
        old.push(edits.cutItem(phase.location));
        continue;
      }
      forget(phase, edits);
      bendRelations(phase, ids, relations, edits);
      if (phase.period.start < start) clip(phase, start, edits);
    }
    if (old.length === 0) continue;
    if (track.phases.every((phase) => closed.phases.has(phase))) edits.cutKey(track.location, 'phases');
    parts.push(head(track.location, ['id', 'label'], edits), edits.lineOf(track.location.key('phases')), ...old);
  }
  if (measure.tracks.length > 0 && measure.tracks.every((track) => closed.tracks.has(track))) edits.cutKey(measure.location, 'tracks');
  return parts;
}

/**
 * A phase that began before the new window stands in its first column, under the id that it had. That one which has ended stays there for a
 * promise is a judgement.
 */
function clip(phase: Phase, start: Month, edits: Edits): void {
  const { location, written, track } = phase;
  const last = phase.series === undefined ? phase : (track.phases.findLast(({ series }) => series === phase.series) ?? phase);
  const { grain } = phase.period;
  const { end } = last.period;
  const stays = end !== null && end < start;
  edits.replace(location.key(written), formatPeriod({ start, end: stays ? start + monthsIn[grain] - 1 : end, grain }));
  const says = (key: string) => location.file.spans.key([...location.path, key]) !== undefined;
  const added = says('id') ? [] : [`id: ${phase.series ?? phase.id}`];
  if (stays && says('basis')) edits.replace(location.at('basis'), 'judged');
  else if (stays) added.push('basis: judged');
  const whole = seirekiPeriod({ ...phase.period, end });
  if (stays && !says('reason')) added.push(`reason: 前の版では${whole}。期限がこれからなので、最初の年度に残した`);
  const line = edits.lines(location.file).at(location.at(written).span.end - 1);
  const { column } = location.file.positionAt(location.key(written).span.start);
  edits.insert(location.file, line + 1, added.map((words) => `${' '.repeat(column - 1)}${words}\n`).join(''));
}

/** What was said of the change to this edition is no part of the next one. */
function forget({ location }: Measure | Track | Phase | Kpi | Department, edits: Edits): void {
  for (const key of ['was', 'from', 'changed']) if (location.file.spans.key([...location.path, key])) edits.cutKey(location, key);
}

/** Relations that lead to what was put aside go with it, those to a year that is over lead to the first that stands. */
function bendRelations(on: Section | Measure | Track | Phase, { gone, renamed }: Ids, told: string[], edits: Edits): void {
  const lost = on.related.filter(({ to }) => gone.has(to));
  if (lost.length === 0 && !on.related.some(({ to }) => renamed.has(to))) return;
  told.push(...lost.map(({ kind, to }) => `${on.id} ${kind}: ${to}`));
  if (lost.length === on.related.length) {
    edits.cutKey(on.location, 'related');
    return;
  }
  const kept = on.related.filter((relation) => !lost.includes(relation));
  const written = new Set(kept.map(({ kind, to }: Relation) => `{ ${kind}: ${renamed.get(to) ?? to} }`));
  edits.cutKey(on.location, 'related', `related: [${[...written].join(', ')}]\n`);
}

/** Columns of a section's own move with the window. */
function moveColumns({ location }: Section, years: number, edits: Edits): void {
  const { file } = location;
  for (const key of ['columns', 'window']) {
    const span = file.spans.value([key]);
    if (!span) continue;
    const written = file.text.slice(span.start, span.end);
    edits.replace(
      location.at(key),
      written.replace(/\d{4}/g, (year) => String(Number(year) + years)),
    );
  }
}

function rollReports({ reports }: Roadmap, gone: ReadonlySet<string>, edits: Edits): Map<SourceFile, { text: string; all: boolean }> {
  const moved = new Map<SourceFile, { text: string; all: boolean }>();
  for (const file of new Set(reports.map(({ location }) => location.file))) {
    const own = reports.filter(({ location }) => location.file === file);
    const old = own.filter(({ on }) => gone.has(on.id));
    if (old.length === 0) continue;
    const first = edits.lines(file).at(own[0]?.location.span.start ?? 0);
    const top = edits.lines(file).text(0, first);
    moved.set(file, { text: top + old.map(({ location }) => edits.cutItem(location)).join(''), all: old.length === own.length });
  }
  return moved;
}

/** Every file that the plan was read from. */
function filesOf({ plan, chapters, departments, reports }: Roadmap): Set<SourceFile> {
  const parts = [plan, ...chapters.flatMap(({ sections }) => sections), ...departments, ...reports];
  return new Set(parts.map(({ location }) => location.file));
}

function idsOf({ measures, tracks, phases }: Closed): Set<string> {
  return new Set(
    [...measures, ...tracks, ...phases].flatMap((item) => [item.id, ...('kpis' in item ? item.kpis.map(({ id }) => id) : [])]),
  );
}

/** Of a phase that is printed once a year, the first year that stands has the id of the first that there was. */
function renamedIn(roadmap: Roadmap, { phases }: Closed, start: Month): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const phase of phasesOf(roadmap)) {
    const { id, series, period } = phase;
    if (series !== undefined && id !== series && period.start <= start && !phases.has(phase)) renamed.set(id, series);
  }
  return renamed;
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

/** The lines of an entry that say what it is, without what it holds. */
function head(location: Location, keys: readonly string[], edits: Edits): string {
  const lines = keys.filter((key) => location.file.spans.key([...location.path, key])).map((key) => edits.lineOf(location.key(key)));
  const { column } = location.file.positionAt(location.span.start);
  return lines
    .map((line, index) => `${' '.repeat(Math.max(0, column - 3))}${index === 0 ? '- ' : '  '}${line.replace(/^[ -]*/, '')}`)
    .join('');
}

/** A text as a plain scalar where YAML reads it as itself, else quoted. */
function scalar(text: string): string {
  return /^[\p{L}\p{N}.][\p{L}\p{N}./_^~@()（）ー・-]*(?::[\p{L}\p{N}./_-]+)?$/u.test(text) ? text : JSON.stringify(text);
}

interface Edit {
  start: number;
  end: number;
  words: string;
}

/** Edits of files, collected and made at once from the last to the first. */
class Edits {
  readonly #edits = new Map<SourceFile, Edit[]>();
  readonly #lines = new Map<SourceFile, Lines>();

  has(file: SourceFile): boolean {
    return this.#edits.has(file);
  }

  lines(file: SourceFile): Lines {
    const known = this.#lines.get(file) ?? new Lines(file.text);
    this.#lines.set(file, known);
    return known;
  }

  replace(location: Location, words: string): void {
    const { file, start, end } = location.span;
    this.#add(file, { start, end, words });
  }

  /** Puts whole lines before a line. */
  insert(file: SourceFile, line: number, words: string): void {
    const at = this.lines(file).text(0, line).length;
    const broken = at === 0 || file.text[at - 1] === '\n' ? words : `\n${words}`;
    this.#add(file, { start: at, end: at, words: broken });
  }

  /** Takes an entry of a list out, and gives its lines. */
  cutItem(location: Location): string {
    const { file, start } = location.span;
    const lines = this.lines(file);
    const { first, end } = lines.entry(lines.at(start), file.positionAt(start).column - 3, 'item');
    const text = lines.text(first, end);
    const from = lines.text(0, first).length;
    this.#add(file, { start: from, end: from + text.length, words: '' });
    return text.endsWith('\n') ? text : `${text}\n`;
  }

  /** Takes a key of a mapping out with its value, or puts another line in its place. */
  cutKey(location: Location, key: string, instead = ''): void {
    const { file, start } = location.key(key).span;
    const lines = this.lines(file);
    const column = file.positionAt(start).column - 1;
    const { end } = lines.entry(lines.at(start), column, 'key');
    const stop = lines.text(0, end).length;
    const opens = /^[ ]*- *$/.test(file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start));
    // Behind the dash of its entry: the next key takes its place there.
    if (opens && instead === '') this.#add(file, { start, end: stop + column, words: '' });
    else this.#add(file, { start: start - (opens ? 0 : column), end: stop, words: instead && (opens ? '' : ' '.repeat(column)) + instead });
  }

  lineOf(location: Location): string {
    const { file, start } = location.span;
    const lines = this.lines(file);
    const line = lines.at(start);
    return lines.text(line, line + 1).replace(/\n?$/, '\n');
  }

  /** The text with all edits made; one inside another is part of it. */
  apply(file: SourceFile): string {
    const edits = (this.#edits.get(file) ?? []).sort((a, b) => b.start - a.start || b.end - a.end);
    const outer = edits.filter((edit) => !edits.some((other) => other !== edit && contains(other, edit)));
    return outer.reduce((text, { start, end, words }) => text.slice(0, start) + words + text.slice(end), file.text);
  }

  #add(file: SourceFile, edit: Edit): void {
    this.#edits.set(file, [...(this.#edits.get(file) ?? []), edit]);
  }
}

/** An insertion at the edge of what is taken out stays. */
function contains(outer: Edit, inner: Edit): boolean {
  if (inner.start === inner.end) return outer.start < inner.start && inner.end < outer.end;
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}
