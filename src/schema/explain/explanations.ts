import type { Bilingual } from '../../diagnostics/diagnostic.js';
import type { YamlData } from '../../yaml/plain-data.js';
import type { checks } from '../checks.js';
import { idPattern, mostYears } from '../scalars.js';

/** Of a word that is none of the choices of its place. */
export function notHere(value: string): Bilingual {
  return { ja: `\`${value}\` はここでは使えません`, en: `\`${value}\` is not one of the choices here` };
}

type Explain = (value: string, kind: Bilingual) => { code: keyof typeof checks; message?: Bilingual; help?: Bilingual };

const wrongType =
  (ja: string, en: string, help?: Bilingual): Explain =>
  (_, kind) => ({
    code: 'wrong-type',
    message: { ja: `ここには${ja}を書きます（${kind.ja}が書かれています）`, en: `${en} belongs here, not ${kind.en}` },
    ...(help && { help }),
  });

const badValue =
  (ja: string, en: string, help?: Bilingual): Explain =>
  (value) => ({ code: 'bad-value', message: { ja: `\`${value}\` は${ja}`, en: `\`${value}\` ${en}` }, ...(help && { help }) });

const period: Explain = (value) => ({
  code: 'bad-period',
  message: { ja: `\`${value}\` は期間として読めません`, en: `\`${value}\` is not a period` },
  ...(/\d(?:年度)?(?:[HQ]|第\d)/i.test(value) && {
    help: {
      ja: '半期は `2023H1`、`2023H2`、四半期は `2023Q1` から `2023Q4` のように書いてください',
      en: 'write a half as `2023H1` or `2023H2`, a quarter as `2023Q1` to `2023Q4`',
    },
  }),
});

const notAnId = badValue('IDになりません', 'is not an id', {
  ja: '英小文字で始まり、英小文字・数字・ハイフンだけで書いてください',
  en: 'begin with a lower-case letter; only a-z, 0-9 and hyphens',
});

const takenId = badValue('部局のIDには使えません', 'cannot be the id of a department', {
  ja: '担当の記載がない項目をこの語で呼びます。別のIDにしてください',
  en: 'the word stands for the items that name no lead: choose another id',
});

const targetForms: Bilingual = {
  ja: '`98`、`{ 2023: 98 }`、`undetermined`、`{ undetermined: 2024 }` のどれかで書いてください',
  en: 'write `98`, `{ 2023: 98 }`, `undetermined` or `{ undetermined: 2024 }`',
};

