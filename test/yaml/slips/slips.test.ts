import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.js';
import { barePlan, planFiles, section, withPhases } from '../../support/plan.js';
import { expectSlip, read } from '../../support/slips.js';

const row = '- id: m\n  title: 施策\n  tracks:\n  - id: r\n    phases:\n';

describe('a full-width sign in the structure', () => {
  const good = section(`${row}    - 2023: 検討\n`);
  it.each([
    ['colon behind a period', '- 2023：検討', '- 2023: 検討', '10:11', '全角コロン'],
    ['colon with a space', '- 2023： 検討', '- 2023: 検討', '10:11', '全角コロン'],
    ['space behind the colon', '- 2023:　検討', '- 2023: 検討', '10:12', '全角空白'],
    ['digits', '- ２０２３: 検討', '- 2023: 検討', '10:7', '全角数字'],
    ['everything', '－　２０２３：検討', '- 2023: 検討', '10:5', '全角ハイフン'],
    ['wave dash', '- 2023～2024: 検討', '- 2023-2024: 検討', '10:11', '波線'],
    ['the other wave dash', '- 2023〜2024: 検討', '- 2023-2024: 検討', '10:11', '波線'],
    ['long vowel mark', '- 2023ー2024: 検討', '- 2023-2024: 検討', '10:11', '長音'],
    ['full-width hyphen', '- 2023－2024: 検討', '- 2023-2024: 検討', '10:11', '全角ハイフン'],
    ['minus', '- 2023−: 検討', '- 2023-: 検討', '10:11', 'ダッシュ'],
    ['dash of the list', '－ 2023: 検討', '- 2023: 検討', '10:5', '全角ハイフン'],
    ['dash of the list, a middle dot', '・2023: 検討', '- 2023: 検討', '10:5', '`・`（中黒）'],
    ['dash of the list, an asterisk', '* 2023: 検討', '- 2023: 検討', '10:5', 'アスタリスク'],
    ['dash of the list, a bullet', '● 2023: 検討', '- 2023: 検討', '10:5', '箇条書きの印'],
    ['dash of the list, a long vowel mark', 'ー 2023: 検討', '- 2023: 検討', '10:5', '長音'],
    ['space behind the dash', '-　2023: 検討', '- 2023: 検討', '10:6', '全角空白'],
    ['digits, each of them', '- ２０２２: 検討', '- 2022: 検討', '10:7', '`２０２２`（全角数字）'],
    ['digits of two years', '- ２０２２-２０２３: 検討', '- 2022-2023: 検討', '10:7', '`２０２２`、`２０２３`（全角数字）があります'],
    ['spaces inside a period', '- 2022 - 2023: 検討', '- 2022-2023: 検討', '10:11', '期間の中に空白があります'],
    ['a semicolon', '- 2023; 検討', '- 2023: 検討', '10:11', 'ここに書けない記号があります: `;`（セミコロン）'],
    ['two dashes', '-- 2023: 検討', '- 2023: 検討', '10:5', 'ここに書けない記号があります: `-`（余分なハイフン）'],
    ['no-break space behind the colon', '- 2023:\u00a0検討', '- 2023: 検討', '10:12', '改行しない空白'],
  ])('%s', (_, slip, mended, at, named) =>
    expectSlip(good.replace('- 2023: 検討', slip), good.replace('- 2023: 検討', mended), 'full-width-sign', at, named),
  );

  it.each([
    ['colon behind a key', '  title: 施策', '  title：施策', '6:8', '全角コロン'],
    ['indentation', '  title: 施策', '　title: 施策', '6:1', '全角空白'],
    ['indentation by one column', '  title: 施策', ' 　title: 施策', '6:2', '全角空白'],
    ['letters of a key', '  title: 施策', '  ｔｉｔｌｅ: 施策', '6:3', '全角'],
    ['comment sign', '    - 2023: 検討', '    ＃ 注\n    - 2023: 検討', '10:5', '全角シャープ'],
  ])('%s', (_, right, slip, at, named) => {
    const { found, mended } = read(good.replace(right, slip));
    expect(found.map((one) => `${one.at} ${one.code}`)).toEqual([`${at} full-width-sign`]);
    expect(found[0]?.message).toContain(named);
    expect(read(mended).found).toEqual([]);
  });

  const flow = section('- id: m\n  title: 施策\n  leads: [mic, mic-bureau]\n');
  it.each([
    ['comma', '[mic，mic-bureau]', '7:14', '全角コンマ'],
    ['Japanese comma', '[mic、mic-bureau]', '7:14', '読点'],
    ['opening bracket', '［mic, mic-bureau]', '7:10', '角かっこ'],
    ['closing bracket', '[mic, mic-bureau］', '7:26', '角かっこ'],
    ['both brackets', '［mic、mic-bureau］', '7:10', '角かっこ'],
  ])('%s in a list', (_, slip, at, named) => expectSlip(flow.replace('[mic, mic-bureau]', slip), flow, 'full-width-sign', at, named));

  const allow = section(`${row}    - 2024-2022: 検討\n      allow: { phase-order: 印字のまま }\n`);
  it.each([
    ['colon', '{ phase-order：印字のまま }', '全角コロン'],
    ['braces', '｛ phase-order: 印字のまま ｝', '波かっこ'],
    ['closing brace', '{ phase-order: 印字のまま ｝', '波かっこ'],
  ])('%s of a mapping on a line', (_, slip, named) => {
    const { found, mended } = read(allow.replace('{ phase-order: 印字のまま }', slip));
    expect(found.filter(({ code }) => code !== 'phase-order').map(({ code }) => code)).toEqual(['full-width-sign']);
    expect(found.find(({ code }) => code === 'full-width-sign')?.message).toContain(named);
    expect(mended).toBe(allow);
  });

  it.each(['令和3～5年度', '令和３年度〜５年度'])('an era that is said once: %s', (period) => {
    const { found, mended } = read(section(`${row}    - ${period}: 実施\n`));
    expect(found.map(({ code }) => code)).toEqual(['full-width-sign']);
    expect(mended).toContain(' - 令和3年度-令和5年度: 実施\n');
  });

  it.each(['｛2022: 実施｝', '｛ 2022：実施 ｝', '{ 2022: 実施 ｝'])('a phase between braces: %s', (phase) => {
    const { found, mended } = read(section(`${row}    - ${phase}\n`));
    expect(found.map(({ code }) => code)).toEqual(['full-width-sign']);
    expect(mended).toMatch(/ - \{ ?2022: 実施 ?\}\n/);
  });

  it.each([
    ['a window', 'window: 2021-2025', 'window: 2021～2025', '波線'],
    ['a window and its colon', 'window: 2021-2025', 'window：２０２１ー２０２５', '全角コロン'],
    ['a window of eras', 'window: 令和3年度-令和7年度', 'window: 令和3年度～令和7年度', '波線'],
    ['columns', 'columns: [2021, 2022, 2023-]', 'columns: [２０２１，２０２２，２０２３-]', '全角数字'],
    ['columns and an open end', 'columns: [2021, 2022, 2023-]', 'columns: [2021、2022、2023～]', '読点'],
    ['names of files', 'sections: [section.yaml, b.yaml]', 'sections: [section.yaml，b.yaml]', '全角コンマ'],
    ['names of files, a Japanese comma', 'sections: [section.yaml, b.yaml]', 'sections: [section.yaml、b.yaml]', '読点'],
  ])('%s', (_, right, slip, named) => {
    const key = right.replace(/:.*/, '');
    const whole = (words: string) =>
      `${barePlan}rules: { empty-years: off, unused-departments: off, empty-measures: off }\ncolumns: [2021-2025]\n`.replace(
        new RegExp(`${key}: .*`),
        words,
      );
    const second = right.includes('b.yaml') && { 'b.yaml': 'id: b\ntitle: 節\n' };
    const { diagnostics } = compile({ dir: '', files: planFiles({ 'plan.yaml': whole(slip), 'section.yaml': good, ...second }) });
    expect(diagnostics.map(({ code }) => code)).toEqual(['full-width-sign']);
    expect(diagnostics[0]?.message.ja).toContain(named);
    const text = diagnostics
      .flatMap(({ fix }) => fix ?? [])
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((now, { span, text: words }) => now.slice(0, span.start) + words + now.slice(span.end), whole(slip));
    expect(text).toBe(whole(right));
  });

  it('a colon behind a key of the author', () =>
    expectSlip(
      section('- id: m\n  title: 施策\n  refs: { 施策番号：6-3 }\n'),
      section('- id: m\n  title: 施策\n  refs: { 施策番号: 6-3 }\n'),
      'full-width-sign',
      '7:15',
    ));

  it('curly quotes around what needs quotes', () =>
    expectSlip(
      section('- id: m\n  title: “% の話”\n'),
      section('- id: m\n  title: "% の話"\n'),
      'full-width-sign',
      '6:10',
      '曲がった引用符',
    ));
});

