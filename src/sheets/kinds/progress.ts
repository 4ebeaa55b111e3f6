import { byDay, dayOf } from '../../model/day.js';
import { type FiscalYear, firstMonthOf, formatMonth, lastMonthOf, seirekiFiscalYear } from '../../model/fiscal-year.js';
import type { Kpi, Measure, ProgressReport, Roadmap, Section, Track } from '../../model/roadmap.js';
import { sectionsOf } from '../../model/walk.js';
import { type Slice, sliceRoadmap, standingOf } from '../../transform/slice-roadmap.js';
import { oneLine, type Reading, readChoice, readDate, readLine, readLines, readNumber, tidy } from '../read-text.js';
import type { AnsweredRow, Asked, Lead, Row, RowFault, SheetKind, Target } from '../sheet.js';
import { changeEntries, type EntryChange, type FieldChange } from './entries.js';
import { isLeaf, itemColumns, itemWords, milestoneWords, phaseWords, targetWords } from './item-words.js';

const words = ['status', 'done', 'obstacles', 'next', 'evidence'] as const;

/** 進捗状況: what became of each item in a fiscal year, and the latest figure of each KPI. */
export const kind: SheetKind = {
  name: 'progress',
  title: '進捗状況',
  yearly: true,
  task: '各項目について、この年度の進捗状況を回答してください。KPIの行には、最新の実績値とその時点を回答してください。',
  columns: ({ plan }, fy) => [
    ...itemColumns,
    { key: 'plan', header: `${seirekiFiscalYear(fy)}の工程`, width: 30, role: 'shown' },
    { key: 'due', header: '期限・目標', width: 12, role: 'shown' },
    { key: 'lead', header: '担当', width: 13, role: 'shown' },
    {
      key: 'status',
      header: '状況',
      width: 9,
      role: 'answer',
      choices: plan.vocabulary.status.map(({ term }) => term),
      read: readChoice(plan.vocabulary.status.map(({ term }) => term)),
      help: '一覧から選んでください。',
    },
    {
      key: 'done',
      header: '実施したこと',
      width: 28,
      role: 'answer',
      read: readLine,
      help: 'この年度に実施したことを文で書いてください。',
    },
    { key: 'obstacles', header: '課題', width: 20, role: 'answer', read: readLine, help: '妨げになっていることがあれば書いてください。' },
    { key: 'next', header: '今後の予定', width: 20, role: 'answer', read: readLine, help: '次に行うことを書いてください。' },
    {
      key: 'value',
      header: 'KPI実績値',
      width: 12,
      role: 'answer',
      read: (text, { subject }) => readNumber(subject.kind === 'kpi' ? subject.unit : '', text),
      help: '数だけを書いてください（単位は「取組」の列にあります）。KPIの行だけで回答できます。',
    },
    {
      key: 'date',
      header: 'KPI時点',
      width: 11,
      role: 'answer',
      read: (text, { values }) => readSameDay(values['date'], text),
      help: '実績値がいつのものか、2024-03-31 か 令和6年3月31日 のように書いてください。',
    },
    {
      key: 'evidence',
      header: '根拠資料',
      width: 18,
      role: 'answer',
      read: readEvidence,
      help: '資料の名前やURLを、1行に1件ずつ書いてください。',
    },
  ],
  rows(roadmap, fy, chosen) {
    // What is reported for the year itself changes no row: a department that answers later has the same one.
    const slice = sliceRoadmap({ ...roadmap, reports: roadmap.reports.filter((report) => report.fy < fy) }, [fy, fy]);
    const asked = askedItems(roadmap, slice);
    const rows: Row[] = [];
    for (const section of sectionsOf(roadmap)) {
      if (chosen(section)) rows.push(...section.kpis.map((kpi) => kpiRow(kpi, section, roadmap, fy)));
      for (const item of section.measures.flatMap((measure) => [measure, ...measure.tracks])) {
        if (!chosen(item)) continue;
        const report = roadmap.reports.find((one) => one.fy === fy && one.on === item);
        if (asked.has(item)) rows.push(itemRow(item, slice, report));
        rows.push(...item.kpis.map((kpi) => kpiRow(kpi, item, roadmap, fy)));
      }
    }
    return rows;
  },
  apply(answered, target) {
    const changes = new Map<Track | Measure, EntryChange>();
    const add = (item: Track | Measure, lead: Lead | undefined, field: FieldChange) => {
      const { fields = [], lead: before } = changes.get(item) ?? {};
      changes.set(item, { fields: [...fields, field], lead: lead ?? before });
    };
    for (const { row, answers, lead } of answered) {
      const { subject } = row;
      if (subject.kind === 'kpi') {
        const { path, value } = actualChange(answers, row);
        const item = itemOfFigure(subject, path, target.roadmap, target.fy);
        // A report on another item stays that of its own department.
        if (item) add(item, item === subject.on ? lead : undefined, { path: ['actuals', subject.id, ...path], value });
        else changeOwnActual(subject, path, value, target);
      } else
        for (const [key, value] of answers)
          add(subject as Track | Measure, lead, { path: [key], value: key === 'evidence' && value !== null ? value.split('\n') : value });
    }
    changeEntries('reports', changes, target);
  },
  check: (answered, asked) => [
    ...faultsOfFigure(answered),
    ...adviceOnDate(answered, asked),
    ...adviceOnDateAlone(answered),
    ...adviceOnVerdict(answered, asked),
  ],
};

