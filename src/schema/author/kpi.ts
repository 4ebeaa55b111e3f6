import * as z from 'zod';
import { fiscalYearPattern, parseFiscalYear } from '../../model/fiscal-year.js';
import { datePattern } from '../scalars.js';
import { guarded, issue, single } from './marks.js';
import { about, allow, asOf, changed, date, decimal, fiscalYear, from, id, line, notes, text, was } from './words.js';

const targetKeyPattern = `^(?:undetermined|${fiscalYearPattern})$`;
const target = z
  .union(
    [
      decimal,
      z.literal('undetermined', { error: 'target' }),
      z.record(z.string().meta({ pattern: targetKeyPattern }), z.string(), { error: 'mapping' }).check(guarded('target', reportTarget)),
    ],
    { error: 'target' },
  )
  .meta(
    about(
      '目標',
      '目標値。年度が印字されていれば `{ 2023: 98 }`、いなければ数だけ。これから定めるものは `undetermined`、定める年度が分かれば `{ undetermined: 2024 }`。',
      98,
      { 2023: 98 },
      'undetermined',
      { undetermined: 2024 },
    ),
  );
/** Only the first thing that is wrong: what is written behind it may hang on it. */
function reportTarget(context: { value: object; issues: unknown[] }): void {
  const [first, second] = Object.entries(context.value) as [string, string][];
  const isWhen = ([key]: [string, string]) => key === 'undetermined' || parseFiscalYear(key) !== undefined;
  if (!first) context.issues.push(issue('target', context.value));
  else if (!isWhen(first)) context.issues.push({ ...issue('target-year', first[0]), params: { key: first[0] } });
  else if (second)
    context.issues.push({ ...issue(isWhen(second) ? 'second-target' : 'target-year', second[0]), params: { key: second[0] } });
  else context.issues.push({ ...issue(first[0] === 'undetermined' ? 'fiscal-year' : 'decimal', first[1]), path: [first[0]] });
}

const kpi = z
  .strictObject(
    {
      id,
      name: text.meta(about('指標の名前', '何を測るか。単位と数は入れない。', '5Gの人口カバー率')),
      unit: text.meta(about('単位', '数の単位。% は "%" と引用符で囲む。', '%', '局', '件')),
      target: target.optional(),
      printed: text.meta(about('目標の印字', '目標を述べた印字のままの文。', '5Gの人口カバー率98%')).optional(),
      base: z
        .union([line, z.record(z.union([date, fiscalYear], { error: 'date' }), decimal, { error: 'mapping' }).check(single('date'))], {
          error: 'dated',
        })
        .meta(
          about(
            '基準値',
            '出発点の値。`{ 日付か年度: 数 }`。数の印字がなければ、基準を述べた文だけを書く。',
            { '2021-03-31': 70.1 },
            '令和2年度（2020年度）比',
          ),
        )
        .optional(),
      actuals: z
        .record(date, decimal, { error: 'mapping' })
        .meta(about('実績', '測った日と値。`日付: 数` を並べる。', { '2023-03-31': 96.6 }))
        .optional(),
      better: z
        .enum(['more', 'less'], { error: 'choice' })
        .meta({
          ...about('良い向き', '値が増えるほど良いなら more（書かないとき）、減るほど良いなら less。', 'less'),
          enumDescriptions: ['増えるほど良い', '減るほど良い'],
        })
        .optional(),
      measureFrom: date
        .meta({ ...about('測り始める日', 'この日より前は、まだ測る時期ではないとして扱う。', '2023-04'), pattern: datePattern.source })
        .optional(),
      declared: z
        .enum(['A', 'B', 'F', 'N'], { error: 'choice' })
        .meta({
          ...about(
            '申告の進捗',
            '府省庁が自ら申告した進捗。計算した進捗と並べて示す。報告の申告より新しければ、`asOf` に時点を書く。',
            'A',
          ),
          enumDescriptions: ['計画どおりか、それより進んでいる', '計画より遅れている', 'まだ測る時期ではない', '測れない'],
        })
        .optional(),
      asOf: asOf.optional(),
      notes: notes.optional(),
      was: was.optional(),
      from: from.optional(),
      changed: changed.optional(),
      allow: allow.optional(),
    },
    { error: 'mapping' },
  )
  .meta(about('KPI', '達成を測る指標。数は単位なしで書き、印字のない数を作らない。'));
export const kpis = z
  .array(kpi, { error: 'list' })
  .meta(about('KPI', '達成を測る指標の並び。', [{ id: 'kpi-5g', name: '5Gの人口カバー率', unit: '%', target: { 2023: 98 } }]));
