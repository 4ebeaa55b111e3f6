import * as z from 'zod';
import { checkResults } from '../../model/vocabularies.js';
import { about, allow, asOf, date, decimal, fiscalYear, id, line, reference, text } from './words.js';

const by = id.meta(about('報告者', '報告した部局。departments.yaml のID。', 'npa'));

/** Reports and checks of a fiscal year, beside the section they speak of: `progress/2023/6-5-systems.yaml`. */
export const progressSchema = z
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
                hash: text
                  .meta(about('照合', '確かめた記載の印。シートを取り込むと付く。同じ版でも記載が変わると、確認は済んでいないものになる。'))
                  .optional(),
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
