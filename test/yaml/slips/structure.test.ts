import { describe, expect, it } from 'vitest';
import { plan, section, withPhases } from '../../support/plan.js';
import { expectSlip, read } from '../../support/slips.js';

const measure = '- id: m\n  title: 施策\n';

describe('the value of a key that stands in the column of the key', () => {
  it.each([
    [
      'other numbers',
      section(`${measure}  refs:\n    施策番号: 6-3\n    文書: 一\n  notes:\n  - 注\n`),
      ['施策番号: 6-3', '文書: 一'],
      '8:3',
    ],
    [
      'a target',
      section(`${measure}  kpis:\n  - id: k\n    name: 数\n    unit: 件\n    target:\n      2023: 98\n    printed: 98件\n`),
      ['2023: 98'],
      '12:5',
    ],
    ['a comment above it', section(`${measure}  refs:\n    # 注\n    施策番号: 6-3\n`), ['施策番号: 6-3'], '9:3'],
  ])('is moved below it as a whole: %s', (_, right, lines, at) =>
    expectSlip(
      lines.reduce((text, line) => text.replace(`  ${line}`, line), right),
      right,
      'bad-indent',
      at,
    ),
  );

  it('an acknowledgement stays with its thing', () => {
    const text = section(
      `${measure}  tracks:\n  - id: r\n    phases:\n    - 2024-2022: 検討\n      allow:\n      phase-order: 印字のまま\n`,
    );
    expect(
      read(text)
        .found.filter(({ code }) => code !== 'phase-order')
        .map(({ at, code }) => `${at} ${code}`),
    ).toEqual(['12:7 bad-indent']);
    expect(read(text).mended).toBe(text.replace('      phase-order', '        phase-order'));
  });

  it('the figures of a report', () => {
    const right = 'fy: 2022\nasOf: 2023-03-31\nreports:\n- on: m\n  status: 措置中\n  actuals:\n    k: { 2023-03-31: 8 }\n';
    const { found, mended } = read(right.replace('    k:', '  k:'), 'progress/2022/section.yaml', {
      'section.yaml': section(`${measure}  kpis:\n  - id: k\n    name: 数\n    unit: 件\n    target: { 2023: 98 }\n`),
    });
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual(['7:3 bad-indent']);
    expect(mended).toBe(right);
  });

  it('keys that stand in the outer mapping too', () => {
    const right = plan.replace('chapters:', 'source:\n  title: 重点計画\n  edition: 令和3年12月\nchapters:');
    const { found, mended } = read(right.replace(/(?<=source:\n) {2}(.*\n) {2}/, '$1'), 'plan.yaml', { 'section.yaml': section(measure) });
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual(['6:1 bad-indent']);
    expect(mended).toBe(right);
  });

  it('nothing where the lines below are keys of their own', () => {
    const text = section(`${measure}  refs:\n  notes:\n  - 注\n`);
    expect(read(text).found.map(({ at, code }) => `${at} ${code}`)).toEqual(['7:3 missing-value']);
  });
});

describe('a bracket that is not closed', () => {
  const withRelated = (related: string) =>
    section(`${measure}  tracks:\n  - id: r\n    related: ${related}\n    phases:\n    - 2023: 検討\n  - id: s\n    label: 行\n`);
  it.each([
    ['two of them', '[{ see: m', '[{ see: m }]', '9:14'],
    ['the outer one', '[{ see: m }', '[{ see: m }]', '9:14'],
    ['the inner one', '[{ see: m]', '[{ see: m }]', '9:15'],
    ['two of several entries', '[{ see: m }, { see: s', '[{ see: m }, { see: s }]', '9:14'],
    ['a mapping in the place of a list', '{ see: m', '[{ see: m }]', '9:14'],
  ])('is told once and closed: %s', (_, slip, right, at) => expectSlip(withRelated(slip), withRelated(right), 'unclosed-bracket', at));

  it.each(['[{ see: ', '[{', '[', '{ see: '])('is told once and not closed where nothing stands in it: %s', (slip) => {
    const { found, mended } = read(withRelated(slip));
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual(['9:14 unclosed-bracket']);
    expect(mended).toBe(withRelated(slip));
  });
});

