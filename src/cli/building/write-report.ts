import { hash } from 'node:crypto';
import type { FormatOptions, OutputFile } from '../../formats/format.js';
import { dataFormatsOf, type FormatName, formatOf, singleFormats } from '../../formats/index.js';
import { ckanPackage, type PublishedFile } from '../../report/dataset.js';
import type { Report } from '../../report/report.js';
import { Utf8Memory } from '../../source/encode-utf8.js';
import type { Context, Options } from '../command.js';
import { CallError, type Host } from '../host.js';
import { findBrowser } from './find-browser.js';
import { loadTemplates } from './load-templates.js';

/** What was written: a file, by its path in the output folder, its size and its hash. */
export interface Written {
  path: string;
  bytes: number;
  sha256: string;
}

/** Renders a report in each format, and writes the files once all of them are there; gives what was written, nothing where it was printed. */
export async function writeReport(...asked: Asked): Promise<Written[]> {
  const memory = spare.pop() ?? new Utf8Memory();
  try {
    return await writeInto(memory, ...asked);
  } finally {
    memory.clear();
    spare.push(memory);
  }
}

type Asked = [context: Context, report: Report, names: readonly FormatName[], out: string, options: Options, date?: string];

/** What one report has filled, the next one fills again. */
const spare: Utf8Memory[] = [];

async function writeInto(memory: Utf8Memory, ...[context, report, names, out, options, date]: Asked): Promise<Written[]> {
  const { host } = context;
  const laidOut = names.some((name) => formatOf(name).laidOut);
  const templates = await loadTemplates(host, laidOut ? options['templates'] : undefined);
  if (out === '-') refuseWhatIsNotOne(names, report);
  const encode = (text: string | readonly string[]) => memory.encode(text);
  const encoded = (file: OutputFile): EncodedFile => {
    const { contents } = file;
    return { ...file, contents: contents instanceof Uint8Array ? contents : encode(contents) };
  };
  const settings: FormatOptions = {
    templates,
    encode,
    bom: options['bom'] === true,
    ...(date !== undefined && { date }),
    ...(names.some((name) => formatOf(name).printed) && { print: printerOf(host, options['browser'], encoded) }),
  };
  const dataNames = dataFormatsOf(names);
  const data = await Promise.all(dataNames.map(async (name) => ({ name, format: await formatOf(name).load() })));
  const published: HashedFile[] = [];
  for (const { name, format } of data) {
    const before = published.length;
    for await (const file of format.render(report, settings)) published.push(hashed(encoded(file)));
    if (published.length === before && names.includes(name)) throw absent(name);
  }
  const listed = published.map(publishedFile);
  const dataset = dataNames.includes('csv') ? report.dataset?.() : undefined;
  const catalogue = dataset && {
    path: 'dataset.json',
    contents: encode(`${JSON.stringify(ckanPackage(dataset, listed, date), null, 2)}\n`),
  };
  const besides = {
    ...settings,
    files: listed,
    ...(catalogue && { catalogue: { path: catalogue.path, bytes: catalogue.contents.byteLength } }),
  };
  const files: EncodedFile[] = [...published];
  for (const name of names) {
    if (dataNames.includes(name)) continue;
    const format = await formatOf(name).load();
    for await (const file of format.render(report, besides)) {
      files.push(encoded(file));
      await host.pause();
    }
  }
  if (out === '-') {
    for (const { contents } of files) host.stdout.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(contents));
    return [];
  }
  if (catalogue) files.push(catalogue);
  host.writeFiles(out, files);
  await host.pause();
  return files.map(({ path, contents, sha256 = hash('sha256', contents) }) => ({ path, bytes: contents.byteLength, sha256 }));
}

/** Standard output takes one file. */
function refuseWhatIsNotOne(names: readonly FormatName[], { feed }: Report): void {
  const [name, another] = names;
  if (name && another === undefined && formatOf(name).single) return;
  // Only what has a feed can be written as one.
  const single = singleFormats.filter((one) => feed || !formatOf(one).ofRevision);
  throw new CallError(
    {
      ja: `標準出力に書けるのは ${single.join('、')} のどれか一つです（\`${names.join(',')}\`）`,
      en: `standard output takes one of ${single.join(', ')}, not \`${names.join(',')}\``,
    },
    { ja: '`--out フォルダ` を指定してください', en: 'name a folder with `--out`' },
  );
}

function printerOf(host: Host, browser: unknown, encoded: (file: OutputFile) => EncodedFile): NonNullable<FormatOptions['print']> {
  const program = findBrowser(host, browser);
  return (pages, path) => host.print(program, pages.map(encoded), path);
}

/** A file with its text as it stands on the disk: encoded once, then counted, hashed and written. */
type EncodedFile = OutputFile & { contents: Uint8Array; sha256?: string };
type HashedFile = EncodedFile & { sha256: string };

function hashed(file: EncodedFile): HashedFile {
  return { ...file, sha256: hash('sha256', file.contents) };
}

function publishedFile({ path, title, contents, sha256 }: HashedFile): PublishedFile {
  return { path, ...(title && { title }), bytes: contents.byteLength, sha256 };
}

/** Only a revision has a feed. */
function absent(name: string): CallError {
  return new CallError(
    { ja: `この出力に \`${name}\` はありません`, en: `there is no \`${name}\` of this` },
    {
      ja: '`atom` は `roadmap diff` か、前の版（editions）を挙げた計画の `roadmap build` で、版の名前かコミットに日付があるときに使えます',
      en: '`atom` belongs to `roadmap diff`, or to `roadmap build` of a plan that names earlier editions, where the edition or its commit has a date',
    },
  );
}