describe('a tab in the indentation', () => {
  const tabs = (mended: string) => read(mended).found.map(({ at, code }) => `${at} ${code}`);
  it.each([
    ['before a phase', '- 2022: 準備\n\t- 2023: 検討\n- 2024-: 実施', '11:5'],
    ['before the first phase', '\t- 2022: 準備\n- 2023: 検討', '10:5'],
    ['before the last phase', '- 2022: 準備\n\t- 2023: 検討', '11:5'],
    ['before a key', '- 2022: 令和4年度末までに\n\tdue: 令和4年度末', '11:5'],
    ['behind the spaces of a key', '- 2022: 令和4年度末までに\n  \tdue: 令和4年度末', '11:7'],
  ])('%s is one finding', (_, slip, at) => {
    const text = section(`${row}${slip.replace(/^/gm, '    ')}\n`);
    expect(tabs(text)).toEqual([`${at} yaml-tab`]);
    expect(tabs(read(text).mended)).toEqual([]);
  });

  it('in a whole file', () => {
    const good = section(`${row}    - 2022: 準備\n    - 2023: 令和5年度末までに\n      due: 令和5年度末\n\n  - id: s\n    label: 行\n`);
    const { found, mended } = read(good.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2)));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['yaml-tab']));
    expect(mended).toBe(good);
  });
});

