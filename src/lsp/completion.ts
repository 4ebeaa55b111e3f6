import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { kinds } from '../compile/binder.js';
import { departmentsFile, nameIn } from '../model/file-names.js';
import type { Entity } from '../model/roadmap.js';
import type { Lang } from '../source/lang.js';
import type { SourceFile } from '../source/source-file.js';
import { nameOf } from './describe.js';
import { rangeOf, wordAt } from './places.js';
import type { OpenPlan } from './workspace.js';

interface Offer {
  label: string;
  /** What it is called in the plan's words; typing them finds it too. */
  detail: string;
  kind: CompletionItemKind;
}

/** What can stand at an offset: ids of departments, measures and whatever else the key there takes, names of files and of rules. */
export function completionsAt(plan: OpenPlan, file: SourceFile, offset: number, lang: Lang): CompletionItem[] {
  const key = keyAround(file, offset);
  const { span } = wordAt(file, offset);
  const range = rangeOf(span);
  return offers(key, plan, file, offset, lang).map(({ label, detail, kind }, index) => ({
    label,
    detail,
    kind,
    filterText: `${label} ${detail}`,
    sortText: String(index).padStart(5, '0'),
    textEdit: { range, newText: label },
  }));
}

const relatable: readonly Entity['kind'][] = ['section', 'measure', 'track', 'phase', 'kpi'];

function offers(key: string | undefined, plan: OpenPlan, file: SourceFile, offset: number, lang: Lang): Offer[] {
  const all = [...plan.entities.values()];
  const ids = (wanted: readonly Entity['kind'][], keep: (entity: Entity) => boolean = () => true): Offer[] =>
    all
      .filter((entity) => wanted.includes(entity.kind) && keep(entity))
      .map((entity) => ({
        label: entity.id,
        detail: `${nameOf(entity)}（${kinds[entity.kind][lang]}）`,
        kind: CompletionItemKind.Reference,
      }));
  switch (key) {
    case 'leads':
    case 'by':
      return ids(['department']);
    case 'parent':
      if (file.path === `${plan.dir}/${departmentsFile}`) return ids(['department']);
      return ids(['measure'], (entity) => isBefore(entity, file, offset));
    case 'same':
    case 'needs':
    case 'see':
      return ids(relatable);
    case 'on':
      return ids(['measure', 'track']);
    case 'sections':
      return unlistedFiles(plan).map((label) => ({ label, detail: '', kind: CompletionItemKind.File }));
    case 'allow':
    case 'rules':
      return plan.rules.map(({ code, summary }) => ({ label: code, detail: summary[lang], kind: CompletionItemKind.EnumMember }));
    default:
      return [];
  }
}

/** A heading stands before what names it as its parent, in the same file. The place may be of an earlier reading: its line is near enough. */
function isBefore(entity: Entity, file: SourceFile, offset: number): boolean {
  if (entity.kind !== 'measure' || entity.location.file.path !== file.path) return false;
  return entity.location.at('id').span.end < offset && !within(entity, offset);
}

function within({ location: { span } }: Entity, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function unlistedFiles({ result, dir }: OpenPlan): string[] {
  return (result.roadmap?.unlisted ?? []).map(({ file }) => nameIn(dir, file.path));
}

/**
 * The key whose value stands at an offset, read from the lines as they are: a text that is being typed is seldom whole YAML. A list may
 * stand on the key's own line or on lines below it.
 */
function keyAround(file: SourceFile, offset: number): string | undefined {
  const { line, column } = file.positionAt(offset);
  const before = file.line(line).slice(0, column - 1);
  const inLine = /(?:^|[\s{,])([A-Za-z]+):\s+(?:\[(?:[^\]:{]*,)?\s*|\{(?:[^}]*,)?\s*)?[^\s,:[\]{}'"]*$/.exec(before)?.[1];
  if (inLine !== undefined) return inLine;
  const item = /^(\s*)(?:- )?[^\s,:[\]{}'"]*$/.exec(before);
  if (!item) return undefined;
  const isItem = /^\s*- /.test(before);
  const indent = item[1]?.length ?? 0;
  for (let number = line - 1; number > 0; number -= 1) {
    const text = file.line(number);
    const [, space = '', dash, key] = /^(\s*)((?:- )*)(?:([A-Za-z]+):\s*$)?/.exec(text) ?? [];
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const depth = space.length + (dash?.length ?? 0);
    if (isItem ? depth <= indent && !(space.length === indent && dash) : depth < indent) return key;
  }
  return undefined;
}
