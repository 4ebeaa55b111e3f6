import type { Lang } from '../../source/lang.js';
import type { ChangeKind, Shift } from '../../transform/diff/change.js';
import { type Punctuation, punctuation } from '../punctuation.js';

/** The words of a comparison of two editions. Texts of a plan are never translated. */
export function diffWordsOf(lang: Lang): DiffWords {
  return lang === 'en' ? english : japanese;
}

export interface DiffWords extends Punctuation {
  lang: Lang;
  title: string;
  before: string;
  after: string;
  remarks: string;
  /** Said on the old side of what is new, on the new side of what is gone, and for what is left out. */
  isNew: string;
  isGone: string;
  omitted: string;
  none: string;
  guess: string;
  /** Behind it, for those who keep the data. */
  settles: string;
  reason: string;
  kinds: Record<ChangeKind, string>;
  /** The parts of an item, by the field that a change names. */
  fields: Record<string, string>;
  shifts: Record<Shift, string>;
  better: Record<'more' | 'less', string>;
  /** Of a bar that is printed in each of its years. */
  eachYear: string;
  /** What is gone because its years are over. */
  ended: string;
  department: string;
  noLead: string;
  item: string;
  place: string;
  byDepartment: string;
  promiseHistory: string;
  guesses: string;
  legend: string;
  legendStrike: string;
  count: string;
  filterWords: string;
  filterKind: string;
  /** Behind the number of changes that a filter leaves. */
  shown: string;
  plan: string;
  departments: string;
}

const japanese: DiffWords = {
  lang: 'ja',
  title: '新旧対照表',
  before: '改正前',
  after: '改正後',
  remarks: '備考',
  isNew: '（新設）',
  isGone: '（削る）',
  omitted: '（略）',
  none: '二つの版に違いはありません。',
  guess: '推定: 似ていることだけから同じ項目とみなした',
  settles: '。データに was か from を書くと確定する',
  reason: '変更理由',
  kinds: {
    added: '新設',
    removed: '廃止',
    split: '分割',
    merged: '統合',
    moved: '移動',
    retimed: '時期の変更',
    renumbered: '番号の変更',
    renamed: '名称の変更',
    reworded: '文言の変更',
    renotated: '表記の変更',
    changed: 'その他の変更',
  },
  fields: {
    text: '本文',
    heading: '見出し',
    label: '行の見出し',
    row: '行',
    number: '番号',
    period: '期間',
    date: '日付',
    place: '位置',
    leads: '担当',
    notes: '注',
    refs: '他の番号',
    related: '関係',
    corrected: '正しい読み',
    variants: '別の印字',
    status: '進捗状況',
    completed: '実施済み',
    window: '表の年度',
    each: '毎年度の印字',
    due: '期限',
    'kpi.target': '目標',
    'kpi.printed': '目標の印字',
    'kpi.unit': '単位',
    'kpi.base': '基準値',
    'kpi.actuals': '実績',
    'kpi.better': '良い向き',
    'kpi.measureFrom': '測り始める日',
    'kpi.declared': '申告の進捗',
  },
  shifts: { 前倒し: '前倒し', 後ろ倒し: '後ろ倒し', 延長: '延長', 短縮: '短縮' },
  better: { more: '多いほど良い', less: '少ないほど良い' },
  eachYear: '毎年度',
  ended: '終了',
  department: '担当',
  noLead: '担当の記載なし',
  item: '項目',
  place: '見出し',
  byDepartment: '担当ごとの件数',
  promiseHistory: '期限の経過',
  guesses: '推定した対応',
  legend: '下線は、改正前と改正後で異なる部分を示す。',
  legendStrike: '取り消し線は削る部分、下線は加える部分を示す。',
  count: '変更のある項目',
  filterWords: '文にある言葉',
  filterKind: '変更の種類',
  shown: '件の変更を表示',
  plan: '計画全体',
  departments: '担当部局',
  ...punctuation.ja,
};

const english: DiffWords = {
  lang: 'en',
  title: 'Comparison of editions',
  before: 'Before',
  after: 'After',
  remarks: 'Remarks',
  isNew: '(new)',
  isGone: '(removed)',
  omitted: '(unchanged)',
  none: 'The two editions do not differ.',
  guess: 'guess: matched by similarity alone',
  settles: '; was or from in the data confirms it',
  reason: 'Reason',
  kinds: {
    added: 'new',
    removed: 'removed',
    split: 'split',
    merged: 'merged',
    moved: 'moved',
    retimed: 'rescheduled',
    renumbered: 'renumbered',
    renamed: 'renamed',
    reworded: 'reworded',
    renotated: 'notation only',
    changed: 'other change',
  },
  fields: {
    text: 'Text',
    heading: 'Heading',
    label: 'Track heading',
    row: 'Track',
    number: 'Number',
    period: 'Period',
    date: 'Date',
    place: 'Place',
    leads: 'Lead',
    notes: 'Notes',
    refs: 'Other numbers',
    related: 'Relations',
    corrected: 'Corrected reading',
    variants: 'Printed elsewhere as',
    status: 'Status',
    completed: 'Completed',
    window: 'Years shown',
    each: 'Printed each year',
    due: 'Promise',
    'kpi.target': 'Target',
    'kpi.printed': 'Target as printed',
    'kpi.unit': 'Unit',
    'kpi.base': 'Baseline',
    'kpi.actuals': 'Actuals',
    'kpi.better': 'Better when',
    'kpi.measureFrom': 'Measured from',
    'kpi.declared': 'Declared standing',
  },
  shifts: { 前倒し: 'brought forward', 後ろ倒し: 'postponed', 延長: 'extended', 短縮: 'shortened' },
  better: { more: 'more', less: 'less' },
  eachYear: 'each year',
  ended: 'ended',
  department: 'Lead',
  noLead: 'no lead is printed',
  item: 'Item',
  place: 'Heading',
  byDepartment: 'By department',
  promiseHistory: 'Promises through the editions',
  guesses: 'Guessed matches',
  legend: 'Underlined: what differs between the two editions.',
  legendStrike: 'Struck out: removed. Underlined: added.',
  count: 'Changed items',
  filterWords: 'Words in the text',
  filterKind: 'Kind of change',
  shown: ' changes shown',
  plan: 'The plan as a whole',
  departments: 'Departments',
  ...punctuation.en,
};
