import * as z from 'zod';
import { parseFiscalYear } from '../model/fiscal-year.js';
import { type Grain, looksLikePeriod, type Period, parsePeriod, periodPattern } from '../model/period.js';
import { checkResults } from '../model/vocabularies.js';
import {
  datePattern,
  decimalPattern,
  guards,
  isDate,
  lifts,
  type PhaseLine,
  phaseKeys,
  type scalars,
  wholeNumberPattern,
} from './scalars.js';

/*
 * What an author may write. Every scalar arrives as text and its place here says what it means. A message such as `id` names an entry
 * of `messages.ts`. Titles and descriptions become the hover texts of editors, so they are Japanese.
 */

export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** What editors say of a period. */
export const periodWords =
  '`2023`（一つの年度）、`2022-2024`（始まりと終わり）、`2022-`（終わりの印字がない。表の右端に達する矢印もこれ）。半角で書く。`R5` や `令和5年度`、半期 `2023H1`、四半期 `2023Q3` も書ける。';
const phaseIdPattern = /^[a-z][a-z0-9]*(?:[-.][a-zA-Z0-9]+)*$/;

/** What is told apart by more than its description in zod. */
const names = new WeakMap<object, string>();

/** What an editor shows of a key when the pointer rests on it: its name, what it is for, and how it is written. */
function about(title: string, description: string, ...examples: unknown[]) {
  return { title, description, ...(examples.length > 0 && { examples }) };
}

/** A text without a name of its own, for the alternatives of a union: the union has the name. */
const line = z.string({ error: 'text' }).min(1, { error: 'missing-value' });
const text = line.meta(about('文', '印字のとおりの文。どんなに長くても1行に書く。「: 」や「 #」を含む文、記号で始まる文は "…" で囲む。'));
const id = z
  .string({ error: 'text' })
  .regex(idPattern, { error: 'id' })
  .meta(
    about(
      'ID',
      '計画の中で一つだけの名前。英小文字で始め、英小文字・数字・ハイフンで書く。参照と新旧対照の手がかりになるので、版が変わっても、文や番号が変わっても、変えない。',
      'lost-property',
    ),
  );
const reference = z.string({ error: 'text' }).regex(phaseIdPattern, { error: 'id' });
const page = scalar('page', z.string({ error: 'text' }).regex(wholeNumberPattern, { error: 'whole-number' }).transform(Number)).meta(
  about('ページ', '出典のページ（1から）。下にあるものすべてに効き、行ごとに書き直せる。', 17),
);
const number = text.meta(about('番号', '印字の番号や行頭の記号。印字のとおりに書き、なければ書かない。', '5.', '(1)', '⑩', '・'));
const fiscalYear = scalar(
  'fiscalYear',
  z
    .string({ error: 'text' })
    .refine((value) => parseFiscalYear(value) !== undefined, { error: 'fiscal-year' })
    .transform((value) => parseFiscalYear(value) as number),
).meta(about('年度', '4月に始まる年度。西暦か元号で書く。', 2023, 'R5', '令和5年度'));
const date = scalar('date', z.string({ error: 'text' }).refine(isDate, { error: 'date' })).meta({
  ...about('日付', '年-月 か 年-月-日。半角で、月と日は2桁。', '2021-10', '2021-10-05'),
  pattern: datePattern.source,
});
const decimal = scalar('decimal', z.string({ error: 'text' }).regex(decimalPattern, { error: 'decimal' }).transform(Number)).meta(
  about('数', '半角の数字だけで書く。単位や桁区切りは付けない。', 96.6),
);
const period = scalar(
  'period',
  z
    .string({ error: 'text' })
    .refine((value) => parsePeriod(value) !== undefined, { error: 'period' })
    .transform((value) => parsePeriod(value) as Period),
).meta({ ...about('期間', periodWords, 2023, '2022-2024', '2022-', 'R5', '2023H1'), pattern: periodPattern });
const periodKey = scalar(
  'periodKey',
  z.string().refine((value) => parsePeriod(value) !== undefined, { error: 'period' }),
).meta({ pattern: periodPattern });
const ids = z.array(id, { error: 'list' });

