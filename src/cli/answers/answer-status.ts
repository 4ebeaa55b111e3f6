import stringWidth from 'string-width';
import { seirekiFiscalYear } from '../../model/fiscal-year.js';
import type { Roadmap } from '../../model/roadmap.js';
import { leadsOfPlan, planSheet, type Sheet } from '../../sheets/sheet.js';
import { visible } from '../../source/visible.js';
import type { Context } from '../command.js';
import { findSheetFiles, readSheetFile } from './read-sheet-files.js';

/** Tells who has answered how much: a line a sheet, and one for each ministry whose sheet is not there. */
export async function showAnswerStatus(context: Context, roadmap: Roadmap, folder: string): Promise<number> {
  const { host, lang } = context;
  const words = lang === 'ja' ? japanese : english;
  const lines: string[][] = [];
  const asked = new Map<string, { sheet: Sheet; leads: Set<string> }>();
  for (const path of findSheetFiles(context, [folder])) {
    const { sheet, rows, faults } = await readSheetFile(host, path, roadmap);
    const answered = rows.filter(({ touched }) => touched).length;
    const wrong = faults.length > 0 ? words.faults(faults.length) : '';
    if (!sheet) {
      lines.push([path, '', '', '', wrong]);
      continue;
    }
    const question = `${sheet.kind.title}${sheet.kind.yearly ? ` ${seirekiFiscalYear(sheet.fy)}` : ''}`;
    const group = asked.get(question) ?? { sheet, leads: new Set() };
    asked.set(question, group);
    group.leads.add(sheet.lead.id);
    const total = sheet.rows.length;
    lines.push([path, sheet.lead.name, question, `${answered}/${total}`, [percent(answered, total), wrong].filter(Boolean).join('  ')]);
  }
  for (const [question, { sheet, leads }] of asked)
    for (const lead of leadsOfPlan(roadmap)) {
      const total = planSheet(roadmap, sheet.kind, sheet.fy, lead).rows.length;
      if (total > 0 && !leads.has(lead.id)) lines.push(['-', lead.name, question, `0/${total}`, words.missing]);
    }
  host.stdout.write(table([words.header, ...lines.map((line) => line.map(visible))]));
  return 0;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${Math.floor((part / whole) * 100)}%`;
}

function table(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => stringWidth(line[column] ?? ''))));
  return lines
    .map(
      (line) =>
        `${line
          .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - stringWidth(text)))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

const japanese = {
  header: ['ファイル', '部局', 'シート', '回答', ''],
  missing: '未着',
  faults: (count: number) => `指摘${count}件`,
};

const english: typeof japanese = {
  header: ['File', 'Department', 'Sheet', 'Answered', ''],
  missing: 'not there',
  faults: (count) => `${count} faults`,
};
