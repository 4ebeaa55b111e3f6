import type { Bilingual } from '../diagnostics/diagnostic.js';
import { parseFiscalYear } from '../model/fiscal-year.js';
import type { Department, Roadmap } from '../model/roadmap.js';
import { kinds } from './kinds/index.js';
import { formatMark, setupKeys, setupName } from './lay-out.js';
import { clearMark, isClear, oneLine, tidy } from './read-text.js';
import { type AnsweredRow, type Column, type Lead, leadOf, noLead, plain, planSheet, type Row, rowHash, type Sheet } from './sheet.js';
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

/** A row as it came back. */
export interface ReadRow extends AnsweredRow {
  /** What stood in its open cells. */
  given: Readonly<Record<string, string>>;
  /** Whether the department has written anything in it. */
  touched: boolean;
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
      undefined,
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
  const read: ReadSheet = { file, sheet, name: table.name, rows: [], faults, advice: [] };
  if (sheet.columns.some(({ key }) => !places.has(key))) return read;
  const wrongEdition = setup.edition !== '' && plain(setup.edition) !== plain(edition);
  const seen = new Map<string, string>();
  const byId = new Map(sheet.rows.map((row) => [row.id, row]));
  for (const [r, cells] of table.rows.entries()) {
    if (r <= table.header) continue;
    const at = (key: string): CellData => cells[places.get(key) ?? -1] ?? { text: '' };
    const cellOf = (key: string) => cellName(r, places.get(key) ?? 0);
    const rowId = tidy(at('id').text).normalize('NFKC');
    if (rowId === '') {
      if (sheet.columns.some(({ key, role }) => role === 'answer' && tidy(at(key).text) !== ''))
        tell({
          cell: cellOf('id'),
          message: { ja: 'IDのない行に回答があります', en: 'there is an answer in a row without an id' },
          help: { ja: '元の行に書いてください。項目の追加は、調整担当に知らせてください', en: 'write it in the row it belongs to' },
        });
      continue;
    }
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
      continue;
    }
    seen.set(rowId, cellOf('id'));
    const row = byId.get(rowId);
    if (!row) {
      tell({ cell: cellOf('id'), ...unknownRow(rowId, setup.ids, roadmap) });
      continue;
    }
    const own = new Reader(sheet, row, at, (key, message, help) =>
      tell({ cell: cellOf(key), id: rowId, key, message, ...(help && { help }) }),
    );
    const before = faults.length;
    const found = own.read(wrongEdition);
    read.rows.push({ row, ...found, file, sheet: table.name, cellOf });
    // Cells that cannot be read would only be blamed a second time.
    if (faults.length > before) continue;
    for (const { key, message, help, advice } of kind.check({ row, answers: found.answers })) {
      const said = { file, sheet: table.name, cell: cellOf(key), id: rowId, key, message, ...(help && { help }) };
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

/** Reads one row. */
class Reader {
  constructor(
    private readonly sheet: Sheet,
    private readonly row: Row,
    private readonly at: (key: string) => CellData,
    private readonly tell: (key: string, message: Bilingual, help?: Bilingual) => void,
  ) {}

  read(wrongEdition: boolean): Pick<ReadRow, 'answers' | 'given' | 'touched'> {
    const { sheet, row, at } = this;
    const given: Record<string, string> = {};
    const current: Record<string, string> = { ...row.values };
    let answers = new Map<string, string | null>();
    const late: (() => void)[] = [];
    for (const column of sheet.columns) {
      const { key, role } = column;
      if (role === 'answer' && row.open.includes(key)) {
        given[key] = tidy(at(key).text);
        current[key] = this.#answer(column, answers, late);
      } else if (role !== 'hash') current[key] = at(key).text;
    }
    const touched = sheet.kind.yearly ? Object.values(given).some(Boolean) : answers.size > 0;
    if (!wrongEdition && !this.#isSame(current, answers)) answers = new Map();
    else for (const say of late) say();
    return { answers, given, touched };
  }

  /** Reads an open cell and gives its text in the plan's form. */
  #answer(column: Column, answers: Map<string, string | null>, late: (() => void)[]): string {
    const { row, at } = this;
    const { key } = column;
    const { text, oddity } = at(key);
    const present = row.values[key] ?? '';
    const words = tidy(text);
    if (oddity) {
      this.tell(
        key,
        oddity === 'formula'
          ? { ja: '数式が入っています', en: 'there is a formula' }
          : { ja: `誤りの値 \`${oneLine(text)}\` が入っています`, en: `there is an error value, \`${oneLine(text)}\`` },
        { ja: '数式は読みません。値を書いてください', en: 'formulas are not read: write the value' },
      );
      return words;
    }
    if (words === '' || words === tidy(present)) return words === '' ? '' : present;
    if (isClear(words)) {
      if (column.required)
        late.push(() =>
          this.tell(
            key,
            { ja: `「${column.header}」は消せません`, en: `「${column.header}」 cannot be cleared` },
            { ja: '項目を削る・加える・移すときは、調整担当に知らせてください', en: 'tell the coordinating office what shall be removed' },
          ),
        );
      else if (present !== '') answers.set(key, null);
      return words;
    }
    const reading = column.read?.(words, row) ?? { value: words };
    if ('fault' in reading) {
      late.push(() => this.tell(key, reading.fault, reading.help));
      return words;
    }
    if (reading.value !== present) answers.set(key, reading.value);
    return reading.value;
  }

  /** Whether the row shows what the plan says now; false where its answers must not be used. */
  #isSame(current: Readonly<Record<string, string>>, answers: ReadonlyMap<string, string | null>): boolean {
    const { sheet, row, at } = this;
    const written = tidy(at('hash').text);
    const [shownThen, answersThen] = written.split('-');
    const [shownHere, answersHere] = rowHash(sheet, row, current).split('-');
    const [shownNow, answersNow] = rowHash(sheet, row, row.values).split('-');
    if (plain(at('edition').text) !== plain(sheet.plan.edition))
      this.tell(
        'edition',
        { ja: `「版」の欄が \`${oneLine(at('edition').text)}\` になっています（元: \`${sheet.plan.edition}\`）`, en: '「版」 was changed' },
        { ja: '元に戻してください', en: 'put it back' },
      );
    if (!/^[0-9a-f]{10}-[0-9a-f]{10}$/.test(written)) {
      this.tell(
        'hash',
        { ja: '「照合」の欄が書き換えられています', en: '「照合」 was changed' },
        { ja: '元に戻してください', en: 'put it back' },
      );
      return false;
    }
    if (shownThen !== shownNow) {
      // What was answered is what the plan says already: the sheet was applied before.
      if (answers.size === 0 && answersHere !== answersThen) return true;
      this.#tellChanged(current);
      return false;
    }
    if (shownHere !== shownNow) {
      this.#tellLocked(current);
      return true;
    }
    if (answersHere === answersThen) return answersThen === answersNow;
    if (answersThen !== answersNow && answers.size > 0) {
      for (const [key, value] of answers)
        this.tell(
          key,
          {
            ja: `このシートを作った後に、別の回答が取り込まれています。取り込み済み: \`${oneLine(row.values[key] ?? '') || '（空欄）'}\`　このシート: \`${oneLine(value ?? clearMark)}\``,
            en: `another answer was applied since the sheet was made. Applied: \`${oneLine(row.values[key] ?? '')}\`. This sheet: \`${oneLine(value ?? clearMark)}\``,
          },
          { ja: 'どちらにするか決めて、新しいシートに書いてください', en: 'settle on one of them and write it in a new sheet' },
        );
      return false;
    }
    return true;
  }

  #differing(current: Readonly<Record<string, string>>): Column[] {
    const { sheet, row } = this;
    return sheet.columns.filter(
      ({ key, role }) =>
        (role === 'shown' || (role === 'answer' && !row.open.includes(key))) && plain(current[key] ?? '') !== plain(row.values[key] ?? ''),
    );
  }

