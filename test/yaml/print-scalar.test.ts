import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/source/source-file.js';
import { printScalar } from '../../src/yaml/print-scalar.js';
import { readYaml } from '../../src/yaml/read-yaml.js';

const places = [
  ['a value', (text: string) => `k: ${printScalar(text)}\n`],
  ['an entry', (text: string) => `k:\n- ${printScalar(text)}\n`],
  ['between brackets', (text: string) => `k: [${printScalar(text, 'list')}, x]\n`],
  ['between braces', (text: string) => `k: { a: ${printScalar(text, 'map')}, b: x }\n`],
] as const;

describe('a printed scalar', () => {
  it.each(places)('is read back as the same text and without a finding: %s', (_, print) => {
    const signs = fc.constantFrom(
      ...'検あa1 ：、，；:,#-?~=<.[]{}"\'\\&*!|>%@`（）［］｛｝％＃－﹣ー\u200B\u2060\u3000\u0085\u2028\uFEFF\t',
    );
    fc.assert(
      fc.property(fc.string({ unit: signs, minLength: 1, maxLength: 7 }), (text) => {
        const { data, diagnostics } = readYaml(new SourceFile('a.yaml', print(text)));
        expect(diagnostics.map(({ code }) => code)).toEqual([]);
        const { k } = data as unknown as { k: string | string[] | { a: string } };
        expect(typeof k === 'string' ? k : Array.isArray(k) ? k[0] : k.a).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });
  it.each([
    ['a:\u2060検', 'block', '"a:\u2060検"'],
    ['令和4年度、5年度に実施', 'block', '令和4年度、5年度に実施'],
    ['どちらも印字のまま、残す', 'map', 'どちらも印字のまま、残す'],
    ['令和4年度、5年度', 'list', '"令和4年度、5年度"'],
    ['、1 、a:x', 'map', '"、1 、a:x"'],
    ['a, b', 'block', 'a, b'],
    ['a, b', 'map', '"a, b"'],
    ['［新規］検討', 'block', '［新規］検討'],
    ['［新規］', 'block', '"［新規］"'],
    ['［\u2028］', 'block', '"［\u2028］"'],
    ['彼は"はい"と: 言う', 'block', `'彼は"はい"と: 言う'`],
    ['', 'block', '""'],
    ['null', 'block', '"null"'],
    ['~', 'list', '"~"'],
    ['NULL', 'map', '"NULL"'],
    ['nUll', 'block', 'nUll'],
    ['true', 'block', 'true'],
  ] as const)('has quotes only where it needs them: %s (%s)', (text, place, printed) => expect(printScalar(text, place)).toBe(printed));
});
