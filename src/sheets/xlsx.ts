import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Cell, type CellStyle, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import stringWidth from 'string-width';
import {
  type CellData,
  type CellPlan,
  columnName,
  type Look,
  type WorkbookData,
  WorkbookFault,
  type WorkbookPlan,
  type WorksheetPlan,
} from './workbook.js';

/** Everything that a file may hold when it is unpacked, how many parts, tags in a part that is not a table, and merged cells. */
const limits = { bytes: 64 << 20, parts: 1000, tags: 1_000_000, merges: 10_000 };
/** The part of a sheet that is read: what lies beyond it is no answer. */
const readRange = 'A1:CV20000';
/** The parts of a workbook that texts stand in. Macros, links to other files, pictures and the rest are never looked into. */
const readParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;
/** Some programs give each sheet such a part, whether anything is drawn or not. */
const drawingPart = /^xl\/drawings\/[^/]+\.xml$/i;

/** The bytes of a workbook; the same plan gives the same bytes. */
export async function writeWorkbook({ title, sheets }: WorkbookPlan): Promise<Uint8Array> {
  const made = new Date(Date.UTC(1980, 0, 1));
  const bytes = await writeXlsx({
    sheets: sheets.map(worksheet),
    properties: { title: printable(title), creator: 'roadmap', created: made, modified: made },
    defaultFont: gothic,
    workbookProtection: { lockStructure: true },
  });
  return letRowsGrow(bytes, made);
}

/** The library fixes the height of a row that is given one; without that mark the row begins with it and grows with what is typed. */
function letRowsGrow(bytes: Uint8Array, made: Date): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    const grown = name.startsWith('xl/worksheets/') ? strToU8(strFromU8(part).replaceAll(' customHeight="1"', '')) : part;
    return [name, [grown, { mtime: made }]] as const;
  });
  return zipSync(Object.fromEntries(parts) as Parameters<typeof zipSync>[0], { mtime: made });
}

/** The texts of a workbook. What it unpacks to is bounded before anything is unpacked, and nothing in it is run. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookData> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new WorkbookFault('old-or-locked');
  const { parts, names, hasDrawings } = unpack(bytes);
  let workbook: Awaited<ReturnType<typeof readXlsx>>;
  try {
    workbook = await readXlsx(zipSync(nameFormats(parts), { level: 0 }), { readStyles: true, range: readRange });
  } catch (cause) {
    throw new WorkbookFault('not-a-workbook', { cause });
  }
  return {
    sheets: workbook.sheets.map(({ name, rows, cells, merges }) => ({
      name,
      rows: rows.map((row, r) => row.map((value, c) => cellData(value, cells?.get(`${r},${c}`)))),
      merges: merges ?? [],
    })),
    ignored: [
      ...(names.some((name) => /vbaProject|macrosheets/i.test(name)) ? (['macros'] as const) : []),
      ...(names.some((name) => /externalLinks\//i.test(name)) ? (['externalLinks'] as const) : []),
      ...(names.some((name) => /^xl\/(?:threadedComments\/|comments)/i.test(name)) ? (['comments'] as const) : []),
      ...(hasDrawings ? (['drawings'] as const) : []),
    ],
  };
}

/** The parts that are read, unpacked within the limits. */
function unpack(bytes: Uint8Array): { parts: Record<string, Uint8Array>; names: string[]; hasDrawings: boolean } {
  const names: string[] = [];
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name);
        if (names.length > limits.parts) throw new WorkbookFault('too-large');
        if (!readParts.test(name) && !drawingPart.test(name)) return false;
        total += originalSize;
        if (total > limits.bytes) throw new WorkbookFault('too-large');
        return true;
      },
    });
    for (const [name, part] of Object.entries(parts))
      if (/worksheets\//i.test(name) ? hasMore('mergeCell ', part, limits.merges) : hasMore('<', part, limits.tags))
        throw new WorkbookFault('too-large');
    const isRead = ([name]: readonly [string, Uint8Array]) => readParts.test(name);
    const drawings = Object.entries(parts).filter((part) => !isRead(part));
    return {
      parts: Object.fromEntries(Object.entries(parts).filter(isRead)),
      names,
      hasDrawings: drawings.some(([, part]) => hasMore('Anchor', part, 0)),
    };
  } catch (error) {
    throw error instanceof WorkbookFault ? error : new WorkbookFault('not-a-workbook', { cause: error });
  }
}

