import type { Location } from '../source/location.js';
import type { KeyPath } from '../source/source-file.js';
import type { Allow, Roadmap } from './roadmap.js';
import { isFirstOfSeries } from './series.js';
import { type PlanText, textAt } from './texts.js';
import { itemsOf, kpisOf, phasesOf, sectionsOf } from './walk.js';

type Holder = { readonly location: Location; readonly allow: Allow };

/**
 * The texts in which a pattern matches, of those that an author writes beside those of `textsWith`: numbers, promises, reasons, references,
 * what the plan says of itself, and what is printed where a correction is read. They are many, and hardly one is ever asked for.
 */
export function sideTextsWith(roadmap: Roadmap, pattern: RegExp): PlanText[] {
  const texts: PlanText[] = [];
  const look = (text: string | undefined, on: Holder, ...path: KeyPath) => {
    if (text !== undefined && pattern.test(text)) texts.push(textAt(text, on.location.at(...path), on));
  };
  const lookIn = (record: Readonly<Record<string, string | readonly string[]>>, on: Holder, key: string) => {
    for (const name in record) {
      const value = record[name];
      if (typeof value === 'string') look(value, on, key, name);
      else for (const [index, text] of (value ?? []).entries()) look(text, on, key, name, index);
    }
  };
  const { plan } = roadmap;
  for (const [key, value] of Object.entries(plan.about)) {
    if (typeof value === 'string') look(value, plan, key);
    else
      for (const [inner, text] of Object.entries(value))
        if (typeof text === 'string') look(text, plan, key, key === 'tags' ? Number(inner) : inner);
  }
  for (const { edition, from, location } of plan.editions) {
    look(edition, { location, allow: plan.allow }, 'edition');
    look(from, { location, allow: plan.allow }, 'from');
  }
  lookIn(plan.allow, plan, 'allow');
  for (const chapter of roadmap.chapters) {
    look(chapter.number, chapter, 'number');
    lookIn(chapter.allow, chapter, 'allow');
  }
  for (const section of sectionsOf(roadmap)) {
    look(section.number, section, 'number');
    lookIn(section.refs, section, 'refs');
    lookIn(section.allow, section, 'allow');
  }
  for (const item of itemsOf(roadmap)) {
    if (item.kind === 'measure') {
      look(item.number, item, 'number');
      if (item.corrected !== undefined) look(item.title, item, 'title');
    }
    look(item.judged, item, 'judged');
    look(item.changed, item, 'changed');
    lookIn(item.refs, item, 'refs');
    lookIn(item.allow, item, 'allow');
  }
  for (const phase of phasesOf(roadmap)) {
    if (!isFirstOfSeries(phase)) continue;
    if (phase.corrected !== undefined) look(phase.text, phase, phase.written);
    for (const { text, location } of phase.dues) if (pattern.test(text)) texts.push(textAt(text, location, phase));
    look(phase.reason, phase, 'reason');
    look(phase.changed, phase, 'changed');
    lookIn(phase.allow, phase, 'allow');
  }
  for (const kpi of kpisOf(roadmap)) {
    look(kpi.unit, kpi, 'unit');
    look(kpi.changed, kpi, 'changed');
    lookIn(kpi.allow, kpi, 'allow');
  }
  for (const department of roadmap.departments) lookIn(department.allow, department, 'allow');
  for (const report of roadmap.reports) {
    look(report.status, report, 'status');
    look(report.verdict, report, 'verdict');
    for (const [index, text] of report.evidence.entries()) look(text, report, 'evidence', index);
    lookIn(report.allow, report, 'allow');
  }
  for (const check of roadmap.checks) {
    look(check.edition, check, 'edition');
    look(check.comment, check, 'comment');
    lookIn(check.allow, check, 'allow');
  }
  return texts;
}
