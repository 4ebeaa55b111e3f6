import type { Bilingual } from '../diagnostics/diagnostic.js';
import type { Roadmap } from '../model/roadmap.js';
import { adviceHeading } from './lay-out.js';
import { type OpenSheet, openSheet } from './open-sheet.js';
import { type RowReading, readRow } from './read-row.js';
import { clearMark, looksLikeClear, oneLine, tidy } from './read-text.js';
import { type AnsweredRow, plain, type Row, rowHash, type Sheet } from './sheet.js';
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
  const opened = openSheet(workbook, roadmap);
  if ('table' in opened) return new AnswerReader(file, opened, roadmap).read();
  const { message, help, name, sheet } = opened;
  return {
    file,
    ...(sheet && { sheet }),
    rows: [],
    faults: [{ file, ...(name && { sheet: name }), message, help }],
    lost: [],
    advice: [],
  };
}

type Cells = readonly CellData[];

/** A row of the table, with its cells by the columns that they stand in. */
interface TableRow {
  /** From 0. */
  index: number;
  cells: Cells;
  id: string;
  at(key: string): CellData;
  /** Where a column of it stands: `J12`. */
  cellOf(key: string): string;
}

/** Reads the table of one sheet, row by row. */
class AnswerReader {
  readonly #read: ReadSheet & { sheet: Sheet };
  readonly #places: ReadonlyMap<string, number>;
  readonly #missing: Sheet['columns'];
  readonly #isOfOtherEdition: boolean;
  /** Where each id of the sheet stands. */
  readonly #seen = new Map<string, string>();
  readonly #byId: ReadonlyMap<string, Row>;
  readonly #byHash: ReadonlyMap<string, Row>;
  readonly #byOldId: ReadonlyMap<string, Row>;
  readonly #ids: ReadonlySet<string>;

  constructor(
    file: string,
    private readonly opened: OpenSheet,
    private readonly roadmap: Roadmap,
  ) {
    const { sheet, table, setup } = opened;
    this.#read = { file, sheet, name: table.name, rows: [], faults: [], lost: [], advice: [] };
    this.#tellSecondTable();
    this.#places = placeColumns(sheet, table.rows[table.header] ?? [], table.header, (fault) => this.#tell(fault));
    this.#tellMerges();
    this.#missing = sheet.columns.filter(({ key }) => !this.#places.has(key));
    this.#isOfOtherEdition = setup.edition !== '' && plain(setup.edition) !== plain(roadmap.plan.edition);
    this.#byId = new Map(sheet.rows.map((row) => [row.id, row]));
    this.#byHash = new Map(sheet.rows.map((row) => [this.#hashOf(row), row]));
    this.#byOldId = new Map(sheet.rows.flatMap((row) => (row.subject.was === undefined ? [] : [[row.subject.was, row] as const])));
    this.#ids = new Set(table.rows.slice(table.header + 1).map((cells) => this.#idIn(cells)));
  }

  read(): ReadSheet {
    const { rows, header } = this.opened.table;
    for (const [index, cells] of rows.entries()) if (index > header) this.#readRow(this.#rowAt(index, cells));
    this.#tellOtherEdition();
    this.#tellMissingRows();
    this.#tellAddedColumns();
    return this.#read;
  }

