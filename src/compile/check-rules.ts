import type { Diagnostic, Finding } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import type { Roadmap } from '../model/roadmap.js';
import { itemsOf, kpisOf, sectionsOf } from '../model/walk.js';
import type { Rule } from '../rules/rule.js';
import type { Location } from '../source/location.js';
import { checks } from './checks.js';

/** Runs the rules as the plan sets them, and holds the findings against the acknowledgements in the data. */
export function checkRules(roadmap: Roadmap, rules: readonly Rule[], only?: readonly string[]): { diagnostics: Diagnostic[] } {
  const { plan } = roadmap;
  const diagnostics: Diagnostic[] = [];
  const used = new Set<string>();
  const known = new Set(rules.map(({ code }) => code));
  const asked = new Set<string>();
  for (const rule of rules) {
    const setting = plan.rules[rule.code];
    const severity = setting?.severity ?? rule.severity;
    if (severity === 'off' || (only && !only.includes(rule.code))) continue;
    asked.add(rule.code);
    for (const finding of rule.check(roadmap, setting?.options ?? {})) diagnostics.push(toDiagnostic(rule, severity, finding, used));
  }
  for (const [code, { location }] of Object.entries(plan.rules)) {
    if (!known.has(code)) diagnostics.push(unknownRule(code, location.key(), known));
  }
  for (const { allow, location } of acknowledging(roadmap)) {
    for (const code of Object.keys(allow)) {
      const at = location.at('allow').key(code);
      if (!known.has(code)) diagnostics.push({ ...unknownRule(code, at, known), severity: 'warning' });
      else if (roadmap.complete && asked.has(code) && !used.has(keyOf(allow, code))) {
        const { severity, summary, cure } = checks['unused-allow'];
        diagnostics.push({
          code: 'unused-allow',
          severity,
          message: { ja: `\`allow\` の \`${code}\` に当たる指摘がありません`, en: `nothing is found that \`${code}\` could acknowledge` },
          help: cure ?? summary,
          location: at,
          related: [],
        });
      }
    }
  }
  return { diagnostics };

  function toDiagnostic(rule: Rule, severity: Diagnostic['severity'], finding: Finding, marks: Set<string>): Diagnostic {
    const { message, location, related = [], help = rule.cure, fix, suggestion, on } = finding;
    const reason = on && Object.hasOwn(on.allow, rule.code) ? on.allow[rule.code] : undefined;
    if (on && reason !== undefined) marks.add(keyOf(on.allow, rule.code));
    return {
      code: rule.code,
      severity,
      message,
      location,
      related,
      help,
      ...(fix && { fix }),
      ...(suggestion !== undefined && { suggestion }),
      ...(reason !== undefined && { acknowledged: reason }),
    };
  }
}

const numbers = new WeakMap<object, number>();
let next = 0;

/** One key for one acknowledgement: the `allow` of a thing is one object, whoever shares it. */
function keyOf(allow: object, code: string): string {
  let number = numbers.get(allow);
  if (number === undefined) {
    number = next++;
    numbers.set(allow, number);
  }
  return `${number}:${code}`;
}

function unknownRule(code: string, location: Location, known: ReadonlySet<string>): Diagnostic {
  const meant = suggest(code, known);
  const { severity, cure } = checks['known-rules'];
  return {
    code: 'known-rules',
    severity,
    message: { ja: `\`${code}\` という規則はありません`, en: `there is no rule \`${code}\`` },
    help: meant ? { ja: `\`${meant}\` のことですか？`, en: `did you mean \`${meant}\`?` } : cure,
    ...(meant !== undefined && { suggestion: meant }),
    location,
    related: [],
  };
}

/** Everything that can carry an `allow`, each once. */
function* acknowledging(roadmap: Roadmap): Iterable<{ allow: Readonly<Record<string, string>>; location: Location }> {
  yield roadmap.plan;
  yield* roadmap.chapters;
  yield* sectionsOf(roadmap);
  const seen = new Set<object>();
  for (const item of itemsOf(roadmap)) {
    yield item;
    if (item.kind !== 'track') continue;
    for (const phase of item.phases) {
      if (seen.has(phase.allow)) continue;
      seen.add(phase.allow);
      yield phase;
    }
  }
  yield* kpisOf(roadmap);
  yield* roadmap.departments;
  yield* roadmap.reports;
}