describe('no text is quoted', () => {
  const withKpi = (line: string) => section(`${measure}  kpis:\n  - id: k\n    name: 数\n    unit: 件\n    ${line}\n`);
  it.each([
    ['a target', withKpi('target: 2023: 98'), withKpi('target: { 2023: 98 }'), '11:13'],
    ['a relation', section(`${measure}  related: see: s1\n`), section(`${measure}  related: [{ see: s1 }]\n`), '7:12'],
    ['other numbers', section(`${measure}  refs: 施策番号: 6-3\n`), section(`${measure}  refs: { 施策番号: 6-3 }\n`), '7:9'],
  ])('where a mapping lost its brackets: %s', (_, slip, right, at) => expectSlip(slip, right, 'yaml-syntax', at, 'かっこがありません'));

  it.each([
    ['a number is asked for', withKpi('target: -'), '11:13 bad-value'],
    ['a number with a sign', withKpi('target: >=100'), '11:13 bad-value'],
    ['a list is asked for', section(`${measure}  leads: - mic\n`), '7:10 wrong-type'],
    ['an anchor stands before a list', section(`${measure}  leads: &x [mic]\n`), '7:10 yaml-alias'],
    ['a phase lost its period', withPhases('- : 検討'), '10:7 wrong-type'],
    ['two lines became one', section('- id: m\n  number: (1)  title: 施策\n'), '6:16 yaml-syntax'],
    ['two phases became one', withPhases('- 2021: 検討 - 2022-: 開発'), '10:16 yaml-syntax'],
    ['a period stands twice', withPhases('- 2021: 2021: 検討'), '10:17 needs-quotes'],
    ['a key stands behind the period', withPhases('- 2021: reason: 検討'), '10:19 needs-quotes'],
  ])('nor mended where %s', (_, text, found) => {
    expect(read(text).found.map(({ at, code }) => `${at} ${code}`)).toEqual([found]);
    expect(read(text).mended).toBe(text);
  });

  it('but where what stands before the colon is no key of the place', () =>
    expectSlip(withPhases('- 2021: title: 検討'), withPhases('- 2021: "title: 検討"'), 'needs-quotes', '10:18'));
});

describe('a text between braces', () => {
  const withRefs = (words: string) => section(`${measure}  refs: { 文書: ${words}, 番号: 1 }\n`);
  it.each([
    ['注: 一', '"注: 一"', '7:16'],
    ['印字[13ページ]のまま', '"印字[13ページ]のまま"', '7:17'],
    ['[13ページ]印字のまま', '"[13ページ]印字のまま"', '7:15'],
    ['"印字"のまま', `'"印字"のまま'`, '7:15'],
    ['*印字のまま', '"*印字のまま"', '7:15'],
  ])('is quoted: %s', (slip, right, at) => expectSlip(withRefs(slip), withRefs(right), 'needs-quotes', at));

  it.each(['[a]', '{ a: b }', '"注: 一"', 'https://example.jp/a:b'])(
    'is left alone where it is none, or has no sign of YAML: %s',
    (words) => expect(read(withRefs(words)).found.map(({ code }) => code)).not.toContain('needs-quotes'),
  );
});

it.each([
  ['[mic,, mic-bureau]', '7:15'],
  ['[, mic]', '7:11'],
])('a comma with nothing before it is told by its name: %s', (list, at) => {
  const text = section(`${measure}  leads: ${list}\n`);
  expect(read(text).found.map(({ at, code, words }) => `${at} ${code} ${words}`)).toEqual([`${at} yaml-syntax ,`]);
  expect(read(text).mended).toBe(text);
});

