import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { barePlan, departments, plan, section, withPhases } from '../support/plan.js';

const good = withPhases('- 2021: 検討');

async function validate(files: Record<string, string | Uint8Array>) {
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': good, ...files });
  const status = await call(host, 'validate', '--format', 'json', '--lang', 'en');
  const found = host.out
    ? (JSON.parse(host.out) as { code: string; file: string; line: number; column: number; help?: string; message: string }[])
    : [];
  return { status, found, err: host.err };
}

/** One located, helpful diagnostic, and exit status 1. */
async function expectOne(text: string, code: string, line: number, column: number, name = 'section.yaml') {
  const { status, found } = await validate({ [`roadmap/${name}`]: text });
  expect(found.map((one) => `${one.file}:${one.line}:${one.column} ${one.code}`)).toEqual([`roadmap/${name}:${line}:${column} ${code}`]);
  expect(found[0]?.help).toBeTruthy();
  expect(status).toBe(1);
}

const phases = (text: string) => withPhases(text);

describe('a file that cannot be read', () => {
  const two = {
    'roadmap/plan.yaml': plan.replace('[section.yaml]', '[section.yaml, other.yaml]'),
    'roadmap/section.yaml': section(
      '- id: a\n  title: 施策\n  leads: [mic, mic-bureau]\n  related: [{ see: far }]\n  tracks:\n  - id: row\n    phases:\n    - 2021: 検討\n      related: [{ see: far-row.2021 }]\n',
    ),
  };
  const told = async (files: Record<string, string | Uint8Array>) =>
    (await validate({ ...two, ...files })).found
      .filter(({ code }) => !['empty-measures', 'empty-years'].includes(code))
      .map(({ file, code }) => `${file} ${code}`);
  const other =
    'id: s2\ntitle: 別の節\nmeasures:\n- id: far\n  title: 遠い施策\n  tracks:\n  - id: far-row\n    phases:\n    - 2021: 整備\n';

  it('is told alone, and no reference to what stands in it', async () => {
    expect(await told({ 'roadmap/other.yaml': other })).toEqual([]);
    const shiftJis = Buffer.from(other.replace(/[^\n\x20-\x7e]+/g, '?')).map((byte) => (byte === 0x3f ? 0x8d : byte));
    expect(await told({ 'roadmap/other.yaml': shiftJis })).toEqual(['roadmap/other.yaml not-utf8']);
    expect(await told({ 'roadmap/other.yaml': '' })).toEqual(['roadmap/other.yaml empty-file']);
    expect(await told({})).toEqual(['roadmap/plan.yaml missing-file']);
    expect(await told({ 'roadmap/other.yaml': other, 'roadmap/departments.yaml': Uint8Array.of(0x8d) })).toEqual([
      'roadmap/departments.yaml not-utf8',
    ]);
  });

  it('is told once where it is the list of the departments that is not there', async () => {
    const files: Record<string, string> = { ...two, 'roadmap/other.yaml': other };
    const host = memoryHost(files);
    expect(await call(host, 'validate', '--format', 'compact', '--quiet')).toBe(1);
    expect(host.out.match(/known-references/g)).toHaveLength(1);
    const pretty = memoryHost(files);
    await call(pretty, 'validate', '--quiet');
    expect(pretty.out).toContain('departments.yaml がありません');
  });

  it('is none of the plan where its name begins with a dot', async () => {
    const { found, status } = await validate({ 'roadmap/.#section.yaml': Uint8Array.of(0x8d), 'roadmap/._section.yaml': '\0' });
    expect([found, status]).toEqual([[], 0]);
  });
});

