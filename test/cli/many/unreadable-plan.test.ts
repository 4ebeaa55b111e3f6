import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../../src/cli/machine/signals.js';
import { call, type MemoryHost, memoryHost } from '../../support/memory-host.js';
import { planFiles, withPhases } from '../../support/plan.js';

const plan = (id: string, phases: string) =>
  Object.fromEntries(
    [...planFiles({ 'section.yaml': withPhases(phases) })].map(([name, text]) => [
      `plans/${id}/${name}`,
      name === 'plan.yaml' ? `id: ${id}\n${text}` : text,
    ]),
  );
const places = ['plans/README.md', 'plans/aomori', 'plans/empty', 'plans/iwate', 'plans/iwate/plan.yaml'];
const faults = [
  'roadmap: `plans/README.md` is not a folder\n',
  'roadmap: there is no plan.yaml in `plans/empty`\n',
  'roadmap: `plans/iwate/plan.yaml` is not a folder\n',
];

function host(phases = '- 2021-: 検討'): MemoryHost {
  return memoryHost({
    ...plan('aomori', phases),
    ...plan('iwate', '- 2024-2022: 検討'),
    'plans/README.md': '',
    'plans/empty/note.txt': '',
  });
}

/** Each fault stands on standard error once, in the order of the folders. */
function expectFaults({ err }: MemoryHost): void {
  expect(err.split('\n').filter((line) => line.startsWith('roadmap: '))).toEqual(faults.map((fault) => fault.trimEnd()));
}

describe('what is no plan among several withholds nothing of the others, and is told', () => {
  it.each(['pretty', 'compact', 'json', 'github', 'sarif'])('by validate --format %s', async (format) => {
    const [some, others] = [host(), host()];
    expect(await call(some, 'validate', '--lang', 'en', '--format', format, ...places)).toBe(2);
    expect(await call(others, 'validate', '--lang', 'en', '--format', format, 'plans/aomori', 'plans/iwate')).toBe(1);
    expect(some.out).toBe(others.out);
    expect(some.out).toContain('phase-order');
    expectFaults(some);
  });

  it('by build, which joins the others', async () => {
    const some = host();
    some.files.delete('plans/iwate/section.yaml');
    for (const [name, text] of Object.entries(plan('iwate', '- 2022-: 検討'))) some.files.set(name, text);
    expect(await call(some, 'build', '--lang', 'en', '--format', 'csv', '--out', 'out', ...places)).toBe(2);
    expectFaults(some);
    const ids = (some.files.get('out/sections.csv') ?? '').split('\r\n').slice(1, -1);
    expect(ids.map((row) => row.split(',')[0])).toEqual(['aomori', 'iwate']);
    expect(some.files.has('out/index.html')).toBe(true);
  });

  it('by validate --fix, which mends the others', async () => {
    const some = host('- 2021：検討');
    expect(await call(some, 'validate', '--fix', '--lang', 'en', ...places)).toBe(2);
    expectFaults(some);
    expect(some.files.get('plans/aomori/section.yaml')).toContain('- 2021: 検討');
    expect(some.out).toContain('phase-order');
  });

  it('by format, which lays out the others', async () => {
    const some = host('- 2021:   検討');
    expect(await call(some, 'format', '--lang', 'en', ...places)).toBe(2);
    expectFaults(some);
    expect(some.files.get('plans/aomori/section.yaml')).toContain('- 2021: 検討');
  });

  it('alone it leaves nothing to sum up', async () => {
    for (const argv of [
      ['validate'],
      ['validate', '--format', 'json'],
      ['validate', '--fix'],
      ['validate', '--fix', '--watch'],
      ['format'],
    ]) {
      const some = host();
      expect(await call(some, ...argv, 'plans/empty', '--lang', 'en'), argv.join(' ')).toBe(2);
      expect([some.out, some.err]).toEqual(['', expect.stringMatching(/^roadmap: there is no plan\.yaml in .*\n {2}help: .*\n$/)]);
    }
  });
});

it('one fault of many plans is told once', async () => {
  const some = memoryHost({ ...plan('aomori', '- 2021: 検討'), ...plan('akita', '- 2021: 検討') });
  expect(await call(some, 'build', '--templates', 'nothere', '--lang', 'en', 'plans/aomori', 'plans/akita')).toBe(2);
  expect(some.err.match(/roadmap: /g)).toHaveLength(1);
});

describe('many plans that are mended or laid out', () => {
  it.each([
    ['- 2021：検討', 'validate', '--fix'],
    ['- 2021:   検討', 'format'],
  ])('tell how far they are, and end after the plan in hand: %s', async (phases, ...argv) => {
    const some = memoryHost({ ...plan('akita', phases), ...plan('aomori', phases) });
    some.stderr.isTTY = true;
    let now = 0;
    some.now = () => {
      now += 1000;
      return now;
    };
    some.pause = async () => {
      if (some.err !== '' || some.out !== '') throw new Interrupted(2);
    };
    expect(await call(some, ...argv, 'plans/akita', 'plans/aomori', '--lang', 'en')).toBe(130);
    expect(some.err).toContain('1 / 2 plans (');
    expect(some.err).toMatch(/interrupted; no half-written file is left\n$/);
    expect(some.files.get('plans/akita/section.yaml')).toContain('- 2021: 検討');
    expect(some.files.get('plans/aomori/section.yaml')).toContain(phases);
  });
});
