import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const designTokens = readFileSync(new URL(import.meta.resolve('@digital-go-jp/design-tokens/dist/tokens.css')), 'utf8');

export default defineConfig({
  define: { __VERSION__: JSON.stringify('0.0.0-test'), __DESIGN_TOKENS__: JSON.stringify(designTokens) },
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
});
