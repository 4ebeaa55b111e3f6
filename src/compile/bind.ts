import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean, suggest } from '../diagnostics/suggest.js';
import { byDay, dayOf } from '../model/day.js';
import type { Chapter, Department, Plan, ProgressReport, Roadmap, Vocabulary, WordingCheck } from '../model/roadmap.js';
import { vocabularies } from '../model/vocabularies.js';
import { isWithin } from '../model/walk.js';
import type { DepartmentsData, PlanData } from '../schema/author.js';
import { Location } from '../source/location.js';
import { bindNotes, bindSection } from './bind-section.js';
import { Binder, type Naming } from './binder.js';
import type { ParsedPlan } from './parse-files.js';
import type { Parsed } from './plan-reading.js';

/**
 * Binds the parts of a plan to one another: data of the right shape becomes the model, ids become references. `contradictions`: the codes of
 * the rules that find where the document does not agree with itself.
 */
export function bind(
  parsed: ParsedPlan,
  contradictions: ReadonlySet<string>,
): { value: Roadmap; namings: () => readonly Naming[]; diagnostics: Diagnostic[] } {
  const binder = new Binder(parsed);
  const plan = bindPlan(parsed, binder);
  const departments = parsed.departments ? bindDepartments(parsed.departments, binder) : [];
  const chapters = bindChapters(parsed, plan, binder);
  const reports = bindReports(parsed, binder);
  const checks = bindChecks(parsed, binder);
  binder.settle();
  countActuals(reports);
  for (const department of departments) department.fullName = fullName(department);
  const roadmap: Roadmap = {
    plan,
    chapters,
    departments,
    reports,
    checks,
    byId: binder.byId,
    // A reference that is dropped takes what rests on it along.
    complete: parsed.complete && binder.diagnostics.length === 0,
    unlisted: parsed.unlisted.map((file) => new Location(file)),
    allListedFound: parsed.allListedFound,
    contradictions,
  };
  return { value: roadmap, namings: () => binder.namings(), diagnostics: binder.diagnostics };
}

function bindPlan({ dir, name, plan: { file, data } }: ParsedPlan, binder: Binder): Plan {
  const location = new Location(file);
  const { id, title, edition, window, notes, rules, vocabulary, editions, source, allow } = data;
  const about: Plan['about'] = {};
  for (const key of [
    'description',
    'publisher',
    'contact',
    'licence',
    'licenceUrl',
    'frequency',
    'spatial',
    'language',
    'url',
    'tags',
  ] as const) {
    if (data[key] !== undefined) Object.assign(about, { [key]: data[key] });
  }
  if (source) about.source = defined(source);
  return {
    kind: 'plan',
    id: id ?? name ?? idOfFolder(dir),
    title,
    edition,
    window,
    notes: bindNotes(notes, location),
    about,
    rules: Object.fromEntries(
      Object.entries(rules ?? {}).map(([code, setting]) => {
        const at = location.at('rules', code);
        if (typeof setting === 'string') return [code, { severity: setting, location: at }];
        const { severity, ...options } = setting;
        return [code, { ...(severity && { severity }), options: options as Record<string, string | string[]>, location: at }];
      }),
    ),
    vocabulary: readVocabulary(vocabulary, location, binder),
    editions: (editions ?? []).map((entry, index) => ({ ...defined(entry), location: location.at('editions', index) })),
    allow: allow ?? {},
    location,
  };
}

function bindDepartments({ file, data, origins }: Parsed<DepartmentsData>, binder: Binder): Department[] {
  const top = new Location(file);
  return data.departments.map((entry, index) => {
    const location = top.at('departments', origins.get('departments')?.[index] ?? index);
    const { id, name, parent, was, from, allow } = entry;
    const department: Department = {
      kind: 'department',
      id,
      name,
      fullName: name,
      ...(was && { was }),
      from: from ?? [],
      allow: allow ?? {},
      location,
    };
    binder.declare(department);
    if (parent) {
      binder.resolve(parent, ['department'], location.at('parent'), (found) => {
        if (isWithin(found, department)) {
          binder.report(
            'known-references',
            { ja: `\`${id}\` の上の組織が自分自身に戻っています`, en: `\`${id}\` is its own parent in the end` },
            location.at('parent'),
          );
        } else department.parent = found;
      });
    }
    return department;
  });
}

function bindChapters(parsed: ParsedPlan, plan: Plan, binder: Binder): Chapter[] {
  const { data, file } = parsed.plan;
  const top = new Location(file);
  const bound = new Set<string>();
  return data.chapters.map(({ id, number, title, allow, sections }, index) => {
    const chapter: Chapter = {
      kind: 'chapter',
      id,
      ...(number && { number }),
      title,
      sections: [],
      allow: allow ?? {},
      location: top.at('chapters', index),
    };
    binder.declare(chapter);
    for (const name of sections) {
      const section = bound.has(name) ? undefined : parsed.sections.get(name);
      bound.add(name);
      if (section) chapter.sections.push(bindSection(section, chapter, plan, data.columns ?? 'year', binder));
    }
    return chapter;
  });
}

