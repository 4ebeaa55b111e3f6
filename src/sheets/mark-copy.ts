import { layOut, layOutFaults, type Marks } from './lay-out.js';
import type { ReadRow, ReadSheet, SheetFault } from './read-answers.js';
import type { WorkbookPlan } from './workbook.js';

/**
 * A copy of a refused sheet to be sent back: the sheet as it would be made now, with the answers that were given, the wrong cells marked,
 * and a list of what is wrong. Locked cells, ids and rows are right again in it; answers that belong to no cell of it stand below the list.
 */
export function markCopy({ sheet, name: table, rows, lost }: ReadSheet, faults: readonly SheetFault[]): WorkbookPlan {
  const wrong = new Map<string, Set<string>>();
  const words = new Map<string, string[]>();
  for (const { id, key, cell, message } of faults) {
    if (id === undefined) continue;
    if (key) wrong.set(id, (wrong.get(id) ?? new Set()).add(key));
    words.set(id, [...(words.get(id) ?? []), `${cell ? `${cell}: ` : ''}${message.ja}`]);
  }
  const marks: Marks = {
    given: new Map(rows.map((row) => [row.row.id, answersIn(row)])),
    wrong,
    words,
    list: faults.map(({ sheet: name, cell, message, help }) => [placeOf(name, cell), message.ja, help?.ja ?? '']),
    lost: lost.map(({ place, header, text }) => [place, header, text]),
  };
  return sheet && table ? layOut(sheet, marks) : layOutFaults(marks);
}

/** `進捗状況!J12`. */
function placeOf(sheet: string | undefined, cell: string | undefined): string {
  return [sheet, cell].filter(Boolean).join('!');
}

/** What was given in the cells of a row; one that was left as it was sent is no answer, and shows what the plan says now. */
function answersIn({ given, left }: ReadRow): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([key, text]) => text !== '' && !left.includes(key)));
}
