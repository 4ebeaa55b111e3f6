import { join } from 'node:path';
import type { PlanFiles } from '../../compile/plan-reading.js';
import type { Roadmap } from '../../model/roadmap.js';
import { loadPlan } from '../checking/load-plan.js';
import type { Context } from '../command.js';
import { CallError } from '../host.js';
import { compileEditionFiles } from './compile-edition.js';
import { loadRevision } from './load-revision.js';
import { parseRevision } from './parse-revision.js';

/**
 * The earlier editions that a plan names, and the plan last; undefined where one of them cannot be read as a plan. `from` is a folder beside
 * the plan, or a git revision; for a plan that stands in a revision itself, the folders of that revision.
 */
export function compileEditions(context: Context, place: string, roadmap: Roadmap): Roadmap[] | undefined {
  const earlier: Roadmap[] = [];
  for (const { from, location } of roadmap.plan.editions) {
    try {
      const edition = compileEditionFiles(context, filesOf(context, place, from), from);
      if (!edition) return undefined;
      earlier.push(edition.roadmap);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const { span } = location.at('from');
      const { line, column } = span.file.positionAt(span.start);
      const where = `${span.file.path}:${line}:${column}`;
      throw new CallError({ ja: `${where}: ${error.words.ja}`, en: `${where}: ${error.words.en}` }, error.help);
    }
  }
  return [...earlier, roadmap];
}

function filesOf({ host }: Context, place: string, from: string): PlanFiles {
  const around = host.isFolder(place) ? undefined : parseRevision(place);
  const isRevision = parseRevision(from)?.folder !== undefined;
  // The folders of a plan that stands in a revision stand there too.
  const load = (folder: string) => loadPlan(host, folder, undefined, editionHelp);
  if (around?.folder !== undefined && !isRevision) return load(`${around.revision}:${join(around.folder, from)}`);
  const beside = join(place, from);
  const found = host.isFolder(beside) || !isRevision ? undefined : loadRevision(host, from, around?.folder ?? place);
  return found ?? load(beside);
}

const editionHelp = {
  ja: '`from` には、前の版の plan.yaml があるフォルダを、この計画のフォルダから見た場所で書いてください。gitの版なら `REV:フォルダ` と書きます',
  en: 'in `from` name the folder with the plan.yaml of the earlier edition, as it is seen from that of this plan; for a git revision write `REV:DIR`',
};
