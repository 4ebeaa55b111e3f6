import type { Diagnostic, Finding } from '../diagnostics/diagnostic.js';
import { didYouMean, suggest } from '../diagnostics/suggest.js';
import { ofLast } from '../model/of-last.js';
import type { Allow, Plan, Roadmap } from '../model/roadmap.js';
import { itemsOf, kpisOf, sectionsOf } from '../model/walk.js';
import type { Rule, RuleOptions } from '../rules/rule.js';
import { checks as shapeChecks } from '../schema/checks.js';
import type { Location } from '../source/location.js';
import { checks as yamlChecks } from '../yaml/checks.js';
import { checks } from './checks.js';

export interface CheckRulesOptions {
  /** Only these codes of rules are checked. */
  only?: readonly string[];
  /** Only rules that could find an error are checked: what a build has to know. */
  errorsOnly?: boolean;
  /** Is told what a rule throws, and the others are checked; without it the error is thrown on. */
  ruleFailed?: (error: unknown) => void;
}

/** Runs the rules as the plan sets them, and holds the findings against the acknowledgements in the data. */
export function checkRules(
  roadmap: Roadmap,
  rules: readonly Rule[],
  { only, errorsOnly = false, ruleFailed }: CheckRulesOptions = {},
): { diagnostics: Diagnostic[] } {
  const { plan } = roadmap;
  const diagnostics: Diagnostic[] = [];
  const found: { rule: Rule; diagnostic: Diagnostic; on?: object; against?: readonly object[] }[] = [];
  /** What each acknowledgement covers. */
  const covered = new Map<string, Diagnostic[]>();
  const known = codesOf(rules);
  const asked = new Set<string>();
  for (const { rule, severity, options } of (isEmpty(plan.rules) ? usualQuestions : questionsFor)(rules, plan.rules, only, errorsOnly)) {
    try {
      for (const finding of rule.check(roadmap, options)) {
        const diagnostic = toDiagnostic(rule, severity, finding);
        const { on, against } = finding;
        found.push({ rule, diagnostic, ...(on && { on }), ...(against && { against }) });
      }
      asked.add(rule.code);
    } catch (error) {
      if (!ruleFailed) throw error;
      ruleFailed(error);
    }
  }
  const rows = new Map<object, Set<string>>();
  for (const { rule, diagnostic, on } of found) {
    if (!on || diagnostic.acknowledged !== undefined) continue;
    const codes = rows.get(rowOf(on)) ?? new Set();
    rows.set(rowOf(on), codes.add(rule.code));
  }
  for (const { rule, diagnostic, on, against = [] } of found) {
    const codes = new Set([...(on ? [on] : []), ...against].flatMap((thing) => [...(rows.get(rowOf(thing)) ?? [])]));
    if (diagnostic.acknowledged === undefined && rule.yieldsTo?.some((code) => codes.has(code))) continue;
    diagnostics.push(diagnostic);
  }
  for (const [code, { location }] of Object.entries(plan.rules)) {
    const rule = rules.find((one) => one.code === code);
    if (!rule) diagnostics.push(unknownRule(code, location.key(), known));
    else diagnostics.push(...faultyOptions(rule, plan.rules[code]?.options ?? {}, location));
  }
  for (const thing of acknowledging(roadmap)) {
    const { allow, location } = thing;
    for (const code in allow) {
      const at = location.at('allow').key(code);
      if (!known.has(code)) diagnostics.push({ ...unknownRule(code, at, known), severity: 'warning' });
      else if (asked.has(code)) {
        // Beside another fault of its row an acknowledgement may only have lost what it stands for.
        const mayLack = !roadmap.complete || rows.has(rowOf(thing));
        diagnostics.push(...miscounted(code, allow, covered.get(keyOf(allow, code)) ?? [], mayLack, at));
      }
    }
  }
  return { diagnostics };

  function toDiagnostic(rule: Rule, severity: Diagnostic['severity'], finding: Finding): Diagnostic {
    const { message, location, related = [], help = rule.cure, fix, suggestion, on } = finding;
    const code = on && allowedAs(rule.code, on.allow, known);
    // An empty list gives no reason, and acknowledges nothing.
    const reason = (code !== undefined && on?.allow[code]?.length && on.allow[code]) || undefined;
    const diagnostic: Diagnostic = {
      code: rule.code,
      severity,
      message,
      location,
      related,
      help,
      ...(fix && { fix }),
      ...(suggestion !== undefined && { suggestion }),
      ...(reason !== undefined && { acknowledged: typeof reason === 'string' ? reason : reason.join(' / ') }),
    };
    if (on && reason !== undefined) {
      const key = keyOf(on.allow, rule.code);
      covered.set(key, [...(covered.get(key) ?? []), diagnostic]);
    }
    return diagnostic;
  }
}

