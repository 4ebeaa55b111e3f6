/** How a cell looks and whether it may be written in. */
export type Look =
  | 'title'
  | 'heading'
  | 'words'
  | 'header'
  | 'headerOfAnswer'
  | 'shown'
  | 'small'
  | 'answer'
  | 'unasked'
  | 'fault'
  | 'advice';

/** A workbook to be written, as far as an answer sheet needs one. */
export interface WorkbookPlan {
  title: string;
  sheets: WorksheetPlan[];
}

export interface WorksheetPlan {
  name: string;
  hidden?: boolean;
  /** Widths in characters of half width. */
  widths: readonly number[];
  rows: readonly (readonly CellPlan[])[];
  /** Rows that stay in view and are printed on each page; the table below them has filters. */
  headerRows?: number;
  /** Columns that stay in view. */
  fixedColumns?: number;
  /** Columns that are printed; the rest is for the machine. */
  printedColumns?: number;
  /** Locks all cells but the answers. */
  locked?: boolean;
  lists?: readonly { range: string; source: string; title: string; help: string }[];
  footer?: string;
}

export interface CellPlan {
  text: string;
  look: Look;
}

/** A workbook as it was read: texts alone, nothing that runs. */
export interface WorkbookData {
  sheets: { name: string; rows: readonly (readonly CellData[])[]; merges: readonly CellRange[] }[];
  /** What was there and was not read. */
  ignored: ('macros' | 'externalLinks' | 'comments' | 'drawings')[];
}

/** Rows and columns from 0, both ends included. */
export interface CellRange {
  startRow: number;
  startCol: number;
  endRow: number;
  endCol: number;
}

export interface CellData {
  /** As it is shown: a number in plain digits, a date as `2024-03-31`. */
  text: string;
  /** A formula, or an error where a value should be: neither is read as an answer. */
  oddity?: 'formula' | 'error';
  /** The words of the text that are struck out, and what is left without them. */
  struck?: { words: string; rest: string };
}

/** A file that cannot be read as a workbook, with what the library says of it as its cause. */
export class WorkbookFault extends Error {
  constructor(
    readonly fault: keyof typeof workbookFaults,
    options?: ErrorOptions,
  ) {
    super(fault, options);
  }
}

export const workbookFaults = {
  'not-a-workbook': {
    message: { ja: 'Excelのブック（.xlsx）として読めません', en: 'this is no workbook (.xlsx)' },
    help: {
      ja: 'ExcelかLibreOfficeで .xlsx 形式で保存し直してください。CSVに書き出した回答は、送られてきたファイルに写してください',
      en: 'save it as .xlsx in Excel or LibreOffice; copy answers that were exported as CSV into the file as it was sent',
    },
  },
  'old-or-locked': {
    message: { ja: 'パスワードが付いているか、古い形式（.xls）のファイルです', en: 'the file has a password or is of the old kind (.xls)' },
    help: { ja: 'パスワードを外し、.xlsx 形式で保存し直してください', en: 'take the password away and save it as .xlsx' },
  },
  'too-large': {
    message: {
      ja: 'ブックの中身が大きすぎます（広げると64MBを超えるか、部品・文字列・書式・結合のどれかが多すぎます）',
      en: 'the workbook is too large (more than 64 MB unpacked, or too many parts, texts, formats or merged cells)',
    },
    help: {
      ja: '表の下の空の行や貼り付けた画像を消すか、送られてきたシートに回答を写してください',
      en: 'remove empty rows below the table and pictures, or copy the answers into the sheet as it was sent',
    },
  },
} as const;

/** `AB12` of a row and column from 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