  #tellChanged(current: Readonly<Record<string, string>>): void {
    const columns = this.#differing(current);
    const cure = { ja: '今の記載を確かめて、新しいシートで回答してください', en: 'read what it says now, and answer in a new sheet' };
    for (const { key, header } of columns) {
      const [then, now] = [oneLine(current[key] ?? '') || '（空欄）', oneLine(this.row.values[key] ?? '') || '（空欄）'];
      this.tell(
        key,
        {
          ja: `シートを作った後に項目が変わっています（${header}）。シート: \`${then}\`　今の計画: \`${now}\``,
          en: `the item has changed since the sheet was made (${header}). Sheet: \`${then}\`. Plan: \`${now}\``,
        },
        cure,
      );
    }
    if (columns.length === 0)
      this.tell('hash', { ja: '「照合」の欄が、この行のものではありません', en: '「照合」 is not that of this row' }, cure);
  }

  #tellLocked(current: Readonly<Record<string, string>>): void {
    for (const { key, header, role } of this.#differing(current)) {
      const there = oneLine(current[key] ?? '') || '（空欄）';
      if (role === 'answer')
        this.tell(
          key,
          { ja: `この行では「${header}」に回答できません（\`${there}\`）`, en: `「${header}」 is not asked in this row (\`${there}\`)` },
          { ja: '消して、白い欄に書いてください', en: 'remove it, and write in a white cell' },
        );
      else
        this.tell(
          key,
          {
            ja: `見るだけの欄「${header}」が \`${there}\` に変わっています（元: \`${oneLine(this.row.values[key] ?? '') || '（空欄）'}\`）`,
            en: `the locked cell 「${header}」 was changed to \`${there}\` (it was \`${oneLine(this.row.values[key] ?? '')}\`)`,
          },
          { ja: '元に戻してください', en: 'put it back' },
        );
    }
  }
}

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

function isHeader(row: readonly CellData[]): boolean {
  const headings = row.map(({ text }) => plain(text.normalize('NFKC')));
  return ['ID', '版', '照合'].every((heading) => headings.includes(heading));
}

/** Where each column stands, by its heading. */
function placeColumns(
  { columns }: Sheet,
  header: readonly CellData[],
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
