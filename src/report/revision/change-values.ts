import { parsePeriod } from '../../model/period.js';
import type { RelationKind, Roadmap } from '../../model/roadmap.js';
import { writtenIn } from '../../model/series.js';
import type { Change, ChangedItem, RoadmapDiff, Side } from '../../transform/diff/change.js';
import { baseWords, datedWords, targetFigure, targetWords } from '../kpi-words.js';
import { nameOf } from '../names.js';
import { dateWords, periodWords, yearWords } from '../period-words.js';
import { joined, own, type Told, told } from '../told.js';
import { wordsOf } from '../words.js';
import type { DiffWords } from './diff-words.js';

/** What stands on one side of a change in the reader's words: no id and no form of the YAML, as the change itself has them. */
export function valueIn(change: Change, side: Side, item: ChangedItem, diff: RoadmapDiff, words: DiffWords): Told {
  const { kind, field } = change;
  const text = change[side] ?? '';
  const edition = diff[side];
  if (text === '') return [];
  if (kind === 'moved') return told(nameIn(edition, text));
  if (kind === 'retimed' || timed.has(field ?? '')) return timeWords(text, words);
  if (field === 'related')
    return joined(
      text.split('、').map((relation) => relationWords(relation, edition, words)),
      words.comma,
    );
  if (field === 'leads') return told(text.split('、').join(words.comma));
  if (field === 'each') return [own(words.eachYear)];
  if (figures.has(field ?? '')) return figureWords(change, side, item, words);
  if (field === 'status') return statusWords(change, side, item, diff, words);
  if (field === 'kpi.better') return [own(words.better[text as keyof DiffWords['better']])];
  return told(text);
}

const timed = new Set(['window', 'date', 'completed', 'kpi.measureFrom']);

const figures = new Set(['kpi.target', 'kpi.base', 'kpi.actuals']);

/** `98%（2023年度）` of a KPI's target, base or actuals; a target as printed where the print has changed too. */
function figureWords(change: Change, side: Side, item: ChangedItem, { lang, comma }: DiffWords): Told {
  const [before, after] = [item.before[0]?.entity, item.after[0]?.entity];
  if (before?.kind !== 'kpi' || after?.kind !== 'kpi') return told(change[side] ?? '');
  const kpi = side === 'before' ? before : after;
  if (change.field === 'kpi.base') return baseWords(kpi, lang);
  if (change.field === 'kpi.actuals')
    return joined(
      kpi.actuals.map((actual) => datedWords(actual, kpi.unit, lang)),
      own(comma),
    );
  return before.printed === after.printed ? targetFigure(kpi, lang) : targetWords(kpi, lang);
}

/** `措置中（2023年度）`: editions hold the reports of different years, and a later one may speak of the next phase. */
function statusWords(change: Change, side: Side, item: ChangedItem, { reports }: RoadmapDiff, words: DiffWords): Told {
  const { lang, opening, closing } = words;
  const report = reports[side].get(item[side][0]?.id ?? '');
  return told(change[side] ?? '', own(report ? opening + yearWords(report.fy, lang).seireki + closing : ''));
}

/** `2022年度～`, `2022年4月` of a period or a date. */
function timeWords(text: string, { lang }: DiffWords): Told {
  if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(text)) return [own(dateWords(text, lang))];
  const period = parsePeriod(text);
  return period ? [own(periodWords(period, lang))] : told(text);
}

/** `先に要るもの 警察業務のデジタル化` of `needs police`. */
function relationWords(relation: string, edition: Roadmap, words: DiffWords): Told {
  const [kind, to = ''] = relation.split(' ');
  return told(own(`${wordsOf(words.lang)[kind as RelationKind]} `), nameIn(edition, to));
}

/** What a thing is called in one of the editions; a row without a heading is known by its bars. */
function nameIn({ byId }: Roadmap, id: string): string {
  const entity = byId.get(id);
  if (entity?.kind === 'track' && entity.label === undefined)
    return writtenIn(entity)
      .map(({ text }) => text)
      .join('／');
  return entity ? nameOf(entity) : id;
}
