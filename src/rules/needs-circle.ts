import type { Relation, Roadmap } from '../model/roadmap.js';
import { relationsOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** Nothing needs itself, not even by way of others. */
export const rule: Rule = {
  code: 'needs-circle',
  severity: 'error',
  contradiction: true,
  summary: { ja: '`needs` をたどって自分に戻らない', en: 'nothing needs itself, not even by way of others' },
  cure: { ja: 'どれか一つの `needs` を消すか、`see` にしてください', en: 'remove one of the `needs`, or make it `see`' },
  example: {
    bad: '- id: build\n  related: [{ needs: run }]\n- id: run\n  related: [{ needs: build }]',
    good: '- id: build\n- id: run\n  related: [{ needs: build }]',
  },
  *check(roadmap) {
    const owners = new Map(relationsOf(roadmap).map(({ relation, on }) => [relation, on]));
    for (const circle of circlesOf(roadmap)) {
      const [closing, ...others] = circle.toReversed();
      const on = closing && owners.get(closing);
      if (!closing || !on) continue;
      const path = [closing.to, ...circle.map(({ to }) => to)].map((id) => `\`${id}\``).join(' → ');
      yield {
        message: { ja: `\`needs\` が輪になっています: ${path}`, en: `the \`needs\` make a circle: ${path}` },
        location: closing.location,
        related: others.reverse().map((relation) => ({
          message: { ja: `ここで \`${relation.to}\` を必要としています`, en: `\`${relation.to}\` is needed here` },
          location: relation.location,
        })),
        on,
      };
    }
  },
};

/** Each circle of `needs` once, as the relations from its first thing in the document until it closes. */
export function circlesOf(roadmap: Roadmap): Relation[][] {
  const needs = new Map<string, Relation[]>();
  for (const { relation, on } of relationsOf(roadmap)) {
    if (relation.kind === 'needs') needs.set(on.id, [...(needs.get(on.id) ?? []), relation]);
  }
  const circles: Relation[][] = [];
  const done = new Set<string>();
  const walk = (id: string, path: Relation[], ids: string[]): void => {
    const at = ids.indexOf(id);
    if (at >= 0) circles.push(path.slice(at));
    if (at >= 0 || done.has(id)) return;
    for (const relation of needs.get(id) ?? []) walk(relation.target.id, [...path, relation], [...ids, id]);
    done.add(id);
  };
  for (const id of needs.keys()) walk(id, [], []);
  return circles;
}
