import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { compile } from '../compile/compile.js';
import type { Bilingual, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Entity, Phase } from '../model/roadmap.js';
import type { SourceFile, Span } from '../source/source-file.js';
import { namingAt, rangeOf, type UriOf } from './places.js';
import type { OpenPlan } from './workspace.js';

/** Why an id cannot be given, or not be taken away. */
export interface Refusal {
  refused: Bilingual;
}

interface Renamable {
  entity: Entity;
  /** Where its id stands at the offset; of `row.2022`, which has its name by its row, the row. */
  span: Span;
}

/** The id at an offset that can be renamed; undefined where there is none. */
export function prepareRename(
  plan: OpenPlan,
  file: SourceFile,
  offset: number,
): { range: Range; placeholder: string } | Refusal | undefined {
  const found = renamableAt(plan, file, offset);
  if (!found) return undefined;
  return plan.result.roadmap?.complete ? { range: rangeOf(found.span), placeholder: found.entity.id } : incomplete;
}

/**
 * The edits that give what an offset names another id: where it is declared, and where the plan refers to it, or to a phase that has its id by
 * it. Ids of earlier editions (`was`, `from`) are no ids of this plan and stay.
 */
export function rename(plan: OpenPlan, file: SourceFile, offset: number, name: string, uriOf: UriOf): WorkspaceEdit | Refusal | undefined {
  const found = renamableAt(plan, file, offset);
  const { roadmap } = plan.result;
  if (!found || !roadmap) return undefined;
  if (!roadmap.complete) return incomplete;
  if (name === found.entity.id) return {};
  const ids = newIds(plan, found.entity, name);
  if ('refused' in ids) return ids;
  for (const id of ids.values()) {
    const other = roadmap.byId.get(id);
    if (other && !ids.has(other)) return { refused: { ja: `ID \`${id}\` は既に使われています`, en: `the id \`${id}\` is already used` } };
  }
  const edits = new Map<string, Map<number, TextEdit>>();
  for (const { entity, location, declares } of plan.result.namings()) {
    const id = declares && entity.kind === 'phase' ? declaredId(entity, found.entity, name) : ids.get(entity);
    if (id === undefined) continue;
    const span = unquoted(location.span);
    const uri = uriOf(span.file.path);
    // The phases of one `each: year` share what is written once.
    edits.set(uri, (edits.get(uri) ?? new Map()).set(span.start, { range: rangeOf(span), newText: id }));
  }
  return { changes: Object.fromEntries([...edits].map(([uri, those]) => [uri, [...those.values()]])) };
}

function renamableAt(plan: OpenPlan, file: SourceFile, offset: number): Renamable | undefined {
  const found = namingAt(plan, file, offset);
  if (!found) return undefined;
  const { entity, declares } = found.naming;
  const span = unquoted(found.span);
  if (entity.kind !== 'phase') return { entity, span };
  // Its period stands there, and no id.
  if (declares && !hasOwnId(entity)) return undefined;
  if (hasOwnId(entity)) return { entity: firstOf(entity), span };
  return { entity: entity.track, span: { ...span, end: span.start + entity.track.id.length } };
}

/** The new ids of everything that the new name changes: of a row and of a phase also the phases that have theirs by it. */
function newIds(plan: OpenPlan, entity: Entity, name: string): Map<Entity, string> | Refusal {
  if (plan.result.roadmap?.byId.get(name)) return new Map([[entity, name]]);
  const span = unquoted(entity.location.at('id').span);
  const files = new Map([...plan.result.files].map(([path, { text }]) => [path, text]));
  for (const [path, file] of plan.result.files)
    if (file === span.file) files.set(path, file.text.slice(0, span.start) + name + file.text.slice(span.end));
  const renamed = compile({ dir: plan.dir, files });
  const now = renamed.roadmap?.byId.get(name);
  if (now?.kind !== entity.kind) {
    const fault = renamed.diagnostics.find(({ location }) => location.span.file.path === span.file.path && touches(location.span, span));
    return { refused: fault ? words(fault) : { ja: `\`${name}\` はIDになりません`, en: `\`${name}\` is not an id` } };
  }
  const ids = new Map([[entity, name]]);
  const before = entity.kind === 'track' ? entity : entity.kind === 'phase' ? entity.track : undefined;
  const after = now.kind === 'track' ? now : now.kind === 'phase' ? now.track : undefined;
  before?.phases.forEach((phase, index) => {
    const id = after?.phases[index]?.id;
    if (id !== undefined && id !== phase.id) ids.set(phase, id);
  });
  return ids;
}

/** What stands where a phase is declared; undefined where it stays. */
function declaredId(phase: Phase, renamed: Entity, name: string): string | undefined {
  return hasOwnId(phase) && firstOf(phase) === renamed ? name : undefined;
}

/** Whether a phase is named by an `id`, and not by its row and year. */
function hasOwnId({ location }: Phase): boolean {
  return location.file.spans.value([...location.path, 'id']) !== undefined;
}

/** The phase that has the id as it is written: of an `each: year` the first. */
function firstOf(phase: Phase): Phase {
  return phase.track.phases.find(({ id }) => id === phase.series) ?? phase;
}

/** Without the quotes around it. */
function unquoted({ file, start, end }: Span): Span {
  return /^["']/.test(file.text.slice(start, end)) ? { file, start: start + 1, end: end - 1 } : { file, start, end };
}

function words({ message, help }: Diagnostic): Bilingual {
  return help ? { ja: `${message.ja}。${help.ja}`, en: `${message.en}: ${help.en}` } : message;
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

const incomplete: Refusal = {
  refused: {
    ja: '計画に読めない所や、指すもののない参照があります。直してから名前を変えてください',
    en: 'parts of the plan cannot be read, or refer to nothing: mend them before you rename',
  },
};
