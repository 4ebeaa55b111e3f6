import type { Draft } from '../edit/draft.js';
import type { FiscalYear } from '../model/fiscal-year.js';
import type { Roadmap } from '../model/roadmap.js';
import { kinds } from './kinds/index.js';
import type { ReadRow, ReadSheet, SheetFault } from './read-answers.js';
import { clearMark, oneLine } from './read-text.js';
import type { SheetKind } from './sheet.js';

/** The answers of several sheets to one question. */
export interface Answered {
  kind: SheetKind;
  fy: FiscalYear;
  rows: ReadRow[];
}

/** The answers of all sheets together, and where two of them answer one thing differently. */
export function mergeAnswers(sheets: readonly ReadSheet[]): { answered: Answered[]; faults: SheetFault[] } {
  const faults: SheetFault[] = [];
  const answered = new Map<string, Answered>();
  const given = new Map<string, { value: string | null; from: ReadSheet; cell: string }>();
  for (const read of sheets) {
    const { sheet, name = '', file } = read;
    if (!sheet) continue;
    const group = `${sheet.kind.name} ${sheet.fy}`;
    const all = answered.get(group) ?? { kind: sheet.kind, fy: sheet.fy, rows: [] };
    answered.set(group, all);
    for (const row of read.rows) {
      const answers = new Map(row.answers);
      for (const [key, value] of row.answers) {
        const place = `${group} ${row.row.id} ${key}`;
        const cell = row.cellOf(key);
        const other = given.get(place);
        if (!other) given.set(place, { value, from: read, cell });
        else {
          answers.delete(key);
          if (other.value === value) continue;
          faults.push(
            conflict({ file, sheet: name, cell, id: row.row.id, key }, value, other.value, `${other.from.file} ${other.cell}`),
            conflict(
              { file: other.from.file, sheet: other.from.name ?? '', cell: other.cell, id: row.row.id, key },
              other.value,
              value,
              `${file} ${cell}`,
            ),
          );
        }
      }
      if (answers.size > 0) all.rows.push({ ...row, answers });
    }
  }
  return { answered: [...answered.values()].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)), faults };
}

/** Puts the answers into the draft of the plan's files. */
export function applyAnswers(answered: readonly Answered[], roadmap: Roadmap, draft: Draft): void {
  for (const { kind, fy, rows } of answered) kind.apply(rows, { roadmap, fy, draft });
}

function conflict(at: Omit<SheetFault, 'message'>, mine: string | null, other: string | null, where: string): SheetFault {
  const [here, there] = [oneLine(mine ?? clearMark), oneLine(other ?? clearMark)];
  return {
    ...at,
    message: {
      ja: `二つのシートの回答が違います。ここ: \`${here}\`　${where}: \`${there}\``,
      en: `two sheets answer differently. Here: \`${here}\`. ${where}: \`${there}\``,
    },
    help: { ja: '担当の間で一つに決め、同じ回答を書いてください', en: 'settle on one answer and write it in both' },
  };
}
