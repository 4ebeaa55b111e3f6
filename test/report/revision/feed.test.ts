import { expect, it } from 'vitest';
import { call, memoryHost } from '../../support/memory-host.js';
import { barePlan, twoEditions, withPhases } from '../../support/plan.js';

it('tells in a feed what a plan says, whatever signs of XML are in it', async () => {
  const hard = `<b>"窓口" & 'R&D'</b>`;
  const quoted = JSON.stringify(hard);
  const plan = `${barePlan.replace('試験の工程表', quoted)}publisher: ${quoted}\nurl: https://example.go.jp/a&b\n`;
  const rows = (text: string) => withPhases(`- 2023: ${text}`);
  const files = memoryHost(twoEditions(rows('窓口の手続を見直す'), rows(JSON.stringify(`窓口の手続を見直す ${hard}`)), plan));
  expect(await call(files, 'diff', 'old', 'new', '--format', 'atom', '--lang', 'ja'), files.err).toBe(0);
  const feed = String(files.files.get('dist/diff/changes.atom'));
  const written = '&lt;b&gt;&quot;窓口&quot; &amp; &apos;R&amp;D&apos;&lt;/b&gt;';
  expect(feed).toContain(`<title>${written} 新旧対照表</title>`);
  expect(feed).toContain(`<author><name>${written}</name></author>`);
  expect(feed).toContain(`見直す ${written}</title>`);
  expect(feed).toContain(`見直す ${written}</summary>`);
  expect(feed).toContain('href="https://example.go.jp/a&amp;b/index.html#change-row.2023"/>');
  expect(feed.replace(/<\/?(?:\?xml|feed|id|title|subtitle|updated|author|name|link|entry|category|summary)\b[^<>]*>/g, '')).not.toMatch(
    /[<>]|&(?!\w+;)/,
  );
});

it('leads to no address that is none of the web', async () => {
  const plan = `${barePlan}url: "javascript:alert(1)//"\n`;
  const files = memoryHost(twoEditions(withPhases('- 2023: 検討'), withPhases('- 2024: 検討'), plan));
  expect(await call(files, 'diff', 'old', 'new', '--format', 'atom'), files.err).toBe(0);
  expect(files.files.get('dist/diff/changes.atom')).not.toContain('javascript');
  expect(files.files.get('dist/diff/changes.atom')).toContain(' href="index.html#change-row.2024"/>');
});
