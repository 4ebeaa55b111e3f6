import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { plan, planFiles, section, withPhases } from '../support/plan.js';

/** The first finding of a plan, and the file that it stands in with its fix applied. */
function first(files: Record<string, string>) {
  const [found] = compile({ dir: '', files: planFiles(files) }).diagnostics;
  const { file } = found?.location.span ?? {};
  const mended = (found?.fix ?? []).reduce(
    (now, { span, text }) => now.slice(0, span.start) + text + now.slice(span.end),
    file?.text ?? '',
  );
  return { code: found?.code, message: found?.message.ja, help: found?.help?.ja, suggestion: found?.suggestion, mended };
}

it.each([
  ['2024上期', '2024H1'],
  ['2024年度上期', '2024H1'],
  ['令和6年度下期', '2024H2'],
  ['2024第1四半期', '2024Q1'],
  ['2024年度第3四半期', '2024Q3'],
  ['2022年度下期～2024年度上期', '2022H2-2024H1'],
])('a period as the tool prints it is mended: %s', (written, right) => {
  const { help, mended } = first({ 'section.yaml': withPhases(`- ${written}: 検討`) });
  expect(help).toContain(`\`${right}\``);
  expect(mended).toBe(withPhases(`- ${right}: 検討`));
});

it.each([
  ['2024年度以降', '2024-'],
  ['令和6年度以降', '令和6-'],
  ['2024年度中', '2024年度'],
])('a period in words is told with the one that may be meant: %s', (written, meant) =>
  expect(first({ 'section.yaml': withPhases(`- ${written}: 検討`) })).toMatchObject({ code: 'bad-period', suggestion: meant }),
);

it('a fifth quarter is told with the parts that there are', () =>
  expect(first({ 'section.yaml': withPhases('- 2024Q5: 検討') }).help).toContain('`2023Q4`'));

it.each([
  ['行政局', 'mic-bureau'],
  ['総務省行政局', 'mic-bureau'],
  ['総務', 'mic'],
  ['財務省', undefined],
])('a department that is named in words is told with its id: %s', (name, id) => {
  const text = section(`- id: m\n  title: 施策\n  leads: [${name}]\n`);
  expect(first({ 'section.yaml': text })).toMatchObject({ code: 'bad-value', suggestion: id, mended: text });
});

it.each([
  ['none', '部局のIDには使えません'],
  ['no-lead', '部局のIDには使えません'],
  ['No Lead', 'IDになりません'],
])('a department is not called as what names none: %s', (id, words) => {
  const found = first({ 'departments.yaml': `departments:\n- id: ${id}\n  name: 総務省\n` });
  expect(found).toMatchObject({ code: 'bad-value', message: `\`${id}\` は${words}` });
  expect(found.suggestion).toBeUndefined();
});

it.each(['mic, mic-bureau', 'mic、mic-bureau', 'mic'])('a list of ids without brackets is mended: %s', (ids) => {
  const text = section(`- id: m\n  title: 施策\n  leads: ${ids}\n`);
  expect(first({ 'section.yaml': text })).toMatchObject({
    code: 'wrong-type',
    mended: text.replace(ids, `[${ids.split(/, |、/).join(', ')}]`),
  });
});

it.each([
  ['title: 施策\n  担当: [mic]', 'leads'],
  ['title: 施策\n  注: [文]', 'notes'],
  ['見出し: 施策', 'title'],
])('a key by its Japanese name is told with the key: %s', (lines, key) =>
  expect(first({ 'section.yaml': section(`- id: m\n  ${lines}\n`) })).toMatchObject({ code: 'unknown-key', suggestion: key }),
);

it('a key of a phase by its Japanese name is told with the key', () =>
  expect(first({ 'section.yaml': withPhases('- 2024: 検討\n  期限: 令和6年度') })).toMatchObject({
    code: 'unknown-key',
    suggestion: 'due',
  }));

it('what is always checked cannot be set, and is told so', () => {
  const files = { 'plan.yaml': plan.replace('off }', 'off, bad-period: off }'), 'section.yaml': section('- id: m\n  title: 施策\n') };
  expect(first(files).message).toBe('`bad-period` はいつも調べるもので、設定も承知もできません');
});

it('a tab before a dash is to be replaced by spaces', () =>
  expect(first({ 'section.yaml': withPhases('- 2023: 検討\n- 2024: 実施').replace('    - 2024', '\t- 2024') })).toMatchObject({
    code: 'yaml-tab',
    help: '半角の空白に置き換えてください',
  }));

it.each([
  ['100万', '1000000'],
  ['1.1万', '11000'],
  ['１，２３４件', '1234'],
  ['2億円', '200000000'],
  ['98％', '98'],
  ['100万以上', undefined],
  ['約50', undefined],
  ['3割', undefined],
])('a figure is told with its digits, or with none that would mean another: %s', (written, meant) => {
  const kpi = `- id: rate\n    name: 率\n    unit: 件\n    target: ${written}`;
  expect(first({ 'section.yaml': section(`- id: m\n  title: 施策\n  kpis:\n  ${kpi}\n`) }).suggestion).toBe(meant);
});

it.each([
  ['2021年10月', '2021-10'],
  ['令和3年10月', '2021-10'],
  ['令和4年3月31日', '2022-03-31'],
  ['R3.10', '2021-10'],
  ['平成31年4月', '2019-04'],
  ['20220331', '2022-03-31'],
])('a date in words is told as it is written: %s', (written, meant) => {
  const kpi = `- id: rate\n    name: 率\n    unit: 件\n    target: 98\n    asOf: ${written}`;
  expect(first({ 'section.yaml': section(`- id: m\n  title: 施策\n  kpis:\n  ${kpi}\n`) })).toMatchObject({
    code: 'bad-value',
    suggestion: meant,
  });
});