/** Whether a part has these letters more often than that: a small file may unpack to millions of elements. */
function hasMore(words: string, part: Uint8Array, most: number): boolean {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  let count = 0;
  for (let at = bytes.indexOf(words); at >= 0 && count <= most; at = bytes.indexOf(words, at + 1)) count += 1;
  return count > most;
}

function cellData(value: unknown, cell: Partial<Cell> | undefined): CellData {
  if (cell?.formula !== undefined) return { text: textOf(cell.formulaResult ?? value, cell), oddity: 'formula' };
  if (cell?.type === 'error') return { text: String(value ?? ''), oddity: 'error' };
  const text = textOf(value, cell);
  const struck = struckOut(text, cell);
  return { text, ...(struck && { struck }) };
}

/** What is struck out of a cell's text; a run that has a font of its own does not take that of its cell. */
function struckOut(text: string, cell: Partial<Cell> | undefined): CellData['struck'] {
  const isStruck = (font = cell?.style?.font) => font?.strikethrough === true;
  const runs = cell?.richText ?? [{ text }];
  const gone = runs.filter((run) => isStruck(run.font) && run.text.trim() !== '');
  if (gone.length === 0) return undefined;
  const rest = runs.filter((run) => !isStruck(run.font));
  return { words: gone.map((run) => run.text).join('…'), rest: rest.map((run) => run.text).join('') };
}

/** The formats of a Japanese Excel that leave out the day or the year, which the library does not know by their numbers. */
const shortDates: Readonly<Record<string, readonly number[]>> = {
  'yyyy&quot;年&quot;m&quot;月&quot;': [34, 52, 55],
  'm&quot;月&quot;d&quot;日&quot;': [35, 53, 56],
};

