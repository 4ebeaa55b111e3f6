import type { GridBar, GridGroup, GridKpi, GridRow } from '../report/document.js';
import type { ProgressEntry } from '../report/lists.js';
import type { Report, ReportPart } from '../report/report.js';
import { plain } from '../report/told.js';
import { type Words, wordsOf } from '../report/words.js';
import { visible } from '../source/visible.js';
import { renderComparison } from './comparison/md.js';
import { escapeMarkdown } from './escape-markdown.js';
import type { Format } from './format.js';
import { listView, markdownFile, summaryLine } from './md/markdown.js';

/** `index.md`: a heading for each measure, a list of phases below it. */
export const format: Format = {
  *render(report, { templates }) {
    if (report.comparison) {
      yield renderComparison(report, report.comparison, templates);
      return;
    }
    yield markdownFile(templates, 'markdown/index', viewOf(report));
  },
};

function viewOf(report: Report) {
  const words = wordsOf(report.lang);
  return {
    words,
    title: escapeMarkdown(report.title),
    subtitle: escapeMarkdown(report.subtitle),
    notes: report.notes.map(escapeMarkdown),
    ...(report.parts
      ? { parts: report.parts.map((part) => ({ ...partView(part, words, 3), heading: escapeMarkdown(part.heading) })) }
      : partView(report, words, 2)),
  };
}

type Part = Pick<ReportPart, 'summary' | 'chapters' | 'lists'> & { progress?: ReportPart['progress'] };

/** A document, or a part of one, with its outermost headings at a level. */
function partView(part: Part, words: Words, level: number) {
  return {
    summary: summaryLine(part.summary),
    chapters: part.chapters().map(({ heading, sections }) => ({
      marks: marks(level),
      heading: escapeMarkdown(heading),
      sections: sections.map((section) => ({
        marks: marks(level + 1),
        heading: escapeMarkdown(section.heading),
        notes: section.notes.map(escapeMarkdown),
        empty: section.grid.groups.length === 0 && words.nothing,
        kpis: section.kpis.map((kpi) => kpiView(kpi, words)),
        groups: section.grid.groups.map((group) => groupView(group, words, level + 1)),
      })),
    })),
    lists: part.lists().map((list) => ({
      marks: marks(level),
      empty: list.rows.length === 0 && escapeMarkdown(list.empty),
      ...listView(list),
    })),
    progressMarks: marks(level),
    progress: (part.progress ?? []).map(({ heading, entries }) => ({
      marks: marks(level + 1),
      heading: escapeMarkdown(heading),
      entries: entries.map((entry) => entryView(entry, words)),
    })),
  };
}

function groupView(one: GridGroup, words: Words, level: number) {
  return {
    marks: marks(level + one.depth),
    heading: escapeMarkdown(one.heading),
    leads: leadsOf(one, words),
    said: saidOf(one, words, one.judged),
    notes: one.notes.map(escapeMarkdown),
    kpis: one.kpis.map((kpi) => kpiView(kpi, words)),
    completed: completedOf(one),
    milestones: one.milestones.map(({ when, text }) => ({ when, text: escapeMarkdown(text) })),
    // Another sign begins another list: each row is one, and what is said of the measure stands in one before them.
    rows: one.rows.map((row, index) =>
      rowView(row, one, one.kpis.length + one.completed.length + one.milestones.length > 0 === index % 2 > 0 ? '-' : '*', words),
    ),
  };
}

function leadsOf({ leads }: Pick<GridRow, 'leads'>, { comma }: Words): string {
  return leads.map(({ name }) => escapeMarkdown(name)).join(comma);
}

function completedOf({ completed }: Pick<GridRow, 'completed'>): string[] {
  return completed.map(({ when, text }) => escapeMarkdown(when ? `${when} ${text}` : text));
}

