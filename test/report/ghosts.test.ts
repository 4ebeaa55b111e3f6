import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { barePlan, twoEditions, withPhases } from '../support/plan.js';

it('draws the earlier period of a moved bar with the words of that edition', async () => {
  const plan = barePlan.replace('2021-2025', '2021-2027');
  const [before, after] = ['- 2024-2025: 令和7年度末までに整備', '- 2024-2027: 令和9年度末までに整備'].map(withPhases) as [string, string];
  const host = memoryHost(twoEditions(before, after, plan));
  expect(await call(host, 'build', 'new', '--lang', 'ja'), host.err).toBe(0);
  const page = [...host.files].flatMap(([name, text]) => (name.endsWith('all.html') ? [text] : [])).join('');
  const [, words] = /<div class="ghost">(.*?)<\/div>/.exec(page) ?? [];
  expect(words?.replace(/<[^>]*>/g, '')).toBe('令和7年度末までに整備 令和3年12月では2024～2025年度');
});
