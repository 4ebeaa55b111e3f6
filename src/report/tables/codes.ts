import type { VocabularyTerm } from '../../model/roadmap.js';
import { wordsOf } from '../words.js';
import type { Field } from './table.js';

// What the codes in the tables mean, as `codes.csv` tells it: in the words of the pages, where those have any.

const { fromText, standingA, standingB, standingF, same, needs, see } = wordsOf('ja');

export const basisCodes = {
  column: '表の列の位置による',
  edge: '表の端の列にある。始まりや終わりの証拠ではない',
  text: fromText,
  judged: '判断による。理由が reason にある',
};

/** Those that are declared, too, which nobody computes. */
export const kpiStandingCodes = { A: standingA, B: standingB, F: standingF, N: '必要な値がない' };

export const precisionCodes = {
  day: '日',
  month: '月',
  season: '季節',
  year: '暦年',
  'fiscal-year': '年度',
  'fiscal-year-end': '年度末',
  decade: '年代',
};

export const meaningCodes: Record<VocabularyTerm['means'], string> = {
  done: '終わったことを表す語',
  doing: '進んでいることを表す語',
  todo: '始まっていないことを表す語',
  dropped: '取りやめたことを表す語',
  none: '意味を定めていない語',
};

export const relationCodes = { same, needs, see };

export const kindCodes = {
  plan: '計画',
  section: '節',
  measure: '施策',
  track: '取組の行',
  phase: '工程',
  kpi: '目標（KPI）',
};

export type Kind = keyof typeof kindCodes;

/** The codes of the kinds that a column can hold, in the order given. */
export function kinds(...some: Kind[]): Pick<Field, 'codes' | 'required'> {
  return { codes: Object.fromEntries(some.map((kind) => [kind, kindCodes[kind]])), required: true };
}
