import * as z from 'zod';
import { columns, window } from './section.js';
import { about, allow, id, line, notes, number, page, text } from './words.js';

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
const option = z.union([z.string(), z.array(z.string())], { error: 'text-or-list' });

export const planSchema = z
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
