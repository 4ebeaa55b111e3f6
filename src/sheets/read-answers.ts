import type { Bilingual } from '../diagnostics/diagnostic.js';
import { parseFiscalYear } from '../model/fiscal-year.js';
import type { Department, Roadmap } from '../model/roadmap.js';
import { kinds } from './kinds/index.js';
import { formatMark, setupKeys, setupName } from './lay-out.js';
import { type RowReading, readRow } from './read-row.js';
import { clearMark, tidy } from './read-text.js';
import { type AnsweredRow, type Lead, leadOf, noLead, plain, planSheet, type Row, rowHash, type Sheet } from './sheet.js';
import { type CellData, cellName, type WorkbookData } from './workbook.js';

/** Something wrong with a sheet, at a cell where there is one. */
export interface SheetFault {
  file: string;
  sheet?: string;
  /** `J12`. */
  cell?: string;
  /** The row and column of the sheet's plan. */
  id?: string;
  key?: string;
  message: Bilingual;
  help?: Bilingual;
}

/** An answer that a marked copy has no cell for. */
export interface LostAnswer {
  /** `進捗状況!J12`. */
  place: string;
  header: string;
  text: string;
}

/** A row as it came back. */
export interface ReadRow extends AnsweredRow, RowReading {
  file: string;
  /** The name of its sheet. */
  sheet: string;
  /** Where a column of it stands: `J12`. */
  cellOf(key: string): string;
}

/** A sheet as it came back, held against the plan as it is now. */
export interface ReadSheet {
  file: string;
  /** What the sheet would be if it were made now; undefined where nobody can tell what it was. */
  sheet?: Sheet;
  /** The name of the sheet with the table. */
  name?: string;
  rows: ReadRow[];
  faults: SheetFault[];
  /** Answers that stand where nobody can tell whose they are. */
  lost: LostAnswer[];
  /** What is worth a word but is not refused. */
  advice: SheetFault[];
}