  #readRow(found: TableRow): void {
    const { sheet, faults } = this.#read;
    const { id, at, cellOf } = found;
    const first = this.#seen.get(id);
    if (first !== undefined) {
      this.#tellTwice(found, first);
      return;
    }
    const named = this.#named(found);
    const row = named ?? this.#hashed(found);
    if (!row) {
      this.#tellUnknown(found);
      return;
    }
    const ownId = named ? id : row.id;
    this.#seen.set(ownId, cellOf('id'));
    if (!named && this.#places.has('id')) this.#tell({ cell: cellOf('id'), id: row.id, key: 'id', ...wrongId(id, row.id, this.roadmap) });
    this.#loseBesides(found);
    this.#lose(found, (key) => !row.open.includes(key) && plain(at(key).text) !== plain(row.values[key] ?? ''));
    const before = faults.length;
    const reading = readRow(sheet, row, ownId, at, this.#isOfOtherEdition, (key, message, help) => {
      if (this.#missing.length === 0) this.#tell({ cell: cellOf(key), id: row.id, key, message, ...(help && { help }) });
    });
    const { file, name = '' } = this.#read;
    const advise = (key: string, message: Bilingual) =>
      this.#read.advice.push({ file, sheet: name, cell: cellOf(key), id: row.id, key, message });
    for (const { key, header, required } of sheet.columns) {
      const words = reading.answers.get(key);
      if (reading.emptied.includes(key)) advise(key, leftBlank(header, required));
      else if (words && looksLikeClear(words)) advise(key, takenForWords(words));
    }
    this.#read.rows.push({ row, ...reading, lead: sheet.lead, file, sheet: name, cellOf });
    // Cells that cannot be read would only be blamed a second time.
    if (faults.length > before || this.#missing.length > 0) return;
    const asked = { roadmap: this.roadmap, fy: sheet.fy };
    for (const { key, message, help, advice } of this.opened.kind.check({ row, answers: reading.answers, lead: sheet.lead }, asked)) {
      const said = { file, sheet: name, cell: cellOf(key), id: row.id, key, message, ...(help && { help }) };
      (advice ? this.#read.advice : faults).push(said);
    }
  }

  /** The row that the id beside it names. */
  #named(found: TableRow): Row | undefined {
    const named = this.#byId.get(found.id);
    // A period that begins in another year gives a phase another id, and the one beside it may have taken the old one.
    const moved = this.#byOldId.get(found.id);
    if (!moved) return named;
    if (!named) return moved;
    const tellsOther = this.#hashIn(found) !== this.#hashOf(named);
    const isBlank = () => readRow(this.#read.sheet, moved, found.id, found.at, true, () => undefined).answers.size === 0;
    return tellsOther && isBlank() ? moved : named;
  }

  /** The row that the hash beside it tells, where no other claims that. */
  #hashed(found: TableRow): Row | undefined {
    const row = this.#byHash.get(this.#hashIn(found));
    return row && !this.#ids.has(row.id) && !this.#seen.has(row.id) ? row : undefined;
  }

  #rowAt(index: number, cells: Cells): TableRow {
    return {
      index,
      cells,
      id: this.#idIn(cells),
      at: (key) => cells[this.#places.get(key) ?? -1] ?? { text: '' },
      cellOf: (key) => cellName(index, this.#places.get(key) ?? 0),
    };
  }

  #idIn(cells: Cells): string {
    return tidy(cells[this.#places.get('id') ?? -1]?.text ?? '').normalize('NFKC');
  }

  #hashIn({ at }: TableRow): string {
    return firstPart(tidy(at('hash').text));
  }

  #hashOf(row: Row): string {
    return firstPart(rowHash(this.#read.sheet, row, row.values));
  }

  #tell(fault: Omit<SheetFault, 'file' | 'sheet'>): void {
    this.#read.faults.push({ file: this.#read.file, sheet: this.opened.table.name, ...fault });
  }

  /** Keeps the answers of a row in words that no cell of a marked copy can have. */
  #lose({ at, cellOf }: TableRow, isLost: (key: string) => boolean): void {
    for (const { key, role, header } of this.#read.sheet.columns) {
      const text = tidy(at(key).text);
      if (role === 'answer' && text !== '' && isLost(key))
        this.#read.lost.push({ place: `${this.opened.table.name}!${cellOf(key)}`, header, text });
    }
  }

  /** The same of what stands beside the columns, where one of those to be answered is missing: it may have been renamed. */
  #loseBesides({ index, cells }: TableRow): void {
    if (!this.#missing.some(({ role }) => role === 'answer')) return;
    const { name, rows, header } = this.opened.table;
    const known = [...this.#places.values()];
    for (const [column, { text }] of cells.entries())
      if (tidy(text) !== '' && !known.includes(column))
        this.#read.lost.push({
          place: `${name}!${cellName(index, column)}`,
          header: tidy(rows[header]?.[column]?.text ?? ''),
          text: tidy(text),
        });
  }

