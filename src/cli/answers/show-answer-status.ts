import stringWidth from 'string-width';
import { seirekiFiscalYear } from '../../model/fiscal-year.js';
import type { Roadmap } from '../../model/roadmap.js';
import { mergeAnswers } from '../../sheets/merge-answers.js';
import type { ReadSheet } from '../../sheets/read-answers.js';
import { leadsOfPlan, planSheet, type Sheet } from '../../sheets/sheet.js';
import { counted } from '../../source/counted.js';
import { visible } from '../../source/visible.js';
import type { Context } from '../command.js';
import { filling } from '../filling.js';
import { findSheetFiles, readSheetFile } from './read-sheet-files.js';

/**
 * Tells who has answered how much: a line a sheet, one for each ministry whose sheet is not there, and what the departments have to say to
 * the wording.
 */
export async function showAnswerStatus(context: Context, roadmap: Roadmap, folder: string): Promise<number> {
  const { host, lang } = context;
  const words = lang === 'ja' ? japanese : english;
  const reads: ReadSheet[] = [];
  for (const path of findSheetFiles(context, [folder])) reads.push(await readSheetFile(host, path, roadmap));
  const conflicts = mergeAnswers(reads).faults;
  const lines: string[][] = [];
  const asked = new Map<string, { sheet: Sheet; leads: Set<string> }>();
  for (const { file, sheet, name, rows, faults } of reads) {
    const differing = conflicts.filter((conflict) => conflict.file === file).length;
    // Where no table was found, there is one finding, which says why.
    const wrong = name === undefined ? faults.map(({ message }) => message[lang]) : faults.length > 0 ? [words.faults(faults.length)] : [];
    if (!sheet) {
      lines.push([file, '', '', '', ...wrong]);
      continue;
    }
    const question = `${sheet.kind.title}${sheet.kind.yearly ? ` ${seirekiFiscalYear(sheet.fy)}` : ''}`;
    const group = asked.get(question) ?? { sheet, leads: new Set() };
    asked.set(question, group);
    for (const { id } of [sheet.lead, ...sheet.lead.departments]) group.leads.add(id);
    const total = sheet.rows.length;
    const answered = rows.filter(({ touched }) => touched).length;
    const remarks = [percent(answered, total), ...wrong, differing > 0 ? words.conflicts(differing) : ''];
    lines.push([file, sheet.lead.name, question, `${answered}/${total}`, remarks.filter(Boolean).join('  ')]);
  }
  for (const [question, { sheet, leads }] of asked)
    for (const lead of leadsOfPlan(roadmap)) {
      const total = planSheet(roadmap, sheet.kind, sheet.fy, lead).rows.length;
      if (total > 0 && !leads.has(lead.id)) lines.push(['-', lead.name, question, `0/${total}`, words.missing]);
    }
  host.stdout.write(table([words.header, ...lines.map((line) => line.map(visible))]));
  const opinions = reads.flatMap(opinionsIn);
  if (opinions.length > 0) host.stdout.write(`\n${words.opinions}\n${opinions.map((line) => `${visible(line)}\n`).join('')}`);
  return 0;
}

/** `回答/厚労.xlsx 記載内容の確認!H5 card-issue: 「公開」に改める`. */
function opinionsIn({ sheet, rows }: ReadSheet): string[] {
  const key = sheet?.kind.opinion;
  if (key === undefined) return [];
  return rows.flatMap(({ file, sheet: name, row, given, cellOf }) =>
    given[key] ? [`${file} ${name}!${cellOf(key)} ${row.id}: ${given[key].replaceAll('\n', ' / ')}`] : [],
  );
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
          .map((text, column) => text + filling(text, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

const japanese = {
  header: ['ファイル', '部局', 'シート', '回答', ''],
  missing: '未着',
  faults: (count: number) => `指摘${count}件`,
  conflicts: (count: number) => `他のシートと違う回答${count}件`,
  opinions: '意見',
};

const english: typeof japanese = {
  header: ['File', 'Department', 'Sheet', 'Answered', ''],
  missing: 'not there',
  faults: (count) => counted(count, 'fault'),
  conflicts: (count) => `${counted(count, 'answer')} that another sheet contradicts`,
  opinions: 'Comments',
};
