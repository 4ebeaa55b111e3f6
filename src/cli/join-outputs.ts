import { posix } from 'node:path';
import { siteWordsOf } from '../report/site/site-words.js';
import type { Context } from './command.js';
import { CallError } from './host.js';
import { loadTemplates } from './load-templates.js';

/** What a finished output says of itself in its datapackage.json. */
interface DataPackage {
  title: string;
  version: string;
  resources: Resource[];
}

/** A finished output; its resources may be those of another output with the same tables. */
interface Output {
  folder: string;
  about: DataPackage;
}

/** Where the resources begin in a package as this tool writes it. */
const beginOfResources = '\n  "resources":';
const lineFeed = 10;
/** The first byte of a byte order mark, with which no heading begins. */
const firstOfMark = 0xef;

interface Resource {
  name: string;
  path: string;
  schema: { fields: { name: string }[]; primaryKey?: string[]; foreignKeys?: ForeignKey[] };
}

interface ForeignKey {
  fields: string[];
  reference: { resource: string; fields: string[] };
}

/**
 * One index over finished outputs: a page that leads to each, every table of all of them joined into one file, and the data package of the
 * joined tables. It holds one output at a time, and is the same whether the outputs came from one run or from many.
 */
export async function joinOutputs({ host, lang }: Context, folders: readonly string[], out: string): Promise<void> {
  const kinds = new Map<string, Resource[]>();
  const outputs = [...folders].map((folder) => readOutput(folder.replace(/\/+$/, ''))).sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const [first] = outputs;
  if (!first) return;
  const resources = new Map<string, Resource>();
  for (const kind of new Set(outputs.map(({ about }) => about.resources)))
    for (const resource of kind) resources.set(resource.path, widen(resources.get(resource.path), resource));
  for (const resource of resources.values()) {
    await host.pause();
    host.writePieces(`${out}/${resource.path}`, joined(resource));
  }
  for (const name of ['columns.csv', 'codes.csv']) host.writePieces(`${out}/${name}`, [host.readFile(`${first.folder}/${name}`)]);
  const title = lang === 'ja' ? '工程表の一覧' : 'Roadmaps';
  const { title: _title, version: _version, ...about } = first.about;
  const joinedPackage = {
    title,
    ...about,
    name: 'roadmaps',
    resources: [...resources.values()].map(keyedByPlan),
  };
  const words = siteWordsOf(lang);
  const templates = await loadTemplates(host);
  const view = {
    lang,
    title,
    words,
    plans: outputs.map(({ folder, about }) => ({
      title: about.title,
      edition: about.version,
      href: `${encodeURI(posix.relative(out, folder))}/index.html`,
    })),
    files: [...resources.keys()],
  };
  host.writeFiles(out, [
    { path: 'datapackage.json', contents: `${JSON.stringify(joinedPackage, null, 2)}\n` },
    { path: 'index.html', contents: templates.render('plain/plans', view) },
  ]);

  function readOutput(folder: string): Output {
    const path = `${folder}/datapackage.json`;
    if (host.exists(path)) return { folder, about: readPackage(host.readFile(path)) };
    throw new CallError(
      {
        ja: `\`${folder}\` は書き出しの済んだフォルダではありません（datapackage.json がありません）`,
        en: `\`${folder}\` is no finished output: it has no datapackage.json`,
      },
      {
        ja: '`roadmap build --format html` か `csv` で書き出したフォルダを指定してください',
        en: 'name folders written by `roadmap build --format html` or `csv`',
      },
    );
  }

  /** Packages of thousands of plans differ in little more than the title: resources that are written alike are read and held once. */
  function readPackage(bytes: Uint8Array): DataPackage {
    const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const at = written.indexOf(beginOfResources);
    const kind = at < 0 ? '' : written.toString('latin1', at);
    const known = kinds.get(kind);
    if (known) return { ...parse(`${decode(written.subarray(0, at))}${beginOfResources}[]}`), resources: known };
    const whole = parse(decode(written));
    if (kind) kinds.set(kind, whole.resources);
    return whole;
  }

  /** The rows of all outputs below one heading; an output that lacks a column leaves it empty. */
  function* joined({ path, schema }: Resource): Iterable<string | Uint8Array> {
    const heading = schema.fields.map(({ name }) => name);
    let begun = false;
    for (const { folder, about } of outputs) {
      const own = about.resources.find((resource) => resource.path === path)?.schema.fields.map(({ name }) => name);
      if (!own) continue;
      const table = host.readFile(`${folder}/${path}`);
      if (!begun) yield `${table[0] === firstOfMark ? '\uFEFF' : ''}${heading.join(',')}\r\n`;
      begun = true;
      const rows = table.subarray(table.indexOf(lineFeed) + 1);
      yield own.join() === heading.join() ? rows : reorder(rows, own, heading);
    }
  }
}

function parse(json: string): DataPackage {
  return JSON.parse(json) as DataPackage;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The resource with the columns of both, those of the first before what only the second has. */
function widen(known: Resource | undefined, resource: Resource): Resource {
  if (!known) return resource;
  const names = new Set(known.schema.fields.map(({ name }) => name));
  const more = resource.schema.fields.filter(({ name }) => !names.has(name));
  return more.length === 0 ? known : { ...known, schema: { ...known.schema, fields: [...known.schema.fields, ...more] } };
}

/** Ids are unique in a plan: among several, the plan's id is part of every key. */
function keyedByPlan(resource: Resource): Resource {
  const { primaryKey, foreignKeys, ...schema } = resource.schema;
  return {
    ...resource,
    schema: {
      ...schema,
      ...(primaryKey && { primaryKey: ['plan_id', ...primaryKey] }),
      ...(foreignKeys && {
        foreignKeys: foreignKeys.map(({ fields, reference }) => ({
          fields: ['plan_id', ...fields],
          reference: { ...reference, fields: ['plan_id', ...reference.fields] },
        })),
      }),
    },
  };
}

/** The rows with their cells in the order of another heading. Commas, quotes and line ends are single bytes, whatever stands between them. */
function reorder(rows: Uint8Array, own: readonly string[], heading: readonly string[]): Uint8Array {
  const text = Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength).toString('latin1');
  const behind = own.every((name, index) => name === heading[index]);
  return Buffer.from(behind ? text.replaceAll('\r\n', `${','.repeat(heading.length - own.length)}\r\n`) : rearranged(), 'latin1');

  function rearranged(): string {
    const at = heading.map((name) => own.indexOf(name));
    return text
      .split('\r\n')
      .filter((row) => row !== '')
      .map((row) => {
        const cells = cellsOf(row);
        return `${at.map((index) => (index < 0 ? '' : cells[index])).join(',')}\r\n`;
      })
      .join('');
  }
}

/** The cells of a row as they are written, with their quotes. */
function cellsOf(row: string): string[] {
  return row.includes('"') ? [...row.matchAll(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g)].map(([cell]) => cell) : row.split(',');
}
