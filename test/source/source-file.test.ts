import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/source/source-file.js';

describe('the places of a file that begins with a byte order mark', () => {
  const file = new SourceFile('a.yaml', '\uFEFFid: S1\ntitle: 節\n');

  it('are counted behind it, as editors do', () => {
    expect(file.positionAt(file.text.indexOf('S1'))).toEqual({ line: 1, column: 5 });
    expect(file.positionAt(0)).toEqual({ line: 1, column: 1 });
    expect(file.positionAt(file.text.indexOf('節'))).toEqual({ line: 2, column: 8 });
    expect(file.line(1)).toBe('id: S1');
  });

  it('are found again', () => {
    for (const offset of [1, 5, 7, 8, 15]) expect(file.offsetAt(file.positionAt(offset))).toBe(offset);
  });
});