/** A row is a list of its own; one with a label is a list below it. */
function rowView(one: GridRow, group: GridGroup, bullet: string, words: Words) {
  return {
    bullet,
    item: one.label ? `  ${bullet}` : bullet,
    label: one.label && escapeMarkdown(one.label),
    // Said where they are not those of the heading.
    leads: leadsOf(one, words) !== leadsOf(group, words) && leadsOf(one, words),
    said: saidOf(one, words, one.judged),
    notes: one.notes.map(escapeMarkdown),
    kpis: one.kpis.map((kpi) => kpiView(kpi, words)),
    completed: completedOf(one),
    milestones: one.milestones.map(({ when, text }) => ({ when, text: escapeMarkdown(text) })),
    bars: one.lanes
      .flat()
      .flatMap((cell) => (cell.bar ? [{ from: cell.from, bar: cell.bar }] : []))
      .sort((a, b) => a.from - b.from)
      .map((cell) => barView(cell.bar, words)),
  };
}

function kpiView({ name, target, base, actual, reported }: GridKpi, words: Words): string {
  const figures = [
    `${words.target}: ${plain(target)}`,
    ...(base.length > 0 ? [`${words.base}: ${plain(base)}`] : []),
    reported ? `${words.actual}: ${plain(actual)}` : plain(actual),
  ];
  return escapeMarkdown(`${name} ${figures.join(words.comma)}`);
}

function barView(one: GridBar, words: Words) {
  return {
    period: escapeMarkdown(one.period),
    text: escapeMarkdown(one.text),
    remarks: [
      ...(one.standing ? [one.standing] : []),
      ...one.dues.map((due) => `${words.due}: ${due}`),
      ...(one.fromEdge ? [words.edgeStart] : []),
      ...(one.open ? [words.open] : []),
      ...(one.basisText ? [words.fromText] : []),
      ...(one.judged ? [`${words.judged}: ${one.judged}`] : []),
      ...(one.corrected ? [`${words.corrected}: ${one.corrected}`] : []),
      ...(one.previous ? [`${words.previous}: ${one.previous}`] : []),
      ...(one.next ? [`${words.next}: ${one.next}`] : []),
      ...(one.context ?? []).map(({ period, text }) => `${words.pointsTo}: ${period} ${text}`),
    ]
      .map(escapeMarkdown)
      .join(words.stop),
    notes: one.notes.map(escapeMarkdown),
    said: saidOf(one, words),
  };
}

/** What is said of an item behind its own words: how it was read, what contradicts it or belongs to it, what it was in earlier editions. */
function saidOf({ remarks, history }: Pick<GridRow, 'remarks' | 'history'>, words: Words, judged?: string): string[] {
  return [
    ...(judged ? [`${words.judged}: ${judged}`] : []),
    ...remarks.map(({ label, text }) => `${label}: ${text}`),
    ...history.map(plain),
  ].map(escapeMarkdown);
}

function entryView(one: ProgressEntry, words: Words) {
  const fact = (label: string, value: string | undefined) => (value ? [{ label, value: escapeMarkdown(value) }] : []);
  return {
    heading: escapeMarkdown(one.heading),
    row: one.row.map(escapeMarkdown).join(' → '),
    facts: [
      ...fact(words.fiscalYear, one.year),
      ...fact(words.status, one.status),
      ...fact(words.done, one.done),
      ...fact(words.obstacles, one.obstacles),
      ...fact(words.nextSteps, one.next),
      ...one.actuals.flatMap((figure) => fact(words.figures, plain(figure))),
      ...one.declared.flatMap((standing) => fact(words.declared, plain(standing))),
      ...one.evidence.map(({ text, href }) => ({ label: words.evidence, value: href ? linkTo(href) : escapeMarkdown(text) })),
      ...fact(words.asOf, one.asOf),
      ...fact(words.reportedBy, one.by),
      ...fact(words.verdict, one.verdict && one.verdict + (one.verdictReason ? words.opening + one.verdictReason + words.closing : '')),
    ],
  };
}

/** An address as a link of its own; one that could end the link early is plain text. */
function linkTo(href: string): string {
  return /[<>\s]/.test(href) || visible(href) !== href ? escapeMarkdown(href) : `<${href}>`;
}

function marks(level: number): string {
  return '#'.repeat(Math.min(6, level));
}