const allow = z
  .record(z.string(), z.union([line.meta({ title: '理由' }), z.array(line).meta({ title: '理由の並び' })], { error: 'due' }), {
    error: 'mapping',
  })
  .meta(
    about(
      '承知している指摘',
      '`規則の名前: そのままにする理由`。確かめたうえで残す指摘を、ここで承知したことにする。同じ規則の指摘が二つ以上あれば、理由を [ ] で並べる。規則の名前は指摘の [ ] の中にある。',
      { 'dates-in-text': '印字のまま残す' },
    ),
  );
const refs = z
  .record(z.string(), text, { error: 'mapping' })
  .meta(about('他の番号・他の文書', '別の番号体系や別の文書での番号。`名前: 番号` の形で書く。', { 施策番号: '6-3' }, { 第2部: '2.(1)②' }));
const changed = text.meta(about('変更理由', 'この版で変えた理由。新旧対照表の備考に出る。', '有識者会議の意見を踏まえ、対象を拡大'));
const was = reference.meta(about('旧ID', '前の版でのID。IDを変えたときだけ書く。新旧対照で同じ項目として扱う。', 'lost-items'));
const from = z
  .array(reference, { error: 'list' })
  .meta(about('元のID', '前の版のどの項目を分割・統合したものか。統合なら複数書く。', ['id-card', 'resident-card']));

/** `- 2021-10: 本文`, or a plain text where no date is printed. */
const dated = z
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
const notes = z
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
const related = z
  .array(relation, { error: 'list' })
  .meta(about('関係', 'ほかの行や工程との関係。same: 同じもの、needs: 先に要るもの、see: 参照。', [{ same: 'cyberport-logistics' }]));

