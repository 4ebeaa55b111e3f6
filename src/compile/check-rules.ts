import type { Diagnostic, Finding } from '../diagnostics/diagnostic.js';
import { ofLast } from '../model/of-last.js';
import type { Roadmap } from '../model/roadmap.js';
import type { Rule } from '../rules/rule.js';
import { Acknowledgements } from './acknowledgements.js';
import { faultySettings, questionsFor } from './rule-settings.js';

export interface CheckRulesOptions {
  /** Only these codes of rules are checked. */
  only?: readonly string[];
  /** Only rules that could find an error are checked: what a build has to know. */
  errorsOnly?: boolean;
  /** Is told what a rule throws, and the others are checked; without it the error is thrown on. */
  ruleFailed?: (error: unknown) => void;
}

/** What a rule has found. */
interface Found {
  rule: Rule;
  diagnostic: Diagnostic;
  on?: object;
  against?: readonly object[];
}

/** Runs the rules as the plan sets them, and holds the findings against the acknowledgements in the data. */
export function checkRules(
  roadmap: Roadmap,
  rules: readonly Rule[],
  { only, errorsOnly = false, ruleFailed }: CheckRulesOptions = {},
): { diagnostics: Diagnostic[] } {
  const { plan } = roadmap;
  const known = codesOf(rules);
  const acknowledgements = new Acknowledgements(known);
  const found: Found[] = [];
  const asked = new Set<string>();
  for (const { rule, severity, options } of questionsFor(rules, plan.rules, only, errorsOnly)) {
    try {
      for (const finding of rule.check(roadmap, options)) {
        const diagnostic = toDiagnostic(rule, severity, finding, acknowledgements);
        const { on, against } = finding;
        found.push({ rule, diagnostic, ...(on && { on }), ...(against && { against }) });
      }
      asked.add(rule.code);
    } catch (error) {
      if (!ruleFailed) throw error;
      ruleFailed(error);
    }
  }
  const rows = openCodes(found);
  const diagnostics = [
    ...found.filter((one) => !yields(one, rows)).map(({ diagnostic }) => diagnostic),
    ...faultySettings(plan, rules, known),
    ...acknowledgements.faults(roadmap, asked, (thing) => rows.has(rowOf(thing))),
  ];
  return { diagnostics };
}

function toDiagnostic(rule: Rule, severity: Diagnostic['severity'], finding: Finding, acknowledgements: Acknowledgements): Diagnostic {
  const { message, location, related = [], help = rule.cure, fix, suggestion, on } = finding;
  const acknowledged = acknowledgements.reasonFor(rule.code, on);
  const diagnostic: Diagnostic = {
    code: rule.code,
    severity,
    message,
    location,
    related,
    help,
    ...(fix && { fix }),
    ...(suggestion !== undefined && { suggestion }),
    ...(acknowledged !== undefined && { acknowledged }),
  };
  if (on && acknowledged !== undefined) acknowledgements.cover(on, diagnostic);
  return diagnostic;
}

/** By row, the rules that have found something in it that nobody acknowledges. */
function openCodes(found: readonly Found[]): Map<object, Set<string>> {
  const rows = new Map<object, Set<string>>();
  for (const { rule, diagnostic, on } of found) {
    if (!on || diagnostic.acknowledged !== undefined) continue;
    const codes = rows.get(rowOf(on)) ?? new Set();
    rows.set(rowOf(on), codes.add(rule.code));
  }
  return rows;
}

/** Whether a finding only follows from what other rules have found in the same rows. */
function yields({ rule, diagnostic, on, against = [] }: Found, rows: ReadonlyMap<object, ReadonlySet<string>>): boolean {
  if (diagnostic.acknowledged !== undefined || !rule.yieldsTo) return false;
  const things = on ? [on, ...against] : against;
  return things.some((thing) => rule.yieldsTo?.some((code) => rows.get(rowOf(thing))?.has(code)));
}

/** The row that a thing belongs to, else the thing itself. A phase that is written once has one `allow`, however many years it is printed in. */
function rowOf(thing: object): object {
  return 'track' in thing && typeof thing.track === 'object' && thing.track !== null ? thing.track : thing;
}

/** Of one plan after the other the same rules are asked. */
const codesOf = ofLast((rules: readonly Rule[]): ReadonlySet<string> => new Set(rules.map(({ code }) => code)));
