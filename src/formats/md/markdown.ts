import type { ReportList } from '../../report/lists.js';
import type { Report } from '../../report/report.js';
import { plain } from '../../report/told.js';
import { escapeMarkdown } from '../escape-markdown.js';
import type { OutputFile } from '../format.js';
import type { Templates } from '../templates/templates.js';

/** `index.md` as a template lays it out, with one empty line wherever it leaves several. */
export function markdownFile(templates: Templates, template: string, view: object): OutputFile {
  const text = templates.render(template, view).join('');
  return { path: 'index.md', contents: `${text.trim().replace(/\n{3,}/g, '\n\n')}\n` };
}

/** The counts of a document in one line. */
export function summaryLine(summary: Report['summary']): string {
  return summary.map(({ label, value }) => `${escapeMarkdown(label)}: ${escapeMarkdown(value)}`).join('　');
}

/** A list as a table. */
export function listView({ heading, columns, rows }: ReportList) {
  return {
    heading: escapeMarkdown(heading),
    columns: columns.map(escapeMarkdown),
    rule: columns.map(() => '---'),
    rows: rows.map((cells) => cells.map((cell) => escapeMarkdown(plain(cell)))),
  };
}
