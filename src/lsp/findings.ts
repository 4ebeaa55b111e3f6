import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity, type Range, type TextEdit } from 'vscode-languageserver';
import type { Diagnostic as Finding } from '../diagnostics/diagnostic.js';
import type { Lang } from '../source/lang.js';
import { rangeOf, type UriOf } from './places.js';
import type { OpenPlan } from './workspace.js';

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const;

/** The findings of a plan by the path of the file they stand in; a file without findings has an empty list. Acknowledged ones are not shown. */
export function findingsByFile({ result }: OpenPlan, lang: Lang, uriOf: UriOf): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>([...result.files.values()].map(({ path }) => [path, []]));
  for (const finding of result.diagnostics) {
    if (finding.acknowledged === undefined) byFile.get(finding.location.span.file.path)?.push(toDiagnostic(finding, lang, uriOf));
  }
  return byFile;
}

/** What mends the findings in a range: the one right answer, or what may have been meant. */
export function quickFixes({ result }: OpenPlan, path: string, range: Range, lang: Lang, uriOf: UriOf): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const finding of result.diagnostics) {
    const { span } = finding.location;
    if (finding.acknowledged !== undefined || span.file.path !== path || !overlap(rangeOf(span), range)) continue;
    const { fix, suggestion, help } = finding;
    const edits = fix ?? (suggestion === undefined ? undefined : [{ span, text: suggestion }]);
    if (!edits || edits.length === 0) continue;
    const changes: Record<string, TextEdit[]> = {};
    for (const edit of edits) {
      const uri = uriOf(edit.span.file.path);
      changes[uri] = [...(changes[uri] ?? []), { range: rangeOf(edit.span), newText: edit.text }];
    }
    actions.push({
      title: fix ? (help?.[lang] ?? finding.message[lang]) : lang === 'ja' ? `\`${suggestion}\` に直す` : `change to \`${suggestion}\``,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, lang, uriOf)],
      isPreferred: fix !== undefined,
      edit: { changes },
    });
  }
  return actions;
}

function toDiagnostic({ code, severity, message, help, location, related }: Finding, lang: Lang, uriOf: UriOf): Diagnostic {
  return {
    range: rangeOf(location.span),
    severity: severities[severity],
    code,
    source: 'roadmap',
    message: help ? `${message[lang]}\n${help[lang]}` : message[lang],
    ...(related.length > 0 && {
      relatedInformation: related.map((other) => {
        const { span } = other.location;
        return { location: { uri: uriOf(span.file.path), range: rangeOf(span) }, message: other.message[lang] };
      }),
    }),
  };
}

function overlap(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range) => x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}