describe('a space that is missing', () => {
  it.each([
    ['behind a period', '- 2023:検討', '10:11'],
    ['behind the dash', '-2023: 検討', '10:5'],
    ['behind both', '-2023:検討', '10:5'],
  ])('%s', (_, slip, at) => expectSlip(withPhases(slip), withPhases('- 2023: 検討'), 'missing-space', at));
});

it.each(['- -2023: 検討', '- 0000: 検討', '- ー2023: 検討'])('what no year can be meant by is told once and not mended: %s', (slip) => {
  const { found, mended } = read(withPhases(`- 2022: 準備\n${slip}`));
  expect(found.map(({ at }) => at)).toEqual(['11:7']);
  expect(mended).toBe(withPhases(`- 2022: 準備\n${slip}`));
});

describe('a text that needs quotes', () => {
  const phase = (text: string) => withPhases(`- 2023: ${text}`);
  it.each([
    ['a colon and a space', '方針: 検討', '"方針: 検討"', '10:15', 'needs-quotes'],
    ['a colon at the end', '方針:', '"方針:"', '10:15', 'needs-quotes'],
    ['a percent sign', '%の話', '"%の話"', '10:13', 'needs-quotes'],
    ['an at sign', '@の話', '"@の話"', '10:13', 'needs-quotes'],
    ['a backquote', '`の話', '"`の話"', '10:13', 'needs-quotes'],
    ['an asterisk', '*印の話', '"*印の話"', '10:13', 'needs-quotes'],
    ['an ampersand', '& 連携', '"& 連携"', '10:13', 'yaml-alias'],
    ['an exclamation mark', '!重要', '"!重要"', '10:13', 'needs-quotes'],
    ['a bracket', '[参考] 検討', '"[参考] 検討"', '10:13', 'needs-quotes'],
    ['a brace', '{案} 検討', '"{案} 検討"', '10:13', 'needs-quotes'],
    ['a quote', '"検討"の実施', `'"検討"の実施'`, '10:13', 'needs-quotes'],
    ['a bar', '| 検討', '"| 検討"', '10:13', 'needs-quotes'],
    ['a dash', '- 検討', '"- 検討"', '10:13', 'needs-quotes'],
    ['a comment sign', '施策 #1 の検討', '"施策 #1 の検討"', '10:16', 'comment-in-text'],
  ])('%s', (_, slip, mended, at, code) => expectSlip(phase(slip), phase(mended), code, at));

  it.each(['施策を検討 # 確認中', '施策 # の検討'])('a comment sign and a space are told, and left to the author: %s', (slip) => {
    const { found, mended } = read(phase(slip));
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual([`10:${13 + slip.indexOf('#')} comment-in-text`]);
    expect(mended).toBe(phase(slip));
  });

  it('a comma inside a mapping on a line', () =>
    expectSlip(
      section(`${row}    - 2021: 検討\n      corrected: 検討\n    related: [{ see: m }]\n  refs: { 施策番号: 1, 2 }\n`),
      section(`${row}    - 2021: 検討\n      corrected: 検討\n    related: [{ see: m }]\n  refs: { 施策番号: "1, 2" }\n`),
      'needs-quotes',
      '13:18',
    ));

  it.each([
    ['a list of ids', '  leads: [mic #窓口, mic-bureau]', undefined, '7:15'],
    ['the last id of a list', '  leads: [mic #窓口]', undefined, '7:15'],
    ['a mapping of numbers', '  refs: { 文書: 1, 番号: 2 #仮 }', undefined, '7:24'],
    ['what is quoted', '  refs: { 文書: "一 #1" #仮 }', undefined, '7:22'],
    ['a text of a mapping', '  refs: { 文書: 第2部 #1「の」, 番号: 1 }', '  refs: { 文書: "第2部 #1「の」", 番号: 1 }', '7:19'],
  ])('a comment sign between brackets: %s', (_, slip, right, at) => {
    const text = section(`- id: m\n  title: 施策\n${slip}\n  notes:\n  - 注\n`);
    const { found, mended } = read(text);
    expect(found.map((one) => `${one.at} ${one.code}`)).toEqual([`${at} comment-in-text`]);
    expect(mended).toBe(text.replace(slip, right ?? slip));
  });

  it('no comment between the lines of a list that goes on', () =>
    expect(read(section('- id: m\n  title: 施策\n  leads: [mic, # [仮]\n    mic-bureau]\n')).found).toEqual([]));

  it('no comment that stands clear, no full-width sign inside a text, no URL', () => {
    const text = section(
      `- id: m # 一\n  title: 施策：その１［案］、“甲”　乙  # 注\n  notes:\n  - KPI：5割、目標: なし\n`.replace(
        '目標: なし',
        'https://example.jp/a#b',
      ),
    );
    expect(read(text).found).toEqual([]);
    expect(read(section(`- id: m # 一\n  title: 施策\n  refs: { 文書: "、[甲］", 番号: '｛１，\u3000' }\n`)).found).toEqual([]);
    expect(read(section(`- id: m # 一\n  title: 施策\n  refs: { 文書: "{", 番号: ",1" }\n`)).found).toEqual([]);
  });

  it.each([
    ['a sign that nobody sees at the beginning of a text', '- 2021: \u200b検討\n  notes: \n  - \u2060注\n  - \u200b'],
    ['a dash at the beginning of a text', '- 2021: 検討\n  notes:\n  - － 注\n  - ﹣ 注\n  - ― 注'],
    ['braces in the texts of a list', '- 2021: 検討\n  due: [｛語, 語｝, ｛語｝, ｝]'],
    ['a colon before a wide space in a text', '- 2021: 経費:　10億円'],
    ['Japanese commas between words in the text of a mapping', '- 2021: 検討\n  allow: { a: 支援、5g、ai }'],
    ['a brace in the text of a mapping', '- 2021: 検討\n  allow: { a: 語｝, b: ｛語 }'],
  ])('blames nothing for %s', (_, phase) => {
    // A strange sign anywhere has the file read with care, which finds the same.
    const codes = ['', '# \u00a0\n'].map((remark) => read(withPhases(phase) + remark).found.map(({ at, code }) => `${at} ${code}`));
    expect(codes[0]?.filter((one) => /full-width-sign|needs-quotes|missing-value|wrong-type|bracket|yaml/.test(one))).toEqual([]);
    expect(codes[1]).toEqual(codes[0]);
  });

  it('no colon inside a text of a list between brackets', () => {
    const text = withPhases('- 2021: 検討\n  notes: [議事録, mailto:a@example.jp, doi:10.1/x, minutes:3]');
    expect(read(text).found).toEqual([]);
    expect(read(text).mended).toBe(text);
  });
});

