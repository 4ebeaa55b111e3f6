import { basename, join } from 'node:path';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Rule } from '../../rules/rule.js';
import { idPattern } from '../../schema/scalars.js';
import type { Span } from '../../source/source-file.js';
import { CallError, type Host } from '../host.js';
import { reasonOf } from '../reason-of.js';

/** The rules that the ES modules of a folder export, by file name. A module is run only where its folder was named by the caller. */
export async function loadRules(host: Host, folder: unknown): Promise<Rule[]> {
  if (typeof folder !== 'string') return [];
  return loadModules(host, modulesIn(host, folder), (fault) => {
    throw fault;
  });
}

/** The same, but what cannot be loaded is told and left out. */
export async function loadSoundRules(host: Host, folder: unknown, tell: (fault: CallError) => void): Promise<Rule[]> {
  try {
    return typeof folder === 'string' ? await loadModules(host, modulesIn(host, folder), tell) : [];
  } catch (error) {
    tell(callFault(error));
    return [];
  }
}

function modulesIn(host: Host, folder: string): string[] {
  if (!host.isFolder(folder))
    throw new CallError(
      host.exists(folder)
        ? { ja: `\`${folder}\` はフォルダではありません`, en: `\`${folder}\` is no folder` }
        : { ja: `規則のフォルダ \`${folder}\` がありません`, en: `there is no folder of rules \`${folder}\`` },
      { ja: '規則のモジュールのあるフォルダを指定してください', en: 'name the folder that holds the modules of rules' },
    );
  const names = host.list(folder).filter((name) => /\.m?js$/.test(name));
  if (names.length === 0)
    throw new CallError(
      { ja: `\`${folder}\` に規則のモジュール（.js, .mjs）がありません`, en: `there is no module of rules (.js, .mjs) in \`${folder}\`` },
      help,
    );
  return names.map((name) => join(folder, name));
}

async function loadModules(host: Host, paths: readonly string[], tell: (fault: CallError) => void): Promise<Rule[]> {
  const { allChecks } = await import('../../compile/all-checks.js');
  const rules: Rule[] = [];
  const origins = new Map(allChecks.map(({ code }) => [code, 'roadmap']));
  for (const path of paths) {
    try {
      for (const rule of await rulesOf(host, path)) {
        const other = origins.get(rule.code);
        if (other)
          throw fault(path, `規則 \`${rule.code}\` は \`${other}\` にもあります`, `the rule \`${rule.code}\` is also one of \`${other}\``);
        origins.set(rule.code, basename(path));
        rules.push(guarded(host, rule, path));
      }
    } catch (error) {
      tell(callFault(error));
    }
  }
  return rules;
}

function callFault(error: unknown): CallError {
  if (error instanceof CallError) return error;
  throw error;
}

const help = {
  ja: 'モジュールは `Rule` を default か名前つきで export します（docs/rules.md に例があります）',
  en: 'a module exports a `Rule`, as default or by name; docs/rules.md has an example',
};

function fault(path: string, ja: string, en: string): CallError {
  return new CallError({ ja: `\`${path}\`: ${ja}`, en: `\`${path}\`: ${en}` }, help);
}

async function rulesOf(host: Host, path: string): Promise<Rule[]> {
  let exported: unknown;
  try {
    exported = await host.importModule(path);
  } catch (error) {
    throw fault(path, `モジュールを読み込めません: ${reasonOf(error)}`, `the module cannot be loaded: ${reasonOf(error)}`);
  }
  if (!isObject(exported))
    throw fault(
      path,
      '読み込みが終わりません（`await` の待つものが来ません）',
      'loading never ends: what its `await` waits for does not come',
    );
  const values = [...new Set(Object.values(exported))].filter((value) => isObject(value) && 'check' in value);
  if (values.length === 0) throw fault(path, '規則を export していません', 'it exports no rule');
  return values.map((value) => {
    const wrong = faultOf(value as Record<string, unknown>);
    if (wrong) throw fault(path, `規則の \`${wrong}\` が正しくありません`, `\`${wrong}\` of the rule is missing or wrong`);
    return value as Rule;
  });
}

/** The first part of a rule that is not as the type `Rule` says. */
function faultOf(value: Record<string, unknown>): string | undefined {
  const { code, severity, summary, cure, check, contradiction, options } = value;
  if (typeof code !== 'string' || !idPattern.test(code)) return 'code';
  if (!['off', 'info', 'warning', 'error'].includes(severity as string)) return 'severity';
  if (!isBilingual(summary)) return 'summary';
  if (!isBilingual(cure)) return 'cure';
  if (typeof check !== 'function') return 'check';
  if (contradiction !== undefined && typeof contradiction !== 'boolean') return 'contradiction';
  if (options === undefined) return undefined;
  const right =
    isObject(options) &&
    Object.values(options).every(
      (one) => isObject(one) && isBilingual(one['summary']) && ['number', 'words'].includes(one['kind'] as string),
    );
  return right ? undefined : 'options';
}

/** The rule, its own faults told as those of its file. */
function guarded(host: Host, rule: Rule, path: string): Rule {
  return {
    ...rule,
    check(roadmap, options) {
      try {
        return host.runGuest(() => listOf(rule.check(roadmap, options)));
      } catch (error) {
        throw fault(
          path,
          `規則 \`${rule.code}\` が失敗しました: ${reasonOf(error)}`,
          `the rule \`${rule.code}\` failed: ${reasonOf(error)}`,
        );
      }
    },
  };
}

/** The findings that a rule gives, each held to what a finding is. */
function listOf(given: unknown): Finding[] {
  // Nobody waits for it: its own fault would end the program.
  if (given instanceof Promise) given.catch(() => undefined);
  if (typeof (given as Iterable<unknown> | undefined)?.[Symbol.iterator] !== 'function')
    throw new TypeError('check returns no list of findings (it cannot be async)');
  const findings = [...(given as Iterable<Finding>)];
  for (const finding of findings) {
    if (typeof finding !== 'object' || finding === null) throw new TypeError('a finding is no object');
    const wrong = findingFault(finding);
    if (wrong) throw new TypeError(`finding.${wrong}`);
  }
  return findings;
}

function findingFault(finding: Finding): string | undefined {
  const { message, location, related = [], help: cure, fix = [], suggestion, on, against = [] } = finding;
  if (!isBilingual(message)) return 'message';
  if (!isSpan(location?.span)) return 'location';
  if (!Array.isArray(related) || related.some((one) => !isBilingual(one?.message) || !isSpan(one?.location?.span))) return 'related';
  if (!Array.isArray(fix) || fix.some((edit) => !isSpan(edit?.span) || typeof edit?.text !== 'string')) return 'fix';
  if (suggestion !== undefined && typeof suggestion !== 'string') return 'suggestion';
  if (on !== undefined && !isObject(on?.allow)) return 'on';
  if (!Array.isArray(against) || !against.every(isObject)) return 'against';
  return cure === undefined || isBilingual(cure) ? undefined : 'help';
}

/** Whether it is a range inside a file's text. */
function isSpan(span: Partial<Span> | undefined): boolean {
  const { file, start = Number.NaN, end = Number.NaN } = span ?? {};
  if (typeof file?.text !== 'string' || typeof file.positionAt !== 'function') return false;
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= file.text.length;
}

function isBilingual(value: unknown): boolean {
  return isObject(value) && typeof value['ja'] === 'string' && typeof value['en'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
