import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import type { ReadCache } from '../../src/compile/plan-reading.js';

const shipped = new Map(
  readdirSync('roadmap', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(`roadmap/${name}`, 'utf8')]),
);
const cache: ReadCache = new Map();

function find(files: ReadonlyMap<string, string>, errorsOnly = false) {
  return compile({ dir: 'roadmap', files }, { cache, errorsOnly })
    .diagnostics.filter(({ acknowledged, severity }) => acknowledged === undefined && severity !== 'info')
    .map((one) => {
      const { file, start } = one.location.span;
      const { line, column } = file.positionAt(start);
      return { at: `${file.path}:${line}:${column} ${one.code}`, one };
    });
}

/**
 * A small slip in a shipped file: the words `from`, where they first stand, become `to`. In `to` the sign § stands before what is to be
 * blamed; it is no part of the file. `says` stands in the Japanese message or its cure.
 */
type Slip = readonly [name: string, file: string, from: string, to: string, code: string, says?: string];

const systems = '6-5-systems.yaml';
const cards = 'cards.yaml';
const services = '6-1-services.yaml';
const plan = 'plan.yaml';
const departments = 'departments.yaml';

const police = '- id: police\n  parent: procedures\n  number: ・\n  title: 警察業務のデジタル化\n  page: 17\n  tracks:\n';
const lost = '  - id: lost-property\n    phases:\n    - 2021: 警察庁';
const spread =
  '    - 2022-: 一部の都道府県警察において運用を開始し、その後令和8年度末までに全国都道府県警察に拡大\n      due: 令和8年度末\n';

