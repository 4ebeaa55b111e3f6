import * as z from 'zod';
import { fiscalYearPattern, parseFiscalYear } from '../../model/fiscal-year.js';
import { type Period, parsePeriod, periodPattern } from '../../model/period.js';
import { datePattern, decimalPattern, filledPattern, idPattern, isDate, phaseIdPattern, wholeNumberPattern } from '../scalars.js';
import { guarded, issue, named, single } from './marks.js';

// What stands in many places: ids, dates, periods, notes, relations.

/** What editors say of a period. */
export const periodWords =
  '`2023`（一つの年度）、`2022-2024`（始まりと終わり）、`2022-`（終わりの印字がない。表の右端に達する矢印もこれ）。半角で書く。`R5` や `令和5年度`、半期 `2023H1`、四半期 `2023Q3` も書ける。';

/** What an editor shows of a key when the pointer rests on it: its name, what it is for, and how it is written. */
export function about(title: string, description: string, ...examples: unknown[]) {
  return { title, description, ...(examples.length > 0 && { examples }) };
}

/** A text without a name of its own, for the alternatives of a union: the union has the name. */
export const line = named('line', z.string({ error: 'text' }).regex(filledPattern, { error: 'missing-value' }));
export const text = line.meta(
  about('文', '印字のとおりの文。どんなに長くても1行に書く。「: 」や「 #」を含む文、記号で始まる文は "…" で囲む。'),
);
export const id = z
  .string({ error: 'text' })
  .regex(idPattern, { error: 'id' })
  .meta(
    about(
      'ID',
      '計画の中で一つだけの名前。英小文字で始め、英小文字・数字・ハイフンで書く。参照と新旧対照の手がかりになるので、版が変わっても、文や番号が変わっても、変えない。',
      'lost-property',
    ),
  );
export const reference = z.string({ error: 'text' }).regex(phaseIdPattern, { error: 'reference' });
export const page = named('page', z.string({ error: 'text' }).regex(wholeNumberPattern, { error: 'whole-number' }).transform(Number)).meta(
  about('ページ', '出典のページ（1から）。下にあるものすべてに効き、行ごとに書き直せる。', 17),
);
export const number = text.meta(about('番号', '印字の番号や行頭の記号。印字のとおりに書き、なければ書かない。', '5.', '(1)', '⑩', '・'));
export const fiscalYear = named(
  'fiscalYear',
  z
    .string({ error: 'text' })
    .refine((value) => parseFiscalYear(value) !== undefined, { error: 'fiscal-year' })
    .transform((value) => parseFiscalYear(value) as number),
).meta({ ...about('年度', '4月に始まる年度。西暦か元号で書く。', 2023, 'R5', '令和5年度'), pattern: `^${fiscalYearPattern}$` });
export const date = named('date', z.string({ error: 'text' }).refine(isDate, { error: 'date' })).meta({
  ...about('日付', '年-月 か 年-月-日。半角で、月と日は2桁。', '2021-10', '2021-10-05'),
  pattern: datePattern.source,
});
export const decimal = named('decimal', z.string({ error: 'text' }).regex(decimalPattern, { error: 'decimal' }).transform(Number)).meta(
  about('数', '半角の数字だけで書く。単位や桁区切りは付けない。', 96.6),
);
export const period = named(
  'period',
  z
    .string({ error: 'text' })
    .refine((value) => parsePeriod(value) !== undefined, { error: 'period' })
    .transform((value) => parsePeriod(value) as Period),
).meta({ ...about('期間', periodWords, 2023, '2022-2024', '2022-', 'R5', '2023H1'), pattern: periodPattern });
const periodKey = named(
  'periodKey',
  z.string().refine((value) => parsePeriod(value) !== undefined, { error: 'period' }),
).meta({ pattern: periodPattern });
export const ids = z.array(id, { error: 'list' });

export const allow = z
  .record(z.string(), z.union([line.meta({ title: '理由' }), z.array(line).meta({ title: '理由の並び' })], { error: 'text-or-list' }), {
    error: 'mapping',
  })
  .meta(
    about(
      '承知している指摘',
      '`規則の名前: そのままにする理由`。確かめたうえで残す指摘を、ここで承知したことにする。同じ規則の指摘が二つ以上あれば、理由を [ ] で並べる。規則の名前は指摘の [ ] の中にある。',
      { 'dates-in-text': '印字のまま残す' },
    ),
  );
export const refs = z
  .record(z.string(), text, { error: 'mapping' })
  .meta(about('他の番号・他の文書', '別の番号体系や別の文書での番号。`名前: 番号` の形で書く。', { 施策番号: '6-3' }, { 第2部: '2.(1)②' }));
export const changed = text.meta(about('変更理由', 'この版で変えた理由。新旧対照表の備考に出る。', '有識者会議の意見を踏まえ、対象を拡大'));
export const was = reference.meta(about('旧ID', '前の版でのID。IDを変えたときだけ書く。新旧対照で同じ項目として扱う。', 'lost-items'));
export const from = z
  .array(reference, { error: 'list' })
  .meta(about('元のID', '前の版のどの項目を分割・統合したものか。統合なら複数書く。', ['id-card', 'resident-card']));

/** `- 2021-10: 本文`, or a plain text where no date is printed. */
export const dated = z
  .union([line.meta({ title: '本文' }), z.record(date, line, { error: 'mapping' }).check(single('date')).meta({ title: '日付と本文' })], {
    error: 'dated',
  })
  .meta(
    about('日付と本文', '`- 2021-10: 本文` の形で1行に書く。日付の印字がなければ本文だけを書く。', {
      '2021-10': '薬剤情報・特定健診等情報',
    }),
  );
/** A text, or `- 2022: 本文` for a note to that column of the table. */
const note = z
  .union(
    [line.meta({ title: '注' }), z.record(periodKey, line, { error: 'mapping' }).check(single('period')).meta({ title: '列に付く注' })],
    {
      error: 'note',
    },
  )
  .meta(about('注', '※の文。※は書かない。表の列に付く注は `- 2022: 文` と書く。', '令和3年度補正予算を含む'));
export const notes = z
  .array(note, { error: 'list' })
  .meta(about('注（※）', '※の文の並び。説明しているもの（工程・行・施策・節）のところに置く。※は書かない。', ['令和3年度補正予算を含む']));

const relation = z
  .strictObject(
    {
      same: reference
        .meta(about('同じもの', '同じことを述べている行や工程のID。両方に書く。年度が食い違えば指摘される。', 'cyberport-logistics'))
        .optional(),
      needs: reference.meta(about('先に要るもの', 'これより先に終わっていなければならないもののID。', 'system-design')).optional(),
      see: reference
        .meta(about('参照', '文が指しているもの（「左記」など）のID。工程のIDは `行のID.年度`。', 'lost-property.2021'))
        .optional(),
    },
    { error: 'mapping' },
  )
  .check(guarded('oneRelation', (context) => context.issues.push(issue('relation', context.value))))
  .meta(about('関係', 'same（同じもの）、needs（先に要るもの）、see（参照）のどれか一つとID。', { same: 'cyberport-logistics' }));
export const related = z
  .array(relation, { error: 'list' })
  .meta(about('関係', 'ほかの行や工程との関係。same: 同じもの、needs: 先に要るもの、see: 参照。', [{ same: 'cyberport-logistics' }]));

export const asOf = date.meta({ ...about('時点', 'いつの時点の値や報告か。', '2024-03-31'), pattern: datePattern.source });
