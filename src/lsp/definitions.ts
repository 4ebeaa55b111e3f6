import type { Location } from 'vscode-languageserver';
import { planFile } from '../model/file-names.js';
import type { Entity } from '../model/roadmap.js';
import type { SourceFile } from '../source/source-file.js';
import { namingAt, rangeOf, type UriOf, wordAt } from './places.js';
import type { OpenPlan } from './workspace.js';

/** Where the thing that the id names is declared; for a file that `plan.yaml` lists, the file. */
export function definitionAt(plan: OpenPlan, file: SourceFile, offset: number, uriOf: UriOf): Location | undefined {
  const found = namingAt(plan, file, offset);
  if (found) return places(plan, found.naming.entity, uriOf).find(({ declares }) => declares)?.place;
  const listed = listedFileAt(plan, file, offset);
  return listed && { uri: uriOf(listed.path), range: rangeOf({ file: listed, start: 0, end: 0 }) };
}

/** Every place that refers to what the id names. */
export function referencesAt(plan: OpenPlan, file: SourceFile, offset: number, declaration: boolean, uriOf: UriOf): Location[] {
  const found = namingAt(plan, file, offset);
  if (!found) return [];
  return places(plan, found.naming.entity, uriOf).flatMap(({ place, declares }) => (declares && !declaration ? [] : [place]));
}

/** The file whose name stands at an offset of `plan.yaml`. */
export function listedFileAt({ dir, result }: OpenPlan, file: SourceFile, offset: number): SourceFile | undefined {
  if (file.path !== `${dir}/${planFile}`) return undefined;
  return result.files.get(wordAt(file, offset).text);
}

function places({ result }: OpenPlan, entity: Entity, uriOf: UriOf): { place: Location; declares: boolean }[] {
  const seen = new Set<string>();
  return result
    .namings()
    .flatMap((naming) => {
      const { span } = naming.location;
      if (naming.entity === entity) return [{ span, declares: naming.declares }];
      // `row.2022` names the row too.
      const end = span.start + entity.id.length;
      const isOfRow = !naming.declares && naming.entity.kind === 'phase' && naming.entity.track === entity;
      return isOfRow && span.file.text.slice(span.start, end + 1) === `${entity.id}.` ? [{ span: { ...span, end }, declares: false }] : [];
    })
    .map(({ span, declares }) => ({ place: { uri: uriOf(span.file.path), range: rangeOf(span) }, declares }))
    .filter(({ place }) => {
      // The phases of one `each: year` share what is written once.
      const key = JSON.stringify(place);
      return !seen.has(key) && seen.add(key);
    });
}
