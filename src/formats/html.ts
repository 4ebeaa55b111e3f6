import type { Grid, GridGroup, GridRow, Report } from '../report/report.js';
import { wordsOf } from '../report/words.js';
import { renderComparison } from './comparison/html.js';
import type { Format } from './format.js';
import { compileTemplates } from './templates.js';

/** `index.html`: a table a section, the years as columns, bars as cells that span them. */
export const format: Format = {
  name: 'html',
  single: false,
  beside: ['csv', 'json'],
  *render(report, { templates }) {
    if (report.comparison) {
      yield renderComparison(report, report.comparison, templates);
      return;
    }
    const render = compileTemplates(templates, 'html');
    yield { path: 'index.html', contents: render('index', viewOf(report, templates.get('html/style.css') ?? '')) };
  },
};

function viewOf(report: Report, style: string) {
  const words = wordsOf(report.lang);
  return {
    ...report,
    style,
    words,
    chapters: report.chapters.map((chapter) => ({
      ...chapter,
      sections: chapter.sections.map((section) => ({ ...section, grid: tableOf(section.grid, section.id) })),
    })),
  };
}

/** The cells of the grid with the ids that tie them to their headings for those who listen. */
function tableOf(grid: Grid, sectionId: string) {
  const columnId = (index: number) => `${sectionId}-${grid.columns[index]?.id ?? ''}`;
  return {
    ...grid,
    columns: grid.columns.map((column, index) => ({ ...column, cellId: columnId(index) })),
    groups: grid.groups.map((group) => {
      const lines = linesOf(group);
      return {
        ...group,
        headingId: `${group.id}-heading`,
        level: Math.min(6, group.depth + 3),
        lines: lines.map((line, index) => ({
          ...line,
          first: index === 0,
          height: lines.length,
          cells: line.cells.map((cell) => ({
            ...cell,
            headers: [`${group.id}-heading`, ...Array.from({ length: cell.span }, (_, offset) => columnId(cell.from + offset))].join(' '),
          })),
        })),
      };
    }),
  };
}

/** One line of the table for each lane; a group without rows has one empty line. */
function linesOf(group: GridGroup) {
  const lines = group.rows.flatMap((row: GridRow) =>
    (row.lanes.length > 0 ? row.lanes : [[]]).map((cells, lane) => ({
      ...row,
      rowId: lane === 0 ? row.id : undefined,
      leading: lane === 0,
      cells,
      points: lane === 0 ? row.milestones : [],
    })),
  );
  return lines.length > 0 ? lines : [{ id: group.id, rowId: undefined, leading: false, cells: [], points: [], notes: [], milestones: [] }];
}
