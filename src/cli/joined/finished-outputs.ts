import { basename, resolve } from 'node:path';
import { byCodeUnits } from '../../source/by-code-units.js';
import { folderNamed } from '../arguments/folder-named.js';
import { CallError, type Host } from '../host.js';
import type { Resource } from './join-resources.js';
import { asBuffer } from './join-table.js';

/** What a finished output says of itself in its datapackage.json. */
interface DataPackage {
  title: string;
  version: string;
  plan_id?: string;
  resources: Resource[];
}

/** A finished output of one plan. */
export interface Output {
  folder: string;
  /** The folder's own name. */
  name: string;
  about: DataPackage;
  /** Outputs with the same tables and columns are of one kind. */
  kind: number;
}

/** Where the resources begin in a package as this tool writes it. */
const beginOfResources = '\n  "resources":';

/** Finished outputs in the order of one run, which is by the names of their folders, in whichever places they lie; and the tables of each kind. */
export function readOutputs(host: Host, folders: readonly string[]): { outputs: Output[]; kinds: readonly Resource[][] } {
  /** Packages of thousands of plans differ in little more than the title: resources that are written alike are read and held once. */
  const kinds: { written: Uint8Array; resources: Resource[] }[] = [];
  const outputs = folders
    .map((folder) => readOutput(folderNamed(folder)))
    .sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.folder, b.folder));
  return { outputs, kinds: kinds.map(({ resources }) => resources) };

  function readOutput(folder: string): Output {
    const path = `${folder}/datapackage.json`;
    if (host.exists(path)) return { folder, name: basename(resolve(host.cwd, folder)), ...readPackage(path) };
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

  function readPackage(path: string): Pick<Output, 'about' | 'kind'> {
    const written = asBuffer(host.readBriefly(path));
    const at = written.indexOf(beginOfResources);
    const tail = at < 0 ? written : written.subarray(at);
    const known = kinds.findIndex((kind) => tail.equals(kind.written));
    if (known >= 0 && at >= 0) return { about: parse(path, `${decode(written.subarray(0, at))}${beginOfResources}[]}`), kind: known };
    const about = parse(path, decode(written));
    return { about, kind: kinds.push({ written: Buffer.from(tail), resources: about.resources }) - 1 };
  }
}

function parse(path: string, json: string): DataPackage {
  try {
    const found: unknown = JSON.parse(json);
    if (isDataPackage(found)) return found;
  } catch {
    // Told below.
  }
  throw new CallError(
    {
      ja: `\`${path}\` は、build が一つの計画について書くものではありません`,
      en: `\`${path}\` is not what build writes of one plan`,
    },
    {
      ja: 'その計画を build し直すか、ほかのフォルダなら外してください',
      en: 'build that plan again, or leave the folder out if it is none of them',
    },
  );
}

/** Of other tools' data packages, and of the one of joined tables, it says too little. */
function isDataPackage(found: unknown): found is DataPackage {
  const about = (found ?? {}) as Partial<Record<keyof DataPackage, unknown>>;
  return typeof about.title === 'string' && typeof about.version === 'string' && isListOf(about.resources, isResource);
}

function isResource(found: unknown): boolean {
  const { path, schema } = (found ?? {}) as { path?: unknown; schema?: { fields?: unknown } };
  return typeof path === 'string' && isListOf(schema?.fields, (field) => typeof (field as { name?: unknown } | null)?.name === 'string');
}

function isListOf(found: unknown, isOne: (part: unknown) => boolean): boolean {
  return Array.isArray(found) && found.every(isOne);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
