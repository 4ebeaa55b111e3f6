import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allChecks } from '../../src/compile/all-checks.js';
import { planFiles as answeredPlan, edit, makeSheet, planHost } from '../support/answers.js';
import { call, memoryHost } from '../support/memory-host.js';
import { barePlan, plan, withPhases } from '../support/plan.js';

const docs = readFileSync('docs/rules.md', 'utf8');

describe('roadmap rules', () => {
  it('lists every code, and explains each with its example', async () => {
    const host = memoryHost();
    expect(await call(host, 'rules', '--lang', 'en')).toBe(0);
    for (const { code } of allChecks) expect(host.out).toMatch(new RegExp(`^${code} `, 'm'));
    for (const check of allChecks) {
      host.out = '';
      expect(await call(host, 'rules', check.code, '--lang', 'en')).toBe(0);
      expect(host.out).toContain(check.summary.en);
      expect(host.out).toContain(check.cure.en);
    }
  });
  it('says what was meant by a code that is not there', async () => {
    const host = memoryHost();
    expect(await call(host, 'rules', 'dates-in-txt', '--lang', 'en')).toBe(2);
    expect(host.err).toContain('dates-in-text');
  });
  it('explains one rule in no table', async () => {
    const host = memoryHost();
    expect(await call(host, 'rules', 'phase-order', '--markdown', '--lang', 'en')).toBe(2);
    expect(host.err).toContain('`--markdown` cannot stand beside `phase-order`');
  });
  it('is the table of docs/rules.md (npm run docs)', async () => {
    const host = memoryHost();
    await call(host, 'rules', '--markdown');
    expect(/<!-- rules -->\n([\s\S]*)<!-- \/rules -->/.exec(docs)?.[1]).toBe(`\n${host.out}\n`);
  });
});

describe('rules of a plan', () => {
  const found = async (rules: string, phases = '- 2021: 検討') => {
    const host = memoryHost({ 'roadmap/plan.yaml': `${barePlan}rules:\n${rules}\n`, 'roadmap/section.yaml': withPhases(phases) });
    await call(host, 'validate', '--format', 'compact', '--lang', 'en');
    return host.out.split('\n').filter((line) => / (known-rules|bad-value|wrong-type|missing-lead|phase-order)/.test(line));
  };
  it('set the severity, or switch a rule off', async () => {
    expect(await found('  phase-order: off', '- 2022-2021: 検討')).toEqual([]);
    expect(await found('  phase-order: { severity: info }', '- 2022-2021: 検討')).toEqual([expect.stringContaining('info phase-order')]);
    expect(await found('  missing-lead: warning')).toEqual([expect.stringContaining('warning missing-lead')]);
  });
  it('name a rule that exists', async () => {
    expect(await found('  mising-lead: warning')).toEqual(['roadmap/plan.yaml:11:3: error known-rules: there is no rule `mising-lead`']);
  });
  it('have a severity that exists', async () => {
    expect(await found('  missing-lead: loud')).toHaveLength(1);
    expect(await found('  missing-lead: { severity: loud }')).toHaveLength(1);
  });
  it('name an option of the rule, with a value of its kind', async () => {
    expect(await found('  repeated-text: { lenght: "40" }')).toEqual([
      'roadmap/plan.yaml:11:20: error known-rules: the rule `repeated-text` has no option `lenght`',
    ]);
    expect(await found('  repeated-text: { length: long }')).toEqual([
      'roadmap/plan.yaml:11:28: error known-rules: the option `length` is a whole number from 1',
    ]);
    expect(await found('  repeated-text: { length: 40 }')).toEqual([]);
    expect(await found('  dates-in-text: { names: [宣言, 憲章] }')).toEqual([]);
  });
});