describe('a conflict of git that was half resolved is told by its markers only', () => {
  const first = '  title: 施策\n';
  const second = '  title: 別の施策\n';
  it.each([
    ['without its first marker', `${first}=======\n${second}>>>>>>> other\n`, '7:1'],
    ['without its first marker, with the base', `${first}||||||| base\n${second}=======\n${second}>>>>>>> other\n`, '7:1'],
    ['without its last marker', `<<<<<<< HEAD\n${first}=======\n${second}`, '6:1'],
    ['without the marker between', `<<<<<<< HEAD\n${first}${second}>>>>>>> other\n`, '6:1'],
    ['with its last marker alone', `${first}${second}>>>>>>> other\n`, '8:1'],
    ['with the marker between alone', `${first}=======\n${second}`, '7:1'],
  ])('%s', (_, lines, at) => {
    const text = section(`- id: m\n${lines}  related: [{ see: s1 }]\n`);
    expect(read(text).found.map((one) => `${one.at} ${one.code}`)).toEqual([`${at} conflict-marker`]);
    expect(read(text).mended).toBe(text);
  });
});

describe('a block of lines that was moved as a whole is told once, where it begins', () => {
  const right = section(
    `${measure}  tracks:\n  - id: r\n    phases:\n    - 2021: 検討\n- id: n\n  number: ①\n  title: 次の施策\n  tracks:\n  - id: s\n    phases:\n    - 2022: 設計\n    - 2023: 開発\n    kpis:\n    - id: k\n      name: 数\n      unit: 件\n      target: { 2023: 98 }\n  - id: t\n    phases:\n    - 2022: 整備\n    - 2023: 運用\n`,
  );
  const moved = (from: number, to: number, by: number) =>
    right
      .split('\n')
      .map((line, index) => (index + 1 < from || index + 1 > to ? line : by > 0 ? ' '.repeat(by) + line : line.slice(-by)))
      .join('\n');
  it.each([
    ['an entry and most of what is in it, to the right', 11, 25, 2, '11:3'],
    ['an entry and most of what is in it, further to the right', 11, 25, 4, '11:5'],
    ['the keys of an entry', 14, 18, 2, '14:5'],
  ])('%s', (_, from, to, by, at) => expectSlip(moved(from, to, by), right, 'bad-indent', at));

  it.each([
    ['the keys of a figure', 21, 23, -2, '21:5'],
    ['an entry of an inner list', 15, 22, -2, '15:1'],
  ])('and not moved back where it may begin or end elsewhere, or is: %s', (_, from, to, by, at) => {
    const { found, mended } = read(moved(from, to, by));
    expect(found.map((one) => `${one.at} ${one.code}`)).toEqual([`${at} bad-indent`]);
    expect([right, moved(from, to, by)]).toContain(mended);
  });
});

describe('a line that is no part of the text above', () => {
  it.each(['// 確認中', '/* 確認中 */', '-- 確認中', '//確認中'])('is told as a comment that was meant, wherever it stands: %s', (line) => {
    for (const lead of ['', '    ', '      ']) {
      const text = withPhases('- 2022: 検討\n- 2023: 設計').replace(/(?<=検討\n)/, `${lead}${line}\n`);
      expect(read(text).found.map(({ at, code, words }) => `${at} ${code} ${words}`)).toEqual([
        `11:${lead.length + 1} yaml-syntax ${line}`,
      ]);
      expect(read(text).mended).toBe(text);
    }
  });

  it('is not joined to it where it may be the heading of an outer entry below', () => {
    const text = `${withPhases('- 2022: 検討')}次の施策\n- id: n\n  title: 次の施策\n`;
    expect(read(text).found.map(({ at, code }) => `${at} ${code}`)).toEqual(['11:1 folded-text']);
    expect(read(text).mended).toBe(text);
  });
});

it.each(['', '  '])('a list of files that goes on in the next line is moved to the right: %j', (lead) => {
  const right = plan.replace('[section.yaml]', '[section.yaml,\n    b.yaml]');
  const { found, mended } = read(right.replace('    b.yaml', `${lead}b.yaml`), 'plan.yaml', {
    'section.yaml': section(measure),
    'b.yaml': 'id: b\ntitle: 節\n',
  });
  expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual([`10:${lead.length + 1} bad-indent`]);
  expect(mended).toBe(right);
});

