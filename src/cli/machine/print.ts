import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CallError, type WrittenFile } from '../host.js';
import { reasonOf } from '../reason-of.js';
import { writeFiles } from './write.js';

export async function print(browser: string, pages: Iterable<WrittenFile>, path: string): Promise<Uint8Array> {
  const { chromium } = await import('playwright-core').catch(() => {
    throw new CallError(
      { ja: 'PDFの印刷に要る playwright-core がありません', en: 'playwright-core, which prints PDF, is missing' },
      { ja: '`npm install playwright-core` を実行してください', en: 'run `npm install playwright-core`' },
    );
  });
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-print-'));
  try {
    writeFiles(folder, pages);
    // Chromium refuses its sandbox to the superuser; the page is our own, without scripts and network.
    const chromiumSandbox = process.getuid?.() !== 0;
    const running = await chromium.launch({ executablePath: browser, chromiumSandbox, timeout: 60_000 });
    try {
      const context = await running.newContext({ javaScriptEnabled: false, offline: true });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, path)).href);
      await page.evaluate(keepLinksInside);
      return await page.pdf({ format: 'A4', landscape: true, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    } finally {
      await running.close();
    }
  } catch (error) {
    if (error instanceof CallError) throw error;
    const reason = reasonOf(error);
    throw new CallError(
      { ja: `\`${browser}\` で印刷できません: ${reason}`, en: `cannot print with \`${browser}\`: ${reason}` },
      {
        ja: '新しい Chromium か Chrome を `--browser` で指定するか、all.html をブラウザで開いて印刷してください',
        en: 'name a recent Chromium or Chrome with `--browser`, or open all.html in a browser and print it',
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the page: links to other pages lead to the same thing on this one, or nowhere, since on paper the other pages are not there. */
function keepLinksInside(): void {
  const { document } = globalThis as unknown as { document: PageDocument };
  for (const link of document.querySelectorAll('a[href]')) {
    const [page = '', fragment] = (link.getAttribute('href') ?? '').split('#');
    if (page === '' || /^(?:https?|mailto):/i.test(page)) continue;
    if (fragment && document.getElementById(fragment)) link.setAttribute('href', `#${fragment}`);
    else link.removeAttribute('href');
  }
}

/** The little that is asked of the page's document; the browser's own types are not the program's. */
interface PageDocument {
  querySelectorAll(selector: string): Iterable<{
    getAttribute(name: string): string | null;
    setAttribute(name: string, value: string): void;
    removeAttribute(name: string): void;
  }>;
  getElementById(id: string): unknown;
}