  /** What stands in columns that were added is no answer. */
  #tellAddedColumns(): void {
    const { name, rows, header } = this.opened.table;
    if (this.#missing.length > 0) return;
    const known = new Set(this.#places.values());
    const counts = new Map<number, number>();
    for (const cells of rows.slice(header + 1))
      for (const [column, { text }] of cells.entries())
        if (!known.has(column) && tidy(text) !== '') counts.set(column, (counts.get(column) ?? 0) + 1);
    for (const [column, count] of counts) {
      const heading = oneLine(rows[header]?.[column]?.text ?? '');
      if (heading === adviceHeading) continue;
      const message = {
        ja: `加えられた列${heading && `「${heading}」`}は読まずに取り込みます（記入のある行: ${count}）`,
        en: `the added column${heading && ` 「${heading}」`} is not read (rows with something in it: ${count})`,
      };
      this.#read.advice.push({ file: this.#read.file, sheet: name, cell: cellName(header, column), message });
    }
  }

  #tellTwice(found: TableRow, first: string): void {
    const { id, cellOf } = found;
    this.#tell({
      cell: cellOf('id'),
      id,
      message: { ja: `ID \`${id}\` の行が二つあります（一つ目は ${first}）`, en: `there are two rows \`${id}\`, the first at ${first}` },
      help: { ja: '一方を消してください', en: 'remove one of them' },
    });
    this.#lose(found, () => true);
  }

  #tellUnknown(found: TableRow): void {
    const { id, at, cellOf } = found;
    const isAnswered = this.#read.sheet.columns.some(({ key, role }) => role === 'answer' && tidy(at(key).text) !== '');
    if (id !== '') {
      this.#seen.set(id, cellOf('id'));
      this.#tell({ cell: cellOf('id'), ...unknownRow(id, this.opened.setup.ids, this.roadmap) });
    } else if (isAnswered)
      this.#tell({
        ...(this.#places.has('id') && { cell: cellOf('id') }),
        message: { ja: 'IDのない行に回答があります', en: 'there is an answer in a row without an id' },
        help: { ja: '元の行に書いてください。項目の追加は、調整担当に知らせてください', en: 'write it in the row it belongs to' },
      });
    this.#lose(found, () => true);
  }

  #tellSecondTable(): void {
    const { second } = this.opened;
    if (!second) return;
    this.#tell({
      message: { ja: `同じ見出しの表が \`${second.name}\` にもあります`, en: `there is a second table in \`${second.name}\`` },
      help: { ja: '写しのシートを消してください', en: 'remove the copy' },
    });
  }

  #tellMerges(): void {
    const { merges, header } = this.opened.table;
    const columns = [...this.#places.values()];
    for (const { startRow, startCol, endRow, endCol } of merges)
      if (endRow >= header && columns.some((column) => column >= startCol && column <= endCol))
        this.#tell({
          cell: `${cellName(startRow, startCol)}:${cellName(endRow, endCol)}`,
          message: { ja: 'セルが結合されています', en: 'the cells are merged' },
          help: { ja: '結合を解き、それぞれの行に書いてください', en: 'unmerge them and write in each row' },
        });
  }

  #tellOtherEdition(): void {
    if (!this.#isOfOtherEdition) return;
    const [first] = this.#read.rows;
    const { edition } = this.roadmap.plan;
    const made = this.opened.setup.edition;
    this.#tell({
      ...(first && { cell: first.cellOf('edition') }),
      message: {
        ja: `このシートは \`${made}\` の版のものです。今の計画は \`${edition}\` の版です`,
        en: `the sheet was made from the edition \`${made}\`; the plan is the edition \`${edition}\``,
      },
      help: { ja: '今の版のシートを作り直して、回答を写してください', en: 'make the sheet again and copy the answers' },
    });
  }

  #tellMissingRows(): void {
    for (const id of this.opened.setup.ids)
      if (!this.#seen.has(id))
        this.#tell({
          id,
          message: { ja: `ID \`${id}\` の行がありません`, en: `the row \`${id}\` is missing` },
          help: {
            ja: '消した行を元に戻してください。回答しない行は空欄のままにしてください',
            en: 'put the row back; leave it blank where there is no answer',
          },
        });
  }
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

function takenForWords(words: string): Bilingual {
  return {
    ja: `\`${words}\` を文として読みました。消すときは ${clearMark} と書いてください`,
    en: `\`${words}\` is read as words: ${clearMark} clears`,
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
