import type { Draft } from '../../edit/draft.js';
import { namesAnotherTime, parseDue } from '../../model/dates.js';
import { fold } from '../../model/fold.js';
import { formatPeriod, parsePeriod } from '../../model/period.js';
import type { Phase, Roadmap } from '../../model/roadmap.js';
import { isFirstOfSeries } from '../../model/series.js';
import { itemsOf, phasesOf, relationsOf } from '../../model/walk.js';
import { oneLine, type Reading, readLine, readLines, readNone, readPeriod, tidy } from '../read-text.js';
import type { AnsweredRow, Column, Row, SheetKind } from '../sheet.js';
import { itemColumns, itemWords } from './item-words.js';

/** 改正: the text, the period and the promise of each phase as they shall be, and why. */
export const kind: SheetKind = {
  name: 'revision',
  title: '工程表の改正',
  yearly: false,
  task: '改正案の欄には現行の記載が入っています。改める所だけを書き直し、改めた行には変更理由を書いてください。改めない行はそのままにするか、「同左」と書いてください。',
  columns: () => [
    ...itemColumns,
    { key: 'lead', header: '担当', width: 13, role: 'shown' },
    { key: 'nowText', header: '現行の本文', width: 36, role: 'shown' },
    { key: 'nowPeriod', header: '現行の期間', width: 11, role: 'shown' },
    { key: 'nowDue', header: '現行の期限', width: 12, role: 'shown' },
    {
      key: 'text',
      header: '改正案の本文',
      width: 40,
      role: 'answer',
      required: true,
      read: revised('text', readLine),
      help: '改めた後の全文を書いてください。',
    },
    {
      key: 'period',
      header: '改正案の期間',
      width: 11,
      role: 'answer',
      required: true,
      read: revised('period', readPeriod),
      help: '年度で書いてください。2023、2022-2024、2022-（終わりの記載なし）、令和5年度～令和7年度 のように書けます。',
    },
    {
      key: 'due',
      header: '改正案の期限',
      width: 12,
      role: 'answer',
      read: revised('due', readDues),
      help: '本文にある期限の語を、1行に1件ずつ書いてください。',
    },
    { key: 'changed', header: '変更理由', width: 28, role: 'answer', read: readLine, help: '新旧対照表に載る理由を書いてください。' },
  ],
  rows(roadmap, _fy, chosen) {
    const rows: Row[] = [];
    for (const item of itemsOf(roadmap)) {
      if (item.kind !== 'track' || !chosen(item)) continue;
      for (const phase of item.phases.filter(isFirstOfSeries)) {
        const text = phase.corrected ?? phase.text;
        const period = formatPeriod(writtenPeriod(phase));
        const due = phase.dues.map((one) => one.text).join('\n');
        const changed = phase.changed ?? '';
        rows.push({
          id: phase.series ?? phase.id,
          subject: phase,
          values: { ...itemWords(item), nowText: text, nowPeriod: period, nowDue: due, text, period, due, changed },
          open: ['text', 'period', 'due', 'changed'],
        });
      }
    }
    return rows;
  },
  apply(answered, { draft }) {
    // Several departments may answer for one phase, whose period is the key of its text and has to change last.
    const ofPhase = new Map<Phase, Map<string, string | null>>();
    for (const { row, answers } of answered) {
      const phase = row.subject as Phase;
      ofPhase.set(phase, new Map([...(ofPhase.get(phase) ?? []), ...answers]));
    }
    for (const [phase, answers] of ofPhase) applyToPhase(phase, answers, draft);
  },
  check: ({ row, answers }) =>
    [...answers.keys()].some((key) => key !== 'changed') && !answers.has('changed') && !row.values['changed']
      ? [{ key: 'changed', advice: true, message: { ja: '変更理由がありません', en: 'there is no reason for the change' } }]
      : [],
  revises: { text: '本文', period: '期間', due: '期限' },
  settle: keepIdentities,
};

