import { type CompileResult, compile } from '../../compile/compile.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { Draft } from '../../edit/draft.js';
import type { Roadmap } from '../../model/roadmap.js';
import type { Rule } from '../../rules/rule.js';
import { type Answered, applyAnswers } from '../../sheets/merge-answers.js';
import type { ReadRow, SheetFault } from '../../sheets/read-answers.js';
import { Location } from '../../source/location.js';

/** The plan's files with the answers in them; or what the plan would then be wrong in, at the cells that did it. */
export function draftAnswers(
  dir: string,
  answered: readonly Answered[],
  { roadmap, files }: { roadmap: Roadmap; files: CompileResult['files'] },
  rules: readonly Rule[],
): { draft: Draft } | { faults: SheetFault[] } {
  const draft = new Draft(files);
  applyAnswers(answered, roadmap, draft);
  let after = compile({ dir, files: draft.files }, { rules });
  for (const { kind } of answered) {
    if (!kind.settle || !after.roadmap) continue;
    kind.settle(roadmap, after.roadmap, draft);
    after = compile({ dir, files: draft.files }, { rules });
  }
  const errors = after.diagnostics.filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined);
  return errors.length === 0 ? { draft } : { faults: errors.map((error) => faultOf(error, answered)) };
}

/** A finding about the plan as it would be, told at the row whose answer it comes from. */
function faultOf({ message, help, location }: Diagnostic, answered: readonly Answered[]): SheetFault {
  const { file, start } = location.span;
  const { line } = file.positionAt(start);
  const where = `${file.path}:${line}`;
  const words = {
    ja: `取り込むと計画が誤りになります（${where}）: ${message.ja}`,
    en: `the plan would be wrong (${where}): ${message.en}`,
  };
  const cure = help && { help };
  const found = location instanceof Location ? rowAt(location, answered) : undefined;
  if (!found) return { file: where, message: words, ...cure };
  const key = [...found.answers.keys()][0] ?? 'id';
  return { file: found.file, sheet: found.sheet, cell: found.cellOf(key), id: found.row.id, key, message: words, ...cure };
}

function rowAt(location: Location, answered: readonly Answered[]): ReadRow | undefined {
  for (const { rows } of answered)
    for (const row of rows) {
      const { path, file } = row.row.subject.location;
      if (file.path === location.file.path && path.every((step, index) => location.path[index] === step)) return row;
    }
  return undefined;
}
