import { basename, dirname, join, resolve } from 'node:path';
import type { Bilingual } from '../../diagnostics/diagnostic.js';
import type { ReadSheet, SheetFault } from '../../sheets/read-answers.js';
import { counted } from '../../source/counted.js';
import { visible } from '../../source/visible.js';
import { folderNamed } from '../arguments/folder-named.js';
import { type Command, type Context, rulesOption } from '../command.js';
import { CallError, type Host } from '../host.js';

export const command: Command = {
  name: 'apply',
  summary: { ja: '回答されたシートを工程表に取り込む', en: 'put answered sheets into the roadmap' },
  arguments: [
    {
      name: '<FILE...>',
      description: { ja: '回答されたシート（.xlsx）か、そのフォルダ', en: 'answered sheets (.xlsx), or folders of them' },
    },
  ],
  options: [
    { flags: '--to <dir>', description: { ja: '取り込む工程表のフォルダ', en: 'the folder of the roadmap' }, default: 'roadmap' },
    { flags: '--dry-run', description: { ja: '書かずに、変わる所を示す', en: 'show what would change, and write nothing' } },
    {
      flags: '--mark <file>',
      description: {
        ja: '取り込めなかったシートに指摘を書き込んだ写し（シートが複数ならフォルダ）',
        en: 'a copy of the refused sheet with its faults marked (a folder for several sheets)',
      },
    },
    rulesOption,
  ],
  async run(context, paths, options) {
    const { host, lang } = context;
    const { findSheetFiles, readSheetFile } = await import('../answers/read-sheet-files.js');
    const { compileFiles } = await import('../checking/compile-plan.js');
    const { loadRules } = await import('../checking/load-rules.js');
    const { loadPlan } = await import('../checking/load-plan.js');
    const { mergeAnswers } = await import('../../sheets/merge-answers.js');
    const { draftAnswers } = await import('../answers/draft-answers.js');
    const { showDraft } = await import('../answers/show-draft.js');
    const dir = folderNamed(String(options['to']));
    const files = findSheetFiles(context, paths);
    const mark = typeof options['mark'] === 'string' ? options['mark'] : undefined;
    if (mark === '')
      throw new CallError(
        { ja: '`--mark` の名前が空です', en: 'the file or folder of `--mark` has an empty name' },
        { ja: '写しのファイルかフォルダの名前を書くか、`--mark` を省いてください', en: 'name a file or a folder, or leave `--mark` away' },
      );
    if (mark?.endsWith('.xlsx') && files.length > 1)
      throw new CallError(
        { ja: 'シートが複数のとき、`--mark` にはフォルダを指定してください', en: 'with several sheets `--mark` names a folder' },
        { ja: `例: --mark ${mark.replace(/\.xlsx$/, '')}`, en: `for example: --mark ${mark.replace(/\.xlsx$/, '')}` },
      );
    const copies = mark === undefined ? new Map<string, string>() : copyPaths(host, files, mark);
    if (!host.isFolder(dir))
      throw new CallError(
        { ja: `\`${dir}\` というフォルダがありません`, en: `there is no folder \`${dir}\`` },
        { ja: '工程表のフォルダを `--to フォルダ` で指定してください', en: 'name the folder of the roadmap: `--to FOLDER`' },
      );
    const rules = await loadRules(host, options['rules']);
    const plan = await compileFiles(context, loadPlan(host, dir), rules);
    if (!plan) return 1;
    const sheets: Awaited<ReturnType<typeof readSheetFile>>[] = [];
    for (const path of files) sheets.push(await readSheetFile(host, path, plan.roadmap));
    for (const { file, notes } of sheets) for (const note of notes) host.stderr.write(`${visible(file)}: ${ignored[note][lang]}\n`);
    const { answered, faults } = mergeAnswers(sheets);
    const all = [...sheets.flatMap((sheet) => sheet.faults), ...faults];
    const result = all.length === 0 ? draftAnswers(dir, answered, plan, rules) : { faults: all };
    if ('faults' in result) {
      tell(context, result.faults);
      if (copies.size > 0) await writeMarked(context, sheets, result.faults, copies);
      host.stderr.write(
        lang === 'ja'
          ? `指摘が${result.faults.length}件あるため、何も取り込みませんでした\n`
          : `nothing was applied: ${counted(result.faults.length, 'fault')}\n`,
      );
      return 1;
    }
    for (const advice of [...sheets.flatMap((sheet) => sheet.advice), ...result.warnings]) host.stderr.write(line(context, advice));
    const changed = result.draft.changed();
    const count = answered.reduce((sum, { rows }) => sum + new Set(rows.map(({ row }) => row.id)).size, 0);
    if (options['dryRun'] === true) host.stdout.write(showDraft(context, dir, changed, answered));
    else {
      host.writeFiles(dir, changed, true);
      host.stdout.write(changed.map(({ path }) => `${visible(join(dir, path))}\n`).join(''));
    }
    host.stderr.write(summary(count, changed.length, options['dryRun'] === true)[lang]);
    return 0;
  },
};

