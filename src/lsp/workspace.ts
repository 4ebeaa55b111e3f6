import { type CompileResult, compile } from '../compile/compile.js';
import { isPlanFile } from '../compile/plan-file.js';
import type { PlanFiles } from '../compile/plan-reading.js';
import { nameIn } from '../model/file-names.js';
import type { Entity } from '../model/roadmap.js';
import { rules as ownRules } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';

/** How the server reads the disk. */
export interface PlanReader {
  /** The folder of the plan that a file may belong to: the nearest one around it that holds a `plan.yaml`. */
  findPlan(path: string): string | undefined;
  /** The files of a plan's folder; undefined where they cannot be read. */
  readPlan(dir: string): PlanFiles | undefined;
}

/** A plan as it stands in the editor: what is open overrides the disk. */
export interface OpenPlan {
  dir: string;
  result: CompileResult;
  /** By id, also what an earlier reading had and the present one lost, since a file is rarely whole while somebody types in it. */
  entities: ReadonlyMap<string, Entity>;
  /** The rules of the tool and of the caller. */
  rules: readonly Rule[];
  /** What rules threw, and where the program itself failed, that; the others were checked. */
  faults: readonly unknown[];
}

/** The plans that the open files belong to, each compiled again only after something changed. */
export class Workspace {
  /** The texts of the open files by path. */
  readonly open = new Map<string, string>();
  readonly #plans = new Map<string, OpenPlan>();
  readonly #stale = new Set<string>();

  constructor(
    private readonly reader: PlanReader,
    /** The caller's own rules. */
    private readonly callers: readonly Rule[],
  ) {}

  /** The plan of a file, or undefined for a file of no plan. */
  planOf(path: string): OpenPlan | undefined {
    const dir = this.#dirOf(path);
    return dir === undefined ? undefined : this.plan(dir);
  }

  /** The folders of the plans that have an open file. */
  dirs(): string[] {
    return [...new Set([...this.open.keys()].flatMap((path) => this.#dirOf(path) ?? []))].sort();
  }

  #dirOf(path: string): string | undefined {
    const dir = this.reader.findPlan(path);
    return dir !== undefined && planFileAt(dir, path) !== undefined ? dir : undefined;
  }

  plan(dir: string): OpenPlan | undefined {
    const known = this.#plans.get(dir);
    if (known && !this.#stale.has(dir)) return known;
    const read = this.reader.readPlan(dir);
    if (!read) return undefined;
    const files = new Map(read.files);
    for (const [path, text] of this.open) {
      const name = planFileAt(dir, path);
      if (name !== undefined) files.set(name, text);
    }
    const faults: unknown[] = [];
    let result = known?.result ?? nothing;
    try {
      result = compile({ dir, files }, { rules: this.callers, ruleFailed: (error) => faults.push(error) });
    } catch (error) {
      // A fault of the program ends no server: what was known of the plan stays until the next change.
      faults.push(error);
    }
    const found = (result.roadmap?.byId.all() ?? []).map((entity): [string, Entity] => [entity.id, entity]);
    const entities = new Map([...(result.roadmap?.complete ? [] : (known?.entities ?? [])), ...found]);
    const plan = { dir, result, entities, rules: [...ownRules, ...this.callers], faults };
    this.#plans.set(dir, plan);
    this.#stale.delete(dir);
    return plan;
  }

  /** Everything is read again when it is next asked for. */
  touch(): void {
    for (const dir of this.#plans.keys()) this.#stale.add(dir);
  }
}

const nothing: CompileResult = { diagnostics: [], namings: () => [], files: new Map() };

/** The name of a file in a plan's folder, or undefined where a file of that path is no part of the plan. */
function planFileAt(dir: string, path: string): string | undefined {
  if (!path.startsWith(`${dir}/`)) return undefined;
  const name = nameIn(dir, path);
  return isPlanFile(name) ? name : undefined;
}
