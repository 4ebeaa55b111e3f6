import { isExists } from 'date-fns/isExists';
import * as z from 'zod';
import { parseFiscalYear } from '../model/fiscal-year.js';
import { type Grain, looksLikePeriod, type Period, parsePeriod } from '../model/period.js';

/*
 * What an author may write. Every scalar arrives as text and its place here says what it means. A message such as `id` names an entry
 * of `messages.ts`. Titles and descriptions become the hover texts of editors, so they are Japanese.
 */

export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const phaseIdPattern = /^[a-z][a-z0-9]*(?:[-.][a-zA-Z0-9]+)*$/;
export const datePattern = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;

const text = z
  .string({ error: 'text' })
  .min(1, { error: 'missing-value' })
  .meta({ title: '文', description: '印字のとおりの文。1行に書く。' });
const id = z
  .string({ error: 'text' })
  .regex(idPattern, { error: 'id' })
  .meta({
    title: 'ID',
    description: '計画の中で一つだけの名前。英小文字・数字・ハイフン。版が変わっても変えない。',
    examples: ['lost-property'],
  });
const reference = z.string({ error: 'text' }).regex(phaseIdPattern, { error: 'id' });
const page = z
  .string({ error: 'text' })
  .regex(/^[1-9]\d*$/, { error: 'whole-number' })
  .transform(Number)
  .meta({ title: 'ページ', description: '出典のページ。下にあるものすべてに効く。' });
const number = text.meta({ title: '番号', description: '印字の番号。例: 5. (1) ⑩ ・', examples: ['(1)', '⑩', '・'] });
const fiscalYear = z
  .string({ error: 'text' })
  .refine((value) => parseFiscalYear(value) !== undefined, { error: 'fiscal-year' })
  .transform((value) => parseFiscalYear(value) as number)
  .meta({ title: '年度', examples: ['2023', 'R5'] });
const date = z
  .string({ error: 'text' })
  .refine(isDate, { error: 'date' })
  .meta({ title: '日付', description: '2021-10 または 2021-10-05', examples: ['2021-10', '2021-10-05'] });
const decimal = z
  .string({ error: 'text' })
  .regex(/^-?\d+(?:\.\d+)?$/, { error: 'decimal' })
  .transform(Number)
  .meta({ title: '数', description: '単位のない半角の数' });
const period = z
  .string({ error: 'text' })
  .refine((value) => parsePeriod(value) !== undefined, { error: 'period' })
  .transform((value) => parsePeriod(value) as Period)
  .meta({ title: '期間', examples: ['2023', '2022-2024', '2022-'] });
const periodKey = z.string().refine((value) => parsePeriod(value) !== undefined, { error: 'period' });
const ids = z.array(id, { error: 'list' });

const allow = z
  .record(z.string(), text, { error: 'mapping' })
  .meta({ title: '承知している指摘', description: '規則の名前: そのままにする理由', examples: [{ 'dates-in-text': '印字のまま残す' }] });
const refs = z.record(z.string(), text, { error: 'mapping' }).meta({ title: '他の番号', examples: [{ 施策番号: '6-3' }] });
const changed = text.meta({ title: '変更理由', description: 'この版で変えた理由。新旧対照表に出る。' });
const was = reference.meta({ title: '旧ID', description: '前の版でのID' });
const from = z.array(reference, { error: 'list' }).meta({ title: '元のID', description: '分割・統合の元になった項目' });

/** `- 2021-10: 本文`, or a plain text where no date is printed. */
const dated = z
  .union([text, z.record(date, text, { error: 'mapping' }).check(single('date'))], { error: 'dated' })
  .meta({ title: '日付と本文', examples: [{ '2021-10': '薬剤情報・特定健診等情報' }] });
/** A text, or `- 2022: 本文` for a note to that column of the table. */
const note = z
  .union([text, z.record(periodKey, text, { error: 'mapping' }).check(single('period'))], { error: 'note' })
  .meta({ title: '注', description: '※の文。※は書かない。' });
const notes = z.array(note, { error: 'list' }).meta({ title: '注（※）' });

const relation = z
  .strictObject({ same: reference.optional(), needs: reference.optional(), see: reference.optional() }, { error: 'mapping' })
  .check((context) => {
    if (Object.values(context.value).filter(Boolean).length !== 1) context.issues.push(issue('relation', context.value));
  })
  .meta({ title: '関係', description: 'same: 同じもの、needs: 先に要るもの、see: 参照' });
