import { parsePeriod } from '../../model/period.js';
import type { Entity, RelationKind, Roadmap } from '../../model/roadmap.js';
import { heading } from '../../model/walk.js';
import type { Change, RoadmapDiff } from '../../transform/diff/change.js';
import { dateWords, periodWords } from '../period-words.js';
import { wordsOf } from '../words.js';
import type { DiffWords } from './diff-words.js';

/** What stands on one side of a change in the reader's words: no id and no form of the YAML, as the change itself has them. */
export function valueIn(
  { kind, field, ...change }: Change,
  side: 'before' | 'after',
  editions: Pick<RoadmapDiff, 'before' | 'after'>,
  words: DiffWords,
): string {
  const text = change[side] ?? '';
  const edition = editions[side];
  if (text === '') return '';
  if (kind === 'moved') return nameIn(edition, text);
  if (kind === 'retimed' || timed.has(field ?? '')) return timeWords(text, words);
  if (field === 'related')
    return text
      .split('、')
      .map((relation) => relationWords(relation, edition, words))
      .join(words.comma);
  if (field === 'each') return words.eachYear;
  if (field === 'kpi.better') return words.better[text as keyof DiffWords['better']];
  return text;
}

const timed = new Set(['window', 'date', 'completed', 'kpi.measureFrom']);

/** `2022年度～`, `2022年4月` of a period or a date. */
function timeWords(text: string, { lang }: DiffWords): string {
  if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(text)) return dateWords(text, lang);
  const period = parsePeriod(text);
  return period ? periodWords(period, lang) : text;
}

/** `先に要るもの 警察業務のデジタル化` of `needs police`. */
function relationWords(relation: string, edition: Roadmap, words: DiffWords): string {
  const [kind, to = ''] = relation.split(' ');
  return `${wordsOf(words.lang)[kind as RelationKind]} ${nameIn(edition, to)}`;
}

function nameIn({ byId }: Roadmap, id: string): string {
  const entity = byId.get(id);
  return entity ? nameOf(entity) : id;
}

/** The heading, name or text of a thing; a row without a heading is known by its phases. */
function nameOf(entity: Entity): string {
  switch (entity.kind) {
    case 'phase':
      return entity.text;
    case 'track':
      return entity.label ?? entity.phases.map(({ text }) => text).join(' → ');
    case 'kpi':
      return entity.name;
    case 'department':
      return entity.fullName;
    case 'plan':
      return entity.title;
    default:
      return heading(entity);
  }
}
