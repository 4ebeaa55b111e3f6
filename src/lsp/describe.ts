import { kinds } from '../compile/binder.js';
import { warekiPeriod } from '../model/period.js';
import type { Entity, Phase } from '../model/roadmap.js';
import { heading, leadsOf, measurePath } from '../model/walk.js';
import type { Lang } from '../source/lang.js';

/** The words by which people know a thing. */
export function nameOf(entity: Entity): string {
  switch (entity.kind) {
    case 'plan':
      return entity.title;
    case 'department':
      return entity.fullName;
    case 'kpi':
      return entity.name;
    case 'phase':
      return entity.text;
    case 'track':
      return entity.label ?? entity.phases[0]?.text ?? entity.measure.title;
    default:
      return heading(entity);
  }
}

/** A few lines of Markdown that say what an id names: what it is, under which headings it stands, who answers for it, its phases. */
export function describe(entity: Entity, lang: Lang): string {
  const lines = [`**${escaped(nameOf(entity))}**`, `${kinds[entity.kind][lang]} \`${entity.id}\``];
  const around = headingsAround(entity);
  if (around.length > 0) lines.push(around.map(escaped).join(' › '));
  if (entity.kind === 'measure' || entity.kind === 'track') {
    const leads = leadsOf(entity).map(({ fullName }) => fullName);
    if (leads.length > 0) lines.push(`${lang === 'ja' ? '担当' : 'leads'}: ${leads.map(escaped).join('、')}`);
    if (entity.page !== undefined) lines.push(lang === 'ja' ? `出典 ${entity.page} ページ` : `page ${entity.page} of the source`);
  }
  if (entity.kind === 'measure') lines.push(...counts(entity.children.length, entity.tracks.length, lang));
  if (entity.kind === 'track') lines.push(phaseList(entity.phases));
  if (entity.kind === 'phase') lines.push(warekiPeriod(entity.period));
  if (entity.kind === 'kpi' && entity.target.value !== null)
    lines.push(`${lang === 'ja' ? '目標' : 'target'}: ${entity.target.value}${escaped(entity.unit)}`);
  return lines.join('\n\n');
}

/** Text of a plan as Markdown that shows it as it is. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~&]/g, '\\$&');
}

function headingsAround(entity: Entity): string[] {
  switch (entity.kind) {
    case 'section':
      return [heading(entity.chapter)];
    case 'measure':
      return [heading(entity.section), ...measurePath(entity).slice(0, -1).map(heading)];
    case 'track':
      return [heading(entity.measure.section), ...measurePath(entity.measure).map(heading)];
    case 'phase':
      return [...headingsAround(entity.track), ...(entity.track.label ? [entity.track.label] : [])];
    default:
      return [];
  }
}

function counts(children: number, tracks: number, lang: Lang): string[] {
  const words = [
    ...(children > 0 ? [lang === 'ja' ? `下の施策 ${children}` : `${children} measures below`] : []),
    ...(tracks > 0 ? [lang === 'ja' ? `取組の行 ${tracks}` : `${tracks} tracks`] : []),
  ];
  return words.length > 0 ? [words.join(lang === 'ja' ? '、' : ', ')] : [];
}

function phaseList(phases: readonly Phase[]): string {
  return phases.map(({ period, text }) => `- ${warekiPeriod(period)}: ${escaped(text)}`).join('\n');
}