const related = z.array(relation, { error: 'list' }).meta({ title: '関係', examples: [[{ same: 'cyberport-logistics' }]] });

const target = z
  .union(
    [
      decimal,
      z.literal('undetermined', { error: 'target' }),
      z.record(z.string(), z.string(), { error: 'mapping' }).check((context) => {
        const entries = Object.entries(context.value);
        const [year, value] = entries[0] ?? ['', ''];
        const right =
          year === 'undetermined'
            ? parseFiscalYear(value) !== undefined
            : parseFiscalYear(year) !== undefined && /^-?\d+(?:\.\d+)?$/.test(value);
        if (entries.length !== 1 || !right) context.issues.push(issue('target', context.value));
      }),
    ],
    { error: 'target' },
  )
  .meta({
    title: '目標',
    description: '98、年度つきなら { 2023: 98 }、未定なら undetermined か { undetermined: 2024 }',
    examples: ['98', { 2023: 98 }],
  });
const kpi = z
  .strictObject(
    {
      id,
      name: text.meta({ title: '指標の名前' }),
      unit: text.meta({ title: '単位', examples: ['%', '局'] }),
      target: target.optional(),
      printed: text.meta({ title: '目標の印字' }).optional(),
      base: z
        .union([text, z.record(z.union([date, fiscalYear], { error: 'date' }), decimal, { error: 'mapping' }).check(single('date'))], {
          error: 'dated',
        })
        .meta({ title: '基準値', examples: [{ '2021-03-31': 70.1 }] })
        .optional(),
      actuals: z
        .record(date, decimal, { error: 'mapping' })
        .meta({ title: '実績', examples: [{ '2023-03-31': 96.6 }] })
        .optional(),
      better: z.enum(['more', 'less'], { error: 'choice' }).meta({ title: '良い向き' }).optional(),
      measureFrom: date.meta({ title: '測り始める日' }).optional(),
      declared: z.enum(['A', 'B', 'F', 'N'], { error: 'choice' }).meta({ title: '申告の進捗' }).optional(),
      asOf: date.meta({ title: '時点' }).optional(),
      notes: notes.optional(),
      was: was.optional(),
      from: from.optional(),
      changed: changed.optional(),
      allow: allow.optional(),
    },
    { error: 'mapping' },
  )
  .meta({ title: 'KPI' });

const itemShape = {
  page: page.optional(),
  leads: ids.meta({ title: '担当', description: 'departments.yaml のID' }).optional(),
  refs: refs.optional(),
  judged: text.meta({ title: '判断', description: 'この見出しの下に置いた理由（印字からは決まらないとき）' }).optional(),
  notes: notes.optional(),
  related: related.optional(),
  completed: z.array(dated, { error: 'list' }).meta({ title: '実施済みの事項' }).optional(),
  milestones: z.array(dated, { error: 'list' }).meta({ title: 'マイルストーン（▲）' }).optional(),
  kpis: z.array(kpi, { error: 'list' }).meta({ title: 'KPI' }).optional(),
  was: was.optional(),
  from: from.optional(),
  changed: changed.optional(),
  allow: allow.optional(),
};

const phaseShape = {
  id: reference.meta({ title: 'ID' }).optional(),
  corrected: text.meta({ title: '正しい読み', description: '印字の誤りを直した全文' }).optional(),
  each: z
    .literal('year', { error: 'choice' })
    .meta({ title: '毎年', description: 'year: 期間の各年度に一度ずつ印字されている' })
    .optional(),
  due: z
    .union([text, z.array(text)], { error: 'due' })
    .meta({ title: '期限', description: '文にある期限。印字のとおり', examples: ['令和8年度末'] })
    .optional(),
  basis: z
    .enum(['column', 'text', 'judged'], { error: 'choice' })
    .meta({ title: '期間の根拠', description: 'column: 列（書かないとき）、text: 文中の日付、judged: 判断' })
    .optional(),
  reason: text.meta({ title: '理由', description: '判断の理由' }).optional(),
  notes: notes.optional(),
  related: related.optional(),
  was: was.optional(),
  from: from.optional(),
  changed: changed.optional(),
  allow: allow.optional(),
};
const phaseKeys = Object.keys(phaseShape);

