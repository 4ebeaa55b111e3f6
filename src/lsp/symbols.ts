import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { Chapter, Department, Measure, Roadmap, Section, Track } from '../model/roadmap.js';
import { isFirstOfSeries } from '../model/series.js';
import { heading } from '../model/walk.js';
import type { Location } from '../source/location.js';
import { nameOf } from './describe.js';
import { rangeOf } from './places.js';
import type { OpenPlan } from './workspace.js';

/** The outline of a file: headings inside one another, rows, and bars; chapters of a plan; departments as a tree. */
export function symbolsOf({ result: { roadmap } }: OpenPlan, path: string): DocumentSymbol[] {
  if (!roadmap) return [];
  if (roadmap.plan.location.file.path === path) return roadmap.chapters.map(chapterSymbol);
  for (const { sections } of roadmap.chapters)
    for (const section of sections) if (section.location.file.path === path) return [sectionSymbol(section)];
  const departments = roadmap.departments.filter(({ location }) => location.file.path === path);
  if (departments.length > 0) return departments.filter(({ parent }) => !parent).map((top) => departmentSymbol(top, departments));
  return reportSymbols(roadmap, path);
}

function chapterSymbol(chapter: Chapter): DocumentSymbol {
  const files = chapter.sections.map((section) => heading(section)).join('、');
  return { ...symbol(heading(chapter), SymbolKind.Package, chapter.location), detail: files };
}

function sectionSymbol(section: Section): DocumentSymbol {
  const top = section.measures.filter(({ parent }) => !parent);
  return { ...symbol(heading(section), SymbolKind.Module, section.location), children: top.map(measureSymbol) };
}

function measureSymbol(measure: Measure): DocumentSymbol {
  const own = symbol(heading(measure), SymbolKind.Class, measure.location, measure.id);
  return around(own, [...measure.tracks.map(trackSymbol), ...measure.children.map(measureSymbol)]);
}

function trackSymbol(track: Track): DocumentSymbol {
  return {
    ...symbol(nameOf(track), SymbolKind.Array, track.location, track.id),
    children: track.phases
      .filter(isFirstOfSeries)
      .map((phase) => symbol(`${phase.written} ${phase.text}`, SymbolKind.Event, phase.location, phase.id)),
  };
}

function departmentSymbol(department: Department, all: readonly Department[]): DocumentSymbol {
  const below = all.filter(({ parent }) => parent === department);
  const own = symbol(department.name, SymbolKind.Struct, department.location, department.id);
  return around(
    own,
    below.map((child) => departmentSymbol(child, all)),
  );
}

function reportSymbols(roadmap: Roadmap, path: string): DocumentSymbol[] {
  return roadmap.reports
    .filter(({ location }) => location.file.path === path)
    .map(({ on, status, location }) => ({ ...symbol(nameOf(on), SymbolKind.Event, location), detail: status ?? '' }));
}

function symbol(name: string, kind: SymbolKind, location: Location, detail?: string): DocumentSymbol {
  const range = rangeOf(location.span);
  return { name: name || '…', kind, range, selectionRange: { start: range.start, end: range.start }, ...(detail && { detail }) };
}

/** What stands below a heading or a department stands behind it in the file: its range reaches to the last of that. */
function around(own: DocumentSymbol, children: DocumentSymbol[]): DocumentSymbol {
  const end = children.reduce((last, { range }) => (isAfter(range.end, last) ? range.end : last), own.range.end);
  return { ...own, range: { ...own.range, end }, children };
}

function isAfter(a: DocumentSymbol['range']['end'], b: DocumentSymbol['range']['end']): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}