/** By the names that the schemas give as messages. */
export const explanations: Record<string, Explain> = {
  text: wrongType('文', 'a text', {
    ja: '1行の文にしてください。文に「: 」が入るときは "…" で囲みます',
    en: 'write one line of text, quoted where it has `: ` in it',
  }),
  list: wrongType('並び（- で始まる行）', 'a list'),
  mapping: wrongType('「キー: 値」', 'a mapping'),
  phase: wrongType('「期間: 本文」の行', 'a line `period: text`', {
    ja: '`- 2022-2023: 本文` の形か、コロンと空白が半角かを確かめてください',
    en: 'write `- 2022-2023: text`; colon and space are half-width',
  }),
  dated: wrongType('「日付: 本文」か文', 'a line `date: text` or a text'),
  note: wrongType('文', 'a text'),
  'text-or-list': wrongType('文か、文の並び', 'a text or a list of texts'),
  term: wrongType('語か { term, means }', 'a term or { term, means }'),
  columns: wrongType('year、half、quarter か期間の並び', 'year, half, quarter or a list of periods'),
  vocabulary: wrongType('語彙の名前か { name, status, verdict }', 'the name of a vocabulary or { name, status, verdict }'),
  'rule-setting': wrongType('off、info、warning、error', 'off, info, warning or error'),
  id: notAnId,
  'department-id': (value, kind) => (idPattern.test(value) ? takenId : notAnId)(value, kind),
  reference: notAnId,
  date: badValue('日付になりません', 'is not a date', {
    ja: '`2021-10` か `2021-10-05` のように書いてください',
    en: 'write `2021-10` or `2021-10-05`',
  }),
  'whole-number': badValue('1以上の整数ではありません', 'is not a whole number from 1'),
  decimal: badValue('数ではありません', 'is not a number', {
    ja: '半角の数字だけで、単位や桁区切りを付けずに書いてください',
    en: 'half-width digits, without unit or separators',
  }),
  'fiscal-year': badValue('年度になりません', 'is not a fiscal year', {
    ja: '`2023` か `R5` のように書いてください',
    en: 'write `2023` or `R5`',
  }),
  choice: (value) => ({ code: 'bad-value', message: notHere(value) }),
  format: badValue('知らない書式の版です', 'is not a version of the format known here', {
    ja: '`format: 1` と書いてください',
    en: 'write `format: 1`',
  }),
  target: (value, kind) => ({
    ...(value === '' ? wrongType('目標', 'a target')(value, kind) : badValue('目標として読めません', 'is not a target')(value, kind)),
    help: targetForms,
  }),
  'target-year': (value) => ({
    ...badValue('目標の年度として読めません', 'is not the year of a target')(value, kindOf(value)),
    help: targetForms,
  }),
  'second-target': (value) => ({
    code: 'bad-value',
    message: { ja: `目標の年度は一つだけです（\`${value}\` が二つ目）`, en: `a target has one year, and \`${value}\` is a second one` },
    help: { ja: 'もう一つの年度の目標は、別のKPIとして書いてください', en: 'write the target of the other year as a KPI of its own' },
  }),
  period,
  'open-window': (value) => ({
    code: 'bad-period',
    message: { ja: `\`${value}\` には、表の最後の年度がありません`, en: `\`${value}\` has no last year` },
    help: { ja: '表の最後の年度まで `2023-2027` のように書いてください', en: 'write the last year of the table too, as in `2023-2027`' },
  }),
  'long-window': (value) => ({
    code: 'bad-period',
    message: {
      ja: `表の年度 \`${value}\` は${mostYears}年を超えています`,
      en: `the years of the table, \`${value}\`, are more than ${mostYears}`,
    },
    help: { ja: '表の最後の年度を確かめてください', en: 'check the last year of the table' },
  }),
  'no-period': () => ({
    code: 'missing-key',
    message: { ja: '工程に期間がありません', en: 'the phase has no period' },
    help: { ja: '`- 2022-2023: 本文` の形で書いてください', en: 'write it as `- 2022-2023: text`' },
  }),
  'second-period': (value) => ({
    code: 'bad-period',
    message: { ja: `一つの工程に期間が二つあります: \`${value}\``, en: `a phase has a second period \`${value}\`` },
    help: { ja: '次の工程なら行の頭に - を付けてください', en: 'begin the line with - if it is the next phase' },
  }),
  'judged-without-reason': () => ({
    code: 'missing-key',
    message: { ja: '`basis: judged` に `reason` がありません', en: '`basis: judged` has no `reason`' },
    help: { ja: '`reason:` に判断の理由を書いてください', en: 'say why in `reason:`' },
  }),
  relation: () => ({
    code: 'bad-value',
    message: { ja: '関係は same・needs・see のどれか一つです', en: 'a relation is one of same, needs, see' },
  }),
  'one-date': () => ({ code: 'wrong-type', message: { ja: '一つの行に書ける日付は一つです', en: 'a line has one date' } }),
  'one-period': () => ({ code: 'wrong-type', message: { ja: '一つの行に書ける期間は一つです', en: 'a line has one period' } }),
  'one-page': () => ({ code: 'wrong-type', message: { ja: '一つの行に書けるページは一つです', en: 'a line has one page' } }),
};

/** What a value is, as far as YAML says. */
export function kindOf(value: YamlData | undefined): Bilingual {
  if (Array.isArray(value)) return { ja: '並び', en: 'a list' };
  if (typeof value === 'object') return { ja: '「キー: 値」', en: 'a mapping' };
  return { ja: '文', en: 'a text' };
}