function nameFormats(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const name = Object.keys(parts).find((part) => part.toLowerCase() === 'xl/styles.xml');
  const styles = name && parts[name];
  if (!styles) return parts;
  const formats = Object.entries(shortDates).flatMap(([code, ids]) => ids.map((id) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`));
  const named = strFromU8(styles).replace(/<(?:\w+:)?styleSheet\b[^>]*>/, (tag) => `${tag}<numFmts>${formats.join('')}</numFmts>`);
  return { ...parts, [name]: strToU8(named) };
}

function textOf(value: unknown, cell: Partial<Cell> | undefined): string {
  if (value === null || value === undefined) return '';
  const format = cell?.style?.numFmt ?? '';
  // Without the words and signs that are only printed beside the figure.
  const codes = format.replace(/"[^"]*"|\\.|[_*]./g, '').replace(/\[[^\]]*\]/g, '');
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value.toISOString(), codes.toLowerCase());
  if (typeof value === 'number') {
    const percent = codes.includes('%');
    // As a program shows it: fifteen digits.
    return `${Number((percent ? value * 100 : value).toPrecision(15))}${format.includes('%') ? '%' : ''}`;
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // A cell of the type for dates, which some programs write, is given as it stands in the file.
  return isoDay.test(String(value)) ? dateText(String(value), codes.toLowerCase()) : String(value);
}

const isoDay = /^\d{4}-\d\d-\d\dT00:00:00(?:\.0+)?Z?$/;

/** As much of a date as its cell shows: the day behind a month, or the year of a day, may be one that nobody wrote. */
function dateText(iso: string, codes: string): string {
  const [year, month, day] = iso.split(/[-T]/);
  const [showsYear, showsMonth, showsDay] = [/[yge]/, /m/, /d/].map((code) => code.test(codes));
  if (showsYear && !showsDay) return showsMonth ? `${year}-${month}` : `${year}年`;
  if (showsDay && !showsYear) return `${Number(month)}月${Number(day)}日`;
  return isoDay.test(iso) ? iso.slice(0, 'YYYY-MM-DD'.length) : iso.replace(/\.000Z$/, '');
}

function worksheet(plan: WorksheetPlan): WriteSheet {
  const { name, hidden, widths, rows, headerRows = 0, fixedColumns = 0, printedColumns, locked, lists = [], footer } = plan;
  const cells = new Map<string, Partial<Cell>>();
  for (const [r, row] of rows.entries())
    for (const [c, { text, look }] of row.entries())
      cells.set(`${r},${c}`, {
        value: text === '' ? null : printable(text),
        style: { ...looks[look], font: { ...gothic, ...looks[look].font } },
      });
  const last = `${columnName(widths.length - 1)}${Math.max(rows.length, 1)}`;
  return {
    name,
    ...(hidden && { hidden }),
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(({ text }) => (text === '' ? null : printable(text)))),
    cells,
    rowDefs: new Map(rows.map((row, r) => [r, { height: heightOf(row, widths, headerRows > 0 && r >= headerRows) }])),
    ...(headerRows > 0 && {
      freezePane: { rows: headerRows, columns: fixedColumns },
      autoFilter: { range: `A${headerRows}:${last}` },
    }),
    ...(lists.length > 0 && {
      dataValidations: lists.map(({ range, source, title, help }) => ({
        type: 'list' as const,
        range,
        formula1: source,
        allowBlank: true,
        showInputMessage: true,
        inputTitle: title,
        inputMessage: help,
        showErrorMessage: true,
        errorStyle: 'stop' as const,
        errorTitle: '一覧にない値です',
        errorMessage: `「${title}」は一覧から選んでください。`,
      })),
    }),
    ...(locked && {
      protection: {
        sheet: true,
        selectLockedCells: true,
        selectUnlockedCells: true,
        sort: true,
        autoFilter: true,
        formatColumns: true,
        formatRows: true,
      },
    }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(headerRows > 0 && { printTitlesRow: `$${headerRows}:$${headerRows}` }),
      ...(printedColumns && { printArea: `$A$1:$${columnName(printedColumns - 1)}$${rows.length}` }),
    },
    ...(footer && { headerFooter: { oddFooter: cutFooter(printable(footer)) } }),
    ...(!hidden && { view: { showGridLines: headerRows > 0 } }),
  };
}

/** Every font has a name and a size, since a program takes its own for what is missing. */
const gothic = { name: '游ゴシック', size: 10 };

/** Excel refuses a file with a footer of more than 255 characters; what is at its right stays. */
function cutFooter(footer: string): string {
  const right = footer.slice(footer.lastIndexOf('&R'));
  const left = footer.slice(0, footer.length - right.length);
  return footer.length <= 255 ? footer : `${left.slice(0, 254 - right.length).replace(/&+$/, '')}…${right}`;
}

const line = { style: 'thin', color: { rgb: 'B3B3B3' } } as const;
const box = { top: line, right: line, bottom: line, left: line } as const;
const top = { vertical: 'top', wrapText: true } as const;
const filled = (rgb: string) => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } }) as const;
const open = { protection: { locked: false }, numFmt: '@', border: box, alignment: top } as const;

/** Text cells are of the text format, so that no program turns an answer into a date. */
const looks: Record<Look, CellStyle> = {
  title: { font: { bold: true, size: 16 }, alignment: { vertical: 'center' } },
  heading: { font: { bold: true, size: 11 }, alignment: top },
  words: { font: { size: 10.5 }, alignment: top, numFmt: '@' },
  header: {
    font: { bold: true },
    ...filled('D9D9D9'),
    border: box,
    alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
  },
  headerOfAnswer: {
    font: { bold: true, color: { rgb: 'FFFFFF' } },
    ...filled('264AF4'),
    border: box,
    alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
  },
  shown: { ...filled('F2F2F2'), border: box, alignment: top, numFmt: '@' },
  small: {
    font: { size: 8, color: { rgb: '666666' } },
    ...filled('F2F2F2'),
    border: box,
    alignment: { vertical: 'top', wrapText: true },
    numFmt: '@',
  },
  answer: open,
  unasked: { ...filled('D9D9D9'), border: box, alignment: top, numFmt: '@' },
  fault: { ...open, ...filled('FFDADA'), border: { top: redLine(), right: redLine(), bottom: redLine(), left: redLine() } },
  advice: { font: { color: { rgb: 'A30000' } }, border: box, alignment: top, numFmt: '@' },
};

function redLine() {
  return { style: 'medium', color: { rgb: 'EC0000' } } as const;
}

/** The height in points that a row's texts need at their widths; a row to be answered has room for three lines. */
function heightOf(row: readonly CellPlan[], widths: readonly number[], table: boolean): number {
  const lines = row.map(({ text, look }, column) => {
    if (look === 'title') return 2;
    const room = Math.max(4, ((widths[column] ?? 10) - 1) * (look === 'small' ? 1.2 : 1));
    return (
      text.split('\n').reduce((sum, words) => sum + Math.max(1, Math.ceil(stringWidth(words) / room)), 0) * (look === 'small' ? 0.8 : 1)
    );
  });
  return Math.min(400, Math.ceil(Math.max(table ? 3 : 1, ...lines)) * 14 + 4);
}

/** Without the characters that XML cannot hold. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}
