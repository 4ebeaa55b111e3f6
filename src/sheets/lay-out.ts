import { seirekiFiscalYear, warekiFiscalYear } from '../model/fiscal-year.js';
import { clearMark } from './read-text.js';
import { type Column, type Row, rowHash, type Sheet } from './sheet.js';
import { type CellPlan, columnName, type Look, type WorkbookPlan, type WorksheetPlan } from './workbook.js';

/** The name of the hidden sheet that says what the workbook is. */
export const setupName = '一覧';
export const setupKeys = { format: '書式', kind: '種類', plan: '計画', edition: '版', fy: '年度', lead: '担当' } as const;
export const formatMark = 'roadmap-sheet 1';

/** The heading of the column in a marked copy that says what is wrong. */
export const adviceHeading = '指摘';

/** What is marked in a copy that goes back: answers as they were given, and what is wrong with them. */
export interface Marks {
  /** By row and column, the text that was given in an open cell. */
  given: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** By row, the columns that are wrong. */
  wrong: ReadonlyMap<string, ReadonlySet<string>>;
  /** By row, what is said of it. */
  words: ReadonlyMap<string, readonly string[]>;
  /** Everything that is wrong: where, what, and the cure. */
  list: readonly (readonly [place: string, message: string, cure: string])[];
  /** Answers that belong to no cell: where they stood, below which heading, and what they say. */
  lost: readonly (readonly [place: string, header: string, text: string])[];
}

/** The workbook of a sheet: instructions, the table, and a hidden sheet with its lists. */
export function layOut(sheet: Sheet, marks?: Marks): WorkbookPlan {
  const { kind, plan } = sheet;
  return {
    title: `${plan.title} ${kind.title}`,
    sheets: [
      ...(marks ? [faultSheet(marks, '赤い枠の欄を直し、このファイルをそのまま送り返してください。')] : []),
      instructions(sheet),
      table(sheet, marks),
      setup(sheet),
    ],
  };
}

/** A workbook that holds nothing but what is wrong: for a file whose table cannot be found. */
export function layOutFaults(marks: Marks): WorkbookPlan {
  return { title: '指摘', sheets: [faultSheet(marks, 'この写しに回答欄はありません。お手元のファイルを直して送り返してください。')] };
}

function instructions(sheet: Sheet): WorksheetPlan {
  const { kind, plan, fy, lead, rows, columns } = sheet;
  const line = (label: string, text: string, look: Look = 'words'): CellPlan[] => [
    { text: label, look: 'heading' },
    { text, look },
  ];
  return {
    name: '記入要領',
    widths: [18, 106],
    locked: true,
    rows: [
      [{ text: `${kind.title}（${plan.edition}）`, look: 'title' }],
      line('計画', plan.title),
      ...(kind.yearly ? [line('年度', `${warekiFiscalYear(fy)}（${seirekiFiscalYear(fy)}）`)] : []),
      line('回答する部局', lead.name),
      line('件数', `${rows.length}行`),
      [],
      line('お願い', `${kind.task}「${kind.title}」のシートに回答欄があります。`),
      line('書ける欄', '青い見出しの列の、白い欄だけに書いてください。灰色の欄は見るだけの欄です。'),
      line('空欄', `空欄は「回答なし」です。既に入っている内容はそのまま残ります。消すときは ${clearMark} と書いてください。`),
      line('改行', 'セルの中では改行しないでください（根拠資料と期限は1行に1件です）。箇条書きは「；」か「。」でつないでください。'),
      line(
        '並べ替え',
        '行の並べ替えと絞り込み、列の追加はかまいません（シートの保護にパスワードはありません）。行は番号ではなくIDで読み取ります。',
      ),
      line('消さない列', 'ID・版・照合の列と見出しの行は、消したり書き換えたりしないでください。'),
      line('数式', '数式・マクロ・他のファイルへのリンクは読みません。値を書いてください。セルは結合しないでください。'),
      line('見え消し', '取り消し線は使わずに、改めた後の文だけを書いてください。'),
      line('保存', '.xlsx 形式のまま保存してください。ファイルの名前は変えてもかまいません。'),
      [],
      ...columns
        .filter(({ role }) => role === 'answer')
        .map(({ header, help = '', choices }) => line(header, help + (choices ? `（${choices.join('、')}）` : ''))),
    ],
  };
}

