import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, section, withPhases } from '../support/plan.js';

const files = (text: string) => ({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': text });

async function fix(text: string) {
  const host = memoryHost(files(text));
  const status = await call(host, 'validate', '--fix', '--format', 'compact', '--lang', 'en');
  return { status, host, text: host.files.get('roadmap/section.yaml') ?? '' };
}

describe('roadmap validate --fix', () => {
  it('mends several slips of one line and of one file in place, and leaves comments and layout alone', async () => {
    const given = section(
      '# 頭\n-　id：a   # 一\n  title:  "施策"\n  leads: ［mic，mic-bureau］\n  tracks:\n    -   id: r\n        phases:\n          - ２０２２～２０２３：方針: 一\n          - R6-R6: 次の\n              段階  # 二\n',
    );
    const { status, text, host } = await fix(given);
    expect(text).toBe(
      section(
        '# 頭\n- id: a   # 一\n  title:  "施策"\n  leads: [mic, mic-bureau]\n  tracks:\n    -   id: r\n        phases:\n          - 2022-2023: "方針: 一"\n          - 2024: 次の段階  # 二\n',
      ),
    );
    expect(status).toBe(0);
    expect(host.err).toMatch(/^\d+ places mended\n {2}roadmap\/section\.yaml\n$/);
    expect(host.files.get('roadmap/plan.yaml')).toBe(plan);
  });

  it('changes nothing the second time, and nothing where nothing is wrong', async () => {
    const good = withPhases('- 2021: 検討   # 注');
    expect((await fix(good)).text).toBe(good);
    expect((await fix(good)).host.err).toBe('');
  });

  it('leaves a period alone that an error blames', async () => {
    const given = withPhases('- H3: 検討\n- R4: 実施');
    const { text, status } = await fix(given);
    expect(text).toBe(given.replace('R4', '2022'));
    expect(status).toBe(1);
  });

  it('keeps CRLF and a byte order mark', async () => {
    const { text } = await fix(`\uFEFF${withPhases('- 2021：検討').replaceAll('\n', '\r\n')}`);
    expect(text).toBe(`\uFEFF${withPhases('- 2021: 検討').replaceAll('\n', '\r\n')}`);
  });

  it('makes line ends of CR alone those of today', async () => {
    const good = `# 頭\n${withPhases('- 2021: 検討')}`;
    const given = good.replaceAll('\n', '\r');
    const host = memoryHost(files(given));
    expect(await call(host, 'validate', '--format', 'compact')).toBe(1);
    expect(host.out.match(/^.*: error .*$/gm)).toEqual([
      expect.stringContaining('section.yaml:1:4: error yaml-syntax: 行の終わりがCRだけ'),
    ]);
    expect((await fix(given)).text).toBe(good);
  });

  it('tells some lines that end with CR alone as one finding, and joins no two entries', async () => {
    const good = withPhases('# 頭\n- 2021: 検討\n- 2022-: 実施').replaceAll('\n', '\r\n');
    for (const given of [
      good.replace('検討\r\n', '検討\r'),
      good.replace(/\r\n/g, (end, at) => (at < 90 ? '\r' : end)),
      good.replaceAll('\r\n', '\r\r\n'),
    ]) {
      const host = memoryHost(files(given));
      expect(await call(host, 'validate', '--format', 'compact')).toBe(1);
      expect(host.out.match(/ (?:error|warning) (?!empty|unused).*$/gm)).toEqual([
        expect.stringContaining('yaml-syntax: 終わりがCRだけの行'),
      ]);
      expect((await fix(given)).text).toBe(good);
    }
    // Elsewhere it is a sign that is not seen.
    expect((await fix(withPhases('- 2021: 検@討').replace('@', '\r'))).text).toBe(withPhases('- 2021: 検討'));
  });

  it('puts the colon in the place of an equals sign', async () =>
    expect((await fix(section('- id: a\n  title = 施策\n'))).text).toBe(section('- id: a\n  title: 施策\n')));

  it('joins a text that goes on under its first character, once', async () => {
    const { status, text } = await fix(withPhases('- 2021: 方針: 警察庁\n  及び  # 注\n- 2022-: 検討'));
    expect(text).toBe(withPhases('- 2021: "方針: 警察庁及び"  # 注\n- 2022-: 検討'));
    expect(status).toBe(0);
    expect((await fix(text)).text).toBe(text);
  });

  it('takes no comment and no side of a merge away with a text that only the author can join', async () => {
    for (const given of [
      withPhases('- 2021: 検討を  # 注\n  進める # 五'),
      withPhases('- 2021: 種別: 検討を\n\n  # 注\n  進める'),
      withPhases('- 2021: 検討を\n@<<<<<<< HEAD\n  進める\n@=======\n  やめる\n@>>>>>>> other\n- 2022-: 実施').replace(/ *@/g, ''),
    ]) {
      const { status, text } = await fix(given);
      expect(text).toBe(given);
      expect(status).toBe(1);
    }
  });

  it('takes away full-width spaces behind ids, choices and numbers, also in brackets', async () => {
    const given = section(
      '- id: m\u3000\n  title: 施策\n  page: 3\u3000\n  leads: [mic\u3000, mic-bureau\u3000]\n  related: [{ see: r\u3000 }]\n  tracks:\n  - id: r\u3000  # 注\n    phases:\n    - 2021-2022: 検討\n      each: year\u3000\n- id: n\n  parent: m\u3000\n  title: 二\n',
    );
    const { status, text } = await fix(given);
    expect(text).toBe(given.replaceAll('\u3000', ''));
    expect(status).toBe(0);
  });

  it('does not guess: what it cannot mend stays, and is told', async () => {
    const given = section('- id: a\n  title: "施策\n- id: b\n  titel: 施策\n');
    const { status, text, host } = await fix(given);
    expect(text).toBe(given);
    expect(status).toBe(1);
    expect(host.out).toContain('unclosed-quote');
    expect(host.out).toContain('unknown-key');
  });

  it.each([
    ['validate --fix', 'HEAD:roadmap'],
    ['validate --fix', 'v1'],
    ['format', 'v1'],
  ])('refuses a git revision: %s %s', async (command, place) => {
    const host = memoryHost({});
    host.git = (_, args) => Buffer.from(args.includes('--show-toplevel') ? host.cwd : '');
    expect(await call(host, ...command.split(' '), place, '--lang', 'en')).toBe(2);
    expect(host.err).toContain('cannot be written');
  });

  it('never changes the words of a text, and never twice', async () => {
    const chars = fc.string({ unit: fc.constantFrom(...'検討あ：、:#-[]{}"\\,&*!|>%@`a1（） '), minLength: 1, maxLength: 14 });
    // A colon behind that of the key is the same typed twice.
    const text = chars.filter((one) => one.trim() === one && !/^["':：]|["'\\]|^[|>][+-]?$|^#|^[[{].*[\]}]$| {2}/.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (words) => {
        const { text: mended, status, host } = await fix(withPhases(words.map((one, index) => `- ${2021 + index}：${one}`).join('\n')));
        expect(`${status} ${host.out}`).toMatch(/^0 /);
        for (const one of words) expect(JSON.parse(JSON.stringify(mended))).toContain(one);
        expect((await fix(mended)).text).toBe(mended);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
