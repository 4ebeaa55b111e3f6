import type { Measure, Section } from '../model/roadmap.js';
import { heading } from '../model/walk.js';
import type { MeasureData } from '../schema/author.js';
import type { Binder } from './binder.js';

/** Puts the measures of a section below their parents, and in the order in which they are printed. */
export function nestMeasures(section: Section, data: readonly MeasureData[], binder: Binder): void {
  findParents(section, data, binder);
  keepTogether(section, data, binder);
}

/** Measures find their parents among those before them; a parent that is missing or stands later is reported. */
function findParents(section: Section, data: readonly MeasureData[], binder: Binder): void {
  const before = new Map<string, Measure>();
  for (const [index, measure] of section.measures.entries()) {
    const parentId = data[index]?.parent;
    const parent = parentId === undefined ? undefined : before.get(parentId);
    if (parent) {
      binder.refer(parent, measure.location.at('parent'));
      measure.parent = parent;
      measure.depth = parent.depth + 1;
      parent.children.push(measure);
    } else if (parentId !== undefined) {
      const location = measure.location.at('parent');
      const later = section.measures.find(({ id }) => id === parentId);
      if (parentId === measure.id) {
        binder.report(
          'known-references',
          { ja: `\`${parentId}\` の親が \`${parentId}\` 自身になっています`, en: `\`${parentId}\` is named as its own parent` },
          location,
          [],
          {
            ja: '一つ上の見出しのIDを書いてください。節のすぐ下の見出しなら、この行を消してください',
            en: 'name the heading above it, or remove the line where it stands right below its section',
          },
        );
      } else if (later) {
        binder.report(
          'known-references',
          { ja: `親の \`${parentId}\` は、この施策より前に書きます`, en: `the parent \`${parentId}\` stands before its children` },
          location,
          [{ message: { ja: '親はここです', en: 'the parent is here' }, location: later.location.at('id') }],
          { ja: '印字の順に、親を先に書いてください', en: 'keep the order of the document, the parent first' },
        );
      } else {
        binder.resolve(parentId, ['measure'], location, () => {
          binder.report(
            'known-references',
            { ja: `親の \`${parentId}\` は別の節の施策です`, en: `the parent \`${parentId}\` is a measure of another section` },
            location,
          );
        });
      }
    }
    before.set(measure.id, measure);
  }
}

/**
 * What stands below a heading follows it before the next heading of its level begins, as it does on paper. What is written further down is told and
 * put in its place, so that nothing is printed below the heading of another.
 */
function keepTogether(section: Section, data: readonly MeasureData[], binder: Binder): void {
  let before: Measure | undefined;
  // What stands below one that is told moves with it, and what follows is held against what came before.
  const late = new Set<Measure>();
  const astray = new Set<Measure>();
  for (const [index, measure] of section.measures.entries()) {
    const { parent } = measure;
    // A measure whose parent was reported as wrong ends no heading, nor does what stands below it.
    if (parent ? astray.has(parent) : data[index]?.parent !== undefined) {
      astray.add(measure);
      continue;
    }
    if (!parent || isWithin(before, parent)) {
      before = measure;
      continue;
    }
    if (!late.has(parent)) tellLate(measure, parent, section, binder);
    late.add(measure);
  }
  if (late.size > 0) section.measures = section.measures.filter(({ parent }) => !parent).flatMap(withChildren);
}

function tellLate(measure: Measure, parent: Measure, { measures }: Section, binder: Binder): void {
  const next = measures.find((one, index) => index > measures.indexOf(parent) && !isWithin(one, parent)) as Measure;
  binder.report(
    'heading-order',
    {
      ja: `「${heading(measure)}」は、親の \`${parent.id}\` の下ではなく「${heading(next)}」の後ろにあります`,
      en: `\`${heading(measure)}\` does not stand below its parent \`${parent.id}\`, but behind \`${heading(next)}\``,
    },
    measure.location.at('parent'),
    [
      { message: { ja: '親はここです', en: 'the parent is here' }, location: parent.location.at('id') },
      { message: { ja: '次の見出しはここです', en: 'the next heading is here' }, location: next.location.at('id') },
    ],
  );
}

function isWithin(measure: Measure | undefined, outer: Measure): boolean {
  for (let at = measure; at; at = at.parent) if (at === outer) return true;
  return false;
}

function withChildren(measure: Measure): Measure[] {
  return [measure, ...measure.children.flatMap(withChildren)];
}