/** A rule that is asked, and how. */
interface Question {
  rule: Rule;
  severity: Diagnostic['severity'];
  options: RuleOptions;
}

function questionsFor(
  rules: readonly Rule[],
  settings: Plan['rules'],
  only: readonly string[] | undefined,
  errorsOnly: boolean,
): Question[] {
  const severityOf = ({ code, severity }: Rule) => settings[code]?.severity ?? severity;
  /** What an error yields to decides whether it is one. */
  const decisive =
    errorsOnly && new Set(rules.flatMap((rule) => (severityOf(rule) === 'error' ? [rule.code, ...(rule.yieldsTo ?? [])] : [])));
  return rules.flatMap((rule): Question[] => {
    const setting = settings[rule.code];
    const severity = severityOf(rule);
    if (severity === 'off' || (only && !only.includes(rule.code)) || (decisive && !decisive.has(rule.code))) return [];
    const options = setting?.options ?? {};
    if (setting && faultyOptions(rule, options, setting.location).length > 0) return [];
    return [{ rule, severity, options }];
  });
}

let usual: { rules: readonly Rule[]; only: readonly string[] | undefined; errorsOnly: boolean; questions: readonly Question[] } | undefined;

/** What is asked of plans that set no rule: of one after the other the same. */
function usualQuestions(...asked: Parameters<typeof questionsFor>): readonly Question[] {
  const [rules, , only, errorsOnly] = asked;
  if (usual?.rules !== rules || usual.only !== only || usual.errorsOnly !== errorsOnly)
    usual = { rules, only, errorsOnly, questions: questionsFor(...asked) };
  return usual.questions;
}

/** Of one plan after the other the same rules are asked. */
const codesOf = ofLast((rules: readonly Rule[]): ReadonlySet<string> => new Set(rules.map(({ code }) => code)));

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

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The row that a thing belongs to, else the thing itself. A phase that is written once has one `allow`, however many years it is printed in. */
function rowOf(thing: object): object {
  return 'track' in thing && typeof thing.track === 'object' && thing.track !== null ? thing.track : thing;
}

/** The key of an `allow` that acknowledges a rule: its code, or what is told as a misspelling of it. */
function allowedAs(code: string, allow: Allow, known: ReadonlySet<string>): string | undefined {
  if (Object.hasOwn(allow, code)) return code;
  return Object.keys(allow).find((key) => !known.has(key) && suggest(key, known) === code);
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

/** The options of a plan that the rule does not know, and values of another kind than the rule declares. */
function faultyOptions(rule: Rule, options: RuleOptions, location: Location): Diagnostic[] {
  const { severity, cure } = checks['known-rules'];
  const known = rule.options ?? {};
  return Object.entries(options).flatMap(([name, value]): Diagnostic[] => {
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) {
      const meant = suggest(name, ['severity', ...Object.keys(known)]);
      return [
        {
          code: 'known-rules',
          severity,
          message: {
            ja: `規則 \`${rule.code}\` に \`${name}\` という設定はありません`,
            en: `the rule \`${rule.code}\` has no option \`${name}\``,
          },
          help: meant ? didYouMean(meant) : cure,
          location: location.key(name),
          related: [],
        },
      ];
    }
    const isRight = option.kind === 'words' || (typeof value === 'string' && /^[1-9]\d*$/.test(value));
    if (isRight) return [];
    return [
      {
        code: 'known-rules',
        severity,
        message: { ja: `設定 \`${name}\` は1以上の整数です`, en: `the option \`${name}\` is a whole number from 1` },
        help: {
          ja: `半角の数字で書いてください（書かなければ ${String(option.default)}）`,
          en: `write it in half-width digits (${String(option.default)} where nothing is said)`,
        },
        location: location.at(name),
        related: [],
      },
    ];
  });
}

/** What is checked before the rules, and without which they cannot be. */
const always = { ...yamlChecks, ...shapeChecks, ...checks };

function unknownRule(code: string, location: Location, known: ReadonlySet<string>): Diagnostic {
  const meant = suggest(code, known);
  const { severity, cure } = checks['known-rules'];
  if (Object.hasOwn(always, code)) {
    return {
      code: 'known-rules',
      severity,
      message: {
        ja: `\`${code}\` はいつも調べるもので、設定も承知もできません`,
        en: `\`${code}\` is always checked, and cannot be set or allowed`,
      },
      help: { ja: 'この行を消し、指摘された所を直してください', en: 'remove this, and mend what is found' },
      location,
      related: [],
    };
  }
  return {
    code: 'known-rules',
    severity,
    message: { ja: `\`${code}\` という規則はありません`, en: `there is no rule \`${code}\`` },
    help: meant ? didYouMean(meant) : cure,
    ...(meant !== undefined && { suggestion: meant }),
    location,
    related: [],
  };
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

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}