const target = z
  .union(
    [
      decimal,
      z.literal('undetermined', { error: 'target' }),
      z
        .record(z.string(), z.string(), { error: 'mapping' })
        .check(guarded('target', (context) => context.issues.push(issue('target', context.value)))),
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
const asOf = date.meta({ ...about('時点', 'いつの時点の値や報告か。', '2024-03-31'), pattern: datePattern.source });
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
          ...about('申告の進捗', '府省庁が自ら申告した進捗。計算した進捗と並べて示す。', 'A'),
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
const kpis = z
  .array(kpi, { error: 'list' })
  .meta(about('KPI', '達成を測る指標の並び。', [{ id: 'kpi-5g', name: '5Gの人口カバー率', unit: '%', target: { 2023: 98 } }]));

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
    .union([line.meta({ title: '期限' }), z.array(line).meta({ title: '期限の並び' })], { error: 'due' })
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
const phase = named('phase', phaseSchema.transform(liftPhase));

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

const columns = z
  .union([z.enum(['year', 'half', 'quarter']), z.array(period)], { error: 'columns' })
  .meta(
    about(
      '列',
      '表の列。year（年度ごと）、half（半期）、quarter（四半期）か、`[2021, 2022, 2023-]` のような並び。`2023-` は「2023年度～」の列。',
      'year',
      [2021, 2022, '2023-'],
    ),
  );

const window = period.meta({ ...about('表が示す年度', '表の最初の年度から最後の年度まで。', '2021-2025'), pattern: periodPattern });

const sectionSchema = z
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

const department = z
  .strictObject(
    {
      id,
      name: text.meta(about('名前', '組織の名前。上の組織の名前は含めない。', '行政局')),
      parent: id.meta(about('上の組織', '属する組織のID。府省庁なら書かない。', 'mic')).optional(),
      was: was.optional(),
      from: from.optional(),
      allow: allow.optional(),
    },
    { error: 'mapping' },
  )
  .meta(about('部局', '府省庁・局・課のどれか一つ。', { id: 'mic-bureau', parent: 'mic', name: '行政局' }));

const departmentsSchema = z
  .strictObject(
    {
      departments: z.array(department, { error: 'list' }).meta(
        about('担当部局', '府省庁・局・課を、上の組織から順に。', [
          { id: 'mic', name: '総務省' },
          { id: 'mic-bureau', parent: 'mic', name: '行政局' },
        ]),
      ),
    },
    { error: 'mapping' },
  )
  .meta(about('担当部局', '府省庁・局・課の木。施策と行の leads がここのIDを指す。'));

const term = z
  .union(
    [
      line,
      z.strictObject(
        {
          term: text.meta(about('語', '状況や評価を表す語。', '措置済')),
          means: z
            .enum(['done', 'doing', 'todo', 'dropped', 'none'], { error: 'choice' })
            .meta({
              ...about('意味', 'その語が、終わった・進んでいる・まだ・取りやめた、のどれに当たるか。', 'done'),
              enumDescriptions: ['終わった', '進んでいる', 'まだ', '取りやめた', 'どれでもない'],
            })
            .optional(),
        },
        { error: 'mapping' },
      ),
    ],
    { error: 'term' },
  )
  .meta(about('語', '語だけか、`{ term: 語, means: 意味 }`。', '措置中', { term: '措置済', means: 'done' }));
const severity = z.enum(['off', 'info', 'warning', 'error'], { error: 'choice' }).meta({
  ...about('強さ', 'off: 調べない、info: 情報、warning: 警告、error: エラー（書き出せない）。', 'warning'),
  enumDescriptions: ['調べない', '情報', '警告', 'エラー。ある間は書き出せない'],
});
const option = z.union([z.string(), z.array(z.string())], { error: 'due' });

const planSchema = z
  .strictObject(
    {
      format: z.literal('1', { error: 'format' }).meta(about('書式の版', 'この書き方の版。いつも 1。', 1)),
      id: id.meta(about('ID', '計画のID。書かなければフォルダの名前。', 'digital-plan')).optional(),
      title: text.meta(about('計画の題', '文書の題。', 'デジタル社会の実現に向けた重点計画 工程表')),
      edition: text.meta(about('版', 'いつの版か。印字のとおり。', '令和3年12月')),
      window,
      columns: columns.optional(),
      source: z
        .strictObject(
          {
            title: text.meta(about('出典の題', '写した元の文書の題。')),
            edition: text.meta(about('出典の版', '決定の日など。', '令和3年12月24日閣議決定')).optional(),
            url: text.meta(about('出典の場所', '出典のURL。')).optional(),
            pages: page.meta(about('ページ数', '出典のページ数（表紙を除く）。', 25)).optional(),
            note: text.meta(about('出典の注', '写し方についての断りなど。')).optional(),
          },
          { error: 'mapping' },
        )
        .meta(about('出典', '写した元の文書。', { title: 'デジタル社会の実現に向けた重点計画 工程表', edition: '令和3年12月' }))
        .optional(),
      description: text.meta(about('説明', '計画を一段落で説明した文。ページとデータカタログに出る。')).optional(),
      publisher: text.meta(about('公表者', '公表した組織。', 'デジタル庁')).optional(),
      contact: text.meta(about('連絡先', '問い合わせの窓口。')).optional(),
      licence: text.meta(about('利用条件', 'データの利用条件の名前。', '公共データ利用規約（第1.0版）')).optional(),
      licenceUrl: text.meta(about('利用条件の場所', '利用条件のURL。')).optional(),
      frequency: text.meta(about('更新の頻度', 'どれくらいの間隔で改定するか。', '毎年')).optional(),
      spatial: text.meta(about('対象地域', '計画の対象地域。', '日本')).optional(),
      language: text.meta(about('言語', '計画の言語。', 'ja')).optional(),
      url: text.meta(about('公表の場所', 'この計画のページのURL。')).optional(),
      tags: z
        .array(line, { error: 'list' })
        .meta(about('キーワード', 'データカタログのためのキーワード。', ['デジタル化', '工程表']))
        .optional(),
      notes: notes.optional(),
      rules: z
        .record(z.string(), z.union([severity, z.object({ severity: severity.optional() }).catchall(option)], { error: 'rule-setting' }), {
          error: 'mapping',
        })
        .meta(
          about('規則の設定', '`規則の名前: 強さ`、設定があれば `{ severity: 強さ, 設定の名前: 値 }`。規則は `roadmap rules` が示す。', {
            'phase-order': 'warning',
          }),
        )
        .optional(),
      vocabulary: z
        .union(
          [
            line,
            z.strictObject(
              {
                name: text.meta(about('語彙の名前', '何の語彙か。', '規制改革フォローアップ')),
                status: z
                  .array(term, { error: 'list' })
                  .meta(about('状況の語', '府省庁が報告に使う語を、順に全部。', ['措置済', '措置中', '未措置'])),
                verdict: z
                  .array(term, { error: 'list' })
                  .meta(about('評価の語', '評価する側が使う語を、順に全部。', ['解決', '継続フォロー']))
                  .optional(),
              },
              { error: 'mapping' },
            ),
          ],
          {
            error: 'vocabulary',
          },
        )
        .meta(
          about(
            '進捗の語彙',
            '報告と評価に使える語。`kisei-kaikaku`（書かないとき）か `simple` か、自分の語彙。',
            'kisei-kaikaku',
            'simple',
          ),
        )
        .optional(),
      editions: z
        .array(
          z.strictObject(
            {
              edition: text.meta(about('版の名前', 'いつの版か。', '令和3年12月')).optional(),
              from: text.meta(about('場所', '前の版のフォルダか、gitの `REV:DIR`。', '../roadmap-2021', 'v2021:roadmap')),
            },
            { error: 'mapping' },
          ),
          { error: 'list' },
        )
        .meta(about('これまでの版', '前の版の場所。新旧対照に使う。', [{ edition: '令和3年12月', from: 'v2021:roadmap' }]))
        .optional(),
      allow: allow.optional(),
      chapters: z
        .array(
          z
            .strictObject(
              {
                id,
                number: number.optional(),
                title: text.meta(about('章の題', '印字のとおりの章の題。番号は number に書く。', 'デジタル社会の実現に向けた施策')),
                allow: allow.optional(),
                sections: z
                  .array(line, { error: 'list' })
                  .meta(about('節のファイル', '節のファイル名を、印字の順に。', ['6-5-systems.yaml'])),
              },
              { error: 'mapping' },
            )
            .meta(about('章', '第4、第5などの大見出し。')),
          { error: 'list' },
        )
        .meta(
          about('章', '大見出しを、印字の順に全部。', [
            { id: 'ch6', number: '第6', title: 'デジタル社会の実現に向けた施策', sections: ['6-5-systems.yaml'] },
          ]),
        ),
    },
    { error: 'mapping' },
  )
  .meta(about('工程表', '計画の全体: 題、版、表が示す年度、章と節のファイル。'));

const by = id.meta(about('報告者', '報告した部局。departments.yaml のID。', 'npa'));

/** Reports and checks of a fiscal year, beside the section they speak of: `progress/2023/6-5-systems.yaml`. */
const progressSchema = z
  .strictObject(
    {
      fy: fiscalYear.meta(about('年度', 'どの年度の進捗か。', 2023, 'R5')),
      asOf: asOf.optional(),
      by: by.optional(),
      reports: z
        .array(
          z
            .strictObject(
              {
                on: reference.meta(about('対象', 'どの取組の行（または施策）についての報告か。そのID。', 'lost-property')),
                status: text
                  .meta(about('状況', '府省庁の自己申告。plan.yaml の vocabulary の status の語。', '措置済', '措置中', '検討中', '未措置'))
                  .optional(),
                done: text.meta(about('実施したこと', 'その年度に実施したこと。')).optional(),
                obstacles: text.meta(about('課題', '進めるうえでの課題。')).optional(),
                next: text.meta(about('今後の予定', '次の年度以降の予定。')).optional(),
                evidence: z
                  .array(line, { error: 'list' })
                  .meta(about('根拠資料', '資料の名前やURL。', ['令和5年度調査報告書']))
                  .optional(),
                asOf: asOf.optional(),
                by: by.optional(),
                verdict: text
                  .meta(
                    about(
                      '評価',
                      '評価する側の判断。plan.yaml の vocabulary の verdict の語。',
                      '解決',
                      '継続フォロー',
                      '要改善',
                      'フォロー終了',
                    ),
                  )
                  .optional(),
                verdictReason: text.meta(about('評価の理由', 'そう評価した理由。')).optional(),
                actuals: z
                  .record(id, z.record(date, decimal, { error: 'mapping' }), { error: 'mapping' })
                  .meta(about('KPIの実績', 'KPIのIDごとに、測った日と値。', { 'kpi-5g': { '2024-03-31': 96.6 } }))
                  .optional(),
                declared: z
                  .record(id, z.enum(['A', 'B', 'F', 'N'], { error: 'choice' }), { error: 'mapping' })
                  .meta(about('KPIの申告の進捗', 'KPIのIDごとに、担当が申告する進捗。', { 'kpi-5g': 'A' }))
                  .optional(),
                allow: allow.optional(),
              },
              { error: 'mapping' },
            )
            .meta(about('報告', '一つの行（または施策）についての報告。', { on: 'lost-property', status: '措置中' })),
          { error: 'list' },
        )
        .meta(about('報告', 'その年度の報告を全部。'))
        .optional(),
      checks: z
        .array(
          z
            .strictObject(
              {
                on: reference.meta(about('対象', 'どの取組の行（または施策）の記載を確かめたか。そのID。', 'lost-property')),
                edition: text.meta(about('版', '確かめた版。', '令和3年12月')),
                result: z
                  .enum(checkResults, { error: 'choice' })
                  .meta(about('確認', '確認済: 記載のとおりでよい。意見あり: 直すべき所がある。', ...checkResults))
                  .optional(),
                comment: text.meta(about('意見', '直すべき所。')).optional(),
                by: by.optional(),
                allow: allow.optional(),
              },
              { error: 'mapping' },
            )
            .meta(
              about('確認', '担当部局がその版の記載を読んで答えたこと。', {
                on: 'lost-property',
                edition: '令和3年12月',
                result: '確認済',
              }),
            ),
          { error: 'list' },
        )
        .meta(about('確認', '記載内容の確認の答え。'))
        .optional(),
    },
    { error: 'mapping' },
  )
  .meta(about('進捗状況', '一つの年度の報告。`progress/年度/節のファイル名` に置く。'));

/** By the kind of file that each is for. */
export const schemas = { plan: planSchema, section: sectionSchema, departments: departmentsSchema, progress: progressSchema } as const;

export type FileKind = keyof typeof schemas;
export type PlanData = z.infer<typeof planSchema>;
export type SectionData = z.infer<typeof sectionSchema>;
export type MeasureData = NonNullable<SectionData['measures']>[number];
export type TrackData = NonNullable<MeasureData['tracks']>[number];
export type PhaseData = NonNullable<TrackData['phases']>[number];
export type KpiData = NonNullable<TrackData['kpis']>[number];
export type DatedData = NonNullable<TrackData['completed']>[number];
export type NoteData = NonNullable<TrackData['notes']>[number];
export type RelationData = NonNullable<TrackData['related']>[number];
export type DepartmentsData = z.infer<typeof departmentsSchema>;
export type ProgressData = z.infer<typeof progressSchema>;
export type ColumnsData = Grain | Period[];

function issue(message: string, input: unknown): { code: 'custom'; message: string; input: unknown } {
  return { code: 'custom', message, input };
}

/** A check of a mapping as a whole: the guard says whether it holds, and `report` what is wrong. */
function guarded(name: keyof typeof guards, report: (context: { value: object; issues: unknown[] }) => void) {
  const check = (context: { value: object; issues: unknown[] }): void => {
    if (!guards[name](context.value)) report(context);
  };
  names.set(check, name);
  return check;
}

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

function single(what: string) {
  return guarded('single', (context) => context.issues.push(issue(`one-${what}`, context.value)));
}

/** A scalar of the table in scalars.ts. */
function scalar<S extends z.ZodType>(name: keyof typeof scalars, schema: S): S {
  return named(name, schema);
}

function named<S extends z.ZodType>(name: keyof typeof scalars | keyof typeof lifts, schema: S): S {
  names.set(schema._zod.def, name);
  return schema;
}

/** The line that a phase is written in becomes fields of it. */
function liftPhase(mapping: z.infer<typeof phaseSchema>): PhaseLine & z.infer<z.ZodObject<typeof phaseShape>> {
  const written = Object.keys(mapping).find((key) => !Object.hasOwn(phaseShape, key)) as string;
  const { [written]: text, ...fields } = mapping;
  const line = {};
  lifts.phase.lift(line, written, text as string);
  return { ...(line as PhaseLine), ...fields };
}

/** The name of a scalar by its definition in zod, or of a guard by its check; undefined for any other. */
export function nameOf(definition: object): string | undefined {
  return names.get(definition);
}
