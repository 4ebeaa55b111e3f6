import { describe, expect, it } from 'vitest';
import { section, withPhases } from '../../support/plan.js';
import { expectSlip, read } from '../../support/slips.js';

const right = section(
  '- id: m\n  number: (1)\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n    - 2022: 検討\n- id: n\n  title: 施策\n  notes:\n  - 注\n',
);

/** One finding, in the words of the line that was put in or changed, and nothing that is mended. */
function expectTold(text: string, code: string, at: string): void {
  const { found, mended } = read(text);
  expect(found.map((one) => `${one.at} ${one.code}`)).toEqual([`${at} ${code}`]);
  expect(mended).toBe(text);
}

describe('a line --- or ... inside a file is told where it stands', () => {
  it.each([
    ['---', '  title: 施策\n  tracks'],
    ['...', '  title: 施策\n  tracks'],
    ['---', '    - 2022'],
    ['...', '- id: n'],
    ['---', 'measures:'],
  ])('%s before %j', (sign, line) => {
    const text = right.replace(line, `${sign}\n${line}`);
    expectTold(text, 'yaml-documents', `${right.slice(0, right.indexOf(line)).split('\n').length}:1`);
  });

  it('nothing around all of it', () => {
    expect(read(`%YAML 1.2\n# 注\n---\n${right}...\n`).found).toEqual([]);
    expect(read(`${right}\n...\n# 注\n`).found).toEqual([]);
  });
});

describe('another sign in the place of the colon is told and mended', () => {
  const both = section(
    '- id: m\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n    - 2022-: 検討\n      basis: judged\n      reason: 理由\n',
  );
  it.each([
    ['title: 施策', 'title、施策', 'missing-colon', '6:3'],
    ['title: 施策', 'title, 施策', 'missing-colon', '6:3'],
    ['title: 施策', 'title. 施策', 'missing-colon', '6:3'],
    ['title: 施策', 'title → 施策', 'missing-colon', '6:3'],
    ['title: 施策', 'title　施策', 'missing-colon', '6:3'],
    ['- id: m', '- id → m', 'missing-colon', '5:3'],
    ['- id: row', '- id, row', 'missing-colon', '8:5'],
    ['basis: judged', 'basis、judged', 'missing-colon', '11:7'],
    ['reason: 理由', 'reason, 理由', 'missing-colon', '12:7'],
    ['title: 施策', 'title:: 施策', 'full-width-sign', '6:10'],
    ['title: 施策', 'title：：施策', 'full-width-sign', '6:8'],
    ['title: 施策', 'title∶ 施策', 'full-width-sign', '6:8'],
    ['- 2022-: 検討', '- 2022-:: 検討', 'full-width-sign', '10:14'],
  ])('%s as %s', (line, slip, code, at) => expectSlip(both.replace(line, slip), both, code, at));

  it('a number behind its key without any is no end of the text above', () => {
    const paged = (page: string) => both.replace('title: 施策', `title: 施策\n  ${page}`);
    expectSlip(paged('page3'), paged('page: 3'), 'missing-colon', '7:3');
  });
});

it('brackets that are left open in the texts of phases are quoted, however many there are', () => {
  const { found, mended } = read(withPhases('- 2021: {検\n- 2022: [\n- 2023: 実施'));
  expect(found.filter(({ code }) => code !== 'bracket-pairs').map((one) => `${one.at} ${one.code}`)).toEqual([
    '10:13 needs-quotes',
    '11:13 needs-quotes',
  ]);
  expect(mended).toBe(withPhases('- 2021: "{検"\n- 2022: "["\n- 2023: 実施'));
});

describe('a line that ends a list, since it is not indented, is told where it stands', () => {
  it.each([
    ['  title: 施策\n  tracks', '3   title: 施策\n  tracks', '7:1'],
    ['  tracks:', '+ tracks:', '8:1'],
    ['    phases:', '備考: あとで書く\n    phases:', '10:1'],
  ])('%j as %j', (lines, slip, at) => expectTold(right.replace(lines, slip), 'yaml-syntax', at));
});

describe('a quote that is not closed is told where it stands', () => {
  it.each([
    ['- 2022: 検討', "- '22: 検討", '11:7'],
    ['    phases:', '    related: "[{ see: n }]\n    phases:', '10:14'],
  ])('%j as %j', (lines, slip, at) => expectTold(right.replace(lines, slip), 'unclosed-quote', at));
});

describe('a file whose first line is spoilt is told there and left as it is', () => {
  it.each(['ids1', 'id ー s1'])('%s', (line) => expectTold(right.replace(/^id: s1/, line), 'yaml-syntax', '1:1'));
});

describe('a remark where an entry belongs is told and left', () => {
  it.each([
    ['    - 2022', '    要確認\n    - 2022', '11:5'],
    ['    - 2022', 'TODO\n    - 2022', '11:1'],
    ['- id: m', '要確認\n- id: m', '5:1'],
  ])('%j as %j', (line, slip, at) => expectTold(right.replace(line, slip), 'yaml-syntax', at));

  it('behind a text, with the one blank that a comment has not', () => {
    expectTold(right.replace('検討', '検討 #要確認'), 'comment-in-text', '11:16');
  });
});

describe('an entry that lost its first line is told by what that line held', () => {
  const two = right.replace('- id: n\n  title', '- id: n\n  number: (2)\n  parent: m\n  tracks: []\n  title');
  it.each([
    ['- id: m\n', '5:3', 'the first'],
    ['- id: n\n', '12:3', 'a later one'],
    ['  - id: row\n', '9:5', 'the first of a list inside'],
  ])('%j', (line, at) => {
    const { found, mended } = read(two.replace(line, ''));
    expect(found.filter(({ code }) => code !== 'known-references').map((one) => `${one.at} ${one.code}`)).toEqual([`${at} missing-key`]);
    expect(mended).toBe(two.replace(line, ''));
  });
});

it('a bullet in the place of a dash goes with it', () => {
  expectSlip(right.replace('  - 注', '  • 注'), right, 'missing-dash', '15:3');
});

it('a comment behind the sign of a block is not lost', () => {
  const text = right.replace('title: 節', 'title: > # 注\n  節の題');
  expect(read(text).found.map((one) => `${one.at} ${one.code}`)).toEqual(['3:8 folded-text']);
  expect(read(text).mended).toBe(text);
});

it('a list behind a report that is left out stays what it is', () => {
  const text =
    'fy: 2022\nreports:\n- on: row\n  done: 検討した\n  verdictReas\nchecks:\n- on: row\n  edition: 令和3年12月\n  result: 確認済\n';
  const { found } = read(text, 'progress/2022/section.yaml', { 'section.yaml': right });
  expect(found.map(({ at }) => at)).toEqual(['5:3']);
});
