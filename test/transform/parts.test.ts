import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { changesOf } from '../../src/transform/diff/change.js';
import { diffRoadmaps } from '../../src/transform/diff/diff-roadmaps.js';
import { barePlan, planFiles, section } from '../support/plan.js';

/** The rows of a heading by their ids: the bars of each, or all that is written below its id. */
type Rows = Record<string, string>;

function edition(rows: Rows, name = '令和3年12月') {
  const tracks = Object.entries(rows).map(([id, text]) => {
    const body = text.startsWith('- ') ? `phases:\n${text}` : text;
    return `  - id: ${id}\n${body.replace(/^/gm, '    ')}\n`;
  });
  const plan = barePlan.replace(/edition: .*/, `edition: ${name}`);
  const files = planFiles({ 'plan.yaml': plan, 'section.yaml': section(`- id: m\n  title: 施策\n  tracks:\n${tracks.join('')}`) });
  const { roadmap } = compile({ dir: '', files }, { only: [] });
  if (!roadmap) throw new Error('no plan');
  return roadmap;
}

function changesFrom(before: Rows, after: Rows) {
  return changesOf(diffRoadmaps(edition(before), edition(after, '令和4年6月')));
}

function namedFrom(before: Rows, after: Rows) {
  return changesFrom(before, after).map(({ kind, certain, path }) => `${kind}${certain ? '' : '?'} ${path.at(-1)}`);
}

describe('parts of a bar in several rows', () => {
  it('are a split where the row itself was not split', () => {
    const before = { t: '- 2022-2023: 道路の点検\n- 2024-: 道路の補修' };
    const after = {
      t: '- 2022-2023: 国道の点検\n  from: [t.2022]\n- 2024-: 道路の補修',
      't-b': '- 2022-2023: 県道の点検\n  from: [t.2022]',
    };
    expect(namedFrom(before, after)).toEqual(['split t.2022']);
  });

  it('are a merger where the rows themselves were not merged', () => {
    const before = { t1: '- 2022: 広報\n- 2023: 県道の点検', t2: '- 2023: 国道の点検\n- 2024-: 補修' };
    const after = { t1: '- 2022: 広報', t2: '- 2023: 国道及び県道の点検\n  from: [t2.2023, t1.2023]\n- 2024-: 補修' };
    expect(namedFrom(before, after)).toEqual(['merged t2.2023']);
  });

  it('are told by the split of their row where it was split in the same way', () => {
    const before = { t: '- 2022-2023: 道路の点検' };
    const after = {
      ta: 'from: [t]\nphases:\n- 2022-2023: 国道の点検\n  from: [t.2022]',
      tb: 'from: [t]\nphases:\n- 2022-2023: 県道の点検\n  from: [t.2022]',
    };
    expect(namedFrom(before, after)).toEqual(['split ta']);
  });
});

describe('the reason of a change', () => {
  const reasonsFrom = (before: Rows, after: Rows) => changesFrom(before, after).map(({ reason }) => reason);

  it('may stand on any part of a split', () => {
    const before = { t: '- 2022-2023: 小学校及び中学校の教材の作成' };
    const [first, second] = ['- 2022: 小学校の教材の作成\n  from: [t.2022]', '- 2023: 中学校の教材の作成\n  from: [t.2022]'];
    const reason = '\n  changed: 教材の作成が遅れたため';
    expect(reasonsFrom(before, { t: `${first}\n${second}${reason}` })).toEqual(['教材の作成が遅れたため']);
    expect(reasonsFrom(before, { t: `${first}${reason}\n${second}${reason}` })).toEqual(['教材の作成が遅れたため']);
    const other = '\n  changed: 予算の都合';
    expect(reasonsFrom(before, { t: `${first}${other}\n${second}${reason}` })).toEqual(['予算の都合／教材の作成が遅れたため']);
  });

  it('may repeat that of the edition before', () => {
    const bar = (years: string) => ({ t: `- ${years}: 道路の点検\n  changed: 進捗を踏まえ見直したため` });
    expect(reasonsFrom(bar('2022-2023'), bar('2022-2024'))).toEqual(['進捗を踏まえ見直したため']);
    const row = (years: string) => ({ t: `changed: 進捗を踏まえ見直したため\nphases:\n- ${years}: 道路の点検` });
    expect(reasonsFrom(row('2022-2023'), row('2022-2024'))).toEqual(['進捗を踏まえ見直したため']);
  });
});

describe('an item that stands in both editions', () => {
  it('is itself, although a part of what it was split from was declared later', () => {
    const bars = (more: string) => ({ t: `- 2023: 教材（小学校）の作成${more}\n- 2023: 教材（中学校）の作成${more}` });
    expect(namedFrom(bars(''), bars('\n  from: [t.2023]'))).toEqual([]);
    const reworded = { t: bars('\n  from: [t.2023]').t.replace('（小学校）', '（小学校用）') };
    expect(namedFrom(bars(''), reworded)).toEqual(['reworded t.2023']);
    const rows = (more: string, year: number) => ({
      t: `${more}phases:\n- ${year}: 国道の点検`,
      't-a': `${more}phases:\n- 2022: 県道の点検`,
    });
    expect(namedFrom(rows('', 2022), rows('from: [t]\n', 2023))).toEqual(['retimed t.2023']);
  });

  it('is itself, although a merger or another year of it was declared later', () => {
    const merged = (more: string) => ({ t: `- 2022: 計画の作成及び意見の募集${more}\n- 2023: 実施` });
    expect(namedFrom(merged(''), merged('\n  from: [t.2022, t.2023]'))).toEqual([]);
    const later = (more: string) => ({ t: `- 2022: 意見の募集\n- 2023: 計画の作成${more}` });
    expect(namedFrom(later(''), later('\n  was: t.2022'))).toEqual([]);
  });

  it('is a part where the whole was split and it keeps the id or the words', () => {
    const before = { t: '- 2022-2023: 道路の点検' };
    const after = { t: '- 2022: 道路の点検\n  from: [t.2022]\n- 2023: 道路の点検\n  from: [t.2022]' };
    expect(namedFrom(before, after)).toEqual(['split t.2022']);
  });

  it('is another one where its old self has gone on under another id', () => {
    const years = (years: number[], more: boolean) => ({
      t: years.map((year) => `- ${year}: 順次移行${more ? `\n  was: t.${year - 1}` : ''}`).join('\n'),
    });
    expect(namedFrom(years([2021, 2022, 2023], false), years([2022, 2023, 2024], true))).toEqual([
      'retimed t.2022',
      'retimed t.2023',
      'retimed t.2024',
    ]);
  });
});
