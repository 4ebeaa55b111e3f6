import type { Kpi, Measure, Milestone, Phase, Roadmap, Section, Track } from '../../../model/roadmap.js';
import { isFirstOfSeries } from '../../../model/series.js';
import {
  heading,
  headingInPlan,
  kpisOf,
  leadsOf,
  measureOf,
  measuresOf,
  phasesOf,
  sectionOf,
  sectionsOf,
  tracksOf,
} from '../../../model/walk.js';
import type { Lang } from '../../../source/lang.js';
import { acknowledgedOf } from '../../acknowledged.js';
import { addressOf, paths } from '../../addresses.js';
import { nameOf, placeName } from '../../names.js';
import { periodWords } from '../../period-words.js';
import type { Records } from '../../records.js';
import { startsAtEdge } from '../../starts-at-edge.js';
import { column, planColumns } from '../../tables/columns.js';
import { table } from '../../tables/lay-out.js';
import type { Table } from '../../tables/table.js';
import { own, plain, type Told, told } from '../../told.js';
import { wordsOf } from '../../words.js';
import type { PageFiles } from '../page-files.js';
import type { Fact, ReadingLine, ReadingPage } from '../site.js';
import { siteWordsOf } from '../site-words.js';
import { mainPage } from './main-page.js';

/**
 * What the source does not say and what rests on judgement: every such place with its link and its reason. What is written once of a bar that is
 * printed each year is told once.
 */
export function readingPage(roadmap: Roadmap, lang: Lang, files: PageFiles): ReadingPage {
  const words = siteWordsOf(lang);
  const all = findAll(roadmap, lang);
  return {
    kind: 'reading',
    ...mainPage(paths.reading, words.readingTitle, paths.overview),
    files: files.of(
      paths.reading,
      readingTable(
        all.flatMap(({ id, found: list }) => list.map((one) => ({ ...one, subject: id }))),
        files.records,
      ),
    ),
    lists: all.map(({ id, found: list }) => {
      return {
        id: slug(id),
        heading: words[id],
        about: id === 'withoutActuals' ? '' : words[`${id}About`],
        count: list.length,
        // A short list shows itself at once.
        open: list.length <= 20,
        groups: sectionsOf(roadmap)
          .map((section) => ({
            heading: headingInPlan(section),
            rows: list.filter((one) => one.section === section).map(({ line }) => line),
          }))
          .filter(({ rows }) => rows.length > 0),
      };
    }),
  };
}

/** What is not printed and what was judged, as a table. */
function readingTable(found: readonly (Found & { subject: SubjectId })[], records: Pick<Records, 'plan'>): Table {
  const words = siteWordsOf('ja');
  const code = (subject: SubjectId) => subject.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return table<(typeof found)[number]>(
    'reading',
    '読み取りの注記。印字のないことと、判断したこと',
    [
      ...planColumns(records),
      column('subject', 'string', '何についての注記か', ({ subject }) => code(subject), {
        codes: Object.fromEntries(subjects.map(({ id }) => [code(id), words[id]])),
        required: true,
      }),
      column('item_id', 'string', '注記が指すもののID', ({ id }) => id, { required: true }),
      column('section_id', 'string', '節のID', ({ section }) => section.id, { required: true }),
      column('section_name', 'string', '節の見出し（番号と題）', ({ section }) => heading(section), { required: true }),
      column('measure_name', 'string', '施策（節の注記では節）の見出し', ({ line }) => line.measure, { required: true }),
      column('text', 'string', '指すものの本文か見出し', ({ line }) => line.text, { required: true }),
      column('remark', 'string', '理由など', ({ line: { label, remark } }) => (label ? `${label}: ` : '') + plain(remark)),
    ],
    found,
  );
}

/** How many there are of each, with a link to the list. */
export function readingCounts(roadmap: Roadmap, lang: Lang): Fact[] {
  const words = siteWordsOf(lang);
  const all = { tracks: tracksOf(roadmap).length, phases: phasesOf(roadmap).length, kpis: kpisOf(roadmap).length };
  return findAll(roadmap, lang).map(({ id, of, found: { length } }) => ({
    label: words[id],
    value: of ? `${length}${words.of}${all[of]}` : String(length),
    href: `${paths.reading}#${slug(id)}`,
  }));
}

type FoundOf = readonly (Subject & { found: readonly Found[] })[];

/** Every subject with what was found of it: the front page counts it, and the page of readings tells it. */
function findAll(roadmap: Roadmap, lang: Lang): FoundOf {
  const before = known.get(roadmap);
  if (before?.lang === lang) return before.all;
  const all = subjects.map((subject) => ({ ...subject, found: subject.find(roadmap, lang) }));
  known.set(roadmap, { lang, all });
  return all;
}

