import type { Roadmap } from '../../model/roadmap.js';
import type { Slice } from '../../transform/slice-roadmap.js';
import type { ReportChapter } from '../document.js';
import type { Records } from '../records.js';
import { sliceRecords } from '../slice/slice-records.js';
import { sliceTables } from '../tables/slice-tables.js';
import type { Table } from '../tables/table.js';
import { dueItem, itemColumns, itemsOfPages, itemTables, milestoneItem, type ShownItem } from './shown-items.js';
import type { PageFile } from './site.js';

/** The folder of the pages' own files. */
const folder = 'pages/';

/** The records with these ids, in their own order. Few pages show more than a few of all. */
function among<R extends { id: string }>(list: readonly R[], ids: ReadonlySet<string>): R[] {
  const places = placesOf.get(list) ?? new Map(list.map(({ id }, index) => [id, index]));
  placesOf.set(list, places);
  const found: number[] = [];
  for (const id of ids) {
    const place = places.get(id);
    if (place !== undefined) found.push(place);
  }
  return found.sort((a, b) => a - b).map((place) => list[place] as R);
}

const placesOf = new WeakMap<readonly { id: string }[], ReadonlyMap<string, number>>();

export type PageFiles = ReturnType<typeof pageFiles>;

/** Makes the files of data that stand beside pages, all from one set of records. */
export function pageFiles(roadmap: Roadmap, records: Records) {
  const { schemaVersion, plan } = records;
  const head = { schemaVersion, plan: { id: plan.id, title: plan.title, edition: plan.edition } };

  const itemTable = itemTables(itemColumns(roadmap, records));
  const shownItems = itemsOfPages(roadmap);

  /** The records of what the tables of a page show, in the shape of roadmap.json. */
  const recordsIn = (chapters: readonly ReportChapter[], items: readonly ShownItem[]) => {
    const sections = new Set(chapters.flatMap((chapter) => chapter.sections.map(({ id }) => id)));
    const groups = chapters.flatMap((chapter) => chapter.sections.flatMap(({ grid }) => grid.groups));
    const measures = new Set(groups.map(({ id }) => id));
    const tracks = new Set(groups.flatMap(({ rows }) => rows.map(({ id }) => id)));
    const shown = new Set(items.map(({ id }) => id));
    const all = new Set([...sections, ...measures, ...tracks, ...shown]);
    return {
      ...head,
      sections: among(records.sections, sections),
      measures: among(records.measures, measures),
      tracks: among(records.tracks, tracks),
      phases: among(records.phases, shown),
      milestones: among(records.milestones, shown),
      dues: among(records.dues, shown),
      kpis: among(records.kpis, shown),
      notes: among(records.notes, shown),
      relations: records.relations.filter(({ from }) => all.has(from)),
    };
  };

  return {
    records,

    /** A table and the same as records, with what else the page shows. */
    of(page: string, rows: Table, more: Record<string, unknown> = {}): PageFile[] {
      return [
        { path: fileOf(page, 'csv'), table: rows },
        ...this.json(page, { [rows.name === 'index' ? 'matrix' : rows.name]: recordsOfTable(rows), ...more }),
      ];
    },

    json(page: string, content: Record<string, unknown>): PageFile[] {
      return [{ path: fileOf(page, 'json'), records: () => ({ ...head, ...content }) }];
    },

    /** The tables of chapters. */
    ofChapters(page: string, chapters: readonly ReportChapter[]): PageFile[] {
      const items = shownItems(chapters);
      return [
        { path: fileOf(page, 'csv'), table: itemTable(kindOf(page), items) },
        { path: fileOf(page, 'json'), records: () => recordsIn(chapters, items) },
      ];
    },

    /** A slice: the tables of its chapters with its dates, and its lists. Those of a whole slice are written in any case. */
    ofSlice(page: string, slice: Slice, chapters: readonly ReportChapter[], written: boolean): PageFile[] {
      const shown = shownItems(chapters);
      const known = new Set(shown.map(({ id }) => id));
      const dates = [...slice.milestones.map(milestoneItem), ...slice.dues.map(({ phase, due }) => dueItem(phase, due))];
      const items = [...shown, ...dates.filter(({ id }) => !known.has(id))];
      const standings = new Map(slice.phases.map(({ phase, standing }) => [phase.id, standing]));
      const lists = sliceTables(slice, records, (name) => pageLists.includes(name)).filter(({ rows }) => rows().length > 0);
      return [
        { path: fileOf(page, 'csv'), table: itemTable(kindOf(page), items, standings) },
        ...lists.map((list): PageFile => {
          if (written) return { path: `${list.name}.csv` };
          return { path: fileOf(page.replace(/^[^-]*/, list.name), 'csv'), table: list };
        }),
        written ? { path: 'slice.json' } : { path: fileOf(page, 'json'), records: () => sliceRecords(slice) },
      ];
    },
  };
}

/** The rows of a table, but for the columns that name the plan, with names as in roadmap.json. */
function recordsOfTable({ fields, rows }: Table): object[] {
  const names = fields.map(({ name }) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
  return rows().map((row) => Object.fromEntries(row.map((value, index) => [names[index] ?? '', value] as const).slice(2)));
}

/** The lists of a slice that a page shows beside its tables. */
const pageLists = ['kpis', 'progress', 'passed_terms'];

/** `year` of `year-2023.html`: the name under which the pages of a kind have their columns explained. */
function kindOf(page: string): string {
  return page.replace(/[-.].*$/, '');
}

function fileOf(page: string, extension: 'csv' | 'json'): string {
  return `${folder}${page.replace(/\.html$/, '')}.${extension}`;
}
