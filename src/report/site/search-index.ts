import type { Kpi, Measure, Phase, ProgressReport, Roadmap, Section, Track } from '../../model/roadmap.js';
import { heading, itemsOf, kpisOf, measuresOf, milestonesOf, notesOf, phasesOf, sectionsOf, tracksOf } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import { acknowledgedOf } from '../acknowledged.js';
import type { AddressOf } from '../addresses.js';
import { nameOf, placeName } from '../names.js';
import { dateWords, periodWords, yearWords } from '../period-words.js';
import { type Words, wordsOf } from '../words.js';
import type { SearchEntry } from './site.js';

/**
 * Every text of a plan that a reader may look for, in document order within its kind: headings first, what was judged and reported last, with
 * the word for what it is. `address` is that of what a text speaks of, `reportAddress` that of a report itself.
 */
export function searchEntries(roadmap: Roadmap, lang: Lang, address: AddressOf, reportAddress: AddressOf): SearchEntry[] {
  const words = wordsOf(lang);
  const entries = [
    ...roadmap.chapters.map((chapter) => entry(heading(chapter), '', address(chapter))),
    ...sectionsOf(roadmap).map((section) => entry(heading(section), heading(section.chapter), address(section))),
    ...measuresOf(roadmap).map((measure) => {
      const { parent, section, corrected, variants } = measure;
      return entry(heading(measure), heading(parent ?? section), address(measure), corrected, ...variants.map(({ text }) => text));
    }),
    ...tracksOf(roadmap).flatMap((track) => (track.label ? [entry(track.label, heading(track.measure), address(track))] : [])),
    ...phasesOf(roadmap).map((phase) =>
      entry(phase.text, `${placeName(phase.track)} ${periodWords(phase.period, lang)}`, address(phase), phase.corrected),
    ),
    ...milestonesOf(roadmap).map((milestone) =>
      entry(milestone.text, dated(placeName(milestone.on), milestone.date, lang), address(milestone)),
    ),
    ...kpisOf(roadmap).map((kpi) => entry(kpi.name, nameOf(kpi.on), address(kpi), kpi.printed)),
    ...notesOf(roadmap).map(({ note, on }) => entry(`※ ${note.text}`, nameOf(on), address(on))),
    ...roadmap.departments.map((department) => entry(department.fullName, '', address(department))),
    ...[...sectionsOf(roadmap), ...itemsOf(roadmap), ...phasesOf(roadmap), ...kpisOf(roadmap)].flatMap((thing) =>
      reasonsOf(thing, roadmap, words).map((reason) => entry(reason, placeOf(thing), address(thing))),
    ),
    ...roadmap.reports.flatMap((report) =>
      reported(report, words).map((text) =>
        entry(text, `${nameOf(report.on)} ${yearWords(report.fy, lang).seireki}`, reportAddress(report)),
      ),
    ),
  ];
  return entries.flatMap(({ href, ...rest }) => (href === undefined ? [] : [{ ...rest, href }]));
}

function dated(place: string, date: string | undefined, lang: Lang): string {
  return date === undefined ? place : `${place} ${dateWords(date, lang)}`;
}

/** The heading that a thing stands under. */
function placeOf(thing: Section | Measure | Track | Phase | Kpi): string {
  if (thing.kind === 'phase') return placeName(thing.track);
  if (thing.kind === 'kpi') return nameOf(thing.on);
  return heading(thing.kind === 'track' ? thing.measure : thing);
}

/** Why a thing is read as it is, and what was acknowledged of it. */
function reasonsOf(thing: Section | Measure | Track | Phase | Kpi, roadmap: Roadmap, words: Words): string[] {
  const judged = thing.kind === 'phase' ? thing.reason : thing.kind === 'measure' || thing.kind === 'track' ? thing.judged : undefined;
  return [
    ...(judged ? [`${words.judged}: ${judged}`] : []),
    ...acknowledgedOf(thing, roadmap).map(
      ({ contradiction, reason }) => `${contradiction ? words.contradiction : words.acknowledged}: ${reason}`,
    ),
  ];
}

function reported({ done, obstacles, next, evidence, verdictReason }: ProgressReport, words: Words): string[] {
  const told = [
    [words.done, done],
    [words.obstacles, obstacles],
    [words.nextSteps, next],
    ...evidence.map((source) => [words.evidence, source]),
    [words.verdict, verdictReason],
  ];
  return told.flatMap(([label, text]) => (text ? [`${label}: ${text}`] : []));
}

/** Texts are matched folded by NFKC, in lower case and without spaces, with what else they are found by; 〜 and ～ stay two characters. */
function entry(text: string, context: string, href: string | undefined, ...also: (string | undefined)[]) {
  return { text, folded: foldAsThePage([text, ...also.filter(Boolean)].join('\n')), context, href };
}

function foldAsThePage(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/ +/g, '');
}
