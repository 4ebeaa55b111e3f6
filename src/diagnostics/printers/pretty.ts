import { Chalk, type ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import type { Lang } from '../../source/lang.js';
import type { Span } from '../../source/source-file.js';
import { visible } from '../../source/visible.js';
import type { Diagnostic, Severity } from '../diagnostic.js';
import type { Printer, PrintOptions } from './printer.js';

/** Each finding with the line it blames, a caret below the words, the other places and the cure. */
export const printer = {
  machine: false,
  print(diagnostics: readonly Diagnostic[], { lang, color }: Pick<PrintOptions, 'lang' | 'color'>) {
    const paint = new Chalk({ level: color ? 1 : 0 });
    return diagnostics.map((diagnostic) => `${block(diagnostic, lang, paint)}\n\n`).join('');
  },
} satisfies Printer;

const labels: Record<Lang, Record<Severity | 'help' | 'acknowledged', string>> = {
  ja: { error: 'エラー', warning: '警告', info: '情報', help: '直し方', acknowledged: '承知済み' },
  en: { error: 'error', warning: 'warning', info: 'info', help: 'help', acknowledged: 'acknowledged' },
};

/** Lines longer than this are cut around the words to blame. */
const lineLimit = 100;

function block({ code, severity, message, location, related, help, acknowledged }: Diagnostic, lang: Lang, paint: ChalkInstance): string {
  const tint = { error: paint.red, warning: paint.yellow, info: paint.cyan }[severity];
  const { span } = location;
  const places = [span, ...related.map((other) => other.location.span)];
  const gutter = ' '.repeat(Math.max(...places.map(({ file, start }) => String(file.positionAt(start).line).length)));
  const lines = [
    `${tint(paint.bold(`${labels[lang][severity]}[${code}]`))} ${paint.bold(visible(message[lang]))}`,
    ...frame(span, gutter, tint, '^', paint),
  ];
  for (const other of related) {
    lines.push(`${gutter} ${paint.dim('=')} ${visible(other.message[lang])}`);
    lines.push(...frame(other.location.span, gutter, paint.blue, '-', paint));
  }
  if (help) lines.push(`${gutter} ${paint.dim('=')} ${paint.bold(labels[lang].help)}: ${visible(help[lang])}`);
  if (acknowledged !== undefined) lines.push(`${gutter} ${paint.dim('=')} ${labels[lang].acknowledged}: ${visible(acknowledged)}`);
  return lines.join('\n');
}

function frame({ file, start, end }: Span, gutter: string, tint: ChalkInstance, mark: string, paint: ChalkInstance): string[] {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  const line = file.line(from.line);
  const first = from.column - 1;
  const last = Math.max(first, to.line === from.line ? Math.min(to.column - 1, line.length) : line.length);
  const cutFrom = last > lineLimit ? wholeAt(line, Math.max(0, first - 30)) : 0;
  const cutTo = wholeAt(line, Math.min(line.length, Math.max(last, cutFrom + lineLimit), cutFrom + 2 * lineLimit));
  const before = (cutFrom > 0 ? '…' : '') + tabless(line.slice(cutFrom, first));
  const words = tabless(line.slice(first, Math.min(last, cutTo)));
  const after = tabless(line.slice(Math.min(last, cutTo), cutTo)) + (cutTo < line.length ? '…' : '');
  const bar = paint.dim('|');
  return [
    `${gutter}${paint.dim('-->')} ${visible(file.path)}:${from.line}:${from.column}`,
    `${gutter} ${bar}`,
    `${paint.dim(String(from.line).padStart(gutter.length))} ${bar} ${before}${words}${after}`,
    `${gutter} ${bar} ${' '.repeat(stringWidth(before))}${tint(mark.repeat(Math.max(1, stringWidth(words))))}`,
  ];
}

/** The place itself, or the one before it where it would part a surrogate pair. */
function wholeAt(line: string, place: number): number {
  return (line.codePointAt(place - 1) ?? 0) > 0xffff ? place - 1 : place;
}

function tabless(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}