describe('what can only be YAML that the format does not have is told and not quoted', () => {
  const measure = '- id: m\n  title: 施策\n';
  const list = '  - id: r\n    phases:\n    - 2023: 検討\n';
  it.each([
    ['a tag', withPhases('- 2023: !!str 検討'), ['10:13 yaml-tag']],
    ['a tag of another program', `id: s1\ntitle: 節\nmeasures: !include measures.yaml\n`, ['3:11 yaml-tag']],
    ['a tag of a list', `id: s1\ntitle: 節\nmeasures: !!seq\n${measure}`, ['3:11 yaml-tag']],
    ['an anchor of a list', `id: s1\ntitle: 節\nmeasures: &all  # 注\n${measure}`, ['3:11 yaml-alias']],
    ['an anchor of a mapping', section('- &one\n  id: m\n  title: 施策\n'), ['5:3 yaml-alias']],
    ['an anchor before a key', section('- &one id: m\n  title: 施策\n'), ['5:3 yaml-alias']],
    [
      'an alias of a list',
      section(`${measure}  tracks: &rows\n${list}- id: n\n  title: 施策\n  tracks: *rows\n`),
      ['7:11 yaml-alias', '13:11 yaml-alias'],
    ],
    ['a merge key', section(`${measure}- <<: *m\n  id: n\n`), ['7:3 yaml-merge-key']],
  ])('%s', (_, text, found) => {
    expect(read(text).found.map(({ at, code }) => `${at} ${code}`)).toEqual(found);
    expect(read(text).mended).toBe(text);
  });

  it('a merge key brings nothing to what stands around its mapping', () => {
    const text = section('- id: m\n  tracks:\n  - id: r\n    <<: *n\n    phases:\n    - 2023: 検討\n');
    expect(read(text).found.map(({ at, code }) => `${at} ${code}`)).toEqual(['5:3 missing-key', '8:5 yaml-merge-key']);
  });

  it.each(['!重要', '&検討 実施', '*検討', '&a 検討', '*a'])('a text is quoted: %s', (words) => {
    expect(read(withPhases(`- 2023: ${words}`)).mended).toBe(withPhases(`- 2023: "${words}"`));
  });
});

