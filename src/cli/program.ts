import { type Argument, Command as Commander, CommanderError, Option } from 'commander';
import type { Bilingual } from '../diagnostics/diagnostic.js';
import type { Lang } from '../source/lang.js';
import type { Command, Options } from './command.js';
import { commands } from './commands.js';
import { complain, complainOfFault } from './complain.js';
import { CallError, type Host, type Terminal } from './host.js';
import { Interrupted } from './machine/signals.js';
import { reasonOf } from './reason-of.js';
import { version } from './version.js';

/** Runs one call of the program and gives its exit status: 0 nothing wrong, 1 findings, 2 a wrong call or a fault. */
export async function run(host: Host, given: readonly string[]): Promise<number> {
  const argv = commandFirst(given);
  const lang = languageOf(argv);
  const [color, errorColor] = [host.stdout, host.stderr].map((terminal) => takesColor(host, argv, terminal)) as [boolean, boolean];
  host.stdout.tellFault = (fault) => complain({ host, lang }, fault);
  let isStray = false;
  host.tellStray = (error) => {
    isStray = true;
    const { ja, en } = words.stray;
    process.exitCode = complain({ host, lang }, { words: { ja: ja + reasonOf(error), en: en + reasonOf(error) }, help: words.await });
  };
  let status = 0;
  const program = new Commander('roadmap');
  dress(program, lang)
    .description(words.about[lang])
    .usage(words.usage[lang])
    .version(version, '--version', words.version[lang])
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      outputError: () => undefined,
    })
    .exitOverride()
    .helpCommand(false)
    .enablePositionalOptions(false);
  // Declaring all commands takes longer than many a call: one that is named is enough.
  const named = commands.filter(({ name }) => name === argv[0]);
  for (const command of named.length > 0 ? named : commands) {
    const sub = declare(program, command, lang);
    sub.action(async (...received: unknown[]) => {
      const args = received
        .slice(0, command.arguments?.length ?? 0)
        .flatMap((arg) => (arg === undefined ? [] : (arg as string | string[])));
      status = await command.run({ host, lang, color, errorColor }, args, sub.opts() as Options);
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return isStray ? 2 : status;
  } catch (error) {
    if (error instanceof Interrupted) {
      host.stderr.write(`roadmap: ${words.interrupted[lang]}\n`);
      return error.status;
    }
    if (error instanceof CallError) return complain({ host, lang }, error);
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code === 'commander.help') return argv.length === 0 ? 2 : 0;
      return complain({ host, lang }, { words: callFault(error), help: words.seeHelp });
    }
    return complainOfFault({ host, lang }, error);
  }
}

function declare(program: Commander, command: Command, lang: Lang): Commander {
  const sub = dress(program.command(command.name), lang).description(command.summary[lang]).allowExcessArguments(false);
  const places = (command.arguments ?? []).map(({ name }) => name);
  sub.usage([words.options[lang], ...places].join(' '));
  for (const argument of command.arguments ?? []) sub.argument(argument.name, argument.description[lang]);
  for (const { flags, description, default: by, repeats } of command.options ?? []) {
    const option = new Option(flags, description[lang]);
    if (repeats) option.argParser((value, before: string[] = []) => [...before, value]);
    sub.addOption(by === undefined ? option : option.default(by));
  }
  sub.addOption(new Option('--lang <lang>', words.lang[lang]).argParser(readLanguage));
  sub.addOption(new Option('--no-color', words.noColor[lang]));
  return sub;
}

function dress(command: Commander, lang: Lang): Commander {
  command.helpOption('-h, --help', words.help[lang]);
  command.configureHelp({
    subcommandTerm: (sub) => [sub.name(), ...sub.registeredArguments.map(termOf)].join(' '),
    ...(lang === 'ja' && {
      styleTitle: (title: string) => titles[title] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string' ? `${description}（省くと ${defaultValue}）` : description,
    }),
  });
  return command;
}

