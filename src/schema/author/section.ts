import * as z from 'zod';
import { closedPeriodPattern, looksLikePeriod, type Period, parsePeriod } from '../../model/period.js';
import { isWindowShort, lifts, type PhaseLine, phaseKeys } from '../scalars.js';
import { kpis } from './kpi.js';
import { guarded, issue, named, single } from './marks.js';
import {
  about,
  allow,
  changed,
  dated,
  from,
  id,
  ids,
  line,
  notes,
  number,
  page,
  period,
  reference,
  refs,
  related,
  text,
  was,
} from './words.js';

/** What a measure and a track may say, in the order it is written: the phases of a track stand between its two parts. */
const itemShape = {
  page: page.optional(),
  leads: ids.meta(about('担当', '主担当の府省庁・部局。departments.yaml のIDの並び。印字にあるときだけ書く。', ['npa'])).optional(),
  refs: refs.optional(),
  judged: text
    .meta(about('判断', 'この行をこの見出しの下に置いた理由。印字だけでは決まらなかったときに書く。', '横に見出しがなく、本文の語から'))
    .optional(),
  notes: notes.optional(),
  related: related.optional(),
  completed: z
    .array(dated, { error: 'list' })
    .meta(
      about('実施済みの事項', '計画の最初の年度より前に済んだこと。`- 2020-07: 本文` の並び。', [
        { '2020-07': '新型コロナ対応の手続を開始' },
      ]),
    )
    .optional(),
};
const itemTail = {
  milestones: z
    .array(dated, { error: 'list' })
    .meta(
      about('マイルストーン（▲）', '▲の付いた時点。`- 2021-10: 本文` の並び。▲は書かない。', [{ '2021-10': '薬剤情報・特定健診等情報' }]),
    )
    .optional(),
  kpis: kpis.optional(),
  was: was.optional(),
  from: from.optional(),
  changed: changed.optional(),
  allow: allow.optional(),
};

const corrected = text.meta(
  about('正しい読み', '印字に確かな誤りがあるときの、直した全文。印字のほうはそのまま残す。', 'どこにいても必要な手続ができる'),
);

const phaseShape = {
  id: reference
    .meta(about('ID', '工程のID。書かなければ `行のID.始まりの年度`（同じ年度の二つ目は `-2` が付く）。', 'lost-property.2022'))
    .optional(),
  corrected: corrected.optional(),
  each: z
    .literal('year', { error: 'choice' })
    .meta(about('毎年', '同じ工程が期間の各年度に一度ずつ印字されているとき `each: year` と書く。`id` は最初の年度のIDになる。', 'year'))
    .optional(),
  due: z
    .union([line.meta({ title: '期限' }), z.array(line).meta({ title: '期限の並び' })], { error: 'text-or-list' })
    .meta(
      about('期限', '文の中の約束の時期。「まで」「に」を除いて印字のとおりに書く。二つ以上なら [ ] で並べる。', '令和8年度末', [
        '令和5年度末',
        '令和7年度末',
      ]),
    )
    .optional(),
  basis: z
    .enum(['column', 'text', 'judged'], { error: 'choice' })
    .meta({
      ...about(
        '期間の根拠',
        '期間が何に基づくか。column: 表の列（書かないとき）、text: 文の中の日付、judged: 判断（reason に理由を書く）。',
        'judged',
      ),
      enumDescriptions: ['印字された列（書かないとき）', '文の中の日付', '判断。reason に理由を書く'],
    })
    .optional(),
  reason: text
    .meta(about('理由', '判断の理由。`basis: judged` のときは必ず書く。', '見出しが2021年度の列にあり、以後の列は確かでない'))
    .optional(),
  notes: notes.optional(),
  related: related.optional(),
  was: was.optional(),
  from: from.optional(),
  changed: changed.optional(),
  allow: allow.optional(),
} satisfies Record<(typeof phaseKeys)[number], z.ZodType>;

/** One line, `2022-2023: 本文`, and what belongs to it. */
export const phaseSchema = z
  .object(phaseShape, { error: 'phase' })
  .catchall(text)
  .check(guarded('phase', reportPhase))
  .meta(about('工程', '`- 期間: 本文` の1行と、それに付くもの（due、notes など）。', { '2022-2023': '制度の検討' }));
// Typed by what it gives: a declaration cannot tell an object whose further keys are of one type and whose own are of others.
const phase: z.ZodType<PhaseFields> = named('phase', phaseSchema.transform(liftPhase));

const track = z
  .strictObject(
    {
      id,
      label: text
        .meta(about('行の小見出し', '表の中の < > の見出しなど、行に付いた名前。< > は書かない。', '「サイバーポート」(港湾インフラ分野)'))
        .optional(),
      ...itemShape,
      phases: z
        .array(phase, { error: 'list' })
        .meta(about('工程', '行の工程（矢印）を左から順に。1行に一つ、`- 期間: 本文`。', [{ 2021: '検討' }, { '2022-': '実施' }]))
        .optional(),
      ...itemTail,
    },
    { error: 'mapping' },
  )
  .meta(
    about('取組の行', '表の1行。順に続く工程を持つ。並行して進むものは別の行にする。', {
      id: 'lost-property',
      phases: [{ 2021: '検討' }, { '2022-': '実施' }],
    }),
  );