function bindReports(parsed: ParsedPlan, binder: Binder): ProgressReport[] {
  const reports: ProgressReport[] = [];
  for (const { file, data, origins } of parsed.reports) {
    const top = new Location(file);
    for (const [index, entry] of (data.reports ?? []).entries()) {
      const location = top.at('reports', origins.get('reports')?.[index] ?? index);
      const { on, evidence, by = data.by, asOf = data.asOf, actuals, declared, allow, ...words } = entry;
      binder.resolve(on, ['track', 'measure'], location.at('on'), (target) => {
        const report: ProgressReport = {
          kind: 'report',
          fy: data.fy,
          on: target,
          ...defined(words),
          evidence: evidence ?? [],
          ...(asOf && { asOf }),
          actuals: [],
          declared: [],
          allow: allow ?? {},
          location,
        };
        if (by)
          binder.resolve(by, ['department'], entry.by ? location.at('by') : top.at('by'), (department) => {
            report.by = department;
          });
        for (const [id, values] of Object.entries(actuals ?? {})) {
          binder.resolve(id, ['kpi'], location.at('actuals').key(id), (kpi) => {
            for (const [date, value] of Object.entries(values))
              report.actuals.push({ kpi, date, value, location: location.at('actuals', id, date) });
          });
        }
        for (const [id, standing] of Object.entries(declared ?? {})) {
          binder.resolve(id, ['kpi'], location.at('declared').key(id), (kpi) => {
            kpi.declarations.push({ fy: data.fy, on: target, standing });
            report.declared.push({ kpi, standing });
          });
        }
        reports.push(report);
      });
    }
  }
  return reports;
}

/**
 * The figures of the reports count as actuals of their KPIs, beside those that the plan itself states, by date. What is said of a date twice is
 * there once; two values of one date both stay, which is a finding (`actuals-agree`).
 */
function countActuals(reports: readonly ProgressReport[]): void {
  const figures = reports.flatMap(({ actuals }) => actuals);
  for (const { kpi, date, value, location } of figures)
    if (!kpi.actuals.some((known) => dayOf(known.date) === dayOf(date) && known.value === value))
      kpi.actuals.push({ date, value, location });
  for (const kpi of new Set(figures.map(({ kpi: one }) => one))) kpi.actuals.sort(byDay);
}

function bindChecks(parsed: ParsedPlan, binder: Binder): WordingCheck[] {
  const checks: WordingCheck[] = [];
  for (const { file, data, origins } of parsed.reports) {
    const top = new Location(file);
    for (const [index, { on, by, allow, ...words }] of (data.checks ?? []).entries()) {
      const location = top.at('checks', origins.get('checks')?.[index] ?? index);
      binder.resolve(on, ['track', 'measure'], location.at('on'), (target) => {
        const check: WordingCheck = { kind: 'check', fy: data.fy, on: target, ...defined(words), allow: allow ?? {}, location };
        if (by)
          binder.resolve(by, ['department'], location.at('by'), (department) => {
            check.by = department;
          });
        checks.push(check);
      });
    }
  }
  return checks;
}

function readVocabulary(written: PlanData['vocabulary'], location: Location, binder: Binder): Vocabulary {
  const usual = vocabularies['kisei-kaikaku'] as Vocabulary;
  if (written === undefined) return usual;
  if (typeof written === 'string') {
    const ready = Object.hasOwn(vocabularies, written) && vocabularies[written];
    if (ready) return ready;
    const names = Object.keys(vocabularies);
    const meant = suggest(written, names);
    binder.report(
      'known-references',
      { ja: `\`${written}\` という語彙はありません`, en: `there is no vocabulary \`${written}\`` },
      location.at('vocabulary'),
      [],
      meant
        ? didYouMean(meant)
        : {
            ja: `用意のあるもの: ${names.join('、')}。ほかの語は { name, status, verdict } で書きます`,
            en: `ready: ${names.join(', ')}; other words are written as { name, status, verdict }`,
          },
      meant,
    );
    return { name: written, status: [], verdict: [] };
  }
  const terms = (list: typeof written.status | undefined) =>
    (list ?? []).map((term) =>
      typeof term === 'string' ? { term, means: 'none' as const } : { term: term.term, means: term.means ?? ('none' as const) },
    );
  return { name: written.name, status: terms(written.status), verdict: terms(written.verdict) };
}

/** The name behind those of the departments around it, without a space as Japanese is written; between two Latin names stands one. */
function fullName({ parent, name }: Department): string {
  const around = parent ? fullName(parent) : '';
  return around + (/[\w.,)]$/.test(around) && /^[\w(]/.test(name) ? ' ' : '') + name;
}

/** The folder's own name, where its reader does not tell it: `plans/tokyo` is `tokyo`. */
function idOfFolder(dir: string): string {
  return dir.replace(/^.*:/, '').replace(/\/+$/, '').split('/').at(-1) || 'roadmap';
}

/** The entry without the keys that hold undefined. */
function defined<T extends object>(entry: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