describe('rules from --rules', () => {
  const root = mkdtempSync(join(tmpdir(), 'roadmap-rules-'));
  const folder = (name: string, files: Record<string, string>) => {
    mkdirSync(join(root, name));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(root, name, file), text);
    return join(root, name);
  };
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(docs) ?? [];
  let mine: string;
  beforeAll(() => {
    mine = folder('my-rules', { 'short-rows.mjs': example, 'readme.txt': 'no module' });
  });
  const phases = '- 2021: 一\n- 2022: 二\n- 2023: 三\n- 2024: 四\n- 2025: 五';
  const host = (more = '', text = phases) =>
    memoryHost({ 'roadmap/plan.yaml': plan.replace('rules: {', `rules: {${more}`), 'roadmap/section.yaml': withPhases(text) });

  it('runs the example of the docs, and nothing unasked', async () => {
    const asked = host();
    await call(asked, 'validate', '--rules', mine, '--format', 'compact', '--lang', 'en');
    expect(asked.out).toContain('roadmap/section.yaml:14:7: warning short-rows: the row `row` has 5 phases');
    const unasked = host();
    await call(unasked, 'validate', '--format', 'compact', '--lang', 'en');
    expect(unasked.out).not.toContain('short-rows');
  });
  it('takes severity, options and acknowledgements as for any rule', async () => {
    const set = host(' short-rows: { severity: error, most: 3 },', `${phases}\n`);
    expect(await call(set, 'validate', '--rules', mine, '--format', 'compact', '--lang', 'en')).toBe(1);
    expect(set.out).toContain('roadmap/section.yaml:13:7: error short-rows');
    const known = host('', `${phases}\n  allow: { short-rows: 印字のとおり }`);
    expect(await call(known, 'validate', '--rules', mine, '--format', 'compact', '--lang', 'en', '--max-warnings', '0')).toBe(0);
    expect(known.out).toContain('1 acknowledged');
    const wrong = host(' short-rows: { least: 3 },');
    expect(await call(wrong, 'validate', '--rules', mine, '--lang', 'en')).toBe(1);
    expect(wrong.out).toContain('has no option `least`');
  });
  it('is known to build, slice, rules and --rule', async () => {
    const set = host(' short-rows: error,', '- 2021: 一');
    expect(await call(set, 'build', '--format', 'json', '--rules', mine)).toBe(0);
    expect(await call(set, 'slice', '--fy', '2021', '--rules', mine)).toBe(0);
    expect(await call(set, 'validate', '--rules', mine, '--rule', 'short-rows')).toBe(0);
    set.out = '';
    expect(await call(set, 'rules', 'short-rows', '--rules', mine, '--lang', 'en')).toBe(0);
    expect(set.out).toContain('a row has four phases at most');
    expect(await call(set, 'build')).toBe(1);
    expect(set.err).toContain('short-rows');
  });
  it('mends with --fix what a rule of the caller has one right answer for', async () => {
    const fixing = folder('fixing', {
      'a.mjs': rule(`*check({ chapters }) {
        for (const { sections: [{ measures: [{ tracks: [{ phases }] }] }] } of chapters)
          for (const { text, location, written } of phases) {
            const at = text.indexOf('子供');
            const place = location.at(written).slice(at, '子供');
            if (at >= 0) yield { message: { ja: '', en: 'old word' }, location: place, fix: [{ span: place.span, text: 'こども' }] };
          }
      }`),
    });
    const one = host('', '- 2021: 子供の権利\n- 2022: 子供の安全');
    expect(await call(one, 'validate', '--fix', '--rules', fixing, '--max-warnings', '0', '--lang', 'en')).toBe(0);
    expect(one.files.get('roadmap/section.yaml')).toBe(withPhases('- 2021: こどもの権利\n- 2022: こどもの安全'));
    expect(one.err).toContain('2 places mended');
    const other = host('', '- 2021: 子供の権利');
    expect(await call(other, 'validate', '--fix', '--rules', fixing, '--rule', 'phase-order')).toBe(0);
    expect(other.files.get('roadmap/section.yaml')).toContain('子供');
  });
  it('is known to roll, whose next edition is held to it too', async () => {
    const one = host(' short-rows: error,', '- 2021-: 一');
    const argv = ['roll', '--edition', '令和4年6月', '--window', '2022-2026', '--out', 'next', '--lang', 'en'];
    expect(await call(one, ...argv)).toBe(1);
    expect(one.err).toContain('there is no rule `short-rows`');
    expect(await call(one, ...argv, '--rules', mine)).toBe(0);
    expect(one.files.get('next/plan.yaml')).toContain('short-rows: error');
  });
  it('is known to sheet and apply, and to the plan that the answers make', async () => {
    const one = planHost({ 'roadmap/plan.yaml': `${answeredPlan['roadmap/plan.yaml']}rules: { short-rows: error }\n` });
    const sheet = await makeSheet(one, '--lead', 'mic', '--fy', '2022', '--rules', mine);
    const bytes = await edit(sheet, (table) => table.set('card-issue', '課題', '人手'));
    one.files.set('in.xlsx', bytes);
    expect(await call(one, 'apply', 'in.xlsx')).toBe(1);
    expect(await call(one, 'apply', 'in.xlsx', '--rules', mine)).toBe(0);
    expect(one.files.get('roadmap/progress/2022/1-cards.yaml')).toContain('人手');
  });
  it('is no matter for diff, which holds no edition to rules', async () => {
    const one = host(' short-rows: error,', phases);
    expect(await call(one, 'diff', 'roadmap', 'roadmap', '--format', 'json', '--out', '-')).toBe(0);
    expect(one.err).toBe('');
  });
  it('does not end --watch where it fails on what is being written', async () => {
    const failing = folder('failing', { 'a.mjs': rule("check({ complete }) { if (!complete) throw new Error('not whole'); return []; }") });
    const one = host('', '- 2021: 一');
    const ended = call(one, 'validate', '--watch', '--rules', failing, '--lang', 'en');
    const waits = (times: number) => vi.waitFor(() => expect(one.err.split('waiting for')).toHaveLength(times + 1), { timeout: 20_000 });
    await waits(1);
    await one.save('roadmap/section.yaml', 'id: s1');
    await waits(2);
    expect(one.err).toContain('the rule `mine` failed: not whole\n');
    one.out = '';
    await one.save('roadmap/section.yaml', withPhases('- 2021: 二'));
    await waits(3);
    expect(one.out).toContain(' 0 errors');
    one.interrupt();
    expect(await ended).toBe(0);
  });
  it.each([
    ['no folder', () => join(root, 'nowhere'), 'there is no folder of rules'],
    ['no module', () => folder('empty', { 'notes.txt': '' }), 'no module of rules'],
    ['a syntax error', () => folder('syntax', { 'a.mjs': 'export const = 1;' }), 'cannot be loaded'],
    ['a module that throws', () => folder('throws', { 'a.mjs': "throw new Error('not today');" }), 'not today'],
    ['no rule', () => folder('none', { 'a.mjs': 'export const a = 1;' }), 'it exports no rule'],
    ['a rule without a cure', () => folder('cure', { 'a.mjs': rule('cure: undefined') }), '`cure` of the rule'],
    ['a rule with a bad code', () => folder('code', { 'a.mjs': rule("code: 'My Rule'") }), '`code` of the rule'],
    ['a code of the tool', () => folder('own', { 'a.mjs': rule("code: 'phase-order'") }), 'is also one of `roadmap`'],
    ['a code twice', () => folder('twice', { 'a.mjs': rule(''), 'b.mjs': rule('') }), 'is also one of `a.mjs`'],
    ['a rule that fails', () => folder('fails', { 'a.mjs': rule('check() { return undefined.x; }') }), 'the rule `mine` failed'],
    [
      'a finding without a place',
      () => folder('place', { 'a.mjs': rule("*check() { yield { message: { ja: '', en: '' } }; }") }),
      'location',
    ],
    ['a file', () => join(folder('file', { 'a.mjs': rule('') }), 'a.mjs'), 'is no folder'],
    ['a code of what is always checked', () => folder('always', { 'a.mjs': rule("code: 'unknown-key'") }), 'is also one of `roadmap`'],
    ['something thrown that is no error', () => folder('thrown', { 'a.mjs': rule('check() { throw Object.create(null); }') }), '[object'],
    ['a finding that is none', () => folder('null', { 'a.mjs': rule('check: () => [null]') }), 'a finding is no object'],
    [
      'a place in no file',
      () =>
        folder('nofile', {
          'a.mjs': rule("check: () => [{ message: { ja: '', en: '' }, location: { span: { file: { text: 'abc' }, start: 0, end: 1 } } }]"),
        }),
      'finding.location',
    ],
    [
      'a check that promises',
      () => folder('promises', { 'a.mjs': rule("async check() { throw new Error('later'); }") }),
      'check returns no list of findings',
    ],
    [
      'a fix that is no list of edits',
      () =>
        folder('edits', { 'a.mjs': rule("*check({ plan }) { yield { message: { ja: '', en: '' }, location: plan.location, fix: {} }; }") }),
      'finding.fix',
    ],
  ])('tells of %s and ends with 2', async (_, make, words) => {
    const one = host();
    expect(await call(one, 'validate', '--rules', make(), '--lang', 'en')).toBe(2);
    expect(one.err).toMatch(/^roadmap: .+/);
    expect(one.err).toContain(words);
    expect(one.err).not.toMatch(/\n\s+at /);
  });
});

