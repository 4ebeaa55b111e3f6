import { readFileSync } from 'node:fs';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../src/compile/all-checks.js';
import type { printers } from '../../src/diagnostics/printers/index.js';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, section, withPhases } from '../support/plan.js';

/** An error with a suggestion, one with a second place, and one that is acknowledged. Line 14 has a character of two UTF-16 units before its fault. */
const faulty = section(`- id: data
  title: データ
  leads: [mik]
- id: data
  title: 二つ目
  tracks:
  - id: row
    phases:
    - 2021-2022: 検討
    - { 2021: "𠮟る", 2022: 二つ目 }
- id: third
  title: 三つ目
  tracks:
  - id: rows
    phases:
    - 2021-2022: 検討
    - 2022-: 実施
      allow: { no-overlapping-phases: 印字のとおり }
`);

async function validate(format: keyof typeof printers, ...more: string[]) {
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': faulty });
  const status = await call(host, 'validate', '--format', format, '--lang', 'en', ...more);
  return { status, out: host.out, err: host.err };
}

describe('json', () => {
  it('has the shape of the contract', async () => {
    const { out, status } = await validate('json', '--acknowledged');
    expect(status).toBe(1);
    const found = JSON.parse(out) as Record<string, unknown>[];
    expect(found.map(({ code, line, column, endLine, endColumn }) => [code, line, column, endLine, endColumn])).toEqual([
      ['known-references', 7, 11, 7, 14],
      ['unique-ids', 8, 7, 8, 11],
      ['bad-period', 14, 22, 14, 26],
      ['no-overlapping-phases', 21, 7, 21, 12],
    ]);
    for (const one of found) {
      expect(Object.keys(one).filter((key) => key !== 'help' && key !== 'acknowledged')).toEqual([
        'code',
        'severity',
        'message',
        'file',
        'line',
        'column',
        'endLine',
        'endColumn',
        'related',
      ]);
      expect(one['file']).toBe('roadmap/section.yaml');
    }
    expect(found[1]?.['related']).toEqual([{ message: 'first used by this measure', file: 'roadmap/section.yaml', line: 5, column: 7 }]);
    expect(found[0]).not.toHaveProperty('acknowledged');
    expect(found[3]?.['acknowledged']).toBe('印字のとおり');
  });
  it('is an empty array where nothing is found, and stands alone on standard output', async () => {
    const host = memoryHost({
      'roadmap/plan.yaml': plan,
      'roadmap/section.yaml': withPhases('- 2021-: 検討'),
    });
    expect(await call(host, 'validate', '--format', 'json')).toBe(0);
    expect(host.out).toBe('[]\n');
  });
});

interface Sarif {
  runs: [
    {
      tool: { driver: { rules: { id: string; help: { text: string; markdown: string }; defaultConfiguration: object }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        suppressions: object[];
        fixes?: { artifactChanges: object[] }[];
        locations: [{ physicalLocation: object }];
        relatedLocations?: object[];
      }[];
    },
  ];
}

describe('sarif', () => {
  const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validSarif = ajv.compile(JSON.parse(readFileSync('test/schemas/sarif-2.1.0-rtm.5.json', 'utf8')));
  const valid = (out: string): Sarif => {
    const log = JSON.parse(out) as Sarif;
    expect(validSarif(log), JSON.stringify(validSarif.errors)).toBe(true);
    return log;
  };

  it('is valid against the schema of SARIF 2.1.0, which refuses what is not', async () => {
    const log = valid((await validate('sarif', '--acknowledged')).out);
    expect(validSarif({ ...log, version: '2.0.0' })).toBe(false);
    expect(validSarif({ ...log, runs: [{ results: [] }] })).toBe(false);
  });
  it('is valid where nothing is found', async () => {
    const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': withPhases('- 2021-: 検討') });
    await call(host, 'validate', '--format', 'sarif');
    expect(valid(host.out).runs[0].results).toEqual([]);
  });
  it('explains every rule, and each result names its own', async () => {
    const [run] = valid((await validate('sarif')).out).runs;
    const { rules } = run.tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(allChecks.map(({ code }) => code));
    for (const { help } of rules) expect(help.text).toMatch(/^cure: ./);
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });
  it('gives places in UTF-16 units, the second place, and what may have been meant as a fix', async () => {
    const [first, second, third] = valid((await validate('sarif')).out).runs[0].results;
    const uri = 'roadmap/section.yaml';
    const region = { startLine: 7, startColumn: 11, endLine: 7, endColumn: 14 };
    expect(first?.fixes?.[0]?.artifactChanges).toEqual([
      { artifactLocation: { uri }, replacements: [{ deletedRegion: region, insertedContent: { text: 'mic' } }] },
    ]);
    expect(second?.relatedLocations).toMatchObject([{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 5 } } }]);
    expect(third?.locations[0].physicalLocation).toMatchObject({ region: { startColumn: 22, endColumn: 26 } });
  });
  it('suppresses what is acknowledged, with the reason', async () => {
    const { results } = valid((await validate('sarif', '--acknowledged')).out).runs[0];
    expect(results.map(({ suppressions }) => suppressions)).toEqual([[], [], [], [{ kind: 'inSource', justification: '印字のとおり' }]]);
    expect(valid((await validate('sarif')).out).runs[0].results).toHaveLength(3);
  });
  it('writes paths as URIs', async () => {
    const host = memoryHost({ '計画 1/plan.yaml': plan.replace('title', 'titel') });
    await call(host, 'validate', '計画 1', '--format', 'sarif');
    expect(valid(host.out).runs[0].results[0]?.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: `${encodeURIComponent('計画 1')}/plan.yaml` },
    });
  });
});

