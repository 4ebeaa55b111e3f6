import type { VocabularyTerm } from '../../model/roadmap.js';
import type { Field } from './table.js';

// What the codes in the tables mean, as `codes.csv` tells it.

export const basisCodes = {
  column: '表の列の位置による',
  edge: '表の端の列にある。始まりや終わりの証拠ではない',
  text: '本文の日付による',
  judged: '判断による。理由が reason にある',
};

export const kpiStandingCodes = {
  A: '進み具合が時間の経過以上',
  B: '進み具合が時間の経過より遅い',
  F: 'まだ測る時期でない',
  N: '必要な値がない',
};

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

export const relationCodes = { same: '同じもの', needs: '先に要るもの', see: '参照' };

export const kindCodes = {
  plan: '計画',
  chapter: '章',
  section: '節',
  measure: '施策',
  track: '取組の行',
  phase: '工程',
  kpi: '目標（KPI）',
  department: '部局',
};

export type Kind = keyof typeof kindCodes;

/** The codes of the kinds that a column can hold, in the order given. */
export function kinds(...some: Kind[]): Pick<Field, 'codes' | 'required'> {
  return { codes: Object.fromEntries(some.map((kind) => [kind, kindCodes[kind]])), required: true };
}
