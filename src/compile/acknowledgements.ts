import type { Diagnostic, Finding } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import type { Allow, Roadmap } from '../model/roadmap.js';
import { itemsOf, kpisOf, sectionsOf } from '../model/walk.js';
import { counted } from '../source/counted.js';
import type { Location } from '../source/location.js';
import { checks } from './checks.js';
import { isEmpty } from './is-empty.js';
import { unknownRule } from './rule-settings.js';

/** What the `allow` of a plan's items says of findings, and which findings each of them covers. */
export class Acknowledgements {
  /** By the `allow` of a thing, which is one object whoever shares it, and by the code of the rule. */
  readonly #covered = new Map<Allow, Map<string, Diagnostic[]>>();

  /** `known`: the codes of all rules. */
  constructor(private readonly known: ReadonlySet<string>) {}

  /** Why a finding of a rule is left as it is; undefined where nobody says so. */
  reasonFor(code: string, on: Finding['on']): string | undefined {
    const key = on && allowedAs(code, on.allow, this.known);
    const reasons = key === undefined ? undefined : on?.allow[key];
    // An empty list gives no reason, and acknowledges nothing.
    if (!reasons?.length) return undefined;
    return typeof reasons === 'string' ? reasons : reasons.join(' / ');
  }

  /** Notes that an acknowledgement covers a finding. */
  cover({ allow }: NonNullable<Finding['on']>, diagnostic: Diagnostic): void {
    const byCode = this.#covered.get(allow) ?? new Map<string, Diagnostic[]>();
    this.#covered.set(allow, byCode);
    byCode.set(diagnostic.code, [...(byCode.get(diagnostic.code) ?? []), diagnostic]);
  }

  /** What is wrong with them: those of no rule, and those that cover fewer or more findings than they give reasons, of rules that were `asked`. */
  faults(roadmap: Roadmap, asked: ReadonlySet<string>, hasOpenFinding: (thing: object) => boolean): Diagnostic[] {
    const faults: Diagnostic[] = [];
    for (const thing of acknowledging(roadmap)) {
      const { allow, location } = thing;
      for (const code in allow) {
        const at = location.at('allow').key(code);
        if (!this.known.has(code)) faults.push({ ...unknownRule(code, at, this.known), severity: 'warning' });
        else if (asked.has(code)) {
          // Beside another fault of its row an acknowledgement may only have lost what it stands for.
          const mayLack = !roadmap.complete || hasOpenFinding(thing);
          faults.push(...miscounted(code, allow, this.#covered.get(allow)?.get(code) ?? [], mayLack, at));
        }
      }
    }
    return faults;
  }
}

/** The key of an `allow` that acknowledges a rule: its code, or what is told as a misspelling of it. */
function allowedAs(code: string, allow: Allow, known: ReadonlySet<string>): string | undefined {
  if (Object.hasOwn(allow, code)) return code;
  return Object.keys(allow).find((key) => !known.has(key) && suggest(key, known) === code);
}

/** An acknowledgement with fewer reasons than findings may hide one that has come in since it was written; one with more has lost some. */
function miscounted(code: string, allow: Allow, findings: readonly Diagnostic[], mayLack: boolean, location: Location): Diagnostic[] {
  const reasons = [allow[code]].flat().length;
  if (findings.length === 1 && reasons === 1) return [];
  // What is printed once in each of several years is found in each of them, at one place.
  const places = new Map(
    findings.map((one) => [`${one.location.span.file.path}:${one.location.span.start}:${one.location.span.end}`, one]),
  );
  const count = places.size;
  if ((count === reasons && count > 0) || (count <= reasons && mayLack)) return [];
  const check = checks[count > reasons ? 'shared-allow' : 'unused-allow'];
  const message =
    count === 0
      ? { ja: `\`allow\` の \`${code}\` に当たる指摘がありません`, en: `nothing is found that \`${code}\` could acknowledge` }
      : {
          ja: `\`allow\` の \`${code}\` は理由が${reasons}つで、当たる指摘は${count}つです`,
          en: `\`${code}\` has ${counted(reasons, 'reason')} and acknowledges ${counted(count, 'finding')}`,
        };
  const related = [...places.values()].map((one) => ({ message: one.message, location: one.location }));
  return [{ code: check.code, severity: check.severity, message, help: check.cure, location, related }];
}

type Allowing = { allow: Allow; location: Location };

/** Everything that acknowledges something, each `allow` once. */
function acknowledging(roadmap: Roadmap): readonly Allowing[] {
  const things: Allowing[] = [];
  const seen = new Set<object>();
  const add = (thing: Allowing) => {
    // Few things do.
    if (isEmpty(thing.allow) || seen.has(thing.allow)) return;
    seen.add(thing.allow);
    things.push(thing);
  };
  add(roadmap.plan);
  roadmap.chapters.forEach(add);
  sectionsOf(roadmap).forEach(add);
  for (const item of itemsOf(roadmap)) {
    add(item);
    if (item.kind === 'track') item.phases.forEach(add);
  }
  kpisOf(roadmap).forEach(add);
  roadmap.departments.forEach(add);
  roadmap.reports.forEach(add);
  roadmap.checks.forEach(add);
  return things;
}
