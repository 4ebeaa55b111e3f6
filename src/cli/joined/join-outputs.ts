import { posix } from 'node:path';
import { renderPlansIndex } from '../../formats/html/plans-index.js';
import { indexTitle, plansIndex } from '../../report/plans-index.js';
import { loadTemplates } from '../building/load-templates.js';
import { tellLeftFiles } from '../building/tell-left-files.js';
import type { Context } from '../command.js';
import { complain } from '../complain.js';
import { CallError, type Host } from '../host.js';
import { type Output, readOutputs } from './finished-outputs.js';
import { joinedDictionary, joinedResources, type Resource } from './join-resources.js';
import { hasMark, type JoinOptions, joinTable } from './join-table.js';
import { joinedName, keepSingle } from './keep-joined.js';

/**
 * One index over finished outputs: a page that leads to each, every table of all of them joined into one file, and the data package of the
 * joined tables. One table of one output is held at a time, and all is the same whether the outputs came from one run or from many. Gives
 * whether it was made: a table that cannot be read or written is told, and then there is no index. `own`: the folder of the caller's own
 * templates, where one was named.
 */
export async function joinOutputs(context: Context, folders: readonly string[], out: string, own?: unknown): Promise<boolean> {
  const { host, lang } = context;
  const { outputs, kinds } = readOutputs(host, folders);
  const [first] = outputs;
  if (!first) return true;
  refuseOwnFolder(host, outputs, out);
  keepSingle(host, out);
  refuseSamePlans(outputs);
  const used = [...new Set(outputs.map(({ kind }) => kind))];
  const resources = joinedResources(used.map((kind) => kinds[kind] ?? []));
  // Of outputs with a byte order mark and without, the first says which the joined tables are: all of them alike.
  const bom = hasMark(host.readFile(`${first.folder}/codes.csv`));
  const dictionary = joinedDictionary(
    host,
    outputs.map(({ folder }) => folder),
    resources,
    bom,
  );
  const options: JoinOptions = {
    outputs: outputs.map(({ folder, kind }) => ({ folder, kind })),
    headings: kinds.map(headingsOf),
    joined: headingsOf(resources),
    bom,
    out,
  };
  const told = new Set(dictionary.map(({ path }) => path));
  const rows = new Map<string, readonly number[]>();
  let isWhole = true;
  for (const { path } of resources) {
    if (told.has(path)) continue;
    await host.pause();
    try {
      rows.set(path, joinTable(host, path, options));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      complain(context, error);
      isWhole = false;
    }
  }
  if (!isWhole) return false;
  const { title: _title, version: _version, plan_id: _id, resources: _, ...about } = first.about;
  const joinedPackage = {
    title: indexTitle[lang],
    ...about,
    name: joinedName,
    resources,
  };
  const templates = await loadTemplates(host, own);
  const listed = outputs.map(({ folder, about }) => ({
    title: about.title,
    edition: about.version,
    // Without pages there is nothing to lead to.
    href: host.exists(`${folder}/index.html`) && addressOf(out, folder),
  }));
  host.writeFiles(out, [
    ...dictionary,
    { path: 'datapackage.json', contents: `${JSON.stringify(joinedPackage, null, 2)}\n` },
    { path: 'index.html', contents: renderPlansIndex(plansIndex(lang, listed, resources, rows), templates) },
  ]);
  tellLeftFiles(
    context,
    out,
    resources.map(({ path }) => path),
  );
  return true;
}

function headingsOf(resources: readonly Resource[]): Record<string, string[]> {
  return Object.fromEntries(resources.map(({ path, schema }) => [path, schema.fields.map(({ name }) => name)]));
}

/** The address of an output's first page, seen from the index. */
function addressOf(out: string, folder: string): string {
  return [...posix.relative(out, folder).split('/'), 'index.html'].map(encodeURIComponent).join('/');
}

/** The index has a folder of its own, by whichever name that is called. */
function refuseOwnFolder(host: Host, outputs: readonly Output[], out: string): void {
  const place = host.exists(out) ? host.realPath(out) : undefined;
  const same = place !== undefined && outputs.find(({ folder }) => host.realPath(folder) === place);
  if (!same) return;
  throw new CallError(
    {
      ja: `一覧を \`${same.folder}\` に置くと、その計画のページと表が失われます`,
      en: `an index in \`${same.folder}\` would take the place of that plan's pages and tables`,
    },
    { ja: '`--out` に別のフォルダを指定してください', en: 'name another folder with `--out`' },
  );
}

/** Rows of one plan and edition can stand in the joined tables once. */
function refuseSamePlans(outputs: readonly Output[]): void {
  const seen = new Map<string, string>();
  for (const { folder, about } of outputs) {
    if (about.plan_id === undefined) continue;
    const key = `${about.plan_id}\0${about.version}`;
    const other = seen.get(key);
    seen.set(key, folder);
    if (other === undefined) continue;
    throw new CallError(
      {
        ja: `\`${other}\` と \`${folder}\` は同じ計画の同じ版です（id: ${about.plan_id}、版: ${about.version}）`,
        en: `\`${other}\` and \`${folder}\` are the same edition of the same plan (id ${about.plan_id}, edition ${about.version})`,
      },
      {
        ja: '一方を外すか、違う計画なら plan.yaml の `id` を変えて build し直してください',
        en: 'leave one out, or, if they are different plans, change the `id` in plan.yaml and build it again',
      },
    );
  }
}