it.each([
  ['2022-24', '2022-2024'],
  ['2022/23', '2022-2023'],
  ['令和4-6年度', '令和4年度-令和6年度'],
])('a period in short is told in full: %s', (written, meant) =>
  expect(first({ 'section.yaml': withPhases(`- ${written}: 検討`) })).toMatchObject({ code: 'bad-period', suggestion: meant }),
);

it.each(['mic‐bureau', 'mic–bureau', 'mic_bureau'])('a hyphen of another sign is told with the one of an id: %s', (id) =>
  expect(first({ 'section.yaml': section(`- id: m\n  title: 施策\n  leads: [${id}]\n`) }).suggestion).toBe('mic-bureau'),
);

it('two ids in one are not told as a third', () =>
  expect(first({ 'section.yaml': section('- id: m\n  title: 施策\n  leads: [mic mic-bureau]\n') }).suggestion).toBeUndefined());

it('a page in words is told with its number', () =>
  expect(first({ 'section.yaml': section('- id: m\n  title: 施策\n  page: p.13\n') }).suggestion).toBe('13'));

it.each(['(mic)', '【mic】', '（mic, mic-bureau）'])('a list in other brackets is mended: %s', (ids) => {
  const text = (leads: string) => section(`- id: m\n  title: 施策\n  leads: ${leads}\n`);
  expect(first({ 'section.yaml': text(ids) }).mended).toBe(text(`[${ids.slice(1, -1)}]`));
});

it.each([
  ['- id: m\n  title: 施策\n  parent:\n', 'parent'],
  ['- id: m\n  title: 施策\n  related:\n  - see:\n', 'see'],
  // Blanks alone are no text: without them nothing would be left.
  ['- id: m\n  title: "　"\n', 'title'],
  ['- id: m\n  title: 施策\n  parent: " "\n', 'parent'],
])('a key without a value is told as that: %#', (measures, key) =>
  expect(first({ 'section.yaml': section(measures) })).toMatchObject({ code: 'missing-value', message: `\`${key}\` に値がありません` }),
);

it.each([
  ['  title: [施策]\n', '`施策` のことですか？'],
  ['  title: 施策\n  notes: 注です\n', '`notes:` の次の行に `- 注です` と書いてください'],
  ['  title: 施策\n  related: { see: n }\n', '`related:` の下の項目を、それぞれ `- ` で始めてください'],
])('a value of another form is told with what stands there in the right one: %s', (keys, help) => {
  const found = first({ 'section.yaml': section(`- id: m\n${keys}`) });
  expect(found.code).toBe('wrong-type');
  expect(found.help).toContain(help);
});

it('a window that is a list of two years is told as a period', () =>
  expect(first({ 'plan.yaml': plan.replace(/^window: .*/m, 'window: [2021, 2025]') }).help).toBe('`2021-2025` のことですか？'));

it.each([
  ['an id', '- id: ro\u00ADw', '- id: row', 'bad-value', 'U+00AD'],
  ['a key', 'pha\u200Bses:', 'phases:', 'unknown-key', 'U+200B'],
  ['a period', '- 20\u200B21: 検討', '- 2021: 検討', 'bad-period', 'U+200B'],
  ['a choice', 'basis: te\u00ADxt', 'basis: text', 'bad-value', 'U+00AD'],
])('a character that nobody sees is told as such, and taken out of %s', (_, written, right, code, char) => {
  const sound = section('- id: m\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n    - 2021: 検討\n      basis: text\n');
  const found = first({ 'section.yaml': sound.replace(right, written) });
  expect(found).toMatchObject({ code, mended: sound });
  expect(found.message).toContain(`目に見えない文字 ${char}`);
});

it.each(['mic mic-bureau', 'mic・mic-bureau', 'mic　mic-bureau'])('ids without a comma between them are told as several: %s', (ids) =>
  expect(first({ 'section.yaml': section(`- id: m\n  title: 施策\n  leads: ["${ids}"]\n`) })).toMatchObject({
    code: 'bad-value',
    help: expect.stringContaining('`[mic, mic-bureau]`'),
    suggestion: undefined,
  }),
);

it.each([
  ['大きな見出し', 'big'],
  ['(1)大きな見出し', 'big'],
  ['（１）大きな見出し', 'big'],
  ['見出し', undefined],
])('the title of a heading in the place of its id is asked for by the id: %s', (words, suggestion) => {
  const headings = ['- id: big\n  number: (1)\n  title: 大きな見出し\n', '- id: one\n  title: 見出し\n- id: two\n  title: 見出し\n'];
  const found = first({ 'section.yaml': section(`${headings.join('')}- id: m\n  parent: ${words}\n  title: 施策\n`) });
  expect(found).toMatchObject({ code: 'bad-value', suggestion });
});

it.each(['section', 'roadmap/section.yaml', 'plans/a/section'])(
  'a section named otherwise than its file is asked for by the file: %s',
  (name) =>
    expect(
      first({ 'plan.yaml': plan.replace('[section.yaml]', `[${name}]`), 'section.yaml': section('- id: m\n  title: 施策\n') }),
    ).toMatchObject({ code: 'missing-file', help: '`section.yaml` のことですか？', suggestion: 'section.yaml' }),
);

it.each([
  ['2024-2022', '2022-2024'],
  ['2202-2023', undefined],
])('a period is turned round only where what comes of it may be meant: %s', (period, suggestion) =>
  expect(first({ 'section.yaml': withPhases(`- ${period}: 検討`) })).toMatchObject({ code: 'phase-order', suggestion }),
);
