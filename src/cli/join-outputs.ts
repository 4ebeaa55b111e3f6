import { posix } from 'node:path';
import { siteWordsOf } from '../report/site/site-words.js';
import type { Context } from './command.js';
import { eachFolder, threadsFor } from './each-folder.js';
import { CallError } from './host.js';
import type { JoinOptions } from './join-table.js';
import { loadTemplates } from './load-templates.js';

/** What a finished output says of itself in its datapackage.json. */
interface DataPackage {
  title: string;
  version: string;
  resources: Resource[];
}

/** Where the resources begin in a package as this tool writes it. */
const beginOfResources = '\n  "resources":';

interface Resource {
  name: string;
  path: string;
  schema: { fields: { name: string }[]; primaryKey?: string[]; foreignKeys?: ForeignKey[] };
}

interface ForeignKey {
  fields: string[];
  reference: { resource: string; fields: string[] };
}

/** From this many outputs on more threads save more than they cost, unless the caller asks for them. */
const many = 300;

/**
 * One index over finished outputs: a page that leads to each, every table of all of them joined into one file, and the data package of the
 * joined tables. Each thread holds one table of one output at a time, and it is the same whether the outputs came from one run or from many.
 */
export async function joinOutputs(context: Context, folders: readonly string[], out: string, threads?: number): Promise<void> {
  const { host, lang } = context;
  /** Packages of thousands of plans differ in little more than the title: resources that are written alike are read and held once. */
  const kinds: { written: Uint8Array; resources: Resource[] }[] = [];
  const outputs = [...folders].map((folder) => readOutput(folder.replace(/\/+$/, ''))).sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const [first] = outputs;
  if (!first) return;
  const resources = new Map<string, Resource>();
  for (const kind of new Set(outputs.map((output) => output.kind)))
    for (const resource of kinds[kind]?.resources ?? []) resources.set(resource.path, widen(resources.get(resource.path), resource));
  const options: JoinOptions = {
    outputs: outputs.map(({ folder, kind }) => ({ folder, kind })),
    headings: kinds.map((kind) => headingsOf(kind.resources)),
    joined: headingsOf([...resources.values()]),
    out,
  };
  await eachFolder(
    context,
    { kind: 'join', options },
    [...resources.keys()],
    () => {},
    threads === undefined && outputs.length < many ? 1 : threadsFor(threads),
  );
  for (const name of ['columns.csv', 'codes.csv']) host.writePieces(`${out}/${name}`, [host.readFile(`${first.folder}/${name}`)]);
  const title = lang === 'ja' ? '工程表の一覧' : 'Roadmaps';
  const { title: _title, version: _version, resources: _, ...about } = first.about;
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

  function readOutput(folder: string): { folder: string; about: DataPackage; kind: number } {
    const path = `${folder}/datapackage.json`;
    if (host.exists(path)) return { folder, ...readPackage(host.readFile(path)) };
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

  function readPackage(bytes: Uint8Array): { about: DataPackage; kind: number } {
    const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const at = written.indexOf(beginOfResources);
    const tail = at < 0 ? written : written.subarray(at);
    const known = kinds.findIndex((kind) => tail.equals(kind.written));
    if (known >= 0 && at >= 0) return { about: parse(`${decode(written.subarray(0, at))}${beginOfResources}[]}`), kind: known };
    const about = parse(decode(written));
    return { about, kind: kinds.push({ written: Buffer.from(tail), resources: about.resources }) - 1 };
  }
}

function headingsOf(resources: readonly Resource[]): Record<string, string[]> {
  return Object.fromEntries(resources.map(({ path, schema }) => [path, schema.fields.map(({ name }) => name)]));
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
