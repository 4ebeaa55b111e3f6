import { join, relative, resolve } from 'node:path';
import { compile, hasErrors } from '../../compile/compile.js';
import type { PlanFiles } from '../../compile/plan-reading.js';
import { countDiagnostics } from '../../diagnostics/diagnostic.js';
import { rollEdition } from '../../edit/roll-edition.js';
import { type FiscalYears, firstMonthOf, lastMonthOf } from '../../model/fiscal-year.js';
import type { Roadmap } from '../../model/roadmap.js';
import type { Rule } from '../../rules/rule.js';
import { counted } from '../../source/counted.js';
import { visible } from '../../source/visible.js';
import { closedItems } from '../../transform/closed-items.js';
import { folderNamed } from '../arguments/folder-named.js';
import { compileFiles } from '../checking/compile-plan.js';
import { loadOwnPlan } from '../checking/load-plan.js';
import type { Context } from '../command.js';
import { filesBelow } from '../files-below.js';
import { CallError, type Host } from '../host.js';
import { tellErrors } from '../tell-errors.js';
import { gitLine } from './git-line.js';

interface Asked {
  edition: string;
  years: FiscalYears;
  /** The folder of the next edition; that of the plan to write in place. */
  out: string;
  /** The caller's own rules. */
  rules: readonly Rule[];
}

/** Writes the next edition of a plan, and what it no longer carries to `closed/`. Gives the exit status. */
export async function rollPlan(context: Context, place: string, { edition, years: [first, last], out, rules }: Asked): Promise<number> {
  const { host, lang } = context;
  const words = lang === 'ja' ? japanese : english;
  const dir = folderNamed(place);
  // What is checked is what is put aside and copied, whoever saves in the meantime.
  const plan = loadOwnPlan(host, place);
  const roadmap = (await compileFiles(context, plan, rules))?.roadmap;
  if (!roadmap) return 1;
  const window = { start: firstMonthOf(first), end: lastMonthOf(last), grain: 'year' as const };
  if (window.start < roadmap.plan.window.start)
    throw new CallError(
      { ja: '次の版の年度が、今の版より前に始まっています', en: 'the next edition begins before this one' },
      { ja: '`--window` の始まりの年度を確かめてください', en: 'check the first year of `--window`' },
    );
  if (edition === roadmap.plan.edition)
    throw new CallError(
      { ja: `\`${visible(edition)}\` は今の版の名前です`, en: `\`${visible(edition)}\` is the name of this edition` },
      { ja: '`--edition` には次の版の名前を指定してください', en: 'name the next edition with `--edition`' },
    );
  const target = folderNamed(out);
  const from = target === dir ? kept(host, dir, plan.files) : keptBeside(host, dir, target);
  const closed = closedItems(roadmap, window.start);
  const rolled = rollEdition(roadmap, closed, { edition, window, from, earlier: rebased(roadmap, host, dir, target) });

  const whole = new Map<string, string | Uint8Array>([...plan.files, ...rolled.files]);
  for (const name of rolled.emptied) whole.delete(name);
  const { diagnostics } = compile({ dir: target, files: whole }, { rules });
  if (hasErrors(diagnostics)) {
    tellErrors(context, diagnostics);
    host.stderr.write(`${words.faulty(countDiagnostics(diagnostics).error)}\n`);
    return 1;
  }
  const aside = [...rolled.closed].map(([name, contents]) => ({ path: `closed/${fileName(roadmap.plan.edition)}/${name}`, contents }));
  const written = target === dir ? [...rolled.files].map(([path, contents]) => ({ path, contents })) : copies(host, dir, plan.files, whole);
  host.writeFiles(target, [...written, ...aside]);
  host.stdout.write([...written, ...aside].map(({ path }) => `${visible(join(target, path))}\n`).join(''));
  const { phases, tracks, unanswered, unfinished } = closed;
  const { warning } = countDiagnostics(diagnostics);
  const told = [
    ...(target === dir && rolled.emptied.length > 0 ? [words.emptied(rolled.emptied.map((name) => `\`${visible(name)}\``))] : []),
    words.closed(phases.size, tracks.size),
    ...(unanswered.length > 0 ? [words.unanswered(unanswered.length)] : []),
    // What a report calls unfinished is for people to decide.
    ...unfinished.map(({ id, text }) => words.unfinished(id, visible(text))),
    // Such as texts that speak of years before the tables.
    ...(warning > 0 ? [words.warnings(warning, `roadmap validate ${visible(target)}`)] : []),
  ];
  host.stderr.write(told.map((line) => `${line}\n`).join(''));
  return 0;
}

