import type { Options } from '../command.js';
import { CallError } from '../host.js';

/** The folder of `--out`, else the usual one: of a command whose output is files alone. */
export function outFolder(options: Options, usual: string): string {
  const out = outPlace(options, usual);
  if (out !== '-') return out;
  throw new CallError(
    { ja: '`--out -`（標準出力）には書き出せません', en: '`--out -`, standard output, cannot take what is written' },
    { ja: 'フォルダを指定してください。`-` という名前のフォルダは `./-` です', en: 'name a folder; one whose name is `-` is `./-`' },
  );
}

/** The same of a command that can print too: `-` is standard output. An empty name, such as that of a variable that is not set, is no folder. */
export function outPlace({ out }: Options, usual: string): string {
  if (typeof out !== 'string') return usual;
  if (out !== '') return out;
  throw new CallError(
    { ja: '`--out` のフォルダの名前が空です', en: 'the folder of `--out` has an empty name' },
    {
      ja: 'フォルダの名前を書くか、`--out` を省いてください。今のフォルダは `.` です',
      en: 'name a folder, or leave `--out` away; the current folder is `.`',
    },
  );
}

/** The same of a command that prints when neither a folder nor a format is named. */
export function outPlaceIfAsked(options: Options, usual: string): string {
  return options['out'] === undefined && options['format'] === undefined ? '-' : outPlace(options, usual);
}