type Faults = readonly SheetFault[];

function tell(context: Context, faults: Faults): void {
  const { host, lang } = context;
  for (const fault of faults.slice(0, mostFaults)) {
    const { help } = fault;
    host.stdout.write(line(context, fault));
    if (help) host.stdout.write(`    ${lang === 'ja' ? '直し方' : 'help'}: ${visible(help[lang])}\n`);
  }
  const rest = faults.length - mostFaults;
  if (rest > 0) host.stdout.write(lang === 'ja' ? `ほか${rest}件\n` : `and ${rest} more\n`);
}

/** `回答.xlsx 進捗状況!J12: …`. */
function line({ lang }: Context, { file, sheet, cell, message }: SheetFault): string {
  const place = [sheet, cell].filter(Boolean).join('!');
  return `${visible(`${file}${place ? ` ${place}` : ''}: ${message[lang]}`)}\n`;
}

/** More faults than this have one cause, and are only counted. */
const mostFaults = 1000;

async function writeMarked({ host }: Context, sheets: readonly ReadSheet[], faults: Faults, copies: ReadonlyMap<string, string>) {
  const { markCopy } = await import('../../sheets/mark-copy.js');
  const { writeWorkbook } = await import('../../sheets/xlsx.js');
  const written: { path: string; contents: Uint8Array }[] = [];
  for (const sheet of sheets) {
    const own = faults.filter(({ file }) => file === sheet.file);
    const path = copies.get(sheet.file);
    if (own.length > 0 && path !== undefined) written.push({ path, contents: await writeWorkbook(markCopy(sheet, own)) });
  }
  for (const { path, contents } of written) host.writeFiles(dirname(path), [{ path: basename(path), contents }]);
  for (const { path } of written) host.stderr.write(`${visible(path)}\n`);
}

/** Where the marked copy of each sheet goes: a workbook of a name of its own, never in the place of a sheet that was received. */
function copyPaths(host: Host, files: readonly string[], mark: string): Map<string, string> {
  const copies = new Map<string, string>();
  const taken = new Set<string>();
  for (const file of files) {
    const name = basename(file).replace(/\.[^.]*$/, '');
    const names = [name, `${basename(dirname(file))}-${name}`, ...files.map((_, index) => `${name}-${index + 2}`)];
    const free = names.find((one) => !taken.has(one.toLowerCase())) ?? name;
    taken.add(free.toLowerCase());
    copies.set(file, mark.endsWith('.xlsx') ? mark : join(mark, `${free}.xlsx`));
  }
  const placeOf = (path: string) =>
    host.isFolder(dirname(path)) ? join(host.realPath(dirname(path)), basename(path)) : resolve(host.cwd, path);
  const received = new Set(files.map(placeOf));
  for (const copy of copies.values())
    if (received.has(placeOf(copy)))
      throw new CallError(
        {
          ja: `\`--mark\` の写しが、届いたシート \`${copy}\` を上書きします`,
          en: `the copy of \`--mark\` would replace the sheet \`${copy}\``,
        },
        { ja: '届いたシートとは別のフォルダか名前を指定してください', en: 'name another folder or file' },
      );
  return copies;
}

const ignored = {
  macros: { ja: 'マクロは読まずに取り込みます', en: 'its macros are not read' },
  externalLinks: { ja: '他のファイルへのリンクは読まずに取り込みます', en: 'its links to other files are not read' },
  comments: { ja: 'セルに付けたコメントは読まずに取り込みます', en: 'its comments beside cells are not read' },
  drawings: { ja: '図形・画像・テキストボックスは読まずに取り込みます', en: 'its shapes, pictures and text boxes are not read' },
};

function summary(rows: number, files: number, dry: boolean): Bilingual {
  if (files === 0) return { ja: '変わる所はありません\n', en: 'nothing changes\n' };
  return dry
    ? {
        ja: `${rows}行の回答で${files}ファイルが変わります（書いていません）\n`,
        en: `${counted(rows, 'row')} would change ${counted(files, 'file')}\n`,
      }
    : { ja: `${rows}行の回答を${files}ファイルに取り込みました\n`, en: `${counted(rows, 'row')} applied to ${counted(files, 'file')}\n` };
}
