import { expect, it } from 'vitest';
import { folderNamed } from '../../../src/cli/arguments/folder-named.js';

it.each([
  ['plans/tokyo', 'plans/tokyo'],
  ['plans/tokyo/', 'plans/tokyo'],
  ['plans//', 'plans'],
  ['/', '/'],
  ['//', '/'],
  ['.', '.'],
  ['', ''],
])('%s', (place, folder) => expect(folderNamed(place)).toBe(folder));