const slips: Record<string, readonly Slip[]> = {
  'a key': [
    ['misspelt, needed', systems, '  title: 警察業務', '  §titel: 警察業務', 'unknown-key', 'title'],
    [
      'misspelt, not needed',
      systems,
      '  parent: procedures\n  number: ・\n  title: 警察',
      '  §parant: procedures\n  number: ・\n  title: 警察',
      'unknown-key',
      'parent',
    ],
    ['misspelt list', systems, `${police}`, police.replace('tracks', '§track'), 'unknown-key', 'tracks'],
    ['misspelt phases', systems, lost, lost.replace('phases', '§phase'), 'unknown-key', 'phases'],
    ['misspelt due', systems, 'due: 令和8年度末', '§dew: 令和8年度末', 'unknown-key', 'due'],
    ['misspelt basis', systems, 'basis: judged', '§bassi: judged', 'unknown-key', 'basis'],
    ['misspelt leads', cards, 'leads: [mhlw-hib-renkei]', '§lead: [mhlw-hib-renkei]', 'unknown-key', 'leads'],
    ['misspelt unit', services, 'unit: 割', '§units: 割', 'unknown-key', 'unit'],
    ['misspelt id', systems, '- id: lost-property', '- §ld: lost-property', 'unknown-key', 'id'],
    ['in Japanese', systems, '  title: 警察業務', '  §題名: 警察業務', 'unknown-key', 'title'],
    ['in capitals', systems, '  title: 警察業務', '  §Title: 警察業務', 'unknown-key', 'title'],
    ['misspelt in plan.yaml', plan, 'edition: 令和3年12月\nwindow', '§editon: 令和3年12月\nwindow', 'unknown-key', 'edition'],
    ['misspelt in departments.yaml', departments, '  name: 交通局', '  §nama: 交通局', 'unknown-key', 'name'],
    ['removed: id', systems, '- id: police\n  parent', '- §parent', 'missing-key', 'id'],
    [
      'removed: title',
      systems,
      '- id: police\n  parent: procedures\n  number: ・\n  title: 警察業務のデジタル化\n',
      '- §id: police\n  parent: procedures\n  number: ・\n',
      'missing-key',
      'title',
    ],
    ['removed: id of a track', systems, '  - id: lost-property\n    phases:', '  - §phases:', 'missing-key', 'id'],
    [
      'removed: reason',
      systems,
      '      basis: judged\n      reason: 見出しが2021年度の列にあり、以後の列は確かでない。印字の列のまま\n',
      '      §basis: judged\n',
      'missing-key',
      'reason',
    ],
    ['removed: name', departments, '- id: mic\n  name: 総務省\n', '- §id: mic\n', 'missing-key', 'name'],
    ['removed: format', plan, 'format: 1\n', '', 'missing-key', 'format'],
    [
      'removed: the name of a list',
      systems,
      '  - id: lost-property\n    phases:\n    - 2021',
      '  - id: lost-property\n    §- 2021',
      'missing-key-line',
      'phases',
    ],
    [
      'doubled',
      systems,
      '  title: 警察業務のデジタル化\n',
      '  title: 警察業務のデジタル化\n  §title: 警察業務\n',
      'duplicate-key',
      'title',
    ],
    ['without value', systems, 'due: 令和8年度末', '§due:', 'missing-value', 'due'],
    [
      'at another level',
      systems,
      '  title: 警察業務のデジタル化\n',
      '  title: 警察業務のデジタル化\n  §due: 令和8年度末\n',
      'unknown-key',
      'due',
    ],
  ],
  'a value': [
    ['a text for a list', cards, 'leads: [mhlw-hib-renkei]', 'leads: §mhlw-hib-renkei', 'wrong-type', '並び'],
    ['a list for a text', systems, '  title: 警察業務のデジタル化', '  title: §[警察業務, デジタル化]', 'wrong-type', '文'],
    ['a mapping for a text', systems, 'due: 令和8年度末', 'due: §{ year: 2026 }', 'wrong-type', '文'],
    [
      'a mapping for a list',
      systems,
      'related: [{ see: police-online-procedures }]',
      'related: §{ see: police-online-procedures }',
      'wrong-type',
      '並び',
    ],
    ['a page in words', systems, '  page: 17', '  page: §十七', 'bad-value', '整数'],
    ['a page in full-width digits', systems, '  page: 17', '  page: §１７', 'bad-value', '半角'],
    ['an unknown choice', systems, 'basis: judged', 'basis: §judge', 'bad-value', 'judged'],
    ['an unknown choice, far off', systems, 'basis: judged', 'basis: §推測', 'bad-value', 'judged'],
    ['an id in capitals', systems, '- id: lost-property', '- id: §Lost-Property', 'bad-value', 'lost-property'],
    ['an id with an underscore', systems, '- id: lost-property', '- id: §lost_property', 'bad-value', 'lost-property'],
    ['an id in Japanese', systems, '- id: lost-property', '- id: §遺失物', 'bad-value', '英小文字'],
    ['an id in full-width letters', systems, '- id: lost-property', '- id: §ｌｏｓｔ-property', 'bad-value', 'lost-property'],
    ['a number with its unit', services, '      target: 9\n', '      target: §9割\n', 'bad-value', '目標'],
    ['a number with a comma', services, '      target: 9\n', '      target: §1,000\n', 'bad-value', '目標'],
    ['a date without its zero', cards, '- 2021-10: お薬手帳', '- §2021-9: お薬手帳', 'bad-value', '2021-09'],
    ['a month that is none', cards, '- 2021-10: お薬手帳', '- §2021-13: お薬手帳', 'bad-value', '2021-10'],
    ['a date with slashes', cards, '- 2021-10: お薬手帳', '- §2021/10: お薬手帳', 'bad-value', '2021-10'],
    ['another format', plan, 'format: 1', 'format: §2', 'bad-value', 'format: 1'],
    ['columns', plan, 'columns: year', 'columns: §years', 'bad-value', 'year'],
    [
      'a relation of two',
      services,
      '[{ same: police-driver-system }]',
      '[§{ same: police-driver-system, see: police }]',
      'bad-value',
      'same',
    ],
    [
      'a relation of an unknown kind',
      services,
      '[{ same: police-driver-system }]',
      '[{ §some: police-driver-system }]',
      'unknown-key',
      'same',
    ],
  ],
  'an id or a reference': [
    ['doubled', systems, '- id: traffic-fines', '- id: §lost-property', 'unique-ids', 'lost-property'],
    ['doubled across files', cards, '- id: card-prescription-system', '- id: §lost-property', 'unique-ids', 'lost-property'],
    [
      'a parent misspelt',
      systems,
      '  parent: procedures\n  number: ・\n  title: 警察',
      '  parent: §procedure\n  number: ・\n  title: 警察',
      'known-references',
      'procedures',
    ],
    [
      'a parent that stands later',
      systems,
      '  parent: procedures\n  number: ・\n  title: 警察',
      '  parent: §ports\n  number: ・\n  title: 警察',
      'known-references',
      '前',
    ],
    [
      'a parent of another section',
      systems,
      '  parent: procedures\n  number: ・\n  title: 警察',
      '  parent: §mynumber-card\n  number: ・\n  title: 警察',
      'known-references',
      '別の節',
    ],
    ['a lead misspelt', cards, '[mhlw-hib-renkei]', '[§mhlw-hib-renkie]', 'known-references', 'mhlw-hib-renkei'],
    ['a lead that is no department', cards, '[mhlw-hib-renkei]', '[§card-medical]', 'known-references', '施策'],
    [
      'a relation misspelt',
      services,
      '{ same: police-driver-system }',
      '{ same: §police-drivers-system }',
      'known-references',
      'police-driver-system',
    ],
    [
      'a phase that is none',
      services,
      '{ needs: police-driver-system.2022 }',
      '{ needs: §police-driver-system.2023 }',
      'known-references',
      'police-driver-system.202',
    ],
    ['the parent of a department misspelt', departments, '  parent: npa\n', '  parent: §nap\n', 'known-references', 'npa'],
    ['a file misspelt', plan, '[cards.yaml]', '[§card.yaml]', 'missing-file', 'cards.yaml'],
    ['a file listed twice', plan, '[cards.yaml]', '[cards.yaml, §4-1-inclusion.yaml]', 'listed-twice', '4-1-inclusion.yaml'],
    ['a file that is no section', plan, '[cards.yaml]', '[cards.yaml, §departments.yaml]', 'listed-twice', '節のファイルではありません'],
    [
      'a rule in allow misspelt',
      systems,
      'allow: { related-years: 11ページでは2024年度',
      'allow: { §related-year: 11ページでは2024年度',
      'known-rules',
      'related-years',
    ],
  ],
  'a period': [
    [
      'typed with too few digits',
      systems,
      '- 2021: 警察庁及び都道府県警察が活用する遺失物',
      '- §202: 警察庁及び都道府県警察が活用する遺失物',
      'bad-period',
      '202',
    ],
    [
      'typed with too many digits',
      systems,
      '- 2021: 警察庁及び都道府県警察が活用する遺失物',
      '- §20021: 警察庁及び都道府県警察が活用する遺失物',
      'bad-period',
      '20021',
    ],
    ['turned', services, '- 2021-2022: ほぼ全国民', '- §2022-2021: ほぼ全国民', 'phase-order', '2021-2022'],
    ['outside the window', services, '- 2021-2022: ほぼ全国民', '- §2020-2022: ほぼ全国民', 'phases-in-window', '2020-2022'],
    ['with a slash', systems, '- 2022-2023: 一部', '- §2022/2023: 一部', 'bad-period', '2022-2023'],
    ['with 年', systems, '- 2022-2023: 一部', '- §2022年-2023年: 一部', 'bad-period', '2022-2023'],
    ['of an era that is none', systems, '- 2024-: 全国都道府県警察', '- §令和: 全国都道府県警察', 'bad-period', '令和'],
    ['with a quarter that is none', systems, '- 2024-: 全国都道府県警察', '- §2024Q5: 全国都道府県警察', 'bad-period', '2024Q5'],
    [
      'overlapping the one before',
      systems,
      '- 2024-: 全国都道府県警察',
      '- §2023-: 全国都道府県警察',
      'no-overlapping-phases',
      '2022-2023',
    ],
    ['a wave dash', systems, '- 2022-2023: 一部', '- 2022§～2023: 一部', 'full-width-sign', '波線'],
    ['a long vowel mark', systems, '- 2022-2023: 一部', '- 2022§ー2023: 一部', 'full-width-sign', '長音'],
    ['a wave dash at the end', systems, '- 2024-: 全国都道府県警察', '- 2024§～: 全国都道府県警察', 'full-width-sign', '波線'],
    ['full-width digits', systems, '- 2022-2023: 一部', '- §２０２２-2023: 一部', 'full-width-sign', '全角数字'],
    ['one full-width digit', systems, '- 2022-2023: 一部', '- 202§２-2023: 一部', 'full-width-sign', '全角数字'],
    ['missing', systems, '- 2024-: 全国都道府県警察において運用開始', '- §全国都道府県警察において運用開始', 'wrong-type', '期間'],
  ],
  'a sign of YAML': [
    ['a full-width colon', systems, '  title: 警察業務', '  title§：警察業務', 'full-width-sign', '全角コロン'],
    ['a full-width colon behind a period', systems, '- 2022-2023: 一部', '- 2022-2023§：一部', 'full-width-sign', '全角コロン'],
    ['a full-width colon behind a list', systems, lost, lost.replace('phases:', 'phases§：'), 'full-width-sign', '全角コロン'],
    ['a full-width space behind a colon', systems, '  title: 警察業務', '  title:§　警察業務', 'full-width-sign', '全角空白'],
    ['a full-width space in the indentation', systems, '  title: 警察業務', '§　title: 警察業務', 'full-width-sign', '全角空白'],
    ['a full-width space for one of two', systems, '  title: 警察業務', ' §　title: 警察業務', 'full-width-sign', '全角空白'],
    ['a full-width space on an empty line', systems, '- id: ports\n', '§　\n- id: ports\n', 'full-width-sign', '全角空白'],
    ['a tab', systems, '  title: 警察業務', '§\ttitle: 警察業務', 'yaml-tab', 'タブ'],
    ['no space behind the colon', systems, '  title: 警察業務', '  title§:警察業務', 'missing-space', '空白'],
    ['no space behind the dash', systems, '- id: police\n', '§-id: police\n', 'missing-space', '空白'],
    ['no colon', systems, '  title: 警察業務', '  §title 警察業務', 'missing-colon', 'title'],
    ['an equals sign for the colon', systems, '  title: 警察業務', '  §title = 警察業務', 'missing-colon', 'title'],
    ['no colon behind a period', systems, '- 2022-2023: 一部', '- §2022-2023 一部', 'missing-colon', '2022-2023'],
    ['no colon behind a list', systems, lost, lost.replace('phases:', '§phases'), 'missing-colon', 'phases'],
    ['no colon behind an id', systems, '- id: police\n', '- §id police\n', 'missing-colon', 'id'],
    ['a full-width dash', systems, '- id: police\n', '§－ id: police\n', 'full-width-sign', '全角ハイフン'],
    ['no dash', systems, '- id: police\n', '  §id: police\n', 'missing-dash', '- '],
    ['no dash, and nothing in its place', systems, '- id: police\n', '§id: police\n', 'missing-dash', '- '],
    ['no dash before a track', systems, '  - id: traffic-fines', '    §id: traffic-fines', 'missing-dash', '- '],
    ['no dash before a phase', systems, '    - 2024-: 全国都道府県警察', '      §2024-: 全国都道府県警察', 'missing-dash', '- '],
    [
      'no dash before a phase, and nothing in its place',
      systems,
      '    - 2024-: 全国都道府県警察',
      '    §2024-: 全国都道府県警察',
      'missing-dash',
      '- ',
    ],
    ['a dash too many', systems, '  title: 警察業務', '§- title: 警察業務', 'stray-dash', '- '],
    ['a quote not closed', systems, '  title: 警察業務のデジタル化', '  title: §"警察業務のデジタル化', 'unclosed-quote', '"'],
    ['a single quote not closed', systems, '  title: 警察業務のデジタル化', "  title: §'警察業務のデジタル化", 'unclosed-quote', "'"],
    ['a quote in the middle not closed', services, '      unit: 割', '      unit: §"割', 'unclosed-quote', '"'],
    ['text behind a quote', systems, '  title: 警察業務のデジタル化', '  title: §"警察業務"のデジタル化', 'needs-quotes', '"'],
    ['a bracket not closed', cards, '[mhlw-hib-renkei]', '§[mhlw-hib-renkei', 'unclosed-bracket', ']'],
    ['a bracket not opened', cards, '[mhlw-hib-renkei]', 'mhlw-hib-renkei§]', 'unclosed-bracket', '['],
    ['a full-width bracket', cards, '[mhlw-hib-renkei]', '[mhlw-hib-renkei§］', 'full-width-sign', '角かっこ'],
    ['full-width brackets', cards, '[mhlw-hib-renkei]', '§［mhlw-hib-renkei］', 'full-width-sign', '角かっこ'],
    ['a brace not closed', systems, '[{ see: police-online-procedures }]', '[§{ see: police-online-procedures]', 'unclosed-bracket', '}'],
    ['a full-width comma', cards, '[2021, 2022, 2023-]', '[2021§，2022, 2023-]', 'full-width-sign', '全角コンマ'],
    ['a Japanese comma', cards, '[2021, 2022, 2023-]', '[2021§、2022、2023-]', 'full-width-sign', '読点'],
    ['a comma in a text of a mapping', systems, '11ページでは2024年度。どちらも', '11ページでは2024年度§, どちらも', 'needs-quotes', ','],
    ['a colon and a space in a text', systems, '  title: 警察業務の', '  title: 警察業務§: その', 'needs-quotes', ': '],
    ['a number sign in a text', systems, '  title: 警察業務の', '  title: 警察業務 §#1 の', 'comment-in-text', '#'],
    ['a percent sign before a text', systems, '  title: 警察業務', '  title: §%警察業務', 'needs-quotes', '%'],
    ['an at sign before a text', systems, '  title: 警察業務', '  title: §@警察業務', 'needs-quotes', '@'],
    ['an asterisk before a text', systems, '  title: 警察業務', '  title: §*警察業務', 'needs-quotes', '*'],
    ['a bracket before a text', systems, '  title: 警察業務', '  title: §[新]警察業務', 'needs-quotes', '['],
    ['a text on two lines', systems, '  title: 警察業務のデジタル化', '  title: §警察業務の\n    デジタル化', 'folded-text', '1行'],
  ],
  'the indentation': [
    ['of a key, one more', systems, '  title: 警察業務', '   §title: 警察業務', 'bad-indent', '2個'],
    ['of a key, one less', systems, '  title: 警察業務', ' §title: 警察業務', 'bad-indent', '2個'],
    ['of a key, two more', systems, '  title: 警察業務', '    §title: 警察業務', 'bad-indent', '2個'],
    ['of the first key of a list, one more', systems, '- id: police\n', ' §- id: police\n', 'bad-indent', '0個'],
    ['of a track, one more', systems, '  - id: lost-property', '   §- id: lost-property', 'bad-indent', '2個'],
    ['of a track, one less', systems, '  - id: lost-property', ' §- id: lost-property', 'bad-indent', '2個'],
    ['of a track, two more', systems, '  - id: lost-property', '    §- id: lost-property', 'bad-indent', '2個'],
    ['of a track, two less', systems, '  - id: lost-property', '§- id: lost-property', 'bad-indent', '2個'],
    ['of phases, one more', systems, lost, lost.replace('    phases', '     §phases'), 'bad-indent', '4個'],
    ['of phases, two less', systems, lost, lost.replace('    phases', '  §phases'), 'bad-indent', '4個'],
    ['of a phase, one more', systems, '    - 2024-: 全国都道府県警察', '     §- 2024-: 全国都道府県警察', 'bad-indent', '4個'],
    ['of a phase, one less', systems, '    - 2024-: 全国都道府県警察', '   §- 2024-: 全国都道府県警察', 'bad-indent', '4個'],
    ['of a phase, two less', systems, '    - 2024-: 全国都道府県警察', '  §- 2024-: 全国都道府県警察', 'bad-indent', '4個'],
    ['of the first phase, one more', systems, lost, lost.replace('    - 2021', '     §- 2021'), 'bad-indent', '4個'],
    ['of due, one less', systems, spread, spread.replace('      due', '     §due'), 'bad-indent', '6個'],
    ['of due, two less', systems, spread, spread.replace('      due', '    §due'), 'bad-indent', '6個'],
    ['of due, two more', systems, spread, spread.replace('      due', '        §due'), 'bad-indent', '6個'],
    ['of a department', departments, '  name: 交通局', '   §name: 交通局', 'bad-indent', '2個'],
    ['of a chapter', plan, '  number: 第5', ' §number: 第5', 'bad-indent', '2個'],
    ['at the top', plan, 'columns: year', ' §columns: year', 'bad-indent', '0個'],
  ],
};

