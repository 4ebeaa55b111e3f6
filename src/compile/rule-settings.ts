import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean, suggest } from '../diagnostics/suggest.js';
import type { Plan } from '../model/roadmap.js';
import type { Rule, RuleOptions } from '../rules/rule.js';
import { checks as shapeChecks } from '../schema/checks.js';
import type { Location } from '../source/location.js';
import { checks as yamlChecks } from '../yaml/checks.js';
import { checks } from './checks.js';
import { isEmpty } from './is-empty.js';

// What a plan says of the rules themselves: how severe they are, with which options, or that they are off.

/** A rule that is asked, and how. */
interface Question {
  rule: Rule;
  severity: Diagnostic['severity'];
  options: RuleOptions;
}

let usual: { rules: readonly Rule[]; only: readonly string[] | undefined; errorsOnly: boolean; questions: readonly Question[] } | undefined;

/** The rules that are asked of a plan, as it sets them; of plans that set none, one after the other the same. */
export function questionsFor(...asked: Parameters<typeof readSettings>): readonly Question[] {
  const [rules, settings, only, errorsOnly] = asked;
  if (!isEmpty(settings)) return readSettings(...asked);
  if (usual?.rules !== rules || usual.only !== only || usual.errorsOnly !== errorsOnly)
    usual = { rules, only, errorsOnly, questions: readSettings(...asked) };
  return usual.questions;
}

function readSettings(
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

/** Faults of the settings of a plan: rules that are not there, and options that they do not have. */
export function faultySettings({ rules: settings }: Plan, rules: readonly Rule[], known: ReadonlySet<string>): Diagnostic[] {
  return Object.entries(settings).flatMap(([code, { location, options }]) => {
    const rule = rules.find((one) => one.code === code);
    return rule ? faultyOptions(rule, options ?? {}, location) : [unknownRule(code, location.key(), known)];
  });
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
          ...(meant !== undefined && { suggestion: meant }),
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

export function unknownRule(code: string, location: Location, known: ReadonlySet<string>): Diagnostic {
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
