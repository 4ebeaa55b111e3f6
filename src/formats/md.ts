import type { GridBar, GridGroup, GridRow, Report } from '../report/report.js';
import { wordsOf } from '../report/words.js';
import type { Format } from './format.js';
import { compileTemplates } from './templates.js';

/** `index.md`: a heading for each measure, a list of phases below it. */
export const format: Format = {
  name: 'md',
  single: true,
  *render(report, { templates }) {
    const render = compileTemplates(templates, 'markdown', { noEscape: true });
    yield {
      path: 'index.md',
      contents: `${render('index', viewOf(report))
        .trim()
        .replace(/\n{3,}/g, '\n\n')}\n`,
    };
  },
};

function viewOf(report: Report) {
  const words = wordsOf(report.lang);
  const bar = (one: GridBar) => ({
    period: escapeMarkdown(one.period),
    text: escapeMarkdown(one.text),
    remarks: [
      ...(one.standing ? [one.standing] : []),
      ...one.dues.map((due) => `${words.due}: ${due}`),
      ...(one.open ? [words.open] : []),
      ...(one.basisText ? [words.fromText] : []),
      ...(one.judged ? [`${words.judged}: ${one.judged}`] : []),
      ...(one.corrected ? [`${words.corrected}: ${one.corrected}`] : []),
      ...(one.previous ? [`${words.previous}: ${one.previous}`] : []),
      ...(one.next ? [`${words.next}: ${one.next}`] : []),
    ].map(escapeMarkdown),
    notes: one.notes.map(escapeMarkdown),
  });
  const row = (one: GridRow) => ({
    label: one.label && escapeMarkdown(one.label),
    judged: one.judged && escapeMarkdown(`${words.judged}: ${one.judged}`),
    notes: one.notes.map(escapeMarkdown),
    milestones: one.milestones.map(({ date, text }) => ({ date, text: escapeMarkdown(text) })),
    bars: one.lanes
      .flat()
      .flatMap((cell) => (cell.bar ? [{ from: cell.from, bar: cell.bar }] : []))
      .sort((a, b) => a.from - b.from)
      .map((cell) => bar(cell.bar)),
  });
  const group = (one: GridGroup) => ({
    marks: '#'.repeat(Math.min(6, one.depth + 3)),
    heading: escapeMarkdown(one.heading),
    leads: one.leads.map(escapeMarkdown).join('、'),
    judged: one.judged && escapeMarkdown(`${words.judged}: ${one.judged}`),
    notes: one.notes.map(escapeMarkdown),
    completed: one.completed.map(escapeMarkdown),
    rows: one.rows.map(row),
  });
  return {
    words,
    title: escapeMarkdown(report.title),
    subtitle: escapeMarkdown(report.subtitle),
    notes: report.notes.map(escapeMarkdown),
    summary: report.summary.map(({ label, value }) => `${escapeMarkdown(label)}: ${escapeMarkdown(value)}`).join('　'),
    chapters: report.chapters.map(({ heading, sections }) => ({
      heading: escapeMarkdown(heading),
      sections: sections.map((section) => ({
        heading: escapeMarkdown(section.heading),
        notes: section.notes.map(escapeMarkdown),
        groups: section.grid.groups.map(group),
      })),
    })),
    lists: report.lists.map((list) => ({
      heading: escapeMarkdown(list.heading),
      empty: list.rows.length === 0 && escapeMarkdown(list.empty),
      columns: list.columns.map(escapeMarkdown),
      rule: list.columns.map(() => '---'),
      rows: list.rows.map((cells) => cells.map(escapeMarkdown)),
    })),
  };
}

/** Text that Markdown prints as it is: no emphasis, links, tables, HTML or line breaks come out of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s|$)/, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}
