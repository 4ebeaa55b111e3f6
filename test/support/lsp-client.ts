import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A language server in a process of its own, spoken to over standard input and output as an editor does. */
export class LspClient {
  readonly #connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #diagnostics = new Map<string, Diagnostic[]>();
  /** What the editor was asked to show to people. */
  readonly messages: string[] = [];
  #waiting: (() => void)[] = [];
  initialized: InitializeResult = { capabilities: {} };

  private constructor(command: readonly string[], settings: object) {
    const [program = '', ...args] = command;
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('no streams');
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        this.#diagnostics.set(decodeURI(uri), diagnostics);
        for (const wake of this.#waiting.splice(0)) wake();
      },
    );
    this.#connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (settings as Record<string, unknown>)[section] ?? {}),
    );
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.listen();
  }

  /** Starts a server and says hello; `stop` tells it to leave. */
  static async start(command: readonly string[], folder: string, options: { locale?: string; settings?: object } = {}): Promise<LspClient> {
    const client = new LspClient(command, options.settings ?? {});
    const rootUri = pathToFileURL(folder).href;
    client.initialized = await client.#connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'test' }],
      locale: options.locale ?? 'ja',
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        textDocument: {
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { snippetSupport: true } },
          formatting: { dynamicRegistration: true },
        },
      },
    });
    await client.#connection.sendNotification('initialized', {});
    if (options.settings) await client.notify('workspace/didChangeConfiguration', { settings: options.settings });
    return client;
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.#connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Opens a file with a text, which need not be that of the disk. */
  open(path: string, text: string): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri: uriOf(path), languageId: 'yaml', version: 1, text } });
  }

  change(path: string, version: number, text: string): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri: uriOf(path), version }, contentChanges: [{ text }] });
  }

  /** The findings of a file once they are as expected; undefined as long as nothing was said of it. */
  async findings(path: string, expected: (diagnostics: Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.#diagnostics.get(decodeURI(uriOf(path)));
      if (found && expected(found)) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Settles once people were shown so many messages. */
  async told(count: number): Promise<readonly string[]> {
    while (this.messages.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.messages;
  }

  async completions(path: string, position: Position): Promise<CompletionItem[]> {
    const found = await this.request<CompletionItem[] | { items: CompletionItem[] } | null>('textDocument/completion', at(path, position));
    return Array.isArray(found) ? found : (found?.items ?? []);
  }

  async hover(path: string, position: Position): Promise<string> {
    const found = await this.request<{ contents: string | { value: string } } | null>('textDocument/hover', at(path, position));
    return typeof found?.contents === 'string' ? found.contents : (found?.contents.value ?? '');
  }

  /** Says goodbye and gives the exit status. */
  async stop(): Promise<number | null> {
    if (this.#process.exitCode !== null) return this.#process.exitCode;
    const gone = new Promise<number | null>((resolve) => this.#process.on('exit', resolve));
    await this.request('shutdown', {});
    await this.notify('exit', {});
    const status = await gone;
    this.#connection.dispose();
    return status;
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

export function at(path: string, position: Position): { textDocument: { uri: string }; position: Position } {
  return { textDocument: { uri: uriOf(path) }, position };
}

/** The position of the `|` in a text, and the text without it. */
export function cursor(text: string): { text: string; position: Position } {
  const [before = '', after = ''] = text.split('|');
  const lines = before.split('\n');
  return { text: before + after, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}
