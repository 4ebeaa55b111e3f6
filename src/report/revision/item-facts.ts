import { heading } from '../../model/walk.js';
import { knownAs, type Node } from '../../transform/diff/nodes.js';
import { targetWords } from '../kpi-words.js';
import { dateWords, periodWords } from '../period-words.js';
import { own, type Told, told } from '../told.js';
import type { DiffWords } from './diff-words.js';

/** One thing that an item of an edition says: `field` as in a change, and its words. */
export interface Fact {
  field: string;
  text: Told;
}

/** What an item is known by: its heading, or its period and text. */
export function mainFacts(node: Node, words: DiffWords): Fact[] {
  const { entity } = node;
  switch (entity.kind) {
    case 'phase':
      return [
        { field: 'period', text: node.period ? [own(periodWords(node.period, words.lang))] : [] },
        { field: 'text', text: told(node.text) },
      ];
    case 'milestone':
      return [
        ...(entity.date ? [{ field: 'date', text: [own(dateWords(entity.date, words.lang))] }] : []),
        { field: 'text', text: told(node.text) },
      ];
    case 'track':
      return [node.text ? { field: 'label', text: told(node.text) } : { field: 'row', text: told(knownAs(node)) }];
    case 'kpi':
      return [{ field: 'heading', text: told(node.text) }];
    default:
      return [{ field: 'heading', text: titleOf(node, words) }];
  }
}

/** The words of one of these; empty where the item has none. */
export function mainText(node: Node, field: string, words: DiffWords): Told {
  return mainFacts(node, words).find((fact) => fact.field === field)?.text ?? [];
}

/** Everything that an item itself says, for one that is new or gone. */
export function factsOf(node: Node, words: DiffWords): Fact[] {
  const { entity } = node;
  const facts: Fact[] = entity.kind === 'track' ? (node.text ? [{ field: 'label', text: told(node.text) }] : []) : mainFacts(node, words);
  if ('leads' in entity && entity.leads.length > 0)
    facts.push({ field: 'leads', text: told(entity.leads.map(({ fullName }) => fullName).join(words.comma)) });
  if (entity.kind === 'kpi') facts.push({ field: 'kpi.target', text: targetWords(entity, words.lang) });
  if ('notes' in entity) for (const { text } of entity.notes) facts.push({ field: 'notes', text: told(text) });
  return facts;
}

/** The heading of a node; the plan as a whole goes by the word for it. */
export function titleOf(node: Node | undefined, words: DiffWords): Told {
  if (!node) return [];
  return node.kind === 'plan' ? [own(words.plan)] : told(titleIn(node));
}

/** The heading of a node with its printed number. */
export function titleIn(node: Node): string {
  return heading({ ...('number' in node.entity && node.entity.number !== undefined && { number: node.entity.number }), title: node.text });
}

/** The headings between an item and its section, from the outermost inwards. */
export function placeIn(node: Node): string {
  return node.parent ? pathIn(node.parent) || titleIn(node.parent) : '';
}

/** A measure's headings from the outermost to its own, and the heading of its row. */
export function pathIn(node: Node | undefined): string {
  if (!node || (node.kind !== 'measure' && node.kind !== 'track')) return '';
  const outer = pathIn(node.parent);
  const own = node.kind === 'track' ? node.text : titleIn(node);
  return [outer, own].filter(Boolean).join('　');
}