describe('texts over several lines', () => {
  it.each([
    ['a plain one', '- 2023: 全国共通の\n    システムの\n    整備', '- 2023: 全国共通のシステムの整備'],
    ['letters on both sides', '- 2023: the new\n    system', '- 2023: the new system'],
    ['a quoted one', '- 2023: "方針:\n    検討"', '- 2023: "方針:検討"'],
    ['a folded block', '- 2023: >-\n    方針: 一\n    二', '- 2023: "方針: 一二"'],
    ['a literal block', '- 2023: |\n    一\n    二\n- 2024: 三', '- 2023: 一二\n- 2024: 三'],
  ])('%s', (_, slip, mended) => expectSlip(withPhases(slip), withPhases(mended), 'folded-text', '10:13'));
});

describe('a text that goes on under its first character, or further to the left', () => {
  it.each([
    ['one line', '- 2023: 警察庁及び\n  警察が活用\n- 2024-: 次の行', '- 2023: 警察庁及び警察が活用\n- 2024-: 次の行'],
    ['of the last phase', '- 2023: 警察庁及び\n  警察が活用', '- 2023: 警察庁及び警察が活用'],
    ['several lines', '- 2023: 警察庁\n  及び\n    警察が\n  活用', '- 2023: 警察庁及び警察が活用'],
    ['letters on both sides', '- 2023: the new\n  system', '- 2023: the new system'],
    ['with keys below', '- 2023: 令和5年度\n  末までに\n  due: 令和5年度末', '- 2023: 令和5年度末までに\n  due: 令和5年度末'],
    ['a comment behind it', '- 2023: 警察庁\n  及び警察  # 注\n- 2024-: 次', '- 2023: 警察庁及び警察  # 注\n- 2024-: 次'],
    ['a comment line below it', '- 2023: 警察庁\n  及び警察\n  # 注\n- 2024-: 次', '- 2023: 警察庁及び警察\n  # 注\n- 2024-: 次'],
    ['blank lines', '- 2023: 警察庁\n\n  及び警察\n\n- 2024-: 次', '- 2023: 警察庁及び警察\n\n- 2024-: 次'],
    ['a quoted one', '- 2023: "方針: 警察庁\n  及び警察"', '- 2023: "方針: 警察庁及び警察"'],
    ['a colon without a space', '- 2023: 警察庁\n  及び警察:活用', '- 2023: 警察庁及び警察:活用'],
    ['a bracket at the beginning', '- 2023: 警察庁\n  （地方を含む。）', '- 2023: 警察庁（地方を含む。）'],
    ['at the column of the dash', '- 2023: 警察庁\n及び警察\n- 2024-: 次', '- 2023: 警察庁及び警察\n- 2024-: 次'],
    ['wide spaces', '- 2023: 警察庁\n　　　及び警察\n- 2024-: 次', '- 2023: 警察庁及び警察\n- 2024-: 次'],
  ])('%s', (_, slip, mended) => expectSlip(withPhases(slip), withPhases(mended), 'folded-text', '10:13'));

  it('at the beginning of a line', () =>
    expectSlip(
      withPhases('- 2023: 警察庁\n@及び警察\n- 2024-: 次').replace('    @', ''),
      withPhases('- 2023: 警察庁及び警察\n- 2024-: 次'),
      'folded-text',
      '10:13',
    ));

  it('the whole of it below its period', () =>
    expectSlip(withPhases('- 2023:\n  警察庁\n  及び警察'), withPhases('- 2023: 警察庁及び警察'), 'folded-text', '11:7'));

  it.each(['|', '>-'])('the whole of it below `%s`', (sign) => {
    for (const column of ['  ', ''])
      expectSlip(
        withPhases(`- 2023: ${sign}\n${column}警察庁\n  及び警察\n- 2024-: 次`),
        withPhases('- 2023: 警察庁及び警察\n- 2024-: 次'),
        'folded-text',
        `11:${5 + column.length}`,
      );
  });

  it('the whole of it below the sign of a block in a list', () =>
    expectSlip(
      section('- id: m\n  title: 施策\n  notes:\n  - |\n  注の\n  一\n  - 注の二\n  tracks:\n  - id: r\n    phases:\n    - 2023: 検討\n'),
      section('- id: m\n  title: 施策\n  notes:\n  - 注の一\n  - 注の二\n  tracks:\n  - id: r\n    phases:\n    - 2023: 検討\n'),
      'folded-text',
      '9:3',
    ));

  it('no sign of a block is quoted where its text stands below it and a comment', () => {
    for (const text of [withPhases('- 2023: |\n  # 注\n  警察庁'), withPhases('- 2023: |  # 注\n  警察庁')]) {
      expect(read(text).found.map(({ code }) => code)).toEqual(['folded-text']);
      expect(read(text).mended).toBe(text);
    }
    expect(read(withPhases('- 2023: |\n- 2024-: 次')).mended).toBe(withPhases('- 2023: "|"\n- 2024-: 次'));
  });

  it('with the line ends of Windows, and without one at the end', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n').trimEnd();
    expectSlip(crlf(withPhases('- 2023: 警察庁\n  及び警察')), crlf(withPhases('- 2023: 警察庁及び警察')), 'folded-text', '10:13');
  });

  it('titles, labels and notes', () => {
    const given =
      '- title: 施策\n  その一\n  id: m\n  notes:\n  - 注\n    一\n  tracks:\n  - id: r\n    label: 行\n    その一\n    phases:\n';
    const { found, mended } = read(section(`${given}    - 2023: 検討\n`));
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual(['5:10 folded-text', '9:5 folded-text', '13:12 folded-text']);
    expect(mended).toBe(
      section(
        '- title: 施策その一\n  id: m\n  notes:\n  - 注一\n  tracks:\n  - id: r\n    label: 行その一\n    phases:\n    - 2023: 検討\n',
      ),
    );
  });

  it('beside a full-width colon, and before quotes are put around it', () => {
    const { found } = read(withPhases('- 2023：方針: 警察庁\n  及び警察'));
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual(['10:11 full-width-sign', '10:12 folded-text', '10:14 needs-quotes']);
  });

  it.each([
    ['a comment would be lost', '- 2023: 警察庁  # 注\n  及び警察', '10:13'],
    ['a comment line would be lost', '- 2023: 警察庁\n  # 注\n  及び警察', '10:13'],
    ['the quote is closed', '- 2023: "警察庁"\n  及び警察', '11:7'],
    ['a year may be the next phase', '- 2023: 警察庁\n  2024 次', '11:7'],
    ['a year of an era may be the next phase', '- 2023: 警察庁\n  R6 次', '11:7'],
    ['a wide year may be the next phase', '- 2023: 警察庁\n  ２０２４　次', '11:7'],
    ['years with a wave may be the next phase', '- 2023: 警察庁\n  令和6年度～令和7年度 次', '11:7'],
    ['a word may be a key', '- 2023: 警察庁\n  bassi text', '11:7'],
    ['a word of the text is a key too', '- 2023: the first\n  page of the report\n- 2024-: next', '11:7'],
    ['it stands below what is no sentence', '- 2023: 令和5年度末\n  due: 令和5年度末\n  までに', '12:7'],
    ['a bracket may begin something else', '- 2023: 警察庁\n  [及び警察]', '11:7'],
  ])('is told once and not mended where %s', (_, slip, at) => {
    const { found, mended } = read(withPhases(slip));
    expect(found.map((one) => `${one.at} ${one.code}`)).toEqual([`${at} folded-text`]);
    expect(mended).toBe(withPhases(slip));
  });

  it.each([
    ['a blank in a key', '- 2023: 警察庁\n  note s:\n  - 注'],
    ['a wide letter and a blank in a key', '- 2023: 警察庁\n  ｎote\u00A0s:\n  - 注'],
    ['a quote before a key', "- 2023: 警察庁\n  'notes:\n  - 注"],
  ])('is not told for %s', (_, slip) => {
    expect(read(withPhases(slip)).found.map(({ code }) => code)).not.toContain('folded-text');
  });

  it.each([
    ['a dash', '- 2023: |\n    検討\n    - 実施'],
    ['a year', '- 2023: >-\n    検討\n    2024-: 実施'],
    ['a key of the format', '- 2023: >-\n    検討\n    due: 令和5年度末'],
    ['a year without its colon', '- 2023: 検討\n\n    2024 実施'],
  ])('is not mended where a line begins with %s', (_, slip) => {
    const { found, mended } = read(withPhases(slip));
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual(['12:9 folded-text']);
    expect(mended).toBe(withPhases(slip));
  });

  it.each([
    '・利用者',
    '• 試行',
    '■試行',
    '－ 試行',
    '－試行',
    '① 設計',
    '(1) 設計',
    '（ア）設計',
    '1. 設計',
    'ア 設計',
    '※ 注',
    '→ 設計',
    '* 注',
  ])('is told once and not mended where it begins as an entry of a list does: %s', (line) => {
    for (const slip of [
      `- 2023: 検討\n  ${line}`,
      `- 2023: 検討\n${line}`,
      `- 2023: 検討\n  の実施\n  ${line}`,
      `- 2023: |\n    検討\n    ${line}`,
    ]) {
      const { found, mended } = read(withPhases(slip));
      expect(found.map(({ code, words }) => `${code} ${words}`)).toEqual([`folded-text ${line}`]);
      expect(mended).toBe(withPhases(slip));
    }
  });

  it.each(['TODO', '要確認', '確認中（総務省）'])('is told once and not mended where it is a remark: %s', (line) => {
    for (const slip of [`- 2023: 検討\n  ${line}`, `- 2023: 検討\n${line}`, `- 2023: |\n    検討\n    ${line}`]) {
      const { found, mended } = read(withPhases(slip));
      expect(found.map(({ code }) => code)).toEqual(['folded-text']);
      expect(mended).toBe(withPhases(slip));
    }
  });

  it('is mended where the line goes on a word or a number', () => {
    for (const [slip, right] of [
      ['検討し、\n  要確認事項を整理', '検討し、要確認事項を整理'],
      ['サ\n  ービスの開始', 'サービスの開始'],
      ['約\n  1.5倍に拡大', '約1.5倍に拡大'],
      ['システム\n  アプリの開発', 'システムアプリの開発'],
    ])
      expect(read(withPhases(`- 2023: ${slip}`)).mended).toBe(withPhases(`- 2023: ${right}`));
  });

  it('is told once and not mended where it may be an item without its dash', () => {
    const text = section('- id: m\n  title: 施策\n  notes:\n  - 注の\n  続き\n');
    expect(read(text).found.map(({ at, code }) => `${at} ${code}`)).toEqual(['9:3 folded-text']);
    expect(read(text).mended).toBe(text);
  });

  it('is told at the dash and not mended where it may be an entry that stands too far to the right', () => {
    const text = section('- id: m\n  title: 施策\n  notes:\n  - 注の一\n    - 注の二\n  - 注の三\n');
    expect(read(text).found.map(({ code, words }) => `${code} ${words}`)).toEqual(['folded-text - 注の二']);
    expect(read(text).mended).toBe(text);
  });

  it('is one finding wherever it is broken, and in whatever column it goes on', () => {
    const good = section(
      '- id: m\n  title: 施策の電子化\n  notes:\n  - 注の一\n  - 注の二\n  tracks:\n  - id: r\n    label: 行の見出し\n    phases:\n    - 2022: 「方針」を検討  # 注\n    - 2023-: "次: の段階"\n  - id: s\n    phases:\n    - 2022: 整備\n',
    );
    const counts = { mended: 0, left: 0 };
    for (const { index, 0: words } of good.matchAll(/[^\0-\x7F]+(?:: [^\0-\x7F]+)?/g)) {
      if (index < good.indexOf('- id: m') || words === '注') continue;
      for (let cut = index + 1; cut < index + words.length; cut += 1) {
        if (/ /.test(good.slice(cut - 1, cut + 1))) continue;
        for (const column of [0, 1, 2, 3, 4, 5, 6, 8]) {
          const broken = `${good.slice(0, cut)}\n${' '.repeat(column)}${good.slice(cut)}`;
          const { found, mended } = read(broken);
          expect({ broken, codes: found.map(({ code }) => code) }).toEqual({ broken, codes: ['folded-text'] });
          if (mended === good) counts.mended += 1;
          else counts.left += Number(mended === broken);
        }
      }
    }
    expect(counts).toEqual({ mended: 154, left: 30 });
  });

  it('no line with a key, and nothing inside brackets, quotes and blocks', () => {
    expect(read(withPhases('- 2023: 警察庁\n  方針: 警察')).found.map(({ code }) => code)).toEqual(['unknown-key']);
    expect(read(section('- id: m\n  title: 施策\n  refs: {\n    章: 一,\n    二: 三\n    }\n')).found).toEqual([]);
    const block = section('- id: m\n  title: |\n    方針: 一\n    二\n');
    expect(read(block).mended).toBe(section('- id: m\n  title: "方針: 一二"\n'));
  });
});

describe('beside a slip everything is checked', () => {
  it('further slips, shapes, references and rules of the same file, and of the same entry', () => {
    const { found } = read(
      section(
        '- id: a\n  title：施策\n  leads: [mik]\n- id: b\n   title: 二\n- id: c\n  titel: 三\n  tracks:\n  - id: r\n    phases:\n    - ２０２３: 検討\n    - 2021: 準備\n- id: d\n  title: "四\n- id: e\n  title: 五\n  parent: f\n',
      ),
    );
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual([
      '6:8 full-width-sign',
      '7:11 known-references',
      '9:4 bad-indent',
      '11:3 unknown-key',
      '15:7 full-width-sign',
      '18:10 unclosed-quote',
      '21:11 known-references',
    ]);
  });
});