function table(sheet: Sheet, marks: Marks | undefined): WorksheetPlan {
  const said: Column = { key: 'said', header: adviceHeading, width: 34, role: 'shown' };
  const columns = marks ? sheet.columns.toSpliced(-2, 0, said) : sheet.columns;
  const rows = sheet.rows.map((row) => columns.map((column) => (column === said ? advice(row, marks) : cell(sheet, row, column, marks))));
  const lists = columns.flatMap(({ choices, header, help = '' }, index) => {
    if (!choices || sheet.rows.length === 0) return [];
    const at = columnName(listColumn(sheet, header));
    const letter = columnName(index);
    return [
      {
        range: `${letter}2:${letter}${sheet.rows.length + 1}`,
        source: `${setupName}!$${at}$2:$${at}$${choices.length + 1}`,
        title: header,
        help,
      },
    ];
  });
  return {
    name: sheet.kind.title,
    widths: columns.map(({ width }) => width),
    rows: [columns.map(({ header, role }) => ({ text: header, look: role === 'answer' ? 'headerOfAnswer' : 'header' })), ...rows],
    headerRows: 1,
    fixedColumns: 1,
    printedColumns: columns.length - 2,
    locked: true,
    lists,
    footer: `&L${`${sheet.kind.title}（${sheet.plan.edition}） ${sheet.lead.name}`.replaceAll('&', '&&')}&R&P / &N`,
  };
}

function cell(sheet: Sheet, row: Row, { key, role }: Column, marks: Marks | undefined): CellPlan {
  if (role === 'id') return { text: row.id, look: 'small' };
  if (role === 'edition') return { text: sheet.plan.edition, look: 'small' };
  if (role === 'hash') return { text: rowHash(sheet, row, row.values), look: 'small' };
  if (role === 'shown') return { text: row.values[key] ?? '', look: 'shown' };
  if (!row.open.includes(key)) return { text: row.values[key] ?? '', look: 'unasked' };
  return {
    text: marks?.given.get(row.id)?.[key] ?? row.values[key] ?? '',
    look: marks?.wrong.get(row.id)?.has(key) ? 'fault' : 'answer',
  };
}

function advice({ id }: Row, marks: Marks | undefined): CellPlan {
  return { text: marks?.words.get(id)?.join('\n') ?? '', look: 'advice' };
}

function faultSheet({ list, lost }: Marks, task: string): WorksheetPlan {
  return {
    name: '指摘',
    widths: [34, 70, 56],
    locked: true,
    headerRows: 3,
    rows: [
      [{ text: '取り込めなかった所', look: 'title' }],
      [{ text: `指摘は${list.length}件です。${task}`, look: 'heading' }],
      ['届いたファイルでの場所', '指摘', '直し方'].map((text) => ({ text, look: 'header' as const })),
      ...lines(list.slice(0, mostLines)),
      ...(list.length > mostLines ? lines([['', `ほか${list.length - mostLines}件`, '']]) : []),
      ...(lost.length > 0
        ? [
            [],
            [{ text: '写せなかった回答（正しい欄に書き写してください）', look: 'heading' as const }],
            ['届いたファイルでの場所', '見出し', '回答'].map((text) => ({ text, look: 'header' as const })),
            ...lines(lost.slice(0, mostLines)),
          ]
        : []),
    ],
  };
}

/** A longer list is only counted. */
const mostLines = 1000;

function lines(entries: readonly (readonly string[])[]): CellPlan[][] {
  return entries.map((entry) => entry.map((text) => ({ text, look: 'advice' })));
}

/** What the workbook is, the ids it asks about, and a column for each list. */
function setup(sheet: Sheet): WorksheetPlan {
  const { kind, plan, fy, lead, columns, rows } = sheet;
  const facts = [
    [setupKeys.format, formatMark],
    [setupKeys.kind, kind.name],
    [setupKeys.plan, plan.id],
    [setupKeys.edition, plan.edition],
    [setupKeys.fy, kind.yearly ? String(fy) : ''],
    [setupKeys.lead, lead.id],
  ] as const;
  const lists = columns.filter(({ choices }) => choices);
  const height = Math.max(facts.length, rows.length, ...lists.map(({ choices }) => choices?.length ?? 0));
  const text = (words: string | undefined): CellPlan => ({ text: words ?? '', look: 'words' });
  return {
    name: setupName,
    hidden: true,
    locked: true,
    widths: [12, 24, 24, ...lists.map(() => 16)],
    rows: [
      [text('項目'), text('値'), text('ID'), ...lists.map(({ header }) => text(header))],
      ...Array.from({ length: height }, (_, index) => [
        text(facts[index]?.[0]),
        text(facts[index]?.[1]),
        text(rows[index]?.id),
        ...lists.map(({ choices }) => text(choices?.[index])),
      ]),
    ],
  };
}

function listColumn({ columns }: Sheet, header: string): number {
  return 3 + columns.filter(({ choices }) => choices).findIndex((column) => column.header === header);
}