/** One line, `2022-2023: 本文`, and what belongs to it. */
const phase = z
  .object(phaseShape, { error: 'phase' })
  .catchall(text)
  .check((context) => {
    const rest = Object.keys(context.value).filter((key) => !phaseKeys.includes(key));
    const [first, ...others] = rest.filter(looksLikePeriod);
    for (const key of rest)
      if (!looksLikePeriod(key)) context.issues.push({ ...issue('unknown-key', context.value), params: { key, known: phaseKeys } });
    if (first === undefined) {
      if (rest.length === 0) context.issues.push(issue('no-period', context.value));
      return;
    }
    if (parsePeriod(first) === undefined) context.issues.push({ ...issue('period', first), params: { key: first } });
    for (const key of others) context.issues.push({ ...issue('second-period', key), params: { key } });
    const { basis, reason } = context.value as { basis?: string; reason?: string };
    if (basis === 'judged' && !reason) context.issues.push(issue('judged-without-reason', context.value));
  })
  .meta({ title: '工程', description: '期間: 本文', examples: [{ '2022-2023': '制度の検討' }] });

const track = z
  .strictObject(
    {
      id,
      label: text.meta({ title: '見出し', description: '行の小見出し' }).optional(),
      ...itemShape,
      phases: z.array(phase, { error: 'list' }).meta({ title: '工程' }).optional(),
    },
    { error: 'mapping' },
  )
  .meta({ title: '取組の行' });

const measure = z
  .strictObject(
    {
      id,
      parent: id.meta({ title: '親の施策' }).optional(),
      number: number.optional(),
      title: text.meta({ title: '見出し' }),
      corrected: text.meta({ title: '正しい読み' }).optional(),
      variants: z
        .array(z.record(page, text, { error: 'mapping' }).check(single('page')), { error: 'list' })
        .meta({ title: '別の印字', description: '同じ見出しの、他のページでの印字', examples: [[{ 15: 'マイナポータルの抜本的改善' }]] })
        .optional(),
      ...itemShape,
      tracks: z.array(track, { error: 'list' }).meta({ title: '取組の行' }).optional(),
    },
    { error: 'mapping' },
  )
  .meta({ title: '施策' });

const columns = z
  .union([z.enum(['year', 'half', 'quarter']), z.array(period)], { error: 'columns' })
  .meta({ title: '列', description: 'year, half, quarter か、[2021, 2022, 2023-] のような並び' });

export const sectionSchema = z
  .strictObject(
    {
      id,
      number: number.optional(),
      title: text.meta({ title: '節の題' }),
      page: page.optional(),
      columns: columns.optional(),
      window: period.optional(),
      refs: refs.optional(),
      notes: notes.optional(),
      related: related.optional(),
      kpis: z.array(kpi, { error: 'list' }).optional(),
      allow: allow.optional(),
      measures: z.array(measure, { error: 'list' }).meta({ title: '施策' }).optional(),
    },
    { error: 'mapping' },
  )
  .meta({ title: '節', description: '番号のついた節。1節1ファイル。' });

const department = z
  .strictObject(
    {
      id,
      name: text.meta({ title: '名前' }),
      parent: id.meta({ title: '上の組織' }).optional(),
      was: was.optional(),
      from: from.optional(),
      allow: allow.optional(),
    },
    { error: 'mapping' },
  )
  .meta({ title: '部局' });

export const departmentsSchema = z
  .strictObject({ departments: z.array(department, { error: 'list' }) }, { error: 'mapping' })
  .meta({ title: '担当部局', description: '府省庁・局・課の木' });

const term = z.union(
  [
    text,
    z.strictObject(
      { term: text, means: z.enum(['done', 'doing', 'todo', 'dropped', 'none'], { error: 'choice' }).optional() },
      { error: 'mapping' },
    ),
  ],
  {
    error: 'term',
  },
);
const severity = z.enum(['off', 'info', 'warning', 'error'], { error: 'choice' });
const option = z.union([z.string(), z.array(z.string())], { error: 'due' });

