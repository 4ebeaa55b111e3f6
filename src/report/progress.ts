import type { ProgressReport } from '../model/roadmap.js';
import { isFirstOfSeries } from '../model/series.js';
import { heading, measureOf, measurePath } from '../model/walk.js';
import { isWebAddress } from '../model/web-address.js';
import type { Lang } from '../source/lang.js';
import type { Slice } from '../transform/slice-roadmap.js';
import { type AddressOf, linked, reportId } from './addresses.js';
import { datedWords } from './kpi-words.js';
import type { ProgressEntry, ProgressGroup } from './lists.js';
import { dateWords, yearWords } from './period-words.js';
import { told } from './told.js';

/** What was reported in the years of a slice, by section in document order. */
export function progressOf(
  { roadmap, reports, fiscalYears: [first, last] }: Slice,
  lang: Lang,
  address: AddressOf = () => undefined,
): ProgressGroup[] {
  if (reports.length === 0) return [];
  const yearOf = ({ fy }: ProgressReport) => (first === last ? {} : { year: yearWords(fy, lang).seireki });
  return roadmap.chapters.flatMap(({ sections }) =>
    sections.flatMap((section): ProgressGroup[] => {
      const entries = section.measures.flatMap((measure) =>
        [measure, ...measure.tracks].flatMap((item) =>
          reports
            .filter(({ on }) => on === item)
            .map((report) => ({ ...entryOf(report, lang), ...yearOf(report), ...linked(address(report)) })),
        ),
      );
      return entries.length > 0 ? [{ heading: heading(section), entries }] : [];
    }),
  );
}

function entryOf(report: ProgressReport, lang: Lang): ProgressEntry {
  const { on, status, done, obstacles, next, evidence, asOf, by, verdict, verdictReason, actuals, declared } = report;
  return {
    id: reportId(report),
    heading: measurePath(measureOf(on)).map(heading).join(' ＞ '),
    row: on.kind === 'measure' ? [] : on.label ? [on.label] : on.phases.filter(isFirstOfSeries).map(({ text }) => text),
    ...(status && { status }),
    ...(done && { done }),
    ...(obstacles && { obstacles }),
    ...(next && { next }),
    evidence: evidence.map((text) => ({ text, ...(isWebAddress(text) && { href: text }) })),
    ...(asOf && { asOf: dateWords(asOf, lang) }),
    ...(by && { by: by.fullName }),
    ...(verdict && { verdict }),
    ...(verdictReason && { verdictReason }),
    actuals: actuals.map(({ kpi, date, value }) => told(`${kpi.name} `, datedWords({ value, date }, kpi.unit, lang))),
    declared: declared.map(({ kpi, standing }) => told(`${kpi.name} `, standing)),
  };
}