describe('github', () => {
  it('prints a workflow command a finding, its data escaped', async () => {
    const lines = (await validate('github')).out.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(
      '::error file=roadmap/section.yaml,line=7,endLine=7,col=11,endColumn=14,title=known-references::there is no department `mik`%0Adid you mean `mic`?',
    );
  });
});

describe('compact', () => {
  it('prints a line a finding and the summary', async () => {
    const lines = (await validate('compact')).out.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('roadmap/section.yaml:7:11: error known-references: there is no department `mik`');
    expect(lines[3]).toMatch(/^checked 3 files .*: 3 errors, 0 warnings, 0 infos, 1 acknowledged$/);
  });
});

describe('pretty', () => {
  it('puts the caret below wide characters, and shows the second place and the cure', async () => {
    const { out } = await validate('pretty');
    expect(out).toContain(
      [
        'error[bad-period] a phase has a second period `2022`',
        '  --> roadmap/section.yaml:14:22',
        '   |',
        '14 |     - { 2021: "𠮟る", 2022: 二つ目 }',
        `   | ${' '.repeat(22)}^^^^`,
      ].join('\n'),
    );
    expect(out).toContain(' = first used by this measure\n --> roadmap/section.yaml:5:7\n');
    expect(out).toContain('= help: did you mean `mic`?');
  });
  it.each([0, 1])('cuts a long line between characters', async (shift) => {
    const long = `${'a'.repeat(shift)}${'𠮟'.repeat(60)}（${'𠮟'.repeat(120)}`;
    const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': withPhases(`- 2021: ${long}`) });
    await call(host, 'validate', '--rule', 'bracket-pairs');
    expect(host.out).toMatch(/\| …𠮟+（𠮟+…\n/u);
  });
});

describe('the options of validate', () => {
  it('--max-warnings, --quiet and --rule', async () => {
    const unused = withPhases('- 2021-: 検討\n  allow: { phase-order: 印字のとおり }');
    const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': unused });
    expect(await call(host, 'validate')).toBe(0);
    expect(await call(host, 'validate', '--max-warnings', '0')).toBe(1);
    expect(await call(host, 'validate', '--max-warnings', '1')).toBe(0);
    expect(await call(host, 'validate', '--max-warnings', 'x')).toBe(2);
    host.out = '';
    expect(await call(host, 'validate', '--quiet', '--format', 'json', '--max-warnings', '0')).toBe(1);
    expect(host.out).toBe('[]\n');
    host.out = '';
    expect(await call(host, 'validate', '--rule', 'no-overlapping-phases', '--format', 'json', '--max-warnings', '0')).toBe(0);
    expect(host.out).toBe('[]\n');
    const some = ['--rule', 'no-overlapping-phases,empty-years', '--rule', 'due-in-text', 'roadmap'];
    expect(await call(host, 'validate', ...some, '--max-warnings', '0'), host.err).toBe(0);
    expect(await call(host, 'validate', '--rule=')).toBe(2);
    expect(await call(host, 'validate', '--rule', 'phase-ordre')).toBe(2);
    expect(host.err).toContain('phase-order');
  });
  it('a table of the commonest codes stands before the summary when there are many findings', async () => {
    const phases = Array.from({ length: 30 }, (_, index) => `  - id: row-${index}\n    phases:\n    - 2024-2022: 検討\n`).join('');
    const host = memoryHost({
      'roadmap/plan.yaml': plan,
      'roadmap/section.yaml': section(`- id: a\n  title: 施策\n  leads: [x]\n  tracks:\n${phases}`),
    });
    await call(host, 'validate', '--format', 'compact', '--lang', 'en');
    expect(host.out).toContain('explains one)\n  30  phase-order\n   1  known-references\n\nchecked ');
  });
});
