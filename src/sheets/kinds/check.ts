import type { Measure, Track, WordingCheck } from '../../model/roadmap.js';
import { promisesOf } from '../../model/series.js';
import { checkResults } from '../../model/vocabularies.js';
import { itemsOf } from '../../model/walk.js';
import { readChoice, readLine, readNone } from '../read-text.js';
import { type AnsweredRow, type Asked, plain, type Row, type SheetKind, textHash } from '../sheet.js';
import { changeEntries, type EntryChange } from './entries.js';
import { isLeaf, itemColumns, itemWords, milestoneWords, phaseWords, targetWords } from './item-words.js';

/** 記載内容の確認: read and tick. The ticks of an edition stand in the progress files of the year in which it is asked for. */
export const kind: SheetKind = {
  name: 'check',
  title: '記載内容の確認',
  yearly: true,
  opinion: 'comment',
  task: '各項目の記載を読み、そのままでよければ「確認済」、直すべき所があれば「意見あり」を選んで意見を書いてください。',
  columns: () => [
    ...itemColumns,
    { key: 'body', header: '記載内容', width: 62, role: 'shown' },
    { key: 'due', header: '期限・目標', width: 24, role: 'shown' },
    { key: 'lead', header: '担当', width: 16, role: 'shown' },
    {
      key: 'result',
      header: '確認',
      width: 10,
      role: 'answer',
      choices: checkResults,
      read: readChoice(checkResults),
      help: '一覧から選んでください。',
    },
    {
      key: 'comment',
      header: '意見',
      width: 40,
      role: 'answer',
      read: (text, { values }) => readNone(text, values['comment']) ?? readLine(text),
      help: '「意見あり」のとき、直すべき所を書いてください。',
    },
  ],
  rows(roadmap, fy, chosen) {
    const { edition } = roadmap.plan;
    return itemsOf(roadmap)
      .filter(chosen)
      .flatMap((item) => {
        const shown = shownWords(item);
        // A heading is read in its rows, and by itself where words of its own belong to it.
        if (!isLeaf(item) && !shown.body && !shown.due) return [];
        const check = checkOf(item, { roadmap, fy });
        const isCurrent = check?.edition === edition && (check.hash === undefined || check.hash === hashOf(shown));
        return {
          id: item.id,
          subject: item,
          values: { ...shown, result: (isCurrent && check.result) || '', comment: (isCurrent && check.comment) || '' },
          open: ['result', 'comment'],
        };
      });
  },
  apply(answered, target) {
    const { edition } = target.roadmap.plan;
    // Several departments may answer for one item, each a part of what its entry is to say.
    const ofItem = new Map<Track | Measure, AnsweredRow>();
    for (const { row, answers, lead } of answered) {
      const item = row.subject as Track | Measure;
      ofItem.set(item, { row, answers: new Map([...(ofItem.get(item)?.answers ?? []), ...answers]), lead });
    }
    const changes = new Map<Track | Measure, EntryChange>();
    for (const [item, { row, answers, lead }] of ofItem) {
      const check = checkOf(item, target);
      // What was said of other words goes.
      const old = answerKeys.filter((key) => !answers.has(key) && check?.[key] !== undefined && row.values[key] === '');
      const fields = [
        ...answers,
        ...old.map((key) => [key, null] as const),
        ['edition', edition] as const,
        ['hash', hashOf(row.values)] as const,
      ];
      changes.set(item, { fields: fields.map(([key, value]) => ({ path: [key], value })), lead });
    }
    changeEntries('checks', changes, target);
  },
  check({ row, answers }) {
    if (answers.size === 0) return [];
    const [result, comment] = answerKeys.map((key) => (answers.has(key) ? answers.get(key) : row.values[key]) || undefined);
    if (result === undefined && comment !== undefined)
      return [
        {
          key: 'result',
          message: { ja: '意見がありますが、確認の欄が空です', en: 'there is a comment, but 「確認」 is blank' },
          help: {
            ja: '「意見あり」を選ぶか、意見を消してください',
            en: 'choose 「意見あり」, or take the comment away',
          },
        },
      ];
    if (result !== '意見あり' || comment !== undefined) return [];
    return [
      {
        key: 'comment',
        message: { ja: '「意見あり」ですが、意見がありません', en: '「意見あり」 without a comment' },
        help: { ja: '直すべき所を書いてください', en: 'write what should be changed' },
      },
    ];
  },
};

const answerKeys = ['result', 'comment'] as const;

/** What the row of an item shows to be read. */
function shownWords(item: Track | Measure) {
  const phases = item.kind === 'track' ? item.phases : [];
  const notes = [...item.notes, ...phases.flatMap((phase) => phase.notes)];
  return {
    ...itemWords(item),
    body: [
      ...item.completed.map((one) => `済　${milestoneWords(one)}`),
      ...phases.map(phaseWords),
      ...item.milestones.map((one) => `▲　${milestoneWords(one)}`),
      ...notes.map(({ text }) => `※　${text}`),
    ].join('\n'),
    due: [
      ...phases.flatMap(promisesOf).map(({ text }) => text),
      ...item.kpis.map((kpi) => [kpi.name, targetWords(kpi)].filter(Boolean).join('　')),
    ].join('\n'),
  };
}

/** The sign of what is checked: the headings, the words, the times and the targets. */
function hashOf({ measure = '', item = '', body = '', due = '' }: Row['values']): string {
  return textHash([measure, item, body, due].map(plain));
}

/** What was answered for an item in a year, whatever edition or words it is of. */
function checkOf(item: Track | Measure, { roadmap, fy }: Asked): WordingCheck | undefined {
  return roadmap.checks.find((one) => one.fy === fy && one.on === item);
}
