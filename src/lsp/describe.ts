import { kinds } from '../compile/binder.js';
import { warekiPeriod } from '../model/period.js';
import type { Entity, Phase } from '../model/roadmap.js';
import { heading, leadsOf, measurePath } from '../model/walk.js';
import { counted } from '../source/counted.js';
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
  const words = lang === 'ja' ? japanese : english;
  const lines = [`**${escaped(nameOf(entity))}**`, `${kinds[entity.kind][lang]} \`${entity.id}\``];
  const around = headingsAround(entity);
  if (around.length > 0) lines.push(around.map(escaped).join(' › '));
  if (entity.kind === 'measure' || entity.kind === 'track') {
    const leads = leadsOf(entity).map(({ fullName }) => fullName);
    if (leads.length > 0) lines.push(`${words.leads}: ${leads.map(escaped).join(words.comma)}`);
    if (entity.page !== undefined) lines.push(words.page(entity.page));
  }
  if (entity.kind === 'measure') {
    const { children, tracks } = entity;
    const counts = [children.length > 0 && words.measures(children.length), tracks.length > 0 && words.tracks(tracks.length)];
    if (counts.some(Boolean)) lines.push(counts.filter(Boolean).join(words.comma));
  }
  if (entity.kind === 'track') lines.push(phaseList(entity.phases));
  if (entity.kind === 'phase') lines.push(warekiPeriod(entity.period));
  if (entity.kind === 'kpi' && entity.target.value !== null) lines.push(`${words.target}: ${entity.target.value}${escaped(entity.unit)}`);
  return lines.join('\n\n');
}

/** Text of a plan as Markdown that shows it as it is; a number at its head begins no list. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~&]|^[-+](?=\s)|(?<=^\d+)[.)](?=\s)/g, '\\$&');
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

function phaseList(phases: readonly Phase[]): string {
  return phases.map(({ period, text }) => `- ${warekiPeriod(period)}: ${escaped(text)}`).join('\n');
}

const japanese = {
  leads: '担当',
  page: (page: number) => `出典 ${page} ページ`,
  measures: (count: number) => `下の施策 ${count}`,
  tracks: (count: number) => `取組の行 ${count}`,
  target: '目標',
  comma: '、',
};

const english: typeof japanese = {
  leads: 'leads',
  page: (page) => `page ${page} of the source`,
  measures: (count) => `${counted(count, 'measure')} below`,
  tracks: (count) => counted(count, 'track'),
  target: 'target',
  comma: ', ',
};
