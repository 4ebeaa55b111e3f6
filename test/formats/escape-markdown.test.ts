import { expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/formats/escape-markdown.js';

it.each([
  ['詳細は https://example.jp/a_b_c.pdf#p_1 を参照。', '詳細は <https://example.jp/a_b_c.pdf#p_1> を参照。'],
  ['（https://example.jp/を見る）', '（<https://example.jp/>を見る）'],
  ['(https://example.jp/A_(B)).', '(<https://example.jp/A_(B)>).'],
  ['http://a|b_c', '<http://a>\\|b\\_c'],
  ['http:// a_b', 'http:// a\\_b'],
  ['+ 加える', '\\+ 加える'],
  ['- 減らす', '\\- 減らす'],
  ['2. 道路', '2\\. 道路'],
  ['&lt;b&gt; & c', '&amp;lt;b&amp;gt; & c'],
  ['*題* <b> a_b', '\\*題\\* \\<b\\> a\\_b'],
])('%s is printed as it is, an address in it as a link of its own', (text, written) => expect(escapeMarkdown(text)).toBe(written));