describe('bad files', () => {
  it('a day that does not exist is not proposed again', async () => {
    const { found } = await validate({
      'roadmap/section.yaml': section('- id: a\n  title: 施策\n  milestones:\n  - 2020-02-30: 開始\n'),
    });
    const [one] = found.filter(({ message }) => message.includes('2020-02-30'));
    expect(one?.help).not.toContain('2020-02-30');
  });
  it('broken YAML', () => expectOne('id: s1\ntitle: "節\nmeasures: []\n', 'unclosed-quote', 2, 8));
  it('tab indentation', () => expectOne('id: s1\ntitle: 節\nmeasures:\n- id: a\n\ttitle: 施策\n', 'yaml-tab', 5, 1));
  it.each([
    ['', 5],
    ['\n||||||| base\n- id: z\n  title: 前', 5],
  ])('a conflict that a merge left open', (base, line) =>
    expectOne(
      section(`<<<<<<< HEAD\n- id: a\n  title: 施策${base}\n=======\n- id: a\n  title: 別の施策\n>>>>>>> other\n- id: b\n  title: 施策\n`),
      'conflict-marker',
      line,
      1,
    ),
  );
  it('a marker of a conflict that was half cleared away', () =>
    expectOne(section('- id: a\n  title: 施策\n>>>>>>> other\n- id: b\n  title: 施策\n'), 'conflict-marker', 7, 1));
  it.each([
    ['dashes', `${'- '.repeat(1500)}x`, 7, 201],
    ['brackets that are open', `title: ${'['.repeat(20_000)}`, 7, 110],
    ['brackets', `leads: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 7, 110],
    ['mappings in brackets', `refs: ${'{ a: '.repeat(5000)}${'}'.repeat(5000)}`, 7, 509],
    ['brackets on lines of their own', `refs:\n${'    [\n'.repeat(3000)}`, 108, 5],
    ['keys', `refs:\n${Array.from({ length: 1500 }, (_, index) => `${' '.repeat(index + 3)}a:\n`).join('')}`, 106, 102],
  ])('a text that is nested too deep: %s', (_, words, line, column) =>
    expectOne(section(`- id: a\n  number: (1)\n  ${words}\n`), 'yaml-syntax', line, column),
  );
  it('brackets that are many, and not nested', async () => {
    const text = section(`- id: a\n  title: "\\u65bd策"\n  tracks:\n${`  - id: row@\n    related: [{ see: a }]\n`.repeat(200)}`);
    let count = 0;
    expect((await validate({ 'roadmap/section.yaml': `\uFEFF${text.replace(/@/g, () => `-${++count}`)}` })).found).toEqual([]);
  });
  it('a duplicate key', () => expectOne('id: s1\ntitle: 節\ntitle: 節\n', 'duplicate-key', 3, 1));
  it('an unknown key', () => expectOne(phases('- 2021: 検討\n  dew: 令和3年度'), 'unknown-key', 11, 7));
  it('a wrong type', () => expectOne(section('- id: a\n  title: 施策\n  leads: mic\n'), 'wrong-type', 7, 10));
  it('a missing key', () => expectOne(section('- id: a\n  number: (1)\n'), 'missing-key', 5, 3));
  it('a missing value', () => expectOne(phases('- 2021:'), 'missing-value', 10, 7));
  it('a bad period', () => expectOne(phases('- 2021/2022: 検討'), 'bad-period', 10, 7));
  it('a folded text', () => expectOne(phases('- 2021: 検討の\n    続き'), 'folded-text', 10, 13));
  it('an alias', () => expectOne('id: s1\ntitle: &a 節\n', 'yaml-alias', 2, 8));
  it('a tag', () => expectOne('id: s1\ntitle: !x 節\n', 'yaml-tag', 2, 8));
  it('a merge key', () => expectOne('id: s1\ntitle: 節\n<<: {}\n', 'yaml-merge-key', 3, 1));
  it('two documents, the first with a sign of its end', () => expectOne('id: s1\ntitle: 節\n...\nid: s2\n', 'yaml-documents', 3, 1));
  it('two documents', () => expectOne('id: s1\ntitle: 節\n---\nid: s2\n', 'yaml-documents', 3, 1));
  it('a dangling reference', () => expectOne(section('- id: a\n  title: 施策\n  leads: [mik]\n'), 'known-references', 7, 11));
  it('a duplicate id', () => expectOne(section('- id: a\n  title: 施策\n- id: a\n  title: 施策\n'), 'unique-ids', 7, 7));
  it('an empty file', () => expectOne('', 'empty-file', 1, 1));
  it('a listed file that is missing', () => expectOne(plan.replace('section.yaml', 'sections.yaml'), 'missing-file', 9, 14, 'plan.yaml'));
  it('a listed file in a folder below the plan, which may well be there', async () => {
    const { found } = await validate({ 'roadmap/plan.yaml': plan.replace('section.yaml', 'part/one.yaml'), 'roadmap/part/one.yaml': '' });
    expect(found.map(({ code, message }) => [code, message])).toEqual([['missing-file', '`part/one.yaml` is no file of `roadmap` itself']]);
    expect(found[0]?.help).toBe('move the file into `roadmap` and write its name alone');
  });
  it.each([
    ['with its low byte first', 'fffe69006400'],
    ['with its high byte first', 'feff00690064'],
  ])('a file in UTF-16 %s is told to be one', async (_, bytes) => {
    const { found } = await validate({ 'roadmap/section.yaml': Uint8Array.from(Buffer.from(bytes, 'hex')) });
    expect(found.map(({ code }) => code)).toEqual(['not-utf8']);
    expect(found[0]?.help).toContain('UTF-16');
  });
  it('a file that is not UTF-8', async () => {
    const { status, found } = await validate({
      'roadmap/section.yaml': Uint8Array.from([0x69, 0x64, 0x3a, 0x20, 0x73, 0x31, 0x0a, 0x83, 0x65, 0x83, 0x58]),
    });
    const message = expect.stringMatching(/UTF-8として読めない|not UTF-8/);
    expect(found).toMatchObject([{ code: 'not-utf8', message, file: 'roadmap/section.yaml', line: 2, column: 1 }]);
    expect(status).toBe(1);
  });
  it.each([
    ['warn', 'warning', 23],
    ['err', 'error', 23],
    ['none', 'off', 23],
    ['Info', 'info', 23],
    ['警告', 'warning', 23],
    ['{ severity: warn }', 'warning', 35],
  ])('a severity in the words of other tools: %s', async (word, meant, column) => {
    const { found } = await validate({ 'roadmap/plan.yaml': `${barePlan}rules: { empty-years: ${word} }\n` });
    expect(found).toMatchObject([{ code: 'bad-value', line: 10, column }]);
    expect(found[0]?.help).toContain(`did you mean \`${meant}\`?`);
  });
  it('hides nothing in other files, nor beside the fault', async () => {
    const { found } = await validate({
      'roadmap/plan.yaml': plan.replace('[section.yaml]', '[section.yaml, other.yaml]'),
      'roadmap/section.yaml': section('- id: a\n  titel: 施策\n- id: b\n  title: 施策\n  leads: [mik]\n'),
      'roadmap/other.yaml': 'id: s2\ntitle: 節\nmeasures:\n- id: c\n  title: 施策\n  related: [{ see: a }, { see: none }]\n',
    });
    expect(found.map((one) => one.code)).toEqual(['known-references', 'unknown-key', 'known-references']);
  });
});

