import type { Roadmap, Section } from '../model/roadmap.js';
import { heading } from '../model/walk.js';
import { addressOf, linked } from './addresses.js';
import type { ReportChapter, ReportSection } from './document.js';
import { type GridOptions, gridOf, targetsOf } from './grid.js';

export interface ChapterOptions extends GridOptions {
  /** The sections that can show anything, where that is known. */
  among?: ReadonlySet<Section>;
}

/** The chapters with the tables of their sections; pruned ones that show nothing are left out. */
export function chaptersOf(roadmap: Roadmap, options?: ChapterOptions): ReportChapter[] {
  const chapters = roadmap.chapters.map((chapter) => ({
    id: chapter.id,
    heading: heading(chapter),
    sections: chapter.sections.flatMap((section): ReportSection[] => {
      if (options?.among && !options.among.has(section)) return [];
      const grid = gridOf(section, roadmap, options);
      if (options?.prune && grid.groups.length === 0) return [];
      return [
        {
          id: section.id,
          heading: heading(section),
          ...linked((options?.address ?? addressOf)(section)),
          ...extentOf(section),
          notes: section.notes.filter(({ column }) => !column).map(({ text }) => text),
          kpis: targetsOf(section.kpis, options),
          grid,
        },
      ];
    }),
  }));
  return options?.prune ? chapters.filter(({ sections }) => sections.length > 0) : chapters;
}

/** How much a section holds and where it is printed, which every page that shows anything of it says. */
function extentOf(section: Section): Pick<ReportSection, 'counts' | 'pages'> {
  const extent = extents.get(section) ?? { counts: countsOf(section), ...pagesOf(section) };
  extents.set(section, extent);
  return extent;
}

const extents = new WeakMap<Section, Pick<ReportSection, 'counts' | 'pages'>>();

function countsOf({ measures }: Section): ReportSection['counts'] {
  const tracks = measures.flatMap((measure) => measure.tracks);
  return { measures: measures.length, tracks: tracks.length, phases: tracks.reduce((sum, track) => sum + track.phases.length, 0) };
}

function pagesOf({ page, measures }: Section): { pages?: [number, number] } {
  const pages = [page, ...measures.flatMap((measure) => [measure.page, ...measure.tracks.map((track) => track.page)])].filter(
    (one) => one !== undefined,
  );
  return pages.length > 0 ? { pages: [Math.min(...pages), Math.max(...pages)] } : {};
}
