import { type CompileResult, compile } from '../../compile/compile.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { Draft } from '../../edit/draft.js';
import type { Roadmap } from '../../model/roadmap.js';
import type { Rule } from '../../rules/rule.js';
import { type Answered, applyAnswers } from '../../sheets/merge-answers.js';
import type { SheetFault } from '../../sheets/read-answers.js';
import { findAnswer } from './find-answer.js';

/**
 * The plan's files with the answers in them, and the warnings that there were none of before; or what the plan would then be wrong in. Both
 * are told at the cells that did it.
 */
export function draftAnswers(
  dir: string,
  answered: readonly Answered[],
  { roadmap, files }: { roadmap: Roadmap; files: CompileResult['files'] },
  rules: readonly Rule[],
): { draft: Draft; warnings: SheetFault[] } | { faults: SheetFault[] } {
  const draft = new Draft(files);
  const before = compile({ dir, files: new Map(draft.files) }, { rules });
  applyAnswers(answered, roadmap, draft);
  let after = compile({ dir, files: draft.files }, { rules });
  for (const { kind } of answered) {
    if (!kind.settle || !after.roadmap) continue;
    kind.settle(roadmap, after.roadmap, draft);
    after = compile({ dir, files: draft.files }, { rules });
  }
  const open = after.diagnostics.filter(({ acknowledged }) => acknowledged === undefined);
  const errors = open.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { faults: errors.map((error) => faultOf(error, answered, draft)) };
  const known = new Set(before.diagnostics.map(wordsOf));
  const warnings = open.filter((finding) => finding.severity === 'warning' && !known.has(wordsOf(finding)));
  return { draft, warnings: warnings.map((warning) => faultOf(warning, answered, draft)) };
}

/** What tells a finding from others when the lines around it have moved. */
function wordsOf({ code, message, location }: Diagnostic): string {
  return [code, location.span.file.path, message.ja].join(' ');
}

/** A finding about the plan as it would be, told at the answer that it comes from. */
function faultOf(finding: Diagnostic, answered: readonly Answered[], draft: Draft): SheetFault {
  const { message, help, location, severity } = finding;
  const { file, start } = location.span;
  const where = `${file.path}:${file.positionAt(start).line}`;
  const cell = findAnswer(finding, answered, draft);
  const [ja, en] = cell ? [`（${where}）`, ` (${where})`] : ['', ''];
  const words =
    severity === 'error'
      ? { ja: `取り込むと計画が誤りになります${ja}: ${message.ja}`, en: `the plan would be wrong${en}: ${message.en}` }
      : { ja: `この回答で警告が増えます${ja}: ${message.ja}`, en: `this answer brings a warning${en}: ${message.en}` };
  return { ...(cell ?? { file: where }), message: words, ...(help && { help }) };
}