/** The revision that holds every file of the plan as it is now; without one, rolling in place would lose it. */
function kept(host: Host, dir: string, files: PlanFiles['files']): string {
  const line = (...args: string[]) => gitLine(host, dir, args);
  const revision = line('rev-parse', 'HEAD');
  // Of a folder that git ignores it tells no changes.
  const held = new Set(line('ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', '.')?.split('\0'));
  const isHeld = line('status', '--porcelain', '--', '.') === '' && [...files.keys()].every((name) => held.has(name));
  if (revision && isHeld) return `${revision}:${(line('rev-parse', '--show-prefix') ?? '').replace(/\/$/, '') || '.'}`;
  throw new CallError(
    { ja: `\`${dir}\` の今の版がgitに残っていません`, en: `git does not hold \`${dir}\` as it is now` },
    { ja: 'コミットしてから実行するか、`--out フォルダ` を指定してください', en: 'commit it first, or name a folder with `--out`' },
  );
}

function keptBeside(host: Host, dir: string, target: string): string {
  if (host.exists(target) && !(host.isFolder(target) && host.list(target).length === 0))
    throw new CallError(
      { ja: `\`${target}\` は既にあります`, en: `\`${target}\` is there already` },
      { ja: '`--out` には、まだないフォルダを指定してください', en: 'name a folder with `--out` that is not there yet' },
    );
  return relative(resolve(host.cwd, target), resolve(host.cwd, dir));
}

/** The editions before, as they are reached from the new folder. */
function rebased({ plan }: Roadmap, host: Host, dir: string, target: string): string[] {
  return plan.editions.map(({ from }) =>
    host.isFolder(join(dir, from)) ? relative(resolve(host.cwd, target), resolve(host.cwd, dir, from)) : from,
  );
}

/** Every file of the folder, the plan's own as they are now. */
function copies(
  host: Host,
  dir: string,
  own: PlanFiles['files'],
  whole: ReadonlyMap<string, string | Uint8Array>,
): { path: string; contents: string | Uint8Array }[] {
  const others = [...filesBelow(host, dir)].filter((name) => !own.has(name));
  return [
    ...[...whole].map(([path, contents]) => ({ path, contents })),
    ...others.map((path) => ({ path, contents: host.readFile(join(dir, path)) })),
  ];
}

/** An edition's name as a folder's. */
function fileName(edition: string): string {
  return edition.replace(/[/\\:*?"<>|\s]+/g, '-').replace(/^\.+/, '') || 'edition';
}

const japanese = {
  faulty: (errors: number) => `次の版にエラーが${errors}件出るため、何も書き出しませんでした。今の版で直してください`,
  emptied: (names: readonly string[]) => `報告がすべて移ったので、消してください: ${names.join('、')}`,
  closed: (phases: number, tracks: number) => `終わった工程${phases}件（行${tracks}本が丸ごと）を closed/ に移しました`,
  unanswered: (phases: number) => `そのうち${phases}件には、完了したという報告がありません`,
  unfinished: (id: string, text: string) => `  未完了の報告: ${id} ${text}`,
  warnings: (count: number, check: string) => `次の版には警告が${count}件あります。\`${check}\` で確かめてください`,
};

const english: typeof japanese = {
  faulty: (errors) => `nothing was written: the next edition would have ${counted(errors, 'error')}; mend them in this one`,
  emptied: (names) => `all reports of these files were put aside; remove them: ${names.join(', ')}`,
  closed: (phases, tracks) => `put aside what is over in closed/: ${counted(phases, 'phase')}, with ${counted(tracks, 'whole row')}`,
  unanswered: (phases) => `no report says that it is done: ${counted(phases, 'phase')}`,
  unfinished: (id, text) => `  reported as not done: ${id} ${text}`,
  warnings: (count, check) => `the next edition has ${counted(count, 'warning')}; look at them with \`${check}\``,
};
