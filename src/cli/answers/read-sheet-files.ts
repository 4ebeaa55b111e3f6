import { join } from 'node:path';
import type { Roadmap } from '../../model/roadmap.js';
import { type ReadSheet, readAnswers } from '../../sheets/read-answers.js';
import { WorkbookFault, workbookFaults } from '../../sheets/workbook.js';
import { readWorkbook } from '../../sheets/xlsx.js';
import { CallError, type Host } from '../host.js';

/** The .xlsx files that are named, those of a folder in the order of their names. */
export function findSheetFiles(host: Host, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!host.isFolder(path)) return [path];
    const names = host.list(path).filter((name) => /\.xlsx$/i.test(name) && !name.startsWith('~$'));
    if (names.length === 0)
      throw new CallError({ ja: `\`${path}\` に .xlsx のファイルがありません`, en: `there is no .xlsx file in \`${path}\`` });
    return names.map((name) => join(path, name));
  });
}

/** Reads one answered sheet; a file that is no workbook is a fault like any other. */
export async function readSheetFile(host: Host, path: string, roadmap: Roadmap): Promise<ReadSheet & { notes: string[] }> {
  try {
    const workbook = await readWorkbook(host.readFile(path));
    return { ...readAnswers(path, workbook, roadmap), notes: workbook.ignored };
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error;
    return { file: path, rows: [], faults: [{ file: path, ...workbookFaults[error.fault] }], lost: [], advice: [], notes: [] };
  }
}