describe('the shipped roadmap', () => {
  it('has no finding that is not acknowledged', () => expect(find(shipped).map(({ at }) => at)).toEqual([]));
});

describe.each(Object.entries(slips))('a slip in %s gives one finding, at its place, in the words of the author', (_, list) => {
  it.each(list as [string, string, string, string, string, string?][])(
    '%s',
    (_name: string, file: string, from: string, to: string, code: string, says?: string) => {
      const text = shipped.get(file) ?? '';
      expect(text).toContain(from);
      const marked = text.replace(from, () => to);
      const at = marked.indexOf('§');
      const before = marked.slice(0, Math.max(0, at)).split('\n');
      const place = at < 0 ? `roadmap/${file}:2:1` : `roadmap/${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
      const files = new Map(shipped).set(file, marked.replace('§', ''));
      const found = find(files);
      expect(found.map((one) => one.at)).toEqual([`${place} ${code}`]);
      const [{ one } = { one: undefined }] = found;
      expect(one?.help?.ja).toBeTruthy();
      const errorsOf = (list: typeof found) => list.filter((each) => each.one.severity === 'error').map((each) => each.at);
      expect(errorsOf(find(files, true))).toEqual(errorsOf(found));
      if (says !== undefined) expect(`${one?.message.ja}${one?.help?.ja}`).toContain(says);
    },
  );
});

describe('the number of slips', () => {
  it('is more than a hundred', () => expect(Object.values(slips).flat().length).toBeGreaterThan(100));
});
