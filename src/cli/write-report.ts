import { join } from 'node:path';
import type { OutputFile } from '../formats/format.js';
import { type FormatName, formats } from '../formats/index.js';
import type { Report } from '../report/report.js';
import type { Context, Options } from './command.js';
import { CallError } from './host.js';
import { loadTemplates } from './load-templates.js';

/** Renders a report in each format, and writes the files once all of them are there. */
export async function writeReport(
  context: Context,
  report: Report,
  names: readonly FormatName[],
  out: string,
  options: Options,
): Promise<void> {
  const { host, lang } = context;
  const templates = names.some((name) => name === 'html' || name === 'md')
    ? loadTemplates(host, options['templates'])
    : new Map<string, string>();
  const files: OutputFile[] = [];
  for (const name of names) {
    const format = await formats[name]();
    if (out === '-' && (!format.single || names.length > 1)) {
      throw new CallError(
        {
          ja: `標準出力に書けるのは md か json のどれか一つです（\`${names.join(',')}\`）`,
          en: `standard output takes one of md and json, not \`${names.join(',')}\``,
        },
        { ja: '`--out フォルダ` を指定してください', en: 'name a folder with `--out`' },
      );
    }
    files.push(...format.render(report, { templates, bom: options['bom'] === true }));
  }
  if (out === '-') {
    for (const { contents } of files) host.stdout.write(contents);
    return;
  }
  host.writeFiles(out, files);
  host.stdout.write(listing(out, files, lang === 'ja' ? '計' : 'in all'));
}

/** What was written and how large. */
function listing(out: string, files: readonly OutputFile[], all: string): string {
  const sizes = files.map(({ path, contents }) => ({ path: join(out, path), bytes: Buffer.byteLength(contents) }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  return `${sizes.map(({ path, bytes }) => `${size(bytes)}  ${path}\n`).join('')}${size(total)}  ${all}\n`;
}

function size(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}

/** The folder of a report: the one asked for, or `dist/report`. */
export function outFolder(options: Options): string {
  return typeof options['out'] === 'string' ? options['out'] : 'dist/report';
}
