import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { compiledTemplates, isPlaceOfTemplates } from './build/own-templates.mjs';

const designTokens = readFileSync(new URL(import.meta.resolve('@digital-go-jp/design-tokens/dist/tokens.css')), 'utf8');

const ownTemplates = {
  name: 'own-templates',
  load: (id: string) => (isPlaceOfTemplates.test(id) ? compiledTemplates() : undefined),
};

export default defineConfig({
  plugins: [ownTemplates],
  define: { __VERSION__: JSON.stringify('0.0.0-test'), __DESIGN_TOKENS__: JSON.stringify(designTokens) },
  test: {
    // Of two cores vitest would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // No test changes what another one loads: to load it for each file anew would take a third of the time.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'units', include: ['test/**/*.test.ts'], exclude: ['test/browser/**', '**/node_modules/**'] } },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], globalSetup: 'test/browser/setup.ts', testTimeout: 60_000 },
      },
    ],
  },
});
