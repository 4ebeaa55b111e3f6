import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeYaml, printYaml, type YamlChange } from '../../src/edit/change-yaml.js';
import { SourceFile } from '../../src/source/source-file.js';
import { readYaml } from '../../src/yaml/read-yaml.js';

const text = `# head
id: s1   # the id
measures:
# p.1
- id: a
  title: "a: b"
  tracks:
  - id: row
    phases:
    - 2021: 検討   # why
    - { 2022-: 実施, due: 令和5年度 }
    # last
    - 2023: 運用
      notes:
      - 注
`;
const phases = ['measures', 0, 'tracks', 0, 'phases'];

const inOrder = (...keys: string[]) => ({ keys: () => keys, onOneLine: () => false });

function changed(...changes: YamlChange[]): string[] {
  const after = changeYaml(text, changes).split('\n');
  const before = text.split('\n');
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

describe('a change of a YAML text', () => {
  it('replaces a text and keeps the comment behind it', () =>
    expect(changed({ kind: 'set', path: [...phases, 0, '2021'], value: '検討: 続き #1' })).toEqual([
      '-    - 2021: 検討   # why',
      '+    - 2021: "検討: 続き #1"   # why',
    ]));
  it('replaces a text inside braces', () =>
    expect(changed({ kind: 'set', path: [...phases, 1, '2022-'], value: '実施, 拡大' })[1]).toBe(
      '+    - { 2022-: "実施, 拡大", due: 令和5年度 }',
    ));
  it('adds a key in its place', () =>
    expect(changeYaml(text, [{ kind: 'set', path: [...phases, 2, 'due'], value: '令和5年度' }], inOrder('due', 'notes'))).toContain(
      '    - 2023: 運用\n      due: 令和5年度\n      notes:\n      - 注\n',
    ));
  it('adds a key behind a list', () =>
    expect(
      changeYaml(text, [{ kind: 'set', path: [...phases, 2, 'changed'], value: '理由' }], inOrder('due', 'notes', 'changed')),
    ).toContain('      - 注\n      changed: 理由\n'));
  it('adds a key inside braces', () =>
    expect(changed({ kind: 'set', path: [...phases, 1, 'changed'], value: '理由' })[1]).toBe(
      '+    - { 2022-: 実施, due: 令和5年度, changed: 理由 }',
    ));
  it('takes a key away', () => {
    expect(changed({ kind: 'remove', path: [...phases, 1, 'due'] })[1]).toBe('+    - { 2022-: 実施 }');
    expect(changed({ kind: 'remove', path: [...phases, 2, 'notes'] })).toEqual(['-      notes:', '-      - 注']);
  });
  it('takes a key inside braces away with its comma, however that stands', () => {
    const without = (entry: string) => changeYaml(entry, [{ kind: 'remove', path: ['a', 'due'] }]);
    expect(without('a: { due: 令和5年度 , 2022-: 実施 }\n')).toBe('a: { 2022-: 実施 }\n');
    expect(without('a: { 2022-: 実施 , due: 令和5年度 }\n')).toMatch(/^a: { 2022-: 実施 +}\n$/);
  });
  it('takes the key behind a dash away, and the entry with its only key', () => {
    const entries = 'phases:\n- due: 令和5年度\n  2022-: 実施\n- 2023: 運用\n- 2024-: 改善\n';
    const path = (...keys: (string | number)[]) => ({ kind: 'remove', path: ['phases', ...keys] }) as const;
    expect(changeYaml(entries, [path(0, 'due')])).toBe('phases:\n- 2022-: 実施\n- 2023: 運用\n- 2024-: 改善\n');
    expect(changeYaml(entries, [path(1, '2023')])).toBe('phases:\n- due: 令和5年度\n  2022-: 実施\n- 2024-: 改善\n');
  });
  it('takes an entry of a list away', () =>
    expect(changed({ kind: 'remove', path: [...phases, 0] })).toEqual(['-    - 2021: 検討   # why']));
  it('leaves an empty list behind the last entry', () =>
    expect(changed({ kind: 'remove', path: [...phases, 2, 'notes', 0] })).toEqual(['-      notes:', '-      - 注', '+      notes: []']));
  it('renames a key', () =>
    expect(changed({ kind: 'rename', path: [...phases, 0, '2021'], to: '2022-2023' })[1]).toBe('+    - 2022-2023: 検討   # why'));
  it('inserts entries anywhere', () => {
    const entry = { '2020': '準備', due: '令和2年度' };
    expect(changeYaml(text, [{ kind: 'insert', path: phases, index: 0, value: entry }])).toContain(
      '    phases:\n    - 2020: 準備\n      due: 令和2年度\n    - 2021',
    );
    expect(changeYaml(text, [{ kind: 'insert', path: phases, index: 2, value: entry }])).toContain(
      '令和5年度 }\n    - 2020: 準備\n      due: 令和2年度\n    # last',
    );
    expect(changeYaml(text, [{ kind: 'insert', path: phases, index: 3, value: entry }])).toContain(
      '      - 注\n    - 2020: 準備\n      due: 令和2年度\n',
    );
  });
  it.each<[string, string[], string]>([
    ['swaps', ['B', 'A'], '- B   # b\n- A # a\n'],
    ['turns round', ['D', 'B', 'A'], '- D\n- B   # b\n- A # a\n'],
    ['rewords and moves', ['B', 'A2'], '- B   # b\n- A2\n'],
    ['rewords', ['A2', 'B'], '- A2 # a\n- B   # b\n'],
    ['takes the last away', ['A'], '- A # a\n'],
  ])('keeps the comment beside an entry of a list when it %s', (_, list, lines) => {
    const set = (before: string) => changeYaml(before, [{ kind: 'set', path: ['due'], value: list }]);
    expect(set('due:\n# all\n- A # a\n- B   # b\nx: 1\n')).toBe(`due:\n# all\n${lines}x: 1\n`);
    expect(set('due:\r\n# all\r\n- A # a\r\n- B   # b')).toMatch(lines.replaceAll('\n', '\r\n').trimEnd());
  });
  it.each([
    ['-   ', '    '],
    ['-\n  ', '  '],
  ])('keeps the layout of a list whose entries stand behind %j', (dash, inset) => {
    const list = (...ids: string[]) => `list:\n${ids.map((id) => `${dash}a: ${id}\n${inset}b: ${id} # ${id}\n`).join('')}`;
    const of = (id: string) => ({ a: id, b: id });
    const bare = (entry: string) => entry.replace(/ # \w/g, '');
    const set = (value: object[]) => changeYaml(list('x', 'y'), [{ kind: 'set', path: ['list'], value: value as never }]);
    expect(set([of('y'), of('x')])).toBe(list('y', 'x'));
    expect(set([of('y')])).toBe(list('y'));
    expect(bare(set([of('z'), of('w')]))).toBe(bare(list('z', 'w')));
    expect(bare(changeYaml(list('x', 'y'), [{ kind: 'insert', path: ['list'], index: 0, value: of('w') }]))).toBe(
      bare(list('w', 'x', 'y')),
    );
    expect(changeYaml(list('x', 'y'), [{ kind: 'remove', path: ['list', 0] }])).toBe(list('y'));
  });
  it('keeps Windows line breaks and a missing one at the end', () =>
    expect(changeYaml('a: 1\r\nb: 2', [{ kind: 'set', path: ['c', 'd'], value: ['x'] }])).toBe('a: 1\r\nb: 2\r\nc:\r\n  d:\r\n  - x'));
  it('touches one line alone where a file holds both kinds of line breaks', () => {
    const mixed = 'a: 1\nb: 2\nlist:\n- x: 1\n- x: 2\n- 3\n- 4\nc: 5\r\n';
    const change = (one: YamlChange) => changeYaml(mixed, [one]);
    expect(change({ kind: 'remove', path: ['a'] })).toBe(mixed.replace('a: 1\n', ''));
    expect(change({ kind: 'remove', path: ['list', 0] })).toBe(mixed.replace('- x: 1\n', ''));
    expect(change({ kind: 'set', path: ['list'], value: [{ x: '1' }, { x: '2' }, '4'] })).toBe(mixed.replace('- 3\n', ''));
    expect(change({ kind: 'insert', path: ['list'], index: 1, value: 'y' })).toBe(mixed.replace('- x: 1\n', '- x: 1\r\n- y\n'));
  });
  it('fills an empty list', () =>
    expect(changeYaml('fy: 2023\nreports: []\n', [{ kind: 'insert', path: ['reports'], index: 0, value: { on: 'a' } }])).toBe(
      'fy: 2023\nreports:\n- on: a\n',
    ));

  const anyText = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((one) => one.replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, '').trim())
    .filter(Boolean);
  it('is read back, whatever the text, in a block and in braces', () =>
    fc.assert(
      fc.property(anyText, (value) => {
        const after = changeYaml(text, [
          { kind: 'set', path: [...phases, 0, '2021'], value },
          { kind: 'set', path: [...phases, 1, 'due'], value: [value, value] },
          { kind: 'set', path: [...phases, 2, 'notes', 'x'].slice(0, -1), value: [value] },
        ]);
        const data = read(after) as { measures: { tracks: { phases: unknown[] }[] }[] };
        expect(data.measures[0]?.tracks[0]?.phases).toEqual([
          { 2021: value },
          { '2022-': '実施', due: [value, value] },
          { 2023: '運用', notes: [value] },
        ]);
        expect(read(printYaml({ a: { b: [{ c: value }] } }))).toEqual({ a: { b: [{ c: value }] } });
      }),
    ));
});

function read(yaml: string) {
  return readYaml(new SourceFile('', yaml)).data;
}
