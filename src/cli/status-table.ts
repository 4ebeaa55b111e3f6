import { Chalk, type ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import { headingInPlan } from '../model/walk.js';
import { missingNotes } from '../report/slice/slice-lists.js';
import { plain as textOf } from '../report/told.js';
import { wordsOf } from '../report/words.js';
import type { Lang } from '../source/lang.js';
import { visible } from '../source/visible.js';
import { countSlice, type SliceCounts } from '../transform/slice-counts.js';
import type { Slice } from '../transform/slice-roadmap.js';
import { partsOf, type SlicePart } from '../transform/split-slice.js';
import { filling } from './filling.js';

export interface StatusTableOptions {
  by: SlicePart['by'];
  lang: Lang;
  color: boolean;
  /** How wide the terminal is, where there is one: names are shortened to fit. */
  width?: number;
}

/** A line a section or department and one for all of it, in columns that also line up where characters are wide. */
export function statusTable(slice: Slice, { by, lang, color, width = Number.POSITIVE_INFINITY }: StatusTableOptions): string {
  const paint = new Chalk({ level: color ? 1 : 0 });
  const words = columnWords[lang];
  const lines = partsOf(slice, by)
    .map((part) => ({ name: visible(nameOf(part, lang)), counts: countSlice(part.slice) }))
    .filter(({ counts }) => by === 'section' || Object.values(counts).some((count) => count > 0));
  const rows = [...lines, { name: words.all, counts: countSlice(slice) }].map(({ name, counts }) => ({
    name,
    cells: cellsOf(counts, slice.hasReports, paint),
  }));
  const head = [words.measures, words.phases, words.ending, words.due, words.reported, words.done, words.late, words.unreported];
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map(({ cells }) => cells[column]?.text ?? '')].map((text) => stringWidth(text))),
  );
  const others = widths.reduce((sum, one) => sum + one + 2, 0);
  const longest = Math.max(...[words[by], ...rows.map(({ name }) => name)].map((name) => stringWidth(name)));
  const nameWidth = Math.max(10, Math.min(longest, width - others));
  const line = (name: string, cells: readonly Cell[]) => {
    const short = shorten(name, nameWidth);
    const figures = cells.map(({ text, tone }, column) => `  ${tone(filling(text, widths[column] ?? 0) + text)}`);
    return short + filling(short, nameWidth) + figures.join('');
  };
  const rule = '─'.repeat(nameWidth + others);
  const body = rows.map(({ name, cells }) => line(name, cells));
  return [
    paint.bold(line(words[by], head.map(plain))),
    rule,
    ...body.slice(0, -1),
    rule,
    ...body.slice(-1),
    ...missingNotes(slice, lang).map(textOf),
  ]
    .map((text) => `${text.trimEnd()}\n`)
    .join('');
}

interface Cell {
  text: string;
  tone: (text: string) => string;
}

function plain(text: string): Cell {
  return { text, tone: String };
}

function cellsOf(counts: SliceCounts, hasReports: boolean, paint: ChalkInstance): Cell[] {
  const { measures, phases, ending, due, rows, reported, done, late, unreported } = counts;
  return [
    ...[measures, phases, ending, due].map(String).map(plain),
    plain(`${reported}/${rows}`),
    { text: String(done), tone: done > 0 ? paint.green : String },
    { text: hasReports ? String(late) : '-', tone: late > 0 ? paint.red : String },
    { text: hasReports ? String(unreported) : '-', tone: hasReports && unreported > 0 ? paint.yellow : String },
  ];
}

const columnWords = {
  ja: {
    section: '節',
    lead: '担当',
    all: '計',
    measures: '施策',
    phases: '工程',
    ending: '終わる',
    due: '期限',
    reported: '報告',
    done: '完了',
    late: '未完了',
    unreported: '期限後報告なし',
  },
  en: {
    section: 'Section',
    lead: 'Lead',
    all: 'All',
    measures: 'measures',
    phases: 'phases',
    ending: 'ending',
    due: 'due',
    reported: 'reported',
    done: 'done',
    late: 'not done',
    unreported: 'past due, no report',
  },
};

function nameOf(part: SlicePart, lang: Lang): string {
  if (part.by === 'lead') return part.department?.fullName ?? wordsOf(lang).noLead;
  return headingInPlan(part.section);
}

function shorten(name: string, width: number): string {
  if (stringWidth(name) <= width) return name;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(name)) {
    if (stringWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