describe('wrong calls give 2, a sentence and no stack', () => {
  const files = { 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': good };
  const wrong = async (host = memoryHost(files), ...argv: string[]) => {
    expect(await call(host, ...argv)).toBe(2);
    expect(host.err).toMatch(/^roadmap: .+/);
    expect(host.err).not.toMatch(/\n\s+at /);
    return host.err;
  };
  it('a folder without plan.yaml', () => wrong(memoryHost({ 'roadmap/x.yaml': 'a: b' }), 'validate'));
  it('a folder that does not exist', () => wrong(undefined, 'validate', 'nowhere'));
  it('an unknown format', async () =>
    expect(await wrong(undefined, 'build', '--format', 'htlm', '--lang', 'en')).toContain('did you mean `html`'));
  it('an unknown command', () => wrong(undefined, 'biuld'));
  it('an unknown option', () => wrong(undefined, 'build', '--fromat', 'html'));
  it('a bad fiscal year', () => wrong(undefined, 'slice', '--fy', '5月'));
  it.each([
    ['slice', '--fy', '2023', '--lead='],
    ['slice', '--fy', '2023', '--lead=、'],
    ['slice', '--fy', '2023', '--status='],
    ['slice', '--fy', '2023', '--out='],
    ['slice', '--fy', '2023', '--format=csv', '--out='],
    ['status', '--lead='],
    ['sheet', '--fy', '2023', '--lead='],
    ['sheet', '--fy', '2023', '--all', '--out='],
    ['build', '--out='],
    ['diff', 'roadmap', 'roadmap', '--out='],
  ])('an option without a value, as of a variable that is not set: %s %s %s %s', async (...args) => {
    expect(await wrong(undefined, ...args)).toMatch(/\n {2}直し方: /);
  });
  it.each([
    [['diff', 'roadmap', 'roadmap', '--accept', '--format', 'html', '--out', 'zz'], '`--format`, `--out` cannot stand beside `--accept`'],
    [['sheet', '--status', 'back', '--kind', 'bogus', '--all'], '`--all`, `--kind` cannot stand beside `--status`'],
  ])('options that would be left unheard: %s', async (argv, words) => {
    expect(await wrong(undefined, ...argv, '--lang', 'en')).toContain(words);
  });
  it('several years for the overview', () => wrong(undefined, 'build', '--fy', '2022-2023'));
  it('two formats to standard output', () => wrong(undefined, 'build', '--format', 'md,json', '--out', '-'));
});

describe('a build that fails', () => {
  it('leaves the earlier output as it was', async () => {
    const host = memoryHost({
      'roadmap/plan.yaml': plan,
      'roadmap/section.yaml': phases('- 2024-2022: 検討'),
      'dist/report/index.html': 'before',
    });
    expect(await call(host, 'build')).toBe(1);
    expect(host.files.get('dist/report/index.html')).toBe('before');
    expect(host.err).toContain('phase-order');
  });
});

describe('a plan that is not where it is looked for', () => {
  it.each(['validate', 'build', 'format', 'status', 'roll --edition 令和4年6月 --window 2022-2026'])(
    '%s in its own folder names the way to call it',
    async (command) => {
      const host = memoryHost({ 'plan.yaml': plan, 'section.yaml': good });
      expect(await call(host, ...command.split(' '))).toBe(2);
      expect(host.err).toContain('今のフォルダの計画なら `.` と指定してください');
    },
  );

  it.each(['plan.yml', 'plan.yaml.txt', 'Plan.yaml', 'plan .yaml'])('%s is named as what may be meant', async (name) => {
    const host = memoryHost({ [`roadmap/${name}`]: plan, 'roadmap/section.yaml': good });
    expect(await call(host, 'validate')).toBe(2);
    expect(host.err).toContain(`\`${name}\` がそれなら、名前を \`plan.yaml\` に変えてください`);
  });
});
