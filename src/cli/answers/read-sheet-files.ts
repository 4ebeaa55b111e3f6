import { join } from 'node:path';
import type { Roadmap } from '../../model/roadmap.js';
import { type ReadSheet, readAnswers } from '../../sheets/read-answers.js';
import { type WorkbookData, WorkbookFault, workbookFaults } from '../../sheets/workbook.js';
import { readWorkbook } from '../../sheets/xlsx.js';
import { visible } from '../../source/visible.js';
import type { Context } from '../command.js';
import { CallError, type Host } from '../host.js';

/** The files that are named, each once, and the .xlsx files of a folder in the order of their names; what else lies there is told. */
export function findSheetFiles({ host, lang }: Context, paths: readonly string[]): string[] {
  const found = paths.flatMap((path) => {
    if (!host.isFolder(path)) return [path];
    const names = host.list(path).filter((name) => !isHidden(name));
    const sheets = names.filter((name) => /\.xlsx$/i.test(name));
    for (const name of names)
      if (!sheets.includes(name)) host.stderr.write(`${visible(`${join(path, name)}: ${skipped[kindOf(name)][lang]}`)}\n`);
    if (sheets.length === 0)
      throw new CallError({ ja: `\`${path}\` に .xlsx のファイルがありません`, en: `there is no .xlsx file in \`${path}\`` });
    return sheets.map((name) => join(path, name));
  });
  return [...new Set(found)];
}

/** Locks of office programs, and what file managers leave behind. */
function isHidden(name: string): boolean {
  return /^(?:~\$|\.)|^(?:Thumbs\.db|desktop\.ini)$/i.test(name);
}

function kindOf(name: string): keyof typeof skipped {
  return name.endsWith('/') ? 'folder' : /\.(?:xls[bm]?|xlt[xm]?|ods|csv|tsv|zip)$/i.test(name) ? 'sheet' : 'other';
}

const skipped = {
  folder: {
    ja: '中のフォルダは読みません。シートがあるときは、このフォルダも指定してください',
    en: 'folders inside are not read: name it too if there are sheets in it',
  },
  sheet: {
    ja: '.xlsx ではないので読みません。回答のシートなら .xlsx 形式で保存し直してください',
    en: 'not read, because it is no .xlsx: if it is an answered sheet, save it as .xlsx',
  },
  other: { ja: '.xlsx ではないので読みません', en: 'not read, because it is no .xlsx' },
};

/** Reads one answered sheet; a file that is no workbook is a fault like any other. */
export async function readSheetFile(host: Host, path: string, roadmap: Roadmap): Promise<ReadSheet & { notes: WorkbookData['ignored'] }> {
  try {
    const workbook = await readWorkbook(host.readFile(path));
    return { ...readAnswers(path, workbook, roadmap), notes: workbook.ignored };
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error;
    const stack = host.env['ROADMAP_DEBUG'] && error.cause instanceof Error && error.cause.stack;
    if (stack) host.stderr.write(`${stack.split('\n').map(visible).join('\n')}\n`);
    return { file: path, rows: [], faults: [{ file: path, ...workbookFaults[error.fault] }], lost: [], advice: [], notes: [] };
  }
}