/** A document a line: of two addresses in one line, neither would lead anywhere. */
function readEvidence(text: string): Reading {
  const several = tidy(text)
    .split('\n')
    .find((line) => /https?:\/\/.*[\s、，,；;・／]https?:\/\//iu.test(line));
  if (several === undefined) return readLines(text);
  return {
    fault: { ja: `\`${oneLine(several)}\` にはURLが二つ以上あります`, en: `there is more than one address in \`${oneLine(several)}\`` },
    help: { ja: '資料は1行に1件ずつ書いてください', en: 'write one document a line' },
  };
}

/** A date; of one that names the reported day otherwise (`2024-03` for `2024-03-31`), that one. */
function readSameDay(reported: string | undefined, text: string): Reading {
  const reading = readDate(text);
  return reported && 'value' in reading && dayOf(reading.value) === dayOf(reported) ? { value: reported } : reading;
}

const dateHelp = { ja: 'いつの実績か、2024-03-31 のように書いてください', en: 'write when it was measured: 2024-03-31' };

/** A figure has a date, which does not lie before what is reported. */
function faultsOfFigure({ row, answers }: AnsweredRow): RowFault[] {
  if (row.subject.kind !== 'kpi') return [];
  const now = (key: string) => (answers.has(key) ? answers.get(key) : row.values[key]) || undefined;
  const [value, date] = [now('value'), now('date')];
  if (value !== undefined && date === undefined)
    return [{ key: 'date', message: { ja: '実績値に時点がありません', en: 'the figure has no date' }, help: dateHelp }];
  if (value === undefined && date !== undefined)
    return [
      {
        key: 'value',
        message: { ja: '時点だけがあり、実績値がありません', en: 'there is a date, but no figure' },
        help: { ja: '実績値を書くか、両方に「（削除）」と書いてください', en: 'write the figure, or clear both with 「（削除）」' },
      },
    ];
  const before = row.values['date'];
  if (date !== undefined && before && dayOf(date) < dayOf(before))
    return [
      {
        key: 'date',
        message: {
          ja: `時点 \`${date}\` は、報告済みの \`${before}\` より前です`,
          en: `\`${date}\` lies before \`${before}\`, which is reported`,
        },
        help: {
          ja: '報告済みの実績を取り消すには、実績値と時点の両方に「（削除）」と書いて取り込み、新しい実績は次のシートに書いてください',
          en: 'clear the reported figure with 「（削除）」 in both cells first',
        },
      },
    ];
  return [];
}

/** A figure of another year may be the newest there is, or a slip. */
function adviceOnDate({ row, answers }: AnsweredRow, { fy }: Asked): RowFault[] {
  const [given, before, value] = [answers.get('date'), row.values['date'], answers.get('value')];
  // A figure whose date was left as it was replaces the one of then.
  const isKept = given === undefined && typeof value === 'string';
  const date = isKept ? before : given;
  const month = date?.slice(0, 'YYYY-MM'.length);
  if (!month || (month >= formatMonth(firstMonthOf(fy)) && month <= formatMonth(lastMonthOf(fy)))) return [];
  return [
    {
      key: 'date',
      advice: true,
      message: isKept
        ? {
            ja: `時点 \`${date}\` は${seirekiFiscalYear(fy)}の外のままなので、その時点の実績 \`${row.values['value']}\` が \`${value}\` に変わります。新しい実績なら、時点も書き直してください`,
            en: `\`${date}\`, which lies outside fiscal ${fy}, was left: its figure \`${row.values['value']}\` becomes \`${value}\`. Of a new figure, write the date as well`,
          }
        : {
            ja: `時点 \`${date}\` は${seirekiFiscalYear(fy)}の外です。その年度の報告に入るので、確かめてください`,
            en: `\`${date}\` lies outside fiscal ${fy}, for which it is reported: make sure that it is right`,
          },
    },
  ];
}

/** Of a date that was changed alone nobody can tell whether the same figure was measured again, or the date was wrong. */
function adviceOnDateAlone({ row, answers }: AnsweredRow): RowFault[] {
  const [given, before, value] = [answers.get('date'), row.values['date'], row.values['value']];
  if (!given || !before || answers.has('value')) return [];
  return [
    {
      key: 'date',
      advice: true,
      message: {
        ja: `時点だけが変わったので、\`${given}\` の実績 \`${value}\` が加わり、\`${before}\` の実績も残ります。時点の誤りを直したのなら、\`${before}\` の実績を消してください`,
        en: `the date alone was changed: a figure \`${value}\` of \`${given}\` is added, and that of \`${before}\` stays. Where the date was wrong, remove the figure of \`${before}\``,
      },
    },
  ];
}

/** A verdict outlives what it judged, and is told when that changes. */
function adviceOnVerdict({ row, answers }: AnsweredRow, { roadmap, fy }: Asked): RowFault[] {
  const [key] = answers.keys();
  if (key === undefined) return [];
  const { subject } = row;
  const item = subject.kind === 'kpi' ? itemOfFigure(subject, actualChange(answers, row).path, roadmap, fy) : subject;
  const verdict = roadmap.reports.find((report) => report.fy === fy && report.on === item)?.verdict;
  if (verdict === undefined) return [];
  return [
    {
      key,
      advice: true,
      message: {
        ja: `この報告には評価 \`${verdict}\` があり、そのまま残ります。変わる前の回答についての評価なので、見直してください`,
        en: `the report has the verdict \`${verdict}\`, which stays: it judged what was answered before, so look at it again`,
      },
    },
  ];
}

/**
 * The items that have something in the year, or whose end or promise passed without a report that it is done, or that were reported on. A
 * heading is asked about by its rows, and itself only about its own ▲.
 */
function askedItems(roadmap: Roadmap, { phases, milestones, unreported, overdue, dues, fiscalYears: [fy] }: Slice): Set<Track | Measure> {
  const items = new Set<Track | Measure>();
  for (const { on, completed } of milestones) if (isLeaf(on) || !completed) items.add(on);
  for (const { phase } of [...phases, ...unreported, ...overdue, ...dues]) items.add(phase.track);
  // A report of figures alone is asked about by its KPIs.
  for (const report of roadmap.reports) if (report.fy === fy && words.some((key) => report[key]?.length)) items.add(report.on);
  return items;
}

function itemRow(item: Track | Measure, { fiscalYears, milestones, unreported, overdue }: Slice, report: ProgressReport | undefined): Row {
  const phases = item.kind === 'track' ? item.phases : [];
  const [fy] = fiscalYears;
  const current = phases.filter((phase) => standingOf(phase, fiscalYears) !== undefined);
  const remark = new Map([
    ...unreported.map(({ phase }) => [phase, '（前年度まで・報告なし）'] as const),
    ...overdue.map(({ phase }) => [phase, '（前年度まで・未完了の報告）'] as const),
  ]);
  const passed = phases.filter((phase) => remark.has(phase) && !current.includes(phase));
  const open = [...passed, ...current];
  const shown = open.length > 0 ? open : phases.filter(({ shownToFy }) => shownToFy < fy).slice(-1);
  const points = milestones.filter(({ on, completed }) => on === item && !completed);
  return {
    id: item.id,
    subject: item,
    values: {
      ...itemWords(item),
      plan: [
        ...shown.map((phase) => (passed.includes(phase) ? remark.get(phase) : '') + phaseWords(phase)),
        ...points.map((point) => `▲ ${milestoneWords(point)}`),
      ].join('\n'),
      due: shown.flatMap(({ dues }) => dues.map(({ text }) => text)).join('\n'),
      status: report?.status ?? '',
      done: report?.done ?? '',
      obstacles: report?.obstacles ?? '',
      next: report?.next ?? '',
      evidence: report?.evidence.join('\n') ?? '',
    },
    open: words,
  };
}

/** Shows the latest of the figures that were reported in the year, on whichever item, or that the plan itself states. */
function kpiRow(kpi: Kpi, item: Track | Measure | Section, roadmap: Roadmap, fy: FiscalYear): Row {
  const stated = kpi.actuals.filter((actual) => isOwn(kpi, actual));
  const latest = latestOf([...stated, ...reportedFigures(kpi, roadmap, fy)]);
  return {
    id: kpi.id,
    subject: kpi,
    values: {
      ...itemWords(item),
      item: `KPI: ${kpi.name}（単位: ${kpi.unit}）`,
      plan: kpi.printed ?? '',
      due: targetWords(kpi),
      value: latest ? String(latest.value) : '',
      date: latest?.date ?? '',
    },
    open: ['value', 'date'],
  };
}

/**
 * The item in whose report the figure of a date belongs: where it stands, else where the others of the year do, so that a date has one;
 * undefined where it belongs to the KPI itself, as that of a section, or where the plan states one for the date.
 */
function itemOfFigure(kpi: Kpi, [date]: readonly string[], roadmap: Roadmap, fy: FiscalYear): Track | Measure | undefined {
  if (kpi.actuals.some((actual) => actual.date === date && isOwn(kpi, actual))) return undefined;
  const reported = reportedFigures(kpi, roadmap, fy);
  const item = (reported.findLast((one) => one.date === date) ?? latestOf(reported))?.on ?? kpi.on;
  return item.kind === 'section' ? undefined : item;
}

/** The figures of a KPI in the reports of a year, with the items that those are on. */
function reportedFigures(kpi: Kpi, { reports }: Roadmap, fy: FiscalYear) {
  return reports
    .filter((report) => report.fy === fy)
    .flatMap(({ on, actuals }) => actuals.filter((actual) => actual.kpi === kpi).map((actual) => ({ ...actual, on })));
}

function latestOf<T extends { date: string }>(figures: readonly T[]): T | undefined {
  return figures.toSorted(byDay).at(-1);
}

/** Whether a figure stands at the KPI itself, and not in a report. */
function isOwn({ location }: Kpi, actual: Kpi['actuals'][number]): boolean {
  return actual.location.file.path === location.file.path;
}

/** The figure of a date. One that was reported for an earlier date stays. */
function actualChange(answers: AnsweredRow['answers'], { values }: Row): { path: string[]; value: string | null } {
  const before = values['date'] ?? '';
  if (answers.get('value') === null && answers.get('date') === null) return { path: [before], value: null };
  return { path: [answers.get('date') ?? before], value: answers.get('value') ?? values['value'] ?? '' };
}

/** A figure at the KPI itself: of a section, of which no report speaks, or of a date for which the plan states one. */
function changeOwnActual({ location }: Kpi, date: string[], value: string | null, { draft }: Target): void {
  const path = [...location.path, 'actuals', ...date];
  draft.change(draft.nameOf(location.file.path), value === null ? { kind: 'remove', path } : { kind: 'set', path, value });
}