export const planSchema = z
  .strictObject(
    {
      format: z.literal('1', { error: 'format' }).meta({ title: '書式の版' }),
      id: id.optional(),
      title: text.meta({ title: '計画の題' }),
      edition: text.meta({ title: '版', examples: ['令和3年12月'] }),
      window: period.meta({ title: '表が示す年度', examples: ['2021-2025'] }),
      columns: columns.optional(),
      source: z
        .strictObject(
          { title: text, edition: text.optional(), url: text.optional(), pages: page.optional(), note: text.optional() },
          { error: 'mapping' },
        )
        .meta({ title: '出典' })
        .optional(),
      description: text.optional(),
      publisher: text.optional(),
      contact: text.optional(),
      licence: text.optional(),
      licenceUrl: text.optional(),
      frequency: text.optional(),
      spatial: text.optional(),
      language: text.optional(),
      url: text.optional(),
      tags: z.array(text, { error: 'list' }).optional(),
      notes: notes.optional(),
      rules: z
        .record(z.string(), z.union([severity, z.object({ severity: severity.optional() }).catchall(option)], { error: 'rule-setting' }), {
          error: 'mapping',
        })
        .meta({ title: '規則の強さ', examples: [{ 'missing-lead': 'warning' }] })
        .optional(),
      vocabulary: z
        .union(
          [
            text,
            z.strictObject(
              { name: text, status: z.array(term, { error: 'list' }), verdict: z.array(term, { error: 'list' }).optional() },
              { error: 'mapping' },
            ),
          ],
          {
            error: 'vocabulary',
          },
        )
        .meta({ title: '進捗の語彙' })
        .optional(),
      editions: z
        .array(z.strictObject({ edition: text.optional(), from: text }, { error: 'mapping' }), { error: 'list' })
        .meta({ title: 'これまでの版', description: 'from: フォルダか git の REV:DIR' })
        .optional(),
      allow: allow.optional(),
      chapters: z
        .array(
          z
            .strictObject(
              {
                id,
                number: number.optional(),
                title: text,
                allow: allow.optional(),
                sections: z.array(text, { error: 'list' }).meta({ title: '節のファイル', examples: [['6-5-systems.yaml']] }),
              },
              { error: 'mapping' },
            )
            .meta({ title: '章' }),
          { error: 'list' },
        )
        .meta({ title: '章' }),
    },
    { error: 'mapping' },
  )
  .meta({ title: '工程表', description: '計画の全体' });

/** Reports for a fiscal year, beside the section they report on: `progress/2023/6-5-systems.yaml`. */
export const progressSchema = z
  .strictObject(
    {
      fy: fiscalYear,
      asOf: date.optional(),
      by: id.optional(),
      reports: z.array(
        z
          .strictObject(
            {
              on: reference.meta({ title: '対象', description: '取組の行か施策のID' }),
              status: text.optional(),
              done: text.meta({ title: '実施したこと' }).optional(),
              obstacles: text.meta({ title: '課題' }).optional(),
              next: text.meta({ title: '今後の予定' }).optional(),
              evidence: z.array(text, { error: 'list' }).meta({ title: '根拠資料' }).optional(),
              asOf: date.optional(),
              by: id.optional(),
              verdict: text.meta({ title: '評価' }).optional(),
              verdictReason: text.meta({ title: '評価の理由' }).optional(),
              actuals: z
                .record(id, z.record(date, decimal, { error: 'mapping' }), { error: 'mapping' })
                .meta({ title: 'KPIの実績', examples: [{ 'kpi-id': { '2024-03-31': 96.6 } }] })
                .optional(),
              allow: allow.optional(),
            },
            { error: 'mapping' },
          )
          .meta({ title: '報告' }),
        { error: 'list' },
      ),
    },
    { error: 'mapping' },
  )
  .meta({ title: '進捗状況' });

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

/** The key of a phase's line that is its period. */
export function periodKeyOf(phase: PhaseData): string {
  return Object.keys(phase).find((key) => !phaseKeys.includes(key)) ?? '';
}

/** Whether `2021-10` or `2021-10-05` names a day or month that exists. */
export function isDate(value: string): boolean {
  if (!datePattern.test(value)) return false;
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  return isExists(year, month - 1, day);
}

function issue(message: string, input: unknown): { code: 'custom'; message: string; input: unknown } {
  return { code: 'custom', message, input };
}

function single(what: string): (context: { value: object; issues: unknown[] }) => void {
  return (context) => {
    if (Object.keys(context.value).length !== 1) context.issues.push(issue(`one-${what}`, context.value));
  };
}
