import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../src/edit/layout-of.js';
import { SourceFile } from '../../src/source/source-file.js';
import { layOut } from '../../src/yaml/lay-out.js';
import { readYaml } from '../../src/yaml/read-yaml.js';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, section } from '../support/plan.js';

const departments = 'departments:\n- id: mic\n  name: 総務省\n';
const shipped = readdirSync('roadmap').filter((name) => name.endsWith('.yaml'));

function format(name: string, text: string): string | undefined {
  return layOut(text, layoutOf(name));
}

function dataOf(text: string): unknown {
  const { data, diagnostics } = readYaml(new SourceFile('s.yaml', text));
  expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
  return data;
}

describe('roadmap format', () => {
  it.each(shipped)('has nothing to say of roadmap/%s', (name) => {
    const text = readFileSync(`roadmap/${name}`, 'utf8');
    expect(format(name, text)).toBe(text);
  });

  it.each([
    ['a key that is not known', '- title: 施策\n  titel: 題\n  id: m\n'],
    ['a key without a value', '- title: 施策\n  notes:\n  id: m\n'],
  ])('leaves keys in the order of the author beside %s', (_, entry) => expect(format('s.yaml', section(entry))).toBe(section(entry)));

  it('leaves a comment on the line of the key that it stands behind', () => {
    const text =
      'id: s\ntitle: 節\nmeasures: # 一覧\n# 次\n- id: m\n  title: 施策\n  leads:   # 担当\n  - mic\n  tracks:    # 行\n\n  # 一\n  - id: t\n';
    expect(format('s.yaml', text)).toBe(
      'id: s\ntitle: 節\nmeasures:  # 一覧\n# 次\n- id: m\n  title: 施策\n  leads: [mic]  # 担当\n  tracks:  # 行\n\n  # 一\n  - id: t\n',
    );
  });

  it('loses no comment where one stands behind a key and one behind its list', () => {
    const text = 'id: s\ntitle: 節\nmeasures:\n- id: m\n  title: 施策\n  leads: # 担当\n  - mic\n  # 末尾\n  tracks:\n  - id: t\n';
    const laidOut = format('s.yaml', text);
    expect(laidOut?.match(/#.*/g)).toEqual(['# 担当', '# 末尾']);
    expect(format('s.yaml', laidOut ?? '')).toBe(laidOut);
  });

  it('lays out lists, keys, quotes, spaces, short lists and line ends in one way, and keeps comments and blank lines', () => {
    const given = [
      '\uFEFF# 頭',
      'title:   "節"',
      "id: 's1'",
      'measures:',
      '',
      '',
      '    # 一',
      '    - title: 施策 # 題',
      '      id: a',
      '      leads:',
      '      - mic',
      '      - "mic-bureau"',
      '      related: [ {see: a} ]',
      '      # 行',
      '      tracks:',
      '          - phases:',
      '              - due: "令和5年度"',
      "                2022-2023  : 'it''s 検討'   ",
      '              - { 2024: "方針: 一, 二" }',
      '            id: r',
      '    - id: b',
      '      number: "%"',
      '      title: "次"',
      '      leads: [',
      '        mic, # 主',
      '        mic-bureau ]',
      '',
      '# 終わり',
      '',
    ].join('\r\n');
    expect(format('s.yaml', given)).toBe(
      [
        '# 頭',
        'id: s1',
        'title: 節',
        'measures:',
        '',
        '# 一',
        '- id: a',
        '  title: 施策  # 題',
        '  leads: [mic, mic-bureau]',
        '  related: [{ see: a }]',
        '  # 行',
        '  tracks:',
        '  - id: r',
        '    phases:',
        "    - 2022-2023: it's 検討",
        '      due: 令和5年度',
        '    - 2024: "方針: 一, 二"',
        '- id: b',
        '  number: "%"',
        '  title: 次',
        '  leads:',
        '  - mic  # 主',
        '  - mic-bureau',
        '',
        '# 終わり',
        '',
      ].join('\n'),
    );
  });

  it.each(['title: { 節 }', 'measures:\n- id: m\n  title: { 施策 }', 'kpis: [{ name: { 率 } }]', 'refs: { 節 }'])(
    'leaves a file with a key that no colon stands behind: %s',
    async (lines) => {
      expect(format('s.yaml', `${lines}\n`)).toBeUndefined();
      const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': `${lines}\n` });
      expect([await call(host, 'format'), host.files.get('roadmap/section.yaml')]).toEqual([1, `${lines}\n`]);
    },
  );

  it.each([
    ['# foo #bar\nid: s\n', '# foo #bar\nid: s\n'],
    ['id: s # foo #bar #\n', 'id: s  # foo #bar #\n'],
    ['notes:\n- 注 # 一 # 二\n-   # 三 # 四\n  注\n', 'notes:\n- 注  # 一 # 二\n# 三 # 四\n- 注\n'],
    ['notes: # 担当 #1\n- { 2021: 乙 } # 丙 #2\n', 'notes:  # 担当 #1\n- 2021: 乙\n  # 丙 #2\n'],
    ['title: "#1 #2" # 一 #3\n', 'title: "#1 #2"  # 一 #3\n'],
  ])('leaves the signs in a comment as they are: %j', (given, laidOut) => {
    expect(format('s.yaml', given)).toBe(laidOut);
  });

  it('lays out private signs, as the gaiji of Windows are', () =>
    expect(format('s.yaml', 'title: "\uE000\uE0010\uE001" # \uE000\n')).toBe('title: \uE000\uE0010\uE001  # \uE000\n'));

  it.each([
    ['    notes:\n    - 注\n\n#c\n    tracks: []\n', '  notes:\n  - 注\n\n  #c\n  tracks: []\n'],
    ['  notes:\n  - 注\n\n\n  #c\n\n  # d\n- id: n\n', '  notes:\n  - 注\n\n  #c\n\n  # d\n- id: n\n'],
    ['  notes:\n  - 注  # a\n  #c\n  tracks: []\n', '  notes:\n  - 注  # a\n  #c\n  tracks: []\n'],
    ['  tracks:\n  - id: r\n    phases:\n    - 2021: 甲\n      due: 乙\n\n      # c\n', undefined],
  ])('keeps the blank line before a comment behind a list: %j', (lines, laidOut = lines) => {
    const head = 'measures:\n- id: m\n';
    const text = format('s.yaml', `measures:\n${lines.startsWith('    ') ? '  - id: m\n' : '- id: m\n'}${lines}`);
    expect(text).toBe(head + laidOut);
    expect(format('s.yaml', head + laidOut)).toBe(head + laidOut);
  });

  it('refuses what is not YAML', () => expect(format('s.yaml', 'id: "a\n')).toBeUndefined());

  /** A section in any layout that YAML has for it. */
  const word = fc.oneof(
    fc.constantFrom(
      '検討',
      '%の話',
      '方針: 一, 二',
      '#1',
      'C# の話',
      "it's",
      '"甲"',
      '[注] 乙',
      '{丙}',
      '- 丁',
      'a\\b',
      '2023',
      '～',
      '|',
      '&x',
      'null',
      '1,000',
    ),
    fc
      .string({ unit: fc.constantFrom(...'検討あ：、 :#-[]{}\'"\\,&*!|>%@`a1　'), minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() === text),
  );
  const layout = fc.record({ text: word, quote: fc.boolean(), comment: fc.boolean(), own: fc.boolean(), blank: fc.boolean() });
  const written = ({ text, quote }: { text: string; quote: boolean }) =>
    quote || !/^[検あ討a][検討あa1]*$/.test(text)
      ? /[\\"]/.test(text) || text.length % 2
        ? `'${text.replaceAll("'", "''")}'`
        : JSON.stringify(text)
      : text;
  const sections = fc
    .record({
      lines: fc.array(layout, { minLength: 1, maxLength: 8 }),
      deep: fc.constantFrom(0, 1, 2, 4),
      flow: fc.boolean(),
      turned: fc.boolean(),
    })
    .map(({ lines, deep, flow, turned }) => {
      let count = 0;
      const out: string[] = [];
      const pad = ' '.repeat(deep);
      const put = (indent: string, line: string, { comment, own, blank }: { comment: boolean; own: boolean; blank: boolean }) => {
        if (blank) out.push('');
        if (own) out.push(`${indent}# 注${count++}`);
        out.push(line + (comment ? `  # 注${count++}` : ''));
      };
      out.push('title: 節', 'id: s1', 'measures:');
      for (const [index, line] of lines.entries()) {
        const keys = [`id: m${index}`, `title: ${written(line)}`];
        if (turned) keys.reverse();
        put(pad, `${pad}- ${keys[0]}`, line);
        put(`${pad}  `, `${pad}  ${keys[1]}`, { ...line, blank: false, own: !line.own });
        put(`${pad}  `, flow ? `${pad}  notes: [${written(line)}, 二]` : `${pad}  notes:\n${pad}   - ${written(line)}\n${pad}   - 二`, {
          ...line,
          comment: false,
        });
        out.push(`${pad}  tracks:\n${pad}  - id: r${index}\n${pad}    phases:\n${pad}    - ${2021 + index}: ${written(line)}`);
      }
      return `${out.join('\n')}\n`;
    });
  const comments = (text: string) => [...text.matchAll(/# 注\d+$/gm)].map(([comment]) => comment).sort();

  it('never changes data, never loses a comment, and changes nothing the second time', () => {
    fc.assert(
      fc.property(sections, (text) => {
        const formatted = format('s.yaml', text) ?? '';
        expect(formatted).not.toBe('');
        expect(dataOf(formatted)).toEqual(dataOf(text));
        expect(comments(formatted)).toEqual(comments(text));
        expect(format('s.yaml', formatted)).toBe(formatted);
      }),
      { numRuns: 80, seed: 1 },
    );
  });

  it('brings a shipped file back from another layout', () => {
    const text = readFileSync('roadmap/6-5-systems.yaml', 'utf8');
    const [head = '', ...entries] = text.split(/(?<=\nmeasures:\n)/);
    const indented =
      head +
      entries
        .join('')
        .replace(/^(?=.)/gm, '    ')
        .replace(/: (.*[^\]}"\n])$/gm, ': "$1"');
    expect(indented).not.toBe(text);
    expect(format('6-5-systems.yaml', indented)).toBe(text);
  });
});

describe('the command', () => {
  const untidy = section('    - title: 施策\n      id: a\n');
  const files = {
    'roadmap/plan.yaml': format('plan.yaml', plan) ?? '',
    'roadmap/departments.yaml': departments,
    'roadmap/section.yaml': untidy,
  };

  it('--check lists what is not laid out and exits with 1, and changes nothing', async () => {
    const host = memoryHost(files);
    expect(await call(host, 'format', '--check')).toBe(1);
    expect(host.out).toBe('roadmap/section.yaml\n');
    expect(host.files.get('roadmap/section.yaml')).toBe(untidy);
  });

  it('writes, and then has nothing more to do', async () => {
    const host = memoryHost(files);
    expect(await call(host, 'format')).toBe(0);
    expect(host.files.get('roadmap/section.yaml')).toBe(section('- id: a\n  title: 施策\n'));
    host.out = '';
    expect(await call(host, 'format', '--check')).toBe(0);
    expect(host.out).toBe('');
  });

  it('leaves a file alone that cannot be read, and lays out the others', async () => {
    const broken = 'id: s1\ntitle: "節\n';
    const host = memoryHost({
      ...files,
      'roadmap/section.yaml': broken,
      'roadmap/departments.yaml': departments.replace('総務省', '"総務省"'),
    });
    expect(await call(host, 'format')).toBe(1);
    expect(host.files.get('roadmap/section.yaml')).toBe(broken);
    expect(host.files.get('roadmap/departments.yaml')).toBe(departments);
    expect(host.err).toContain('roadmap/section.yaml:2:8');
  });
});
