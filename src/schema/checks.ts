import { byCode } from '../diagnostics/check.js';

/** What the shape of the data can get wrong. */
export const checks = byCode({
  'unknown-key': {
    severity: 'error',
    summary: { ja: 'キーは、その場所で使えるものである', en: 'a key is one that the format knows in its place' },
    message: { ja: '使えないキーがあります', en: 'there is a key that the format does not know' },
    cure: {
      ja: 'つづりを確かめてください。使えるキーは `roadmap schema` が示します',
      en: 'check its spelling; `roadmap schema` shows the keys there are',
    },
    example: { bad: '- 2021: 検討\n  dew: 令和4年度末', good: '- 2021: 検討\n  due: 令和4年度末' },
  },
  'missing-key': {
    severity: 'error',
    summary: { ja: '必要なキーがそろっている', en: 'the keys that are needed are there' },
    message: { ja: '必要なキーがありません', en: 'a key that is needed is missing' },
    cure: { ja: 'キーを書き足してください', en: 'add the key' },
    example: {
      bad: '- number: (1)\n  title: 国の情報システムの刷新',
      good: '- id: gov-systems\n  number: (1)\n  title: 国の情報システムの刷新',
    },
  },
  'missing-value': {
    severity: 'error',
    summary: { ja: 'キーには値がある', en: 'a key has a value' },
    message: { ja: 'キーに値がありません', en: 'a key has no value' },
    cure: { ja: '値を書くか、キーごと消してください', en: 'write the value, or remove the key' },
    example: { bad: '- 2021:', good: '- 2021: 検討' },
  },
  'wrong-type': {
    severity: 'error',
    summary: { ja: '値は、その場所に合う種類である', en: 'a value is of the kind that belongs in its place' },
    message: { ja: '値の種類が違います', en: 'the value is of the wrong kind' },
    cure: {
      ja: '文・並び（- ）・「キー: 値」のどれを書く場所か確かめてください',
      en: 'see whether a text, a list (- ) or `key: value` belongs here',
    },
    example: { bad: 'leads: digital-agency', good: 'leads: [digital-agency]' },
  },
  'bad-value': {
    severity: 'error',
    summary: { ja: '値は、その場所で使えるものである', en: 'a value is one that can stand in its place' },
    message: { ja: 'この値はここでは使えません', en: 'the value is not one that can stand here' },
    cure: { ja: 'その場所で使える値に直してください', en: 'write a value that can stand here' },
    example: { bad: 'basis: guessed', good: 'basis: judged' },
  },
  'bad-period': {
    severity: 'error',
    summary: { ja: '期間は、期間として読める', en: 'a period can be read as one' },
    message: { ja: '期間として読めません', en: 'this is not a period' },
    cure: {
      ja: '半角で `2023`、`2022-2024`、終わりの印字がなければ `2022-` のように書いてください',
      en: 'write `2023`, `2022-2024`, or `2022-` where no end is printed, in half-width letters',
    },
    example: { bad: '- 2022～2023: 検討', good: '- 2022-2023: 検討' },
  },
});