/** Reads what a department answered. Rows are found by their ids, columns by their headings; what is beside them is not looked at. */
export function readAnswers(file: string, workbook: WorkbookData, roadmap: Roadmap): ReadSheet {
  const faults: SheetFault[] = [];
  const nothing = (message: Bilingual, help?: Bilingual, sheet?: string): ReadSheet => ({
    file,
    rows: [],
    faults: [...faults, { file, ...(sheet && { sheet }), message, ...(help && { help }) }],
    lost: [],
    advice: [],
  });
  const setup = readSetup(workbook);
  if (!setup)
    return nothing(
      { ja: '`roadmap sheet` で作ったシートではありません', en: 'this is no sheet that `roadmap sheet` made' },
      { ja: '送られてきたファイルに回答し、隠れているシート「一覧」を消さないでください', en: 'answer in the file as it was sent' },
    );
  const kind = kinds.find(({ name }) => name === setup.kind);
  const fy = kind?.yearly ? parseFiscalYear(setup.fy) : 0;
  const lead = findLead(roadmap, setup.lead);
  if (!kind || fy === undefined || !lead || setup.format !== formatMark)
    return nothing(
      { ja: 'シートの種類・年度・担当が読めません', en: 'the kind, year or department of the sheet cannot be read' },
      { ja: '隠れているシート「一覧」は書き換えずに送り返してください', en: 'leave the hidden sheet 「一覧」 as it is' },
      setupName,
    );
  const { id, edition } = roadmap.plan;
  if (setup.plan !== id)
    return nothing(
      { ja: `別の計画（\`${setup.plan}\`）のシートです`, en: `the sheet belongs to another plan, \`${setup.plan}\`` },
      {
        ja: `今の計画は \`${id}\` です。\`--to\` でその計画のフォルダを指定してください。フォルダの名前だけが違うときは、plan.yaml に \`id: ${setup.plan}\` と書いてください`,
        en: `this plan is \`${id}\`: name the folder of the other one with \`--to\`, or, where only the folder is called otherwise, write \`id: ${setup.plan}\` in plan.yaml`,
      },
      setupName,
    );
  const sheet = planSheet(roadmap, kind, fy, lead);
  const tables = workbook.sheets.flatMap(({ name, rows, merges }) => {
    const header = name === setupName ? -1 : rows.slice(0, 20).findIndex((row) => isHeader(row));
    return header < 0 ? [] : [{ name, rows, merges, header }];
  });
  const [table, second] = tables;
  if (!table)
    return {
      ...nothing(
        { ja: '見出しの行（ID、版、照合）のあるシートが見つかりません', en: 'there is no sheet with the headings ID, 版 and 照合' },
        { ja: '見出しの行を元に戻してください', en: 'put the row of headings back' },
      ),
      sheet,
    };
  const tell = (fault: Omit<SheetFault, 'file' | 'sheet'>) => faults.push({ file, sheet: table.name, ...fault });
  if (second)
    tell({
      message: { ja: `同じ見出しの表が \`${second.name}\` にもあります`, en: `there is a second table in \`${second.name}\`` },
      help: { ja: '写しのシートを消してください', en: 'remove the copy' },
    });
  const places = placeColumns(sheet, table.rows[table.header] ?? [], table.header, tell);
  for (const { startRow, startCol, endRow, endCol } of table.merges)
    if (endRow >= table.header && [...places.values()].some((column) => column >= startCol && column <= endCol))
      tell({
        cell: `${cellName(startRow, startCol)}:${cellName(endRow, endCol)}`,
        message: { ja: 'セルが結合されています', en: 'the cells are merged' },
        help: { ja: '結合を解き、それぞれの行に書いてください', en: 'unmerge them and write in each row' },
      });
  const read: ReadSheet = { file, sheet, name: table.name, rows: [], faults, lost: [], advice: [] };
  const missing = sheet.columns.filter(({ key }) => !places.has(key));
  const wrongEdition = setup.edition !== '' && plain(setup.edition) !== plain(edition);
  /** Where each id of the sheet stands. */
  const seen = new Map<string, string>();
  const byId = new Map(sheet.rows.map((row) => [row.id, row]));
  const byHash = new Map(sheet.rows.map((row) => [firstPart(rowHash(sheet, row, row.values)), row]));
  const byOldId = new Map(sheet.rows.flatMap((row) => (row.subject.was === undefined ? [] : [[row.subject.was, row] as const])));
  const idIn = (cells: Cells) => tidy(cells[places.get('id') ?? -1]?.text ?? '').normalize('NFKC');
  const ids = new Set(table.rows.slice(table.header + 1).map(idIn));
  for (const [r, cells] of table.rows.entries()) {
    if (r <= table.header) continue;
    const at = (key: string): CellData => cells[places.get(key) ?? -1] ?? { text: '' };
    const cellOf = (key: string) => cellName(r, places.get(key) ?? 0);
    const rowId = idIn(cells);
    const tellsOther = (row: Row) => firstPart(tidy(at('hash').text)) !== firstPart(rowHash(sheet, row, row.values));
    const lose = (wanted: (key: string) => boolean) => {
      for (const { key, role, header } of sheet.columns) {
        const text = tidy(at(key).text);
        if (role === 'answer' && text !== '' && wanted(key)) read.lost.push({ place: `${table.name}!${cellOf(key)}`, header, text });
      }
    };
    const first = seen.get(rowId);
    if (first !== undefined) {
      tell({
        cell: cellOf('id'),
        id: rowId,
        message: {
          ja: `ID \`${rowId}\` の行が二つあります（一つ目は ${first}）`,
          en: `there are two rows \`${rowId}\`, the first at ${first}`,
        },
        help: { ja: '一方を消してください', en: 'remove one of them' },
      });
      lose(() => true);
      continue;
    }
    let named = byId.get(rowId);
    // A period that begins in another year gives a phase another id, and the one beside it may have taken the old one.
    const moved = byOldId.get(rowId);
    if (moved && (!named || (tellsOther(named) && readRow(sheet, moved, rowId, at, true, () => undefined).answers.size === 0)))
      named = moved;
    const hashed = byHash.get(firstPart(tidy(at('hash').text)));
    const row = named ?? (hashed && !ids.has(hashed.id) && !seen.has(hashed.id) ? hashed : undefined);
    if (!row) {
      const answered = sheet.columns.some(({ key, role }) => role === 'answer' && tidy(at(key).text) !== '');
      if (rowId !== '') {
        seen.set(rowId, cellOf('id'));
        tell({ cell: cellOf('id'), ...unknownRow(rowId, setup.ids, roadmap) });
      } else if (answered)
        tell({
          ...(places.has('id') && { cell: cellOf('id') }),
          message: { ja: 'IDのない行に回答があります', en: 'there is an answer in a row without an id' },
          help: { ja: '元の行に書いてください。項目の追加は、調整担当に知らせてください', en: 'write it in the row it belongs to' },
        });
      lose(() => true);
      continue;
    }
    seen.set(named ? rowId : row.id, cellOf('id'));
    if (!named && places.has('id')) tell({ cell: cellOf('id'), id: row.id, key: 'id', ...wrongId(rowId, row.id, roadmap) });
    if (missing.some(({ role }) => role === 'answer'))
      for (const [c, { text }] of cells.entries())
        if (tidy(text) !== '' && ![...places.values()].includes(c))
          read.lost.push({
            place: `${table.name}!${cellName(r, c)}`,
            header: tidy(table.rows[table.header]?.[c]?.text ?? ''),
            text: tidy(text),
          });
    lose((key) => !row.open.includes(key) && plain(at(key).text) !== plain(row.values[key] ?? ''));
    const before = faults.length;
    const reading = readRow(sheet, row, named ? rowId : row.id, at, wrongEdition, (key, message, help) => {
      if (missing.length === 0) tell({ cell: cellOf(key), id: row.id, key, message, ...(help && { help }) });
    });
    for (const { key, header, required } of sheet.columns)
      if (reading.emptied.includes(key))
        read.advice.push({ file, sheet: table.name, cell: cellOf(key), id: row.id, key, message: leftBlank(header, required) });
    read.rows.push({ row, ...reading, file, sheet: table.name, cellOf });
    // Cells that cannot be read would only be blamed a second time.
    if (faults.length > before || missing.length > 0) continue;
    for (const { key, message, help, advice } of kind.check({ row, answers: reading.answers })) {
      const said = { file, sheet: table.name, cell: cellOf(key), id: row.id, key, message, ...(help && { help }) };
      (advice ? read.advice : faults).push(said);
    }
  }
  if (wrongEdition)
    tell({
      ...(read.rows[0] && { cell: read.rows[0].cellOf('edition') }),
      message: {
        ja: `このシートは \`${setup.edition}\` の版のものです。今の計画は \`${edition}\` の版です`,
        en: `the sheet was made from the edition \`${setup.edition}\`; the plan is the edition \`${edition}\``,
      },
      help: { ja: '今の版のシートを作り直して、回答を写してください', en: 'make the sheet again and copy the answers' },
    });
  for (const wanted of setup.ids)
    if (!seen.has(wanted))
      tell({
        id: wanted,
        message: { ja: `ID \`${wanted}\` の行がありません`, en: `the row \`${wanted}\` is missing` },
        help: {
          ja: '消した行を元に戻してください。回答しない行は空欄のままにしてください',
          en: 'put the row back; leave it blank where there is no answer',
        },
      });
  return read;
}

