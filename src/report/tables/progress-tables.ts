import type { Roadmap, VocabularyTerm } from '../../model/roadmap.js';
import type { Records } from '../records.js';
import { kinds, meaningCodes } from './codes.js';
import { type Column, column } from './columns.js';
import { table } from './lay-out.js';
import { dayOfPoint, monthOfPoint } from './points.js';
import type { Table } from './table.js';

/** What was reported, a row an item and fiscal year, and the evidence for it. */
export function progressTables(roadmap: Roadmap, reports: NonNullable<Records['reports']>, plan: Column<object>[]): Table[] {
  const { vocabulary } = roadmap.plan;
  const codes = (terms: readonly VocabularyTerm[]) => Object.fromEntries(terms.map(({ term, means }) => [term, meaningCodes[means]]));
  type Report = (typeof reports)[number];
  const id = column<Report>('progress_id', 'string', '報告のID。項目のIDと年度', ({ on, fy }) => `${on}.${fy}`, { required: true });
  return [
    table<Report>(
      'progress',
      '進捗状況の報告。1行が項目と年度の組',
      [
        ...plan,
        id,
        column('item_id', 'string', '施策か取組の行のID', ({ on }) => on, { required: true }),
        column(
          'item_kind',
          'string',
          'item_id が指すものの種類',
          ({ on }) => (roadmap.byId.get(on)?.kind === 'track' ? 'track' : 'measure'),
          kinds('measure', 'track'),
        ),
        column('fiscal_year', 'integer', '報告の年度（西暦）', ({ fy }) => fy, { required: true }),
        column('status', 'string', '状況。担当の申告', ({ status }) => status, { codes: codes(vocabulary.status) }),
        column('done', 'string', '実施したこと', ({ done }) => done),
        column('obstacles', 'string', '課題', ({ obstacles }) => obstacles),
        column('next_steps', 'string', '今後の予定', ({ next }) => next),
        column('as_of_month', 'yearmonth', '時点の月', ({ asOf }) => monthOfPoint(asOf)),
        column('as_of_day', 'integer', '時点の日。書かれていなければ空', ({ asOf }) => dayOfPoint(asOf)),
        column('reported_by', 'string', '報告した部局の名前（府省庁から）', ({ by }) => by),
        column('verdict', 'string', '評価。確かめた側の判断', ({ verdict }) => verdict, { codes: codes(vocabulary.verdict) }),
        column('verdict_reason', 'string', '評価の理由', ({ verdictReason }) => verdictReason),
      ],
      reports,
      ['progress_id'],
    ),
    table<{ report: Report; position: number; evidence: string }>(
      'progress_evidence',
      '報告の根拠資料',
      [
        ...plan,
        column('progress_id', 'string', '報告のID', ({ report: { on, fy } }) => `${on}.${fy}`, { required: true }),
        column('position', 'integer', '書かれた順', ({ position }) => position, { required: true }),
        column('evidence', 'string', '根拠資料のURLか名前', ({ evidence }) => evidence, { required: true }),
      ],
      reports.flatMap((report) => (report.evidence ?? []).map((evidence, index) => ({ report, position: index + 1, evidence }))),
      undefined,
      [['progress_id', 'progress', 'progress_id']],
    ),
  ];
}
