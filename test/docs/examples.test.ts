import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = readdirSync(`${root}docs`).filter((name) => name.endsWith('.md'));

/** Blocks of `console` in a page: the call behind `$ roadmap`, and lines that its output holds. None of them shows a fault. */
const examples = pages.flatMap((page) =>
  [...readFileSync(`${root}docs/${page}`, 'utf8').matchAll(/^```console\n\$ roadmap (.*)\n([\s\S]*?)^```$/gm)].map(
    ([, argv = '', output = '']) => [`${page}: roadmap ${argv}`, argv.split(' '), output] as const,
  ),
);

describe('the examples in the docs', () => {
  it('are there', () => expect(examples.length).toBeGreaterThan(0));
  it.each(examples)('%s', async (_, argv, output) => {
    const host = memoryHost();
    const inRepo = argv.map((arg) => (arg.startsWith('test/') ? root + arg : arg));
    expect(await call(host, ...inRepo, '--lang', 'ja'), host.err).toBe(0);
    expect(host.out).toContain(output);
  });
});
