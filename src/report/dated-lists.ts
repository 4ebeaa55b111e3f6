import type { Milestone, Phase, PhaseDue } from '../model/roadmap.js';
import { heading } from '../model/walk.js';
import type { Lang } from '../source/lang.js';
import type { ReportList } from './lists.js';
import { placeName } from './names.js';
import { dateWords, periodWords } from './period-words.js';
import { own } from './told.js';
import { wordsOf } from './words.js';

/** The promises in the texts, each with its phase. */
export function duesList(dues: readonly { phase: Phase; due: PhaseDue }[], lang: Lang): ReportList {
  const words = wordsOf(lang);
  return {
    id: 'dues',
    heading: words.dues,
    empty: words.nothing,
    columns: [words.due, words.text, words.period, words.section],
    rows: dues.map(({ phase, due }) => [
      due.text,
      phase.text,
      [own(periodWords(phase.period, lang))],
      heading(phase.track.measure.section),
    ]),
  };
}

export function milestonesList(milestones: readonly Milestone[], lang: Lang): ReportList {
  const words = wordsOf(lang);
  return {
    id: 'milestones',
    heading: words.milestones,
    empty: words.nothing,
    columns: [words.date, words.text, words.measure],
    rows: milestones.map(({ date, text, on }) => [date ? [own(dateWords(date, lang))] : '', text, placeName(on)]),
  };
}
