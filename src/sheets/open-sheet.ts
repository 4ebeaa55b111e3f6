import type { Bilingual } from '../diagnostics/diagnostic.js';
import { parseFiscalYear } from '../model/fiscal-year.js';
import type { Department, Roadmap } from '../model/roadmap.js';
import { kinds } from './kinds/index.js';
import { formatMark, setupKeys, setupName } from './lay-out.js';
import { tidy } from './read-text.js';
import { type Lead, leadOf, plain, planSheet, type Sheet, withoutLead } from './sheet.js';
import type { CellData, WorkbookData } from './workbook.js';

// What a workbook that came back is: of which kind, for whom, and where its table stands.

/** What the hidden sheet says of the one that is answered. */
export interface Setup {
  format: string;
  kind: string;
  plan: string;
  edition: string;
  fy: string;
  lead: string;
  ids: string[];
}

/** The sheet with the answers. */
export interface AnswerTable {
  name: string;
  rows: WorkbookData['sheets'][number]['rows'];
  merges: WorkbookData['sheets'][number]['merges'];
  /** The row of headings, from 0. */
  header: number;
}

export interface OpenSheet {
  setup: Setup;
  kind: (typeof kinds)[number];
  /** What the sheet would be if it were made now. */
  sheet: Sheet;
  table: AnswerTable;
  /** A copy of the table, whose answers nobody could tell from those of the first. */
  second?: AnswerTable;
}

/** Why a workbook cannot be read at all; with the sheet that it would be, where that can be told. */
export interface Refusal {
  message: Bilingual;
  help: Bilingual;
  /** The name of the sheet that is at fault. */
  name?: string;
  sheet?: Sheet;
}

export function openSheet(workbook: WorkbookData, roadmap: Roadmap): OpenSheet | Refusal {
  const setup = readSetup(workbook);
  if (!setup)
    return {
      message: { ja: '`roadmap sheet` で作ったシートではありません', en: 'this is no sheet that `roadmap sheet` made' },
      help: { ja: '送られてきたファイルに回答し、隠れているシート「一覧」を消さないでください', en: 'answer in the file as it was sent' },
    };
  const { id } = roadmap.plan;
  // Of another plan neither the kinds nor the departments need be those of this one.
  if (setup.plan !== '' && setup.plan !== id)
    return {
      message: { ja: `別の計画（\`${setup.plan}\`）のシートです`, en: `the sheet belongs to another plan, \`${setup.plan}\`` },
      help: {
        ja: `今の計画は \`${id}\` です。\`--to\` でその計画のフォルダを指定してください。フォルダの名前だけが違うときは、plan.yaml に \`id: ${setup.plan}\` と書いてください`,
        en: `this plan is \`${id}\`: name the folder of the other one with \`--to\`, or, where only the folder is called otherwise, write \`id: ${setup.plan}\` in plan.yaml`,
      },
      name: setupName,
    };
  const kind = kinds.find(({ name }) => name === setup.kind);
  const fy = kind?.yearly ? parseFiscalYear(setup.fy) : 0;
  if (setup.plan === '' || !kind || fy === undefined || setup.lead === '' || setup.format !== formatMark)
    return {
      message: { ja: 'シートの種類・年度・担当が読めません', en: 'the kind, year or department of the sheet cannot be read' },
      help: { ja: '隠れているシート「一覧」は書き換えずに送り返してください', en: 'leave the hidden sheet 「一覧」 as it is' },
      name: setupName,
    };
  const lead = findLead(roadmap, setup.lead);
  if (!lead)
    return {
      message: {
        ja: `担当 \`${setup.lead}\` の部局が、今の計画にありません`,
        en: `the plan has no department \`${setup.lead}\`, for which the sheet is`,
      },
      help: {
        ja: 'シートを作った後に departments.yaml のIDが変わっていれば、シートを作り直して回答を写してください',
        en: 'where an id in departments.yaml has changed since, make the sheet again and copy the answers',
      },
      name: setupName,
    };
  const sheet = planSheet(roadmap, kind, fy, lead);
  const [table, second] = tablesIn(workbook);
  if (!table)
    return {
      message: { ja: '見出しの行（ID、版、照合）のあるシートが見つかりません', en: 'there is no sheet with the headings ID, 版 and 照合' },
      help: { ja: '見出しの行を元に戻してください', en: 'put the row of headings back' },
      sheet,
    };
  return { setup, kind, sheet, table, ...(second && { second }) };
}

function readSetup({ sheets }: WorkbookData): Setup | undefined {
  const rows = sheets.find(({ name }) => name === setupName)?.rows;
  if (!rows) return undefined;
  const facts = new Map(rows.map((row) => [tidy(row[0]?.text ?? ''), tidy(row[1]?.text ?? '')]));
  const fact = (key: keyof typeof setupKeys) => facts.get(setupKeys[key]) ?? '';
  return {
    format: fact('format'),
    kind: fact('kind'),
    plan: fact('plan'),
    edition: fact('edition'),
    fy: fact('fy'),
    lead: fact('lead'),
    ids: rows.slice(1).flatMap((row) => tidy(row[2]?.text ?? '') || []),
  };
}

function findLead({ departments }: Roadmap, ids: string): Lead | undefined {
  if (ids === withoutLead.id) return withoutLead;
  const found = ids.split(',').map((id) => departments.find((department) => department.id === id));
  return found.every((one) => one !== undefined) ? leadOf(found as Department[]) : undefined;
}

function tablesIn({ sheets }: WorkbookData): AnswerTable[] {
  return sheets.flatMap(({ name, rows, merges }) => {
    const header = name === setupName ? -1 : rows.slice(0, 20).findIndex(isHeader);
    return header < 0 ? [] : [{ name, rows, merges, header }];
  });
}

/** The row of headings has at least two of those for the machine, so that one that was renamed can be told. */
function isHeader(row: readonly CellData[]): boolean {
  const headings = row.map(({ text }) => plain(text.normalize('NFKC')));
  return ['ID', '版', '照合'].filter((heading) => headings.includes(heading)).length > 1;
}