type Cells = readonly CellData[];

interface Setup {
  format: string;
  kind: string;
  plan: string;
  edition: string;
  fy: string;
  lead: string;
  ids: string[];
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
  if (ids === noLead) return { id: noLead, name: '担当の記載がない項目', departments: [] };
  const found = ids.split(',').map((id) => departments.find((department) => department.id === id));
  return found.every((one) => one !== undefined) ? leadOf(found as Department[]) : undefined;
}

/** The row of headings has at least two of those for the machine, so that one that was renamed can be told. */
function isHeader(row: Cells): boolean {
  const headings = row.map(({ text }) => plain(text.normalize('NFKC')));
  return ['ID', '版', '照合'].filter((heading) => headings.includes(heading)).length > 1;
}

/** The part of a row's hash that tells which row it is and what it shows. */
function firstPart(hash: string): string {
  return hash.split('-')[0] ?? '';
}

/** Where each column stands, by its heading. */
function placeColumns(
  { columns }: Sheet,
  header: Cells,
  row: number,
  tell: (fault: Omit<SheetFault, 'file' | 'sheet'>) => void,
): Map<string, number> {
  const places = new Map<string, number>();
  for (const { key, header: wanted } of columns) {
    const found = header.flatMap(({ text }, index) => (plain(text.normalize('NFKC')) === plain(wanted.normalize('NFKC')) ? [index] : []));
    if (found[0] === undefined)
      tell({
        message: { ja: `「${wanted}」の列がありません`, en: `there is no column 「${wanted}」` },
        help: { ja: '列と見出しを元に戻してください', en: 'put the column and its heading back' },
      });
    else places.set(key, found[0]);
    if (found[1] !== undefined)
      tell({
        cell: cellName(row, found[1]),
        message: { ja: `「${wanted}」の列が二つあります`, en: `there are two columns 「${wanted}」` },
        help: { ja: '加えた列には別の見出しを付けてください', en: 'give the added column another heading' },
      });
  }
  return places;
}

function leftBlank(header: string, required = false): Bilingual {
  return {
    ja: `空欄は回答なしと読みます。「${header}」は元のままです${required ? '' : `（消すときは ${clearMark} と書きます）`}`,
    en: `a blank cell is no answer: 「${header}」 stays as it was${required ? '' : ` (${clearMark} clears it)`}`,
  };
}

function wrongId(id: string, meant: string, roadmap: Roadmap): Pick<SheetFault, 'message' | 'help'> {
  return {
    message: id === '' ? { ja: `ID \`${meant}\` が消えています`, en: `the id \`${meant}\` is gone` } : unknownRow(id, [], roadmap).message,
    help: {
      ja: `「照合」によれば \`${meant}\` の行です。IDを元に戻してください`,
      en: `put the id back: by its 「照合」 this is the row \`${meant}\``,
    },
  };
}

function unknownRow(id: string, known: readonly string[], roadmap: Roadmap): Pick<SheetFault, 'id' | 'message' | 'help'> {
  if (known.includes(id))
    return {
      id,
      message: {
        ja: `\`${id}\` は、シートを作った後に計画から無くなったか、このシートの対象でなくなりました`,
        en: `\`${id}\` has left the plan, or this sheet, since the sheet was made`,
      },
      help: { ja: '新しいシートで回答してください', en: 'answer in a new sheet' },
    };
  return {
    id,
    message: roadmap.byId.get(id)
      ? { ja: `\`${id}\` はこのシートの項目ではありません`, en: `\`${id}\` is not an item of this sheet` }
      : { ja: `\`${id}\` というIDはありません`, en: `there is no id \`${id}\`` },
    help: { ja: 'IDの欄は書き換えずに、元の行に回答してください', en: 'leave the ids as they are' },
  };
}