/** As a command's own help shows an argument: what may be left away in square brackets. */
function termOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

const titles: Record<string, string> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
};

function readLanguage(given: string): string {
  if (given === 'ja' || given === 'en') return given;
  throw new CallError(
    { ja: `\`--lang\` に \`${given}\` はありません`, en: `there is no \`--lang\` \`${given}\`` },
    { ja: '使えるもの: ja、en', en: 'there are: ja, en' },
  );
}

/** The options that every command has may stand before its name, too. */
function commandFirst(argv: readonly string[]): readonly string[] {
  let at = 0;
  while (/^--(?:lang(?:=.*)?|no-color)$/.test(argv[at] ?? '')) at += argv[at] === '--lang' ? 2 : 1;
  const [name] = argv.slice(at);
  return name === undefined || name.startsWith('-') ? argv : [name, ...argv.slice(0, at), ...argv.slice(at + 1)];
}

/** Japanese, whatever the machine's locale is, but where the call asks for English: the same call writes the same bytes everywhere. */
function languageOf(argv: readonly string[]): Lang {
  const at = argv.indexOf('--lang');
  const given = at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice(7);
  return given === 'en' ? 'en' : 'ja';
}

/** Colours are for a terminal alone, and there the caller may take them away. */
function takesColor({ env }: Host, argv: readonly string[], { isTTY }: Terminal): boolean {
  const isRefused = argv.includes('--no-color') || env['NO_COLOR'] || ['0', 'false'].includes(env['FORCE_COLOR'] ?? '');
  return !isRefused && isTTY;
}

function callFault({ code, message }: CommanderError): Bilingual {
  const [said = '', meant] = message.replace(/^error: /, '').split(/\n\(Did you mean (.*?)\?\)/);
  const named = /'([^']*)'/.exec(said)?.[1] ?? '';
  const hint = meant === undefined ? '' : `（${meant} のことですか？）`;
  const explain: Record<string, string> = {
    'commander.unknownOption': `\`${named}\` というオプションはありません${hint}`,
    'commander.unknownCommand': `\`${named}\` というコマンドはありません${hint}`,
    'commander.missingArgument': `引数 \`${named}\` が足りません`,
    'commander.optionMissingArgument': `オプション \`${named}\` に値がありません`,
    'commander.excessArguments': '引数が多すぎます',
  };
  return { ja: explain[code] ?? said + hint, en: meant === undefined ? said : `${said} (did you mean ${meant}?)` };
}

const words = {
  usage: { ja: 'コマンド [オプション]', en: 'COMMAND [options]' },
  options: { ja: '[オプション]', en: '[options]' },
  about: {
    ja: '工程表のコンパイラ。YAMLで書いた工程表を検査し、HTML・Markdown・CSV・JSONにする。',
    en: 'A compiler for government roadmaps: checks them and builds HTML, Markdown, CSV and JSON.',
  },
  version: { ja: '版を表示する', en: 'print the version' },
  help: { ja: '使い方を表示する', en: 'print this help' },
  lang: { ja: 'メッセージと見出しの言語（ja, en）', en: 'language of messages and headings (ja, en)' },
  noColor: { ja: '色を使わない', en: 'use no colours' },
  seeHelp: { ja: '`roadmap --help` か `roadmap コマンド --help` を見てください', en: 'see `roadmap --help` or `roadmap COMMAND --help`' },
  interrupted: {
    ja: '中断しました。書き出し途中のファイルは残っていません',
    en: 'interrupted; no half-written file is left',
  },
  stray: {
    ja: '`--rules` のモジュールで、だれも待っていない処理が失敗しました: ',
    en: 'in a module of `--rules`, something failed that nobody waits for: ',
  },
  await: {
    ja: '規則の `check` は、後から終わる処理（Promise、タイマー）を残さずに返してください',
    en: 'a rule is to be done when its `check` is: leave no promise or timer behind',
  },
} as const satisfies Record<string, Bilingual>;
