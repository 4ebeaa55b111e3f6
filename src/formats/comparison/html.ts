import type { Report } from '../../report/report.js';
import type { Comparison } from '../../report/revision/comparison.js';
import { diffWordsOf } from '../../report/revision/diff-words.js';
import type { Site } from '../../report/site/site.js';
import { siteWordsOf } from '../../report/site/site-words.js';
import { plain, told } from '../../report/told.js';
import type { OutputFile } from '../format.js';
import { languageMarks } from '../html/language-marks.js';
import { styleSheet } from '../html/style-sheet.js';
import type { Templates } from '../templates/templates.js';
import { cellsOf, columnsOf, headingIn, plainText } from './view.js';

/** What stands around the 新旧対照表: the files that hold the same, and the pages of its site. */
interface Surroundings {
  data: readonly object[];
  site?: Site;
  navigation?: readonly object[];
}

/** The 新旧対照表 as one page that prints on A4 landscape. */
export function renderComparison(report: Report, comparison: Comparison, templates: Templates, around: Surroundings): OutputFile {
  const words = diffWordsOf(report.lang);
  const columns = columnsOf(comparison);
  const view = {
    ...report,
    lists: report.lists().map(({ id, heading, columns: labels, rows }) => ({
      id,
      heading,
      columns: labels,
      rows: rows.map((row) => row.map((text, index) => ({ label: labels[index], text: told(text) }))),
    })),
    site: undefined,
    ...around,
    words: { ...siteWordsOf(report.lang), ...words },
    ...languageMarks(report),
    style: styleSheet(templates, 'html/comparison.css'),
    script: templates.text('html/comparison.js').trimEnd(),
    kinds: [...new Set(comparison.groups.flatMap(({ rows }) => rows.flatMap((row) => (row.type === 'change' ? row.labels : []))))],
    legend: comparison.style === 'strike' ? words.legendStrike : words.legend,
    comparisonStyle: comparison.style,
    heading: comparison.heading,
    columns,
    width: columns.length + 1,
    groups: comparison.groups.map((group) => ({
      id: group.id,
      headings: group.heading && columns.map(({ side, label }) => ({ label: plain(label), text: headingIn(group.heading, side) })),
      rows: group.rows.map((row, index) =>
        row.type === 'change'
          ? {
              ...row,
              isChange: true,
              opens: index === 0 && !group.heading,
              cells: cellsOf(row, comparison).map((cell) => ({ ...cell, label: plain(cell.label) })),
            }
          : {
              isChange: false,
              type: row.type,
              cells: columns.map(({ side, label }) => ({ label: plain(label), text: plainText(row, side, words.omitted) })),
            },
      ),
    })),
  };
  return { path: 'index.html', contents: templates.render('html/comparison', view) };
}
