import type { Measure, Track } from '../../model/roadmap.js';
import { checkResults } from '../../model/vocabularies.js';
import { itemsOf } from '../../model/walk.js';
import { readChoice, readLine } from '../read-text.js';
import type { SheetKind } from '../sheet.js';
import { changeEntries, type EntryChange } from './entries.js';
import { isLeaf, itemColumns, itemWords, phaseWords, targetWords } from './item-words.js';

/** 記載内容の確認: read and tick. The ticks of an edition stand in the progress files of the year in which it is asked for. */
export const kind: SheetKind = {
  name: 'check',
  title: '記載内容の確認',
  yearly: true,
  task: '各項目の記載を読み、そのままでよければ「確認済」、直すべき所があれば「意見あり」を選んで意見を書いてください。',
  columns: () => [
    ...itemColumns,
    { key: 'body', header: '記載内容', width: 62, role: 'shown' },
    { key: 'due', header: '期限・目標', width: 14, role: 'shown' },
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
    { key: 'comment', header: '意見', width: 40, role: 'answer', read: readLine, help: '「意見あり」のとき、直すべき所を書いてください。' },
  ],
  rows(roadmap, fy, chosen) {
    const { edition } = roadmap.plan;
    return itemsOf(roadmap)
      .filter((item) => isLeaf(item) && chosen(item))
      .map((item) => {
        const check = roadmap.checks.find((one) => one.fy === fy && one.on === item && one.edition === edition);
        const phases = item.kind === 'track' ? item.phases : [];
        const notes = [...item.notes, ...phases.flatMap((phase) => phase.notes)];
        return {
          id: item.id,
          subject: item,
          values: {
            ...itemWords(item),
            body: [
              ...item.completed.map(({ text }) => `済　${text}`),
              ...phases.map(phaseWords),
              ...item.milestones.map(({ text }) => `▲　${text}`),
              ...notes.map(({ text }) => `※　${text}`),
            ].join('\n'),
            due: [...phases.flatMap(({ dues }) => dues.map(({ text }) => text)), ...item.kpis.map(targetWords)].filter(Boolean).join('\n'),
            result: check?.result ?? '',
            comment: check?.comment ?? '',
          },
          open: ['result', 'comment'],
        };
      });
  },
  apply(answered, target) {
    const { edition } = target.roadmap.plan;
    const changes = new Map<Track | Measure, EntryChange>();
    for (const { row, answers, lead } of answered)
      changes.set(row.subject as Track | Measure, {
        fields: [{ path: ['edition'], value: edition }, ...[...answers].map(([key, value]) => ({ path: [key], value }))],
        lead,
      });
    changeEntries('checks', changes, target);
  },
  check({ row, answers }) {
    const now = (key: string) => (answers.has(key) ? answers.get(key) : row.values[key]) || undefined;
    if (now('result') !== '意見あり' || now('comment') !== undefined) return [];
    return [
      {
        key: 'comment',
        message: { ja: '「意見あり」ですが、意見がありません', en: '「意見あり」 without a comment' },
        help: { ja: '直すべき所を書いてください', en: 'write what should be changed' },
      },
    ];
  },
};