describe('a line of a phase that stands elsewhere is told once', () => {
  it.each(['       2023: 検討', '     2023: 検討', '      2023: 検討'])('and gets its dash in the column of the others: %j', (line) => {
    const right = withPhases('- 2022: 準備\n- 2023: 検討\n- 2024-: 実施');
    expectSlip(right.replace('    - 2023: 検討', line), right, 'missing-dash', `11:${line.indexOf('2') + 1}`);
  });

  it.each(['令和4年: 開発', '- 開発'])('and not mended where it may go on with the text above: %s', (line) => {
    const text = `${withPhases('- 2022: 準備の')}${line}\n- id: n\n  title: 施策\n`;
    expect(read(text).found.map(({ at, code }) => `${at} ${code}`)).toEqual(['11:1 folded-text']);
    expect(read(text).mended).toBe(text);
  });
});

describe('a dash with nothing behind it', () => {
  it.each([
    ['before a phase', '    - 2021: 検討', '    -\n    - 2021: 検討', '10:6'],
    ['behind a phase', '    - 2021: 検討', '    - 2021: 検討\n    - ', '11:7'],
    ['in the place of a phase', '    - 2021: 検討', '    -', '10:6'],
    ['before a row', '  - id: row', '  -\n  - id: row', '8:4'],
  ])('is blamed itself: %s', (_, sound, written, at) => {
    const text = withPhases('- 2021: 検討\n- 2022: 実施').replace(sound, written);
    const { found, mended } = read(text);
    expect(found.map((one) => `${one.at} ${one.code} ${one.message}`)).toEqual([`${at} missing-value 並びの項目に何も書かれていません`]);
    expect(mended).toBe(text);
  });
});

describe('a line that breaks off', () => {
  const text = withPhases('- 2021: 令和8年度末までに検討\n  due: 令和8年度末').replace('  title', '  number: ・\n  title');
  it.each([
    ['behind a needed key', '  title: 施策', '  title', '7:3 missing-value'],
    ['behind a key', '      due: 令和8年度末', '      due', '12:7 missing-value'],
    ['behind a reference', '  number: ・', '  parent', '6:3 missing-value'],
    ['inside a key', '  title: 施策', '  titl', '7:3 yaml-syntax'],
    ['at a word that is no key', '  title: 施策', '  check\n  title: 施策', '7:3 yaml-syntax'],
  ])('is told where it does, and joined to no other: %s', (_, sound, broken, finding) => {
    const { found, mended } = read(text.replace(sound, broken));
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual([finding]);
    expect(mended).toBe(text.replace(sound, broken));
  });
});

it.each(['- 2021: 検討- 2022: 実施', '- 2021: 検討 - 2022: 実施'])(
  'two phases that became one line are told, and not quoted as one text: %s',
  (line) => {
    const text = withPhases(line);
    const { found, mended } = read(text);
    expect(found.map(({ at, code, words }) => `${at} ${code} ${words}`)).toEqual([`10:${line.indexOf('- 2022') + 5} yaml-syntax - 2022`]);
    expect(mended).toBe(text);
  },
);

it('an entry whose dash stands alone is taken for one where another has a fault', () => {
  const row = (id: string) => `  -\n    id: ${id}\n    phases:\n    - 2021-2022: 検討\n    - 2023-: 実施\n`;
  const entry = (id: string) => `-\n  id: ${id}\n  title: 施策${id}\n  tracks:\n${row(`${id}-1`)}${row(`${id}-2`)}`;
  const text = section(entry('a') + entry('b')).replace('  tracks', '  beter: 一\n  tracks');
  const { found, mended } = read(text);
  expect(found.map(({ code }) => code)).toEqual(['unknown-key']);
  expect(mended).toBe(text);
});

it.each([
  ['{\n  "id": "x",\n  "title": "題"\n}\n', '1:1'],
  ['# 書き出したもの\n\n { "id": "x",\n  "title": "題"\n}\n', '3:2'],
])('a file in the form of JSON is told so, once: %j', (text, at) => {
  const { found } = read(text);
  expect(found.map((one) => one.code)).toEqual(['yaml-syntax']);
  expect(found[0]).toMatchObject({ at, message: expect.stringContaining('JSON') });
});
