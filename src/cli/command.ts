import type { Bilingual } from '../diagnostics/diagnostic.js';
import type { FormatEntry } from '../formats/format.js';
import { type FormatName, formatOf, formats, singleFormats } from '../formats/index.js';
import type { Lang } from '../source/lang.js';
import type { Host } from './host.js';

/** What a command is given beside its own arguments and options. */
export interface Context {
  host: Host;
  lang: Lang;
  /** Whether standard output takes colours. */
  color: boolean;
  /** Whether standard error does. */
  errorColor: boolean;
}

export interface CommandOption {
  /** As commander writes them: `--out <folder>`. */
  flags: string;
  description: Bilingual;
  default?: string;
  /** It may be named several times: its value is the list of all that were given. */
  repeats?: true;
}

export interface Command {
  name: string;
  summary: Bilingual;
  arguments?: { name: string; description: Bilingual }[];
  options?: CommandOption[];
  /** Gives the exit status. What a command needs beyond this is loaded inside, so that `--help` stays quick. */
  run(context: Context, args: readonly string[], options: Options): Promise<number>;
}

/** Option values by their camel-case name. */
export type Options = Readonly<Record<string, string | boolean | string[] | undefined>>;

export const dirsArgument = {
  name: '[DIR...]',
  description: {
    ja: "plan.yaml のあるフォルダ（省くと roadmap）。複数や、'plans/*' のような型でもよい",
    en: "folders that hold a plan.yaml (default: roadmap); several, or a pattern such as 'plans/*'",
  },
};
export const dirArgument = {
  name: '[DIR]',
  description: { ja: 'plan.yaml のあるフォルダ（省くと roadmap）', en: 'the folder that holds a plan.yaml (default: roadmap)' },
};
export function outOption(by: string): CommandOption {
  const [ja, en] = [printable('ja'), printable('en')];
  return {
    flags: '--out <folder>',
    description: { ja: `書き出すフォルダ。- は標準出力（${ja}）`, en: `the output folder; - is standard output (${en})` },
    default: by,
  };
}
/** Of a command that prints when neither a folder nor a format is named. */
export function outIfAskedOption(by: string, has?: (format: FormatEntry) => boolean): CommandOption {
  const [ja, en] = [printable('ja', has), printable('en', has)];
  return {
    flags: '--out <folder>',
    description: {
      ja: `書き出すフォルダ（省くと ${by}、--format も省くと標準出力）。- は標準出力（${ja}）`,
      en: `the output folder (default: ${by}, or standard output where --format is left away too); - is standard output (${en})`,
    },
  };
}
/** The formats of which standard output takes one. */
function printable(lang: Lang, has: (format: FormatEntry) => boolean = () => true): string {
  const names = singleFormats.filter((name) => has(formatOf(name)));
  return lang === 'ja' ? `${names.join('、')} のどれか` : `one of ${names.join(', ')}`;
}
export function formatOption(by: FormatName, has: (format: FormatEntry) => boolean = () => true): CommandOption {
  const names = (Object.keys(formats) as FormatName[]).filter((name) => has(formatOf(name))).join(', ');
  return {
    flags: '--format <names>',
    description: { ja: `書式: ${names}（複数はコンマで区切る。省くと ${by}）`, en: `${names}, several by comma (default: ${by})` },
  };
}

export const leadOption: CommandOption = {
  flags: '--lead <names>',
  description: {
    ja: '担当部局のIDか名前（下の組織を含む。none は担当の記載のないもの。複数はコンマで区切る）',
    en: 'ids or names of departments, each with those below it, or none for what names none; several by comma',
  },
};

export const noCacheOption: CommandOption = {
  flags: '--no-cache',
  description: { ja: '前の結果を使わない', en: 'use no earlier outcome' },
};

export const templatesOption: CommandOption = {
  flags: '--templates <folder>',
  description: {
    ja: '自作のテンプレートのフォルダ（同じ名前のものを置き換える）',
    en: 'a folder of your own templates, which replace those of the same name',
  },
};
export const bomOption: CommandOption = {
  flags: '--bom',
  description: { ja: 'CSVをExcelで開けるようにBOMを付ける', en: 'begin CSV files with a BOM for Excel' },
};
export const rulesOption: CommandOption = {
  flags: '--rules <folder>',
  description: { ja: '自作の規則（ESモジュール）のフォルダ', en: 'a folder of rules of your own (ES modules)' },
};
export const threadsOption: CommandOption = {
  flags: '--threads <n>',
  description: {
    ja: '多くの計画に使うスレッドの数（1 なら使わない。省くとコアの数、多くて4）',
    en: 'worker threads for many plans (1: none; default: as many as cores, at most 4)',
  },
};
export const browserOption: CommandOption = {
  flags: '--browser <file>',
  description: {
    ja: 'PDFを印刷する Chromium か Chrome（省くと CHROME_PATH か、いつもの場所から探す）',
    en: 'the Chromium or Chrome that prints PDF (default: CHROME_PATH, else the usual places)',
  },
};