describe('a module of --rules that does not end as it should', () => {
  const root = mkdtempSync(join(tmpdir(), 'roadmap-guests-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const begin = (name: string, module: string) => {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'a.mjs'), module);
    return spawn(process.execPath, ['dist/main.js', 'validate', '--rules', join(root, name), '--lang', 'en'], { stdio: 'pipe' });
  };
  const ended = async (run: ReturnType<typeof begin>) => {
    let said = '';
    run.stderr.on('data', (data) => (said += data));
    run.stdout.resume();
    const [status, signal] = await once(run, 'close');
    return { status, signal, said };
  };

  it.each([
    ['waits for what never comes', 'await new Promise(() => {});', 2, 'loading never ends'],
    ['rejects where nobody waits', rule("check() { Promise.reject(new Error('stray')); return []; }"), 2, 'that nobody waits for: stray\n'],
    ['fails later', rule("check() { setTimeout(() => { throw new Error('late'); }); return []; }"), 2, 'that nobody waits for: late\n'],
    ['leaves a timer running', rule('check() { setInterval(() => {}, 1000); return []; }'), 0, ''],
  ])('%s', async (name, module, status, words) => {
    const found = await ended(begin(name, module));
    expect(found.status).toBe(status);
    expect(found.said).toContain(words);
    expect(found.said).not.toMatch(/\n\s+at /);
  });

  it('is ended by Ctrl-C', async () => {
    const run = begin('endless', rule("check() { process.stderr.write('here'); while (true); }"));
    await once(run.stderr, 'data');
    run.kill('SIGINT');
    expect((await ended(run)).signal).toBe('SIGINT');
  });
});

function rule(change: string): string {
  return `export default { code: 'mine', severity: 'warning', summary: { ja: '', en: '' }, cure: { ja: '', en: '' }, *check() {}, ${change} };`;
}
