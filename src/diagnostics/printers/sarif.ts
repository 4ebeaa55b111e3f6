import type { Lang } from '../../source/lang.js';
import type { Span } from '../../source/source-file.js';
import type { Diagnostic, Place, TextEdit } from '../diagnostic.js';
import type { KnownCheck, Printer } from './printer.js';

/** SARIF 2.1.0, which GitHub code scanning and many viewers read. Acknowledged findings are suppressed results with the author's reason. */
export const printer: Printer = {
  machine: true,
  print(diagnostics, { lang, version, checks }) {
    const index = new Map(checks.map(({ code }, at) => [code, at]));
    const run = {
      tool: {
        driver: { name: 'roadmap', version, semanticVersion: version, language: lang, rules: checks.map((check) => rule(check, lang)) },
      },
      columnKind: 'utf16CodeUnits',
      results: diagnostics.map((diagnostic) => result(diagnostic, index.get(diagnostic.code), lang)),
    };
    const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
  join(texts) {
    const logs = texts.map((text) => JSON.parse(text) as { runs: { results: unknown[] }[] });
    const [first] = logs;
    const results = logs.flatMap(({ runs }) => runs.flatMap((run) => run.results));
    return `${JSON.stringify({ ...first, runs: first?.runs.map((run) => ({ ...run, results })) }, null, 2)}\n`;
  },
};

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

const words: Record<Lang, Record<'bad' | 'good' | 'cure' | 'fix' | 'meant', string>> = {
  ja: { bad: '悪い例', good: '良い例', cure: '直し方', fix: '直す', meant: 'のことですか？' },
  en: { bad: 'bad', good: 'good', cure: 'cure', fix: 'mend it', meant: 'did you mean' },
};

function rule({ code, severity, summary, cure, example }: KnownCheck, lang: Lang) {
  const label = words[lang];
  const text = `${label.cure}: ${cure[lang]}`;
  const blocks = example ? [`${label.bad}:\n\n${fenced(example.bad)}`, `${label.good}:\n\n${fenced(example.good)}`] : [];
  return {
    id: code,
    shortDescription: { text: summary[lang] },
    fullDescription: { text: summary[lang] },
    help: { text, markdown: [text, ...blocks].join('\n\n') },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
  };
}

function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml}\n\`\`\``;
}

function result(diagnostic: Diagnostic, ruleIndex: number | undefined, lang: Lang) {
  const { code, severity, message, help, location, related, acknowledged } = diagnostic;
  const fixes = fixesOf(diagnostic, lang);
  return {
    ruleId: code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: help ? `${message[lang]}\n${help[lang]}` : message[lang] },
    locations: [{ physicalLocation: physical(location) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message[lang] },
        physicalLocation: physical(other.location),
      })),
    }),
    suppressions: acknowledged === undefined ? [] : [{ kind: 'inSource', justification: acknowledged }],
    ...(fixes.length > 0 && { fixes }),
  };
}

function fixesOf({ fix, suggestion, location }: Diagnostic, lang: Lang) {
  const { fix: mend, meant } = words[lang];
  if (fix && fix.length > 0) return [{ description: { text: mend }, artifactChanges: changes(fix) }];
  if (suggestion === undefined) return [];
  const text = lang === 'ja' ? `\`${suggestion}\` ${meant}` : `${meant} \`${suggestion}\`?`;
  return [{ description: { text }, artifactChanges: changes([{ span: location.span, text: suggestion }]) }];
}

/** One change a file, its replacements in the order of the edits. */
function changes(edits: readonly TextEdit[]) {
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of edits) byFile.set(edit.span.file.path, [...(byFile.get(edit.span.file.path) ?? []), edit]);
  return [...byFile].map(([path, group]) => ({
    artifactLocation: { uri: uriOf(path) },
    replacements: group.map(({ span, text }) => ({ deletedRegion: region(span), insertedContent: { text } })),
  }));
}

function physical({ span }: Place) {
  return { artifactLocation: { uri: uriOf(span.file.path) }, region: region(span) };
}

function region({ file, start, end }: Span) {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** A relative path stays relative to where the tool was called; an absolute one is a file URI. */
function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
