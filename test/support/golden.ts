import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

/**
 * Holds the files that a call wrote against a folder of golden files: a missing, an extra and a changed one fail, byte by byte.
 * `npm run golden` writes the folder anew; the git diff then shows what changed.
 */
export function expectGolden(folder: string, written: ReadonlyMap<string, string | Uint8Array>): void {
  if (process.env['UPDATE_GOLDEN']) {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, contents] of written) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), contents);
    }
    return;
  }
  const found = Object.fromEntries([...written].map(([path, contents]) => [path, Buffer.from(contents).toString('utf8')]));
  expect(Object.keys(found).sort(), `the files of ${folder}; \`npm run golden\` writes them anew`).toEqual(filesIn(folder));
  for (const [path, contents] of Object.entries(found)) {
    expect(contents, `${folder}/${path}; \`npm run golden\` writes it anew`).toBe(readFileSync(join(folder, path), 'utf8'));
  }
}

/** The files below a folder by their path in it, sorted; a folder that is not there has none. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch {
    return [];
  }
}