const measure = z
  .strictObject(
    {
      id,
      parent: id
        .meta(about('親の施策', '一つ上の見出しのID。同じファイルで、この施策より前にあるもの。節のすぐ下なら書かない。', 'gov-systems'))
        .optional(),
      number: number.optional(),
      title: text.meta(about('見出し', '印字のとおりの見出し。番号は number に書く。', '警察業務のデジタル化')),
      corrected: corrected.optional(),
      variants: z
        .array(z.record(page, line, { error: 'mapping' }).check(single('page')), { error: 'list' })
        .meta(
          about('別の印字', '同じ見出しが他のページで違う言葉で印字されているとき、`- ページ: 見出し`。', [
            { 15: 'マイナポータルの抜本的改善' },
          ]),
        )
        .optional(),
      ...itemShape,
      ...itemTail,
      tracks: z
        .array(track, { error: 'list' })
        .meta(about('取組の行', '表の行を上から順に。', [{ id: 'lost-property', phases: [{ 2021: '検討' }, { '2022-': '実施' }] }]))
        .optional(),
    },
    { error: 'mapping' },
  )
  .meta(
    about('施策', '節の下の見出し。印字の順に並べ、見出しの中の見出しは parent で親を示す。行のない見出しも書く。', {
      id: 'police',
      title: '警察業務のデジタル化',
    }),
  );

export const columns = z
  .union([z.enum(['year', 'half', 'quarter']), z.array(period)], { error: 'columns' })
  .meta(
    about(
      '列',
      '表の列。year（年度ごと）、half（半期）、quarter（四半期）か、`[2021, 2022, 2023-]` のような並び。`2023-` は「2023年度～」の列。',
      'year',
      [2021, 2022, '2023-'],
    ),
  );

export const window = named(
  'window',
  z
    .string({ error: 'text' })
    .refine((value) => parsePeriod(value) !== undefined, { error: 'period', abort: true })
    .refine((value) => parsePeriod(value)?.end !== null, { error: 'open-window', abort: true })
    .refine((value) => isWindowShort(parsePeriod(value) as Period), { error: 'long-window' })
    .transform((value) => parsePeriod(value) as Period),
).meta({ ...about('表が示す年度', '表の最初の年度から最後の年度まで。', '2021-2025'), pattern: closedPeriodPattern });

export const sectionSchema = z
  .strictObject(
    {
      id,
      number: number.optional(),
      title: text.meta(about('節の題', '印字のとおりの節の題。番号は number に書く。', '暮らしのデジタル化')),
      page: page.optional(),
      columns: columns.optional(),
      window: window.optional(),
      refs: refs.optional(),
      notes: notes.optional(),
      related: related.optional(),
      kpis: kpis.optional(),
      allow: allow.optional(),
      measures: z
        .array(measure, { error: 'list' })
        .meta(about('施策', '節の下の見出しを、印字の順に全部。', [{ id: 'police', title: '警察業務のデジタル化' }]))
        .optional(),
    },
    { error: 'mapping' },
  )
  .meta(about('節', '番号の付いた節。1節を1ファイルに書き、plan.yaml の sections に挙げる。'));

function reportPhase(context: { value: object; issues: unknown[] }): void {
  const known: readonly string[] = phaseKeys;
  const rest = Object.keys(context.value).filter((key) => !known.includes(key));
  const [first, ...others] = rest.filter(looksLikePeriod);
  for (const key of rest)
    if (!looksLikePeriod(key)) context.issues.push({ ...issue('unknown-key', context.value), params: { key, known: [...known] } });
  if (first === undefined) {
    if (rest.length === 0) context.issues.push(issue('no-period', context.value));
    return;
  }
  if (parsePeriod(first) === undefined) context.issues.push({ ...issue('period', first), params: { key: first } });
  for (const key of others) context.issues.push({ ...issue('second-period', key), params: { key } });
  const { basis, reason } = context.value as { basis?: string; reason?: string };
  if (basis === 'judged' && !reason) context.issues.push({ ...issue('judged-without-reason', context.value), params: { key: 'basis' } });
}

type PhaseFields = PhaseLine & z.infer<z.ZodObject<typeof phaseShape>>;

/** The line that a phase is written in becomes fields of it. */
function liftPhase(mapping: z.infer<typeof phaseSchema>): PhaseFields {
  const written = Object.keys(mapping).find((key) => !Object.hasOwn(phaseShape, key)) as string;
  const { [written]: text, ...fields } = mapping;
  const line = {};
  lifts.phase.lift(line, written, text as string);
  return { ...(line as PhaseLine), ...fields };
}
