import type { Report } from '../../report/report.js';
import type { Comparison } from '../../report/revision/comparison.js';
import { diffWordsOf } from '../../report/revision/diff-words.js';
import { plain, type Told } from '../../report/told.js';
import { escapeMarkdown } from '../escape-markdown.js';
import type { OutputFile } from '../format.js';
import { listView, markdownFile, summaryLine } from '../md/markdown.js';
import type { Templates } from '../templates/templates.js';
import { type CellView, cellsOf, columnsOf, plainText, type Run } from './view.js';

/** The 新旧対照表 in Markdown: `<ins>` underlines changed words on both sides; a draft strikes out with `<del>`, which unlike `~~` may stand anywhere in a word. */
export function renderComparison(report: Report, comparison: Comparison, templates: Templates): OutputFile {
  const words = diffWordsOf(report.lang);
  const columns = columnsOf(comparison);
  const run = ({ text, tag }: Run, strike: boolean) => {
    const escaped = escapeMarkdown(plain(text));
    if (!tag || escaped.trim() === '') return escaped;
    const name = tag === 'del' && strike ? 'del' : 'ins';
    return `<${name}>${escaped}</${name}>`;
  };
  const cell = ({ side, instead, lines }: CellView) =>
    [
      ...(instead === undefined ? [] : [escapeMarkdown(instead)]),
      ...lines.map(({ label, depth, runs }) => {
        const lead = '　'.repeat(depth) + (label ? `${escapeMarkdown(label)}: ` : '');
        return lead + runs.map((one) => run(one, side === 'both')).join('');
      }),
    ].join('<br>');
  const view = {
    title: escapeMarkdown(report.title),
    subtitle: escapeMarkdown(report.subtitle),
    notes: report.notes.map(escapeMarkdown),
    summary: summaryLine(report.summary),
    legend: comparison.style === 'strike' ? words.legendStrike : words.legend,
    words,
    columns: [...columns.map(({ label }) => escapeMarkdown(plain(label))), words.remarks],
    rule: [...columns, words.remarks].map(() => '---'),
    groups: comparison.groups.map((group) => ({
      heading: escapeMarkdown(plain(group.title)),
      rows: group.rows.map((row) => {
        if (row.type !== 'change') {
          return [...columns.map(({ side }) => emphasized(plainText(row, side, words.omitted), row.type === 'context')), ''];
        }
        const remarks = [
          row.labels.join(words.comma),
          ...(row.guess ? [row.guess] : []),
          ...(row.reason ? [`${words.reason}: ${row.reason}`] : []),
        ];
        return [...cellsOf(row, comparison).map(cell), remarks.map(escapeMarkdown).join('<br>')];
      }),
    })),
    lists: report.lists().map(listView),
  };
  return markdownFile(templates, 'markdown/comparison', view);
}

function emphasized(text: Told, strong: boolean): string {
  const escaped = escapeMarkdown(plain(text));
  return strong && escaped ? `**${escaped}**` : escaped;
}
