import { describe, expect, it } from 'vitest';
import { readingView } from '../../src/formats/html/reading-view.js';
import type { GridRemark } from '../../src/report/document.js';

describe('what is told of an item on demand', () => {
  const remark = (kind: GridRemark['kind']): GridRemark => ({ kind, label: kind, text: '文' });
  const labels = (told: Partial<Parameters<typeof readingView>[0]>, ...kinds: GridRemark['kind'][]) => {
    const { why, about } = readingView({ history: [], ...told }, kinds.map(remark), 'ja');
    return [why, about];
  };

  it('says what it opens: what weighs most of the reasons, and apart from them what is none', () => {
    expect(labels({})).toEqual([undefined, undefined]);
    expect(labels({ corrected: '訂', place: '順' }, 'contradiction')).toEqual(['訂正', undefined]);
    expect(labels({ place: '順' }, 'acknowledged', 'contradiction')).toEqual(['食い違い', undefined]);
    expect(labels({ period: '順' }, 'acknowledged', 'see')).toEqual(['確認済み', '関係']);
    expect(labels({ place: '順' }, 'number')).toEqual(['判断', '他の番号']);
    expect(labels({ variants: [{ page: 3, text: '別' }] }, 'number', 'same')).toEqual(['別のページの印字', '関係']);
  });
});
