import { fileURLToPath } from 'node:url';
import {
  CodeActionKind,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  PositionEncodingKind,
  ProposedFeatures,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Bilingual } from '../diagnostics/diagnostic.js';
import type { Rule } from '../rules/rule.js';
import type { Lang } from '../source/lang.js';
import type { SourceFile } from '../source/source-file.js';
import { completionsAt } from './completion.js';
import { definitionAt, referencesAt } from './definitions.js';
import { findingsByFile, quickFixes } from './findings.js';
import { hoverAt } from './hover.js';
import { fileAt, fileUri, offsetOf } from './places.js';
import { prepareRename, type Refusal, rename } from './rename.js';
import { symbolsOf } from './symbols.js';
import { type OpenPlan, type PlanReader, Workspace } from './workspace.js';

export interface ServerOptions {
  reader: PlanReader;
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  version: string;
  /** The caller's own rules. */
  rules: readonly Rule[];
  /** What kept rules from being loaded: the editor is told. */
  faults: readonly Bilingual[];
  /** What an error of a rule, or of the program itself, says to people. */
  explain(error: unknown): Bilingual;
  /** The language of the messages; else the editor's. */
  lang?: Lang;
}

/** How long typing pauses before findings are looked for. */
const pause = 120;

/** Serves an editor over two streams. The process ends when the editor says so or goes away. */
export function startServer({ reader, input, output, version, rules, faults, explain, lang: given }: ServerOptions): void {
  const connection = createConnection(ProposedFeatures.all, input, output);
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(reader, rules);
  /** The editor's own URI of each open file. */
  const uris = new Map<string, string>();
  const uriOf = (path: string) => uris.get(path) ?? fileUri(path);
  const published = new Set<string>();
  let lang: Lang = given ?? 'ja';
  let watches = false;
  /** What was told of rules that fail: it is told again only when they have been right in between. */
  let failing: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;

  connection.onInitialize(({ locale, capabilities }): InitializeResult => {
    lang = given ?? (locale && !/^ja\b/i.test(locale) ? 'en' : 'ja');
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      serverInfo: { name: 'roadmap', version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        completionProvider: { triggerCharacters: [' ', '[', ','] },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        documentFormattingProvider: true,
        renameProvider: capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
      },
    };
  });
  connection.onInitialized(() => {
    tell(faults.map((words) => words[lang]));
    if (!watches) return;
    const watchers = [{ globPattern: '**/*.{yaml,yml}' }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });

  documents.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    if (path === undefined) return;
    uris.set(path, document.uri);
    workspace.open.set(path, document.getText());
    changed();
  });
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path === undefined) return;
    uris.delete(path);
    workspace.open.delete(path);
    changed();
  });
  documents.onDidSave(changed);
  connection.onDidChangeWatchedFiles(changed);

  connection.onHover(({ textDocument, position }) =>
    at(textDocument.uri, (plan, file) => hoverAt(plan, file, offsetOf(file, position), lang)),
  );
  connection.onDefinition(({ textDocument, position }) =>
    at(textDocument.uri, (plan, file) => definitionAt(plan, file, offsetOf(file, position), uriOf)),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    at(textDocument.uri, (plan, file) => referencesAt(plan, file, offsetOf(file, position), context.includeDeclaration, uriOf)),
  );
  connection.onCompletion(({ textDocument, position }) =>
    at(textDocument.uri, (plan, file) => completionsAt(plan, file, offsetOf(file, position), lang)),
  );
  connection.onDocumentSymbol(({ textDocument }) => at(textDocument.uri, (plan, file) => symbolsOf(plan, file.path)));
  connection.onCodeAction(({ textDocument, range }) =>
    at(textDocument.uri, (plan, file) => quickFixes(plan, file.path, range, lang, uriOf)),
  );

  connection.onPrepareRename(({ textDocument, position }) =>
    orRefuse(at(textDocument.uri, (plan, file) => prepareRename(plan, file, offsetOf(file, position)))),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) =>
    orRefuse(at(textDocument.uri, (plan, file) => rename(plan, file, offsetOf(file, position), newName.trim(), uriOf))),
  );
  connection.onDocumentFormatting(async ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    // It needs all of the schema: most editors never ask for it.
    const { formatted } = await import('./formatted.js');
    const text = at(uri, formatted);
    if (!document || text === null || text === document.getText()) return null;
    return [{ range: { start: document.positionAt(0), end: document.positionAt(document.getText().length) }, newText: text }];
  });

  documents.listen(connection);
  connection.listen();

  /** What `answer` finds in an open file of a plan; null elsewhere. */
  function at<T>(uri: string, answer: (plan: OpenPlan, file: SourceFile) => T | undefined): T | null {
    const path = pathOf(uri);
    const plan = path === undefined ? undefined : workspace.planOf(path);
    const file = plan && path !== undefined ? fileAt(plan, path) : undefined;
    return plan && file ? (answer(plan, file) ?? null) : null;
  }

  /** The answer; a refusal as an error, whose words the editor shows. */
  function orRefuse<T extends object>(answer: T | Refusal | null): T | ResponseError<void> | null {
    return answer && 'refused' in answer ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refused[lang]) : answer;
  }

  function changed(): void {
    workspace.touch();
    clearTimeout(timer);
    timer = setTimeout(publish, pause);
  }

  /** Sends the findings of every plan that has an open file, and takes back those of files that are no longer of one. */
  function publish(): void {
    const before = new Set(published);
    published.clear();
    const failures = new Set<string>();
    for (const dir of workspace.dirs()) {
      const plan = workspace.plan(dir);
      for (const error of plan?.faults ?? []) failures.add(explain(error)[lang]);
      for (const [path, diagnostics] of plan ? findingsByFile(plan, lang, uriOf) : []) {
        const uri = uriOf(path);
        const version = documents.get(uri)?.version;
        if (diagnostics.length > 0) published.add(uri);
        if (diagnostics.length > 0 || before.has(uri) || version !== undefined)
          void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
        before.delete(uri);
      }
    }
    for (const uri of before) void connection.sendDiagnostics({ uri, diagnostics: [] });
    tell([...failures].filter((words) => !failing.includes(words)));
    failing = [...failures];
  }

  function tell(messages: readonly string[]): void {
    // Not `window.showErrorMessage`: that asks for an answer, which not every editor gives.
    for (const message of messages)
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: `roadmap: ${message}` });
  }
}

/** The path of a file's URI with forward slashes; undefined for what is no file. */
function pathOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? fileURLToPath(uri).replaceAll('\\', '/') : undefined;
}
