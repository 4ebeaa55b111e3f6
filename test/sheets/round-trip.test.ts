import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLine, pointsElsewhere, tidy } from '../../src/sheets/read-text.js';
import { edit, makeSheet, planFiles, planHost, planOn, tableOf } from '../support/answers.js';
import { call, type MemoryHost } from '../support/memory-host.js';

/** Words as people type them, with everything that YAML, XML and spreadsheets take for their own. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '交付',
        '令和',
        '：',
        '「」',
        '＃',
        ' #',
        ': ',
        '- ',
        '"',
        "'",
        '=1+1',
        '&',
        '<b>',
        '[',
        '{',
        '}',
        ',',
        '、',
        '。',
        '%',
        '@',
        '\\',
        '　',
        '①',
        '～',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => tidy(parts.join('').replace(/[\p{Cc}\p{Cn}\p{Cs}\p{Co}\p{Cf}\u2028\u2029\ufffe\uffff]/gu, '')))
  .filter((text) => text !== '' && !/削除/.test(text) && !isLine(text) && !pointsElsewhere(text));
const day = fc
  .date({ min: new Date('2022-04-01'), max: new Date('2023-03-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const figure = fc.integer({ min: -100000, max: 100000 }).map((hundredths) => String(hundredths / 100));

it('reads a picture of several as one, and drops what else nobody sees', () =>
  expect(tidy('\u200B家族👨\u200D👩\u200D👧\u200D と\u200C❤️\u200D🔥')).toBe('家族👨\u200D👩\u200D👧 と❤️\u200D🔥'));

type Answers = Record<string, Record<string, string>>;

const progress = fc.record(
  {
    'card-issue': fc.record(
      { 状況: fc.constantFrom('措置済', '措置中', '検討中', '未措置'), 実施したこと: words, 課題: words, 今後の予定: words },
      { requiredKeys: [] },
    ),
    'card-shared': fc.record(
      {
        状況: fc.constantFrom('措置済', '未措置'),
        根拠資料: fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
      },
      { requiredKeys: [] },
    ),
    'kpi-card': fc.record({ KPI実績値: figure, KPI時点: day }),
  },
  { requiredKeys: [] },
);
const revision = fc.record(
  {
    'card-issue.2021': fc.record({ 改正案の本文: words, 変更理由: words }, { requiredKeys: [] }),
    'card-issue.2024': fc.record(
      {
        改正案の本文: words,
        改正案の期間: fc.constantFrom('2024', '2024-2025', '2024-'),
        改正案の期限: fc.array(words, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n')),
      },
      { requiredKeys: [] },
    ),
    'card-shared.2021': fc.record(
      { 改正案の本文: words, 改正案の期間: fc.constantFrom('2021', '2021-2022'), 変更理由: words },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const check = fc.record(
  {
    'card-issue': fc.record({ 確認: fc.constantFrom('確認済', '意見あり'), 意見: words }),
    'card-shared': fc.record({ 確認: fc.constant('確認済') }),
  },
  { requiredKeys: [] },
);
const kinds: [string, string[], fc.Arbitrary<Answers>][] = [
  ['progress', ['--fy', '2022'], progress as fc.Arbitrary<Answers>],
  ['revision', [], revision as fc.Arbitrary<Answers>],
  ['check', ['--fy', '2022'], check as fc.Arbitrary<Answers>],
];

async function applied(host: MemoryHost, sheet: Uint8Array, answers: Answers): Promise<void> {
  const bytes = await edit(sheet, (table) => {
    for (const [id, cells] of Object.entries(answers)) for (const [heading, text] of Object.entries(cells)) table.set(id, heading, text);
  });
  host.files.set('in.xlsx', bytes);
  host.out = '';
  expect(await call(host, 'apply', 'in.xlsx'), host.out + host.err).toBe(0);
}

describe.each(kinds)('a sheet of the kind %s', (kind, options, anyAnswers) => {
  const make = (host: MemoryHost) => makeSheet(host, '--lead', 'mic', '--kind', kind, ...options);

  it(
    'shows any answers again once they are applied, and is then at rest',
    () =>
      fc.assert(
        fc.asyncProperty(anyAnswers, anyAnswers, async (first, second) => {
          const host = planHost();
          const expected: Answers = {};
          for (const answers of [first, second]) {
            await applied(host, await make(host), answers);
            for (const [id, cells] of Object.entries(answers)) expected[id] = { ...expected[id], ...cells };
            // A figure of an earlier day than the one reported is refused, so the second one stands only where it is later.
            if (kind === 'progress') delete second['kpi-card'];
          }
          const table = await tableOf(await make(host));
          for (const [id, cells] of Object.entries(expected))
            for (const [heading, text] of Object.entries(cells)) expect(table.get(id, heading)).toBe(text);
          const before = planOn(host);
          await applied(host, await make(host), {});
          expect(planOn(host)).toEqual(before);
        }),
        { numRuns: 8, seed: 20211224 },
      ),
    60_000,
  );

  it('changes nothing where nothing was answered', async () => {
    const host = planHost();
    const sheet = await make(host);
    host.files.set('in.xlsx', sheet);
    expect(await call(host, 'apply', 'in.xlsx')).toBe(0);
    expect(planOn(host)).toEqual(planFiles);
  });
});