const known = new WeakMap<Roadmap, { lang: Lang; all: FoundOf }>();

interface Found {
  id: string;
  section: Section;
  line: ReadingLine;
}

type SubjectId =
  | 'withoutLeads'
  | 'withoutEnd'
  | 'fromFirstColumn'
  | 'judgements'
  | 'contradictions'
  | 'acknowledgements'
  | 'corrections'
  | 'withoutActuals';

interface Subject {
  id: SubjectId;
  /** What it is a part of. */
  of?: 'tracks' | 'phases' | 'kpis';
  find(roadmap: Roadmap, lang: Lang): Found[];
}

const subjects: readonly Subject[] = [
  {
    id: 'withoutLeads',
    of: 'tracks',
    find: (roadmap) =>
      tracksOf(roadmap)
        .filter((track) => leadsOf(track).length === 0)
        .map((track) => found(track, rowWords(track), '')),
  },
  {
    id: 'withoutEnd',
    of: 'phases',
    find: (roadmap, lang) =>
      phasesOf(roadmap)
        .filter(({ period }) => period.end === null)
        .map((phase) => found(phase, phase.text, [own(periodWords(phase.period, lang))])),
  },
  {
    id: 'fromFirstColumn',
    of: 'phases',
    find: (roadmap, lang) =>
      phasesOf(roadmap)
        .filter(startsAtEdge)
        .map((phase) => found(phase, phase.text, [own(periodWords(phase.period, lang))])),
  },
  {
    id: 'judgements',
    find: (roadmap) =>
      measuresOf(roadmap).flatMap((measure) => [
        ...(measure.judged ? [found(measure, heading(measure), measure.judged)] : []),
        ...measure.tracks.flatMap((track) => [
          ...(track.judged ? [found(track, rowWords(track), track.judged)] : []),
          ...track.phases
            .filter((phase) => (phase.startBasis === 'judged' || phase.endBasis === 'judged') && isFirstOfSeries(phase))
            .map((phase) => found(phase, phase.text, phase.reason ?? '')),
        ]),
      ]),
  },
  { id: 'contradictions', find: (roadmap) => acknowledged(roadmap, true) },
  { id: 'acknowledgements', find: (roadmap) => acknowledged(roadmap, false) },
  {
    id: 'corrections',
    find: (roadmap, lang) => {
      const words = wordsOf(lang);
      return [
        ...measuresOf(roadmap).flatMap((measure) =>
          measure.corrected ? [found(measure, measure.title, measure.corrected, words.corrected)] : [],
        ),
        ...phasesOf(roadmap).flatMap((phase) =>
          phase.corrected && isFirstOfSeries(phase) ? [found(phase, phase.text, phase.corrected, words.corrected)] : [],
        ),
      ];
    },
  },
  {
    id: 'withoutActuals',
    of: 'kpis',
    find: (roadmap, lang) =>
      kpisOf(roadmap)
        .filter(({ actuals }) => actuals.length === 0)
        .map((kpi) => found(kpi, kpi.name, [own(wordsOf(lang).noActual)])),
  },
];

function acknowledged(roadmap: Roadmap, contradictions: boolean): Found[] {
  return sectionsOf(roadmap).flatMap((section) =>
    [section, ...thingsOf(section)].flatMap((thing) =>
      acknowledgedOf(thing, roadmap)
        .filter(({ contradiction }) => contradiction === contradictions)
        .map(({ reason }) => found(thing, nameOf(thing), reason)),
    ),
  );
}

function found(thing: Section | Measure | Track | Phase | Kpi | Milestone, text: string, remark: string | Told, label?: string): Found {
  const on = thing.kind === 'phase' ? thing.track : thing.kind === 'kpi' || thing.kind === 'milestone' ? thing.on : thing;
  // A row is told by its own words.
  const place = on.kind === 'section' ? heading(on) : on === thing ? heading(measureOf(on)) : placeName(on);
  return {
    id: thing.id,
    section: sectionOf(on),
    line: { text, href: addressOf(thing), measure: place, remark: told(remark), ...(label && { label }) },
  };
}

function thingsOf(section: Section): (Measure | Track | Phase | Kpi | Milestone)[] {
  return [
    ...section.kpis,
    ...section.measures.flatMap((measure) => [
      measure,
      ...measure.kpis,
      ...measure.completed,
      ...measure.milestones,
      ...measure.tracks.flatMap((track) => [
        track,
        ...track.kpis,
        ...track.completed,
        ...track.milestones,
        ...track.phases.filter(isFirstOfSeries),
      ]),
    ]),
  ];
}

/** A row by its label, or by its first phase. */
function rowWords(track: Track): string {
  return track.label ?? track.phases[0]?.text ?? heading(track.measure);
}

function slug(id: string): string {
  return `_${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
