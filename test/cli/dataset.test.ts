import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildDate, buildDates } from '../../src/cli/building/build-date.js';
import { realHost } from '../../src/cli/machine/real-host.js';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, withPhases } from '../support/plan.js';

const stated = plan.replace(
  'chapters:',
  `description: 試験のための計画
publisher: 架空省
contact: plan@example.invalid
licence: 政府標準利用規約（第2.0版）
licenceUrl: https://example.invalid/licence
frequency: 毎年
spatial: 日本
language: ja
url: https://example.invalid/plan
tags: [工程表, 試験]
chapters:`,
);

interface Package {
  resources: { name: string; url: string; format: string; size: number; hash: string; last_modified?: string }[];
  [field: string]: unknown;
}

const files = { 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': withPhases('- 2021-: 検討') };

async function build(planYaml: string, env: Record<string, string>, ...argv: string[]) {
  const host = memoryHost({ 'roadmap/plan.yaml': planYaml, 'roadmap/section.yaml': withPhases('- 2021-: 検討') }, env);
  expect(await call(host, ...argv, '--out', 'out'), host.err).toBe(0);
  const files = new Map([...host.files].flatMap(([path, contents]) => (path.startsWith('out/') ? [[path.slice(4), contents]] : [])));
  return { files, dataset: JSON.parse(files.get('dataset.json') ?? 'null') as Package };
}

describe('dataset.json', () => {
  it.each([['build'], ['build', '--format', 'html,md,csv,json', '--bom'], ['slice', '--fy', '2021', '--format', 'csv']])(
    'lists the files of data of that very build: %s',
    async (...argv) => {
      const { files, dataset } = await build(plan, {}, ...argv);
      expect(dataset.resources.map(({ url }) => url).sort()).toEqual(
        [...files.keys()].filter((path) => path !== 'dataset.json' && !/^pages\/|\.(?:html|css|js|md)$/.test(path)).sort(),
      );
      for (const { url, size, hash } of dataset.resources) {
        const bytes = Buffer.from(files.get(url) ?? '');
        expect({ url, size, hash }).toEqual({ url, size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') });
      }
    },
  );

  it('says what the plan states', async () => {
    const { dataset } = await build(stated, { SOURCE_DATE_EPOCH: '1700000000' }, 'build');
    const { resources, ...fields } = dataset;
    expect(fields).toEqual({
      name: 'roadmap',
      title: '試験の工程表',
      notes: '試験のための計画',
      version: '令和3年12月',
      url: 'https://example.invalid/plan',
      publisher_name: '架空省',
      contact_email: 'plan@example.invalid',
      license_title: '政府標準利用規約（第2.0版）',
      license_url: 'https://example.invalid/licence',
      frequency: '毎年',
      temporal_start: '2021-04-01',
      temporal_end: '2026-03-31',
      spatial_text: '日本',
      language: 'ja',
      tags: [{ name: '工程表' }, { name: '試験' }],
      modified: '2023-11-15',
    });
    expect(new Set(resources.map((one) => one.last_modified))).toEqual(new Set(['2023-11-15']));
  });

  it('leaves out what the plan does not state, and the date where there is none', async () => {
    const { dataset } = await build(plan, {}, 'build');
    expect(Object.keys(dataset)).toEqual(['name', 'title', 'version', 'temporal_start', 'temporal_end', 'resources']);
    expect(dataset.resources.some((one) => 'last_modified' in one)).toBe(false);
  });

  it.each([
    ['計画', '', undefined],
    ['Plan.2021', '', undefined],
    ['p', '', undefined],
    ['keikaku_2021', '', 'keikaku_2021'],
    ['計画', 'id: digital-plan\n', 'digital-plan'],
  ])('has a name where CKAN accepts it: the folder %s, %j', async (folder, id, name) => {
    const host = memoryHost({ [`${folder}/plan.yaml`]: id + plan, [`${folder}/section.yaml`]: withPhases('- 2021-: 検討') });
    expect(await call(host, 'build', folder, '--format', 'csv', '--out', 'out'), host.err).toBe(0);
    expect((JSON.parse(host.files.get('out/dataset.json') ?? 'null') as Package)['name']).toBe(name);
  });

  it('covers the years that only a section shows', async () => {
    const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': `window: 2020-2030\n${withPhases('- 2021-: 検討')}` });
    expect(await call(host, 'build', '--format', 'csv', '--out', 'out'), host.err).toBe(0);
    const dataset = JSON.parse(host.files.get('out/dataset.json') ?? 'null') as Package;
    expect([dataset['temporal_start'], dataset['temporal_end']]).toEqual(['2020-04-01', '2031-03-31']);
  });

  it('covers the years of a slice', async () => {
    const { dataset } = await build(plan, {}, 'slice', '--fy', '2022-2023', '--format', 'csv');
    expect([dataset['temporal_start'], dataset['temporal_end']]).toEqual(['2022-04-01', '2024-03-31']);
  });
});

describe('the data of the pages', () => {
  it('stands beside them, and not among what catalogues hear of', async () => {
    const { files, dataset } = await build(plan, {}, 'build');
    expect([...files.keys()]).toEqual(expect.arrayContaining(['pages/section-s1.csv', 'pages/year-2023.json', 'pages/columns.csv']));
    expect(dataset.resources.filter(({ url }) => url.startsWith('pages/'))).toEqual([]);
  });
  it('begins with a byte order mark where that is asked for', async () => {
    const { files } = await build(plan, {}, 'build', '--bom');
    const tables = [...files].filter(([path]) => /^pages\/.*\.csv$/.test(path));
    expect(tables.length).toBeGreaterThan(10);
    for (const [path, contents] of tables) expect(contents.startsWith('\uFEFF'), path).toBe(true);
  });
});

describe('the build date', () => {
  const root = mkdtempSync(join(tmpdir(), 'build-date-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const git = (date: string, ...argv: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.invalid', ...argv], {
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      stdio: 'ignore',
    });
  const host = (env: Record<string, string> = {}) => ({ ...realHost(), cwd: root, env });

  it('is the day in Japan of SOURCE_DATE_EPOCH, else of the last commit that touched the plan', () => {
    git('', 'init', '-q');
    mkdirSync(join(root, 'plan'));
    writeFileSync(join(root, 'plan/plan.yaml'), 'a\n');
    expect(buildDate(host(), join(root, 'plan'))).toBeUndefined();
    git('2022-03-31T20:00:00Z', 'add', '.');
    git('2022-03-31T20:00:00Z', 'commit', '-qm', 'plan');
    writeFileSync(join(root, 'other'), 'b\n');
    git('2023-05-01T00:00:00Z', 'add', '.');
    git('2023-05-01T00:00:00Z', 'commit', '-qm', 'other');
    expect(buildDate(host(), join(root, 'plan/'))).toBe('2022-04-01');
    expect(buildDate(host(), 'HEAD:plan')).toBe('2022-04-01');
    expect(buildDate(host({ SOURCE_DATE_EPOCH: '0' }), join(root, 'plan'))).toBe('1970-01-01');
  });

  it('is the same where git is asked once for all plans of a folder', () => {
    const plans = ['plans/a', 'plans/b', 'plans/長野 県', 'plans/new'];
    const touch = (day: string, ...paths: string[]) => {
      for (const path of paths) {
        mkdirSync(join(root, path, 'progress'), { recursive: true });
        writeFileSync(join(root, path, 'progress/2023.yaml'), `${day}\n`);
        writeFileSync(join(root, path, 'plan.yaml'), 'a\n');
      }
      git(`${day}T00:00:00Z`, 'add', ...paths);
      git(`${day}T00:00:00Z`, 'commit', '-qm', day);
    };
    touch('2024-01-01', ...plans.slice(0, 3), 'plans/2024');
    touch('2024-02-01', 'plans/a');
    git('', 'checkout', '-qb', 'side');
    touch('2024-03-01', 'plans/b');
    git('', 'checkout', '-q', '-');
    writeFileSync(join(root, 'plans/2025'), 'a file with a number for a name\n');
    git('', 'add', 'plans/2025');
    touch('2024-04-01', 'plans/a');
    git('2024-05-01T00:00:00Z', 'merge', '-q', 'side');
    mkdirSync(join(root, 'plans/new'));
    // Moved to the plan beside it: a change of both.
    touch('2024-05-01', 'plans/from');
    mkdirSync(join(root, 'plans/moved'));
    git('', 'mv', 'plans/from/progress/2023.yaml', 'plans/moved');
    git('2024-06-01T00:00:00Z', 'commit', '-qm', 'move');
    // A link to a plan elsewhere, a name with a full-width space and signs of patterns, a repository inside this one.
    symlinkSync(join(root, 'plans/a'), join(root, 'plans/link'));
    touch('2024-07-01', 'plans/\u3000[ab]*');
    execFileSync('git', ['clone', '-q', root, join(root, 'plans/own')], { stdio: 'ignore' });
    plans.push('plans/from', 'plans/link', 'plans/\u3000[ab]*', 'plans/own', 'plans/a/progress', 'plans', 'plans/./b/.');
    const places = plans.map((plan) => join(root, plan)).concat('HEAD:plans/a', `${root}/plans/a/../b`);
    const alone = places.map((place) => buildDate(host(), place));
    expect(alone).toEqual([
      '2024-04-01',
      '2024-03-01',
      '2024-01-01',
      undefined,
      '2024-06-01',
      '2024-04-01',
      '2024-07-01',
      '2024-07-01',
      '2024-04-01',
      '2024-07-01',
      '2024-03-01',
      '2024-04-01',
      '2024-03-01',
    ]);
    const dates = buildDates(host(), places);
    expect(places.map((place) => dates.get(place))).toEqual(alone);
  });

  it.each([
    ['', 'HEAD:plans/b'],
    ['plans', 'HEAD:b'],
    ['plans', 'HEAD:./b/'],
    ['plans', 'HEAD:plans/b'],
    ['plans/b', 'HEAD:.'],
    ['plans/b', 'HEAD:../b'],
    ['..', 'HEAD:REPOSITORY/plans/b'],
  ])('is that of the plan which a revision names: below %s, %s', (below, place) =>
    expect(buildDate({ ...host(), cwd: join(root, below) }, place.replace('REPOSITORY', basename(root)))).toBe('2024-03-01'),
  );

  it('is left out, and that is told once, where a shallow clone does not hold the commit', () => {
    const shallow = join(root, '../', `${basename(root)}-shallow`);
    execFileSync('git', ['clone', '-q', '--depth', '2', `file://${root}`, shallow], { stdio: 'ignore' });
    const tree = join(shallow, 'tree');
    execFileSync('git', ['-C', shallow, 'worktree', 'add', '-q', tree], { stdio: 'ignore' });
    try {
      for (const top of [shallow, tree]) {
        const at = (...names: string[]) => names.map((name) => join(top, 'plans', name));
        const told: string[] = [];
        const tell = ({ en }: { en: string }) => void told.push(en);
        const here = { ...host(), cwd: top };
        expect([...buildDates(here, at('a', '\u3000[ab]*', 'b'), tell)]).toEqual([[at('\u3000[ab]*')[0], '2024-07-01']]);
        expect(told).toEqual([expect.stringMatching(/^the clone is shallow.*\n {2}help: .*fetch-depth: 0.*\n$/)]);
        expect(buildDate(here, at('\u3000[ab]*')[0] as string, tell)).toBe('2024-07-01');
        expect(told).toHaveLength(1);
        expect(buildDate(here, at('a')[0] as string, tell)).toBeUndefined();
        expect(buildDate(here, 'HEAD:plans/a', tell)).toBeUndefined();
        expect(told).toHaveLength(3);
      }
    } finally {
      rmSync(shallow, { recursive: true });
    }
  });

  it('is left out, and that is told, where git refuses', () => {
    const told: string[] = [];
    const refusing = { ...host(), git: () => undefined };
    const places = ['plans/a', 'plans/b'].map((name) => join(root, name));
    expect([...buildDates(refusing, places, ({ en }) => void told.push(en))]).toEqual([]);
    expect(told).toEqual([expect.stringContaining('safe.directory')]);
  });

  it('tells on standard error why it is left out', async () => {
    const alone = memoryHost({ '/work/.git/HEAD': '', ...files });
    for (const argv of [
      ['build', '--format', 'json'],
      ['slice', '--fy', '2021'],
    ]) {
      alone.err = '';
      expect(await call(alone, ...argv, '--lang', 'en')).toBe(0);
      expect(alone.err).toMatch(/^git cannot read the history of `\/work`: the date is left out\n {2}help: .*\n$/);
    }
  });

  it('is left out where there is no repository', () => expect(buildDate(memoryHost(), 'roadmap')).toBeUndefined());

  it('refuses a SOURCE_DATE_EPOCH that is no number', async () => {
    const wrong = memoryHost(
      { 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': withPhases('- 2021-: 検討') },
      { SOURCE_DATE_EPOCH: 'now' },
    );
    expect(await call(wrong, 'build')).toBe(2);
    expect(wrong.err).toContain('SOURCE_DATE_EPOCH');
    expect([...wrong.files.keys()].some((path) => path.startsWith('dist/'))).toBe(false);
  });
});