/** A reader of a cell of the draft, which knows the words of a 新旧対照表 for what stays and for what is gone. */
function revised(key: string, read: NonNullable<Column['read']>): NonNullable<Column['read']> {
  return (text, row) => {
    const { values } = row;
    const words = fold(text)
      .replace(/^[([〔【「](.*)[)\]〕】」]。?$/, '$1')
      .replace(/。$/, '');
    if (/^(?:同左|同じ|略|(?:変更|改正|修正|改定|訂正)(?:なし|無し?)|現行(?:の?(?:[とど]お|通)り|[にと]同じ))$/.test(words))
      return { value: values[key] ?? '' };
    if (!/^(?:削除|削る|削除する|廃止)$/.test(words)) return read(text, row);
    return {
      fault: {
        ja: `\`${oneLine(text)}\` が、工程を削るのか欄を消すのか決められません`,
        en: `\`${oneLine(text)}\` may mean the phase or this cell`,
      },
      help: {
        ja: '期限だけを消すときは、期限の欄に「（削除）」と書いてください。工程を削るときは、調整担当に知らせてください',
        en: 'write 「（削除）」 in the cell of the due date to clear it alone; tell the coordinating office which phase shall be removed',
      },
    };
  };
}

/** One promise a line; of two times in a line, only the first would count. */
function readDues(text: string, { values }: Row): Reading {
  const none = readNone(text, values['due']);
  if (none) return none;
  const several = tidy(text)
    .split('\n')
    .find((line) => namesAnotherTime(parseDue(line)));
  if (several === undefined) return readLines(text);
  return {
    fault: { ja: `\`${oneLine(several)}\` には時期が二つ以上あります`, en: `\`${oneLine(several)}\` names more than one time` },
    help: { ja: '期限は1行に1件ずつ書いてください', en: 'write one due date a line' },
  };
}

function writtenPeriod(phase: Phase): Phase['period'] {
  return parsePeriod(phase.written) ?? phase.period;
}

function applyToPhase(phase: Phase, answers: AnsweredRow['answers'], draft: Draft): void {
  const file = draft.nameOf(phase.location.file.path);
  const at = phase.location.path;
  const text = answers.get('text');
  if (typeof text === 'string') {
    draft.change(file, { kind: 'set', path: [...at, phase.written], value: text });
    // A corrected reading belongs to the text that was printed.
    if (phase.corrected) draft.change(file, { kind: 'remove', path: [...at, 'corrected'] });
  }
  const due = answers.get('due');
  if (due === null) draft.change(file, { kind: 'remove', path: [...at, 'due'] });
  else if (due !== undefined) {
    const words = due.split('\n');
    // A list stays one, and keeps the comments in it.
    const isList = phase.location.file.spans.value([...at, 'due', 0]) !== undefined;
    draft.change(file, { kind: 'set', path: [...at, 'due'], value: words.length === 1 && !isList ? (words[0] ?? '') : words });
  }
  const changed = answers.get('changed');
  if (changed === null) draft.change(file, { kind: 'remove', path: [...at, 'changed'] });
  else if (changed !== undefined) draft.change(file, { kind: 'set', path: [...at, 'changed'], value: changed });
  const period = answers.get('period');
  if (typeof period === 'string') draft.change(file, { kind: 'rename', path: [...at, phase.written], to: period });
}

/**
 * A phase's id holds its first year. Where a new period gives it another one, `was` keeps what it was, and those that point to it follow.
 */
function keepIdentities(before: Roadmap, after: Roadmap, draft: Draft): void {
  const index = (roadmap: Roadmap) => {
    const lines = new Map<string, Phase>();
    for (const phase of phasesOf(roadmap))
      if (isFirstOfSeries(phase)) lines.set(`${phase.location.file.path} ${phase.location.path.join('/')}`, phase);
    return lines;
  };
  const [old, now] = [index(before), index(after)];
  for (const [key, phase] of now) {
    const was = old.get(key);
    if (!was || was.id === phase.id) continue;
    if (!phase.was && phase.from.length === 0)
      draft.change(draft.nameOf(phase.location.file.path), { kind: 'set', path: [...phase.location.path, 'was'], value: was.id });
    for (const { relation } of relationsOf(before))
      if (relation.target === was)
        draft.change(draft.nameOf(relation.location.file.path), { kind: 'set', path: relation.location.path, value: phase.id });
  }
}
