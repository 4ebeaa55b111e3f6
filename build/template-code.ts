import Handlebars from 'handlebars';
import { controls } from '../src/formats/templates/controls.js';
import { type Folder, folders } from '../src/formats/templates/folders.js';

/**
 * The tool's own templates as the JavaScript of a module like compiled.ts, for the build. The code says at once what Handlebars finds out while
 * it renders, and so is several times as quick, cold above all. It gives what Handlebars gives for views of plain data; what it does not know it
 * refuses, so that the build fails and no page is wrong.
 */
export function templateCode(sources: ReadonlyMap<string, string>): string {
  const names = [...sources.keys()].flatMap((path) => (path.endsWith('.hbs') ? [path.slice(0, -4)] : []));
  const functions = names.map((name) => new Writer(name, names).write(sources.get(`${name}.hbs`) ?? ''));
  const pages = names
    .filter((name) => !name.includes('/_'))
    .map((name) => `${JSON.stringify(name)}: (c) => written(${functionName(name)}, c),\n`);
  const texts = [...sources].filter(([path]) => !path.endsWith('.hbs'));
  return [
    runtime,
    ...functions,
    `export const compiled = {\n${pages.join('')}};`,
    `export const texts = ${JSON.stringify(Object.fromEntries(texts))};\n`,
  ].join('\n');
}

/**
 * What the code of the templates calls. It does as Handlebars does, but for control characters: an empty list is false, nothing is written as
 * nothing. The text of a page grows in `s`, and is laid aside in pieces that V8 need not make room for apart from all else.
 */
const runtime = `import { folders } from './folders.js';
const special = /[&<>"'\`=${controls}]/;
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;', '\`': '&#x60;', '=': '&#x3D;' };
function escaped(value) {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : escaped(String(value));
  return special.test(value) ? value.replace(new RegExp(special, 'g'), (sign) => entities[sign] ?? '') : value;
}
function holds(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
function present(value) {
  return value === 0 || holds(value);
}
function list(value) {
  if (Array.isArray(value)) return value;
  if (value === null || value === undefined || value === false) return [];
  throw new Error('a template goes through what is no list');
}
let s = '';
let pieces = [];
function full() {
  pieces.push(s);
  s = '';
}
function written(render, c) {
  s = '';
  pieces = [];
  render(c, c);
  full();
  return pieces;
}
function kept(render) {
  const texts = new WeakMap();
  return (c, r) => {
    let text = texts.get(c);
    if (text === undefined) {
      text = render(c, r);
      texts.set(c, text);
    }
    return text;
  };
}
function own(object, name) {
  return object !== null && object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}
`;

function functionName(path: string): string {
  return path.replace(/\W/g, '$');
}

/** A context on the way from a template's own one inwards, by the name of its variable. */
interface Scope {
  contexts: readonly string[];
  /** What the innermost loop says of itself: `@index`. */
  loop?: ReadonlyMap<string, string>;
}

/** Writes the code of one template. `c` is its context, `r` the view of the whole page, `b` what a page puts into its layout. */
class Writer {
  #lines: string[] = [];
  /** Texts and expressions that are not written yet, so that neighbours go into one line. */
  #waiting: string[] = [];
  #names = 0;

  readonly #folderName: string;
  readonly #folder: Folder;
  readonly #isKept: boolean;

  constructor(
    private readonly path: string,
    private readonly paths: readonly string[],
  ) {
    this.#folderName = path.replace(/\/.*$/, '');
    this.#folder = folders[this.#folderName] ?? {};
    this.#isKept = this.#keeps(path);
  }

  write(source: string): string {
    this.#block(Handlebars.parse(source), { contexts: ['c'] });
    this.#flush();
    const name = functionName(this.path);
    const code = this.#lines.join('\n');
    return this.#isKept
      ? `const ${name} = kept(function (c, r) {\nlet s = '';\n${code}\nreturn s;\n});`
      : `function ${name}(c, r, b) {\n${code}\n}`;
  }

  #keeps(path: string): boolean {
    return this.#folder.kept?.some((name) => path === `${this.#folderName}/_${name}`) ?? false;
  }

  #block(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.#statement(statement, scope);
  }

  #statement(statement: hbs.AST.Statement, scope: Scope): void {
    switch (statement.type) {
      case 'ContentStatement': {
        const { value } = statement as hbs.AST.ContentStatement;
        if (value !== '') this.#waiting.push(JSON.stringify(value));
        return;
      }
      case 'CommentStatement':
        return;
      case 'MustacheStatement': {
        const { path, params, hash, escaped } = statement as hbs.AST.MustacheStatement;
        if (params.length > 0 || hash) this.#refuse(statement);
        const value = this.#value(path, scope);
        this.#waiting.push(escaped && !this.#folder.noEscape ? `escaped(${value})` : `(${value} ?? '')`);
        return;
      }
      case 'BlockStatement':
        this.#blockStatement(statement as hbs.AST.BlockStatement, scope);
        return;
      case 'PartialStatement':
        this.#partial(statement as hbs.AST.PartialStatement, scope);
        return;
      case 'PartialBlockStatement':
        this.#partialBlock(statement as hbs.AST.PartialBlockStatement, scope);
        return;
      default:
        this.#refuse(statement);
    }
  }

  #blockStatement(statement: hbs.AST.BlockStatement, scope: Scope): void {
    const { path, params, hash, program, inverse } = statement;
    const [param] = params;
    if (!param || params.length > 1 || hash || program?.blockParams || inverse?.blockParams) this.#refuse(statement);
    const value = this.#value(param, scope);
    this.#flush();
    switch ((path as hbs.AST.PathExpression).original) {
      case 'if':
        this.#choice(`holds(${value})`, program, inverse, scope, scope);
        return;
      case 'unless':
        this.#choice(`!holds(${value})`, program, inverse, scope, scope);
        return;
      case 'with': {
        // Handlebars counts `../` by contexts that differ.
        if (value === scope.contexts[0]) this.#refuse(param);
        const inner = this.#newName('c');
        this.#lines.push(`const ${inner} = ${value};`);
        this.#choice(`present(${inner})`, program, inverse, { ...scope, contexts: [inner, ...scope.contexts] }, scope);
        return;
      }
      case 'each': {
        const [all, inner, index] = [this.#newName('l'), this.#newName('c'), this.#newName('i')];
        this.#lines.push(
          `const ${all} = list(${value});`,
          `for (let ${index} = 0; ${index} < ${all}.length; ${index} += 1) {`,
          `const ${inner} = ${all}[${index}];`,
        );
        const loop = new Map([
          ['index', index],
          ['first', `(${index} === 0)`],
          ['last', `(${index} === ${all}.length - 1)`],
        ]);
        this.#block(program, { contexts: [inner, ...scope.contexts], loop });
        this.#flush();
        if (!this.#isKept) this.#lines.push('if (s.length > 8192) full();');
        this.#lines.push('}');
        if (inverse?.body.length) {
          this.#lines.push(`if (${all}.length === 0) {`);
          this.#block(inverse, scope);
          this.#close();
        }
        return;
      }
      default:
        this.#refuse(statement);
    }
  }

  #choice(
    condition: string,
    program: hbs.AST.Program | undefined,
    inverse: hbs.AST.Program | undefined,
    inside: Scope,
    outside: Scope,
  ): void {
    this.#lines.push(`if (${condition}) {`);
    this.#block(program, inside);
    if (inverse?.body.length) {
      this.#flush();
      this.#lines.push('} else {');
      this.#block(inverse, outside);
    }
    this.#close();
  }

  #partial(statement: hbs.AST.PartialStatement, scope: Scope): void {
    const name = (statement.name as hbs.AST.PathExpression).original;
    // A kept partial calls none that may show what only one page knows.
    if (statement.indent || (this.#isKept && !this.#keeps(`${this.#folderName}/_${name}`))) this.#refuse(statement);
    if (name === '@partial-block') {
      // The block knows its own context; Handlebars would hand it the one at hand.
      if (statement.params.length > 0 || statement.hash || scope.contexts.length > 1) this.#refuse(statement);
      this.#call('b()');
      return;
    }
    const call = `${this.#partialName(name, statement)}(${this.#partialContext(statement, scope)}, r)`;
    if (this.#keeps(`${this.#folderName}/_${name}`)) this.#waiting.push(call);
    else this.#call(call);
  }

  #partialBlock(statement: hbs.AST.PartialBlockStatement, scope: Scope): void {
    if (statement.params.length > 0 || statement.hash) this.#refuse(statement);
    const name = this.#partialName((statement.name as hbs.AST.PathExpression).original, statement);
    const block = this.#newName('b');
    this.#flush();
    this.#lines.push(`const ${block} = () => {`);
    this.#block(statement.program, scope);
    this.#flush();
    this.#lines.push('};', `${name}(${scope.contexts[0]}, r, ${block});`);
  }

  #partialName(name: string, node: hbs.AST.Node): string {
    const path = `${this.#folderName}/_${name}`;
    if (!this.paths.includes(path)) this.#refuse(node);
    return functionName(path);
  }

  #partialContext({ params, hash }: hbs.AST.PartialStatement, scope: Scope): string {
    const context = params[0] ? this.#value(params[0], scope) : (scope.contexts[0] ?? 'c');
    if (!hash) return context;
    const pairs = hash.pairs.map(({ key, value }) => `${JSON.stringify(key)}: ${this.#value(value, scope)}`);
    return `{ ...${context}, ${pairs.join(', ')} }`;
  }

  #value(expression: hbs.AST.Expression, scope: Scope): string {
    switch (expression.type) {
      case 'StringLiteral':
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return JSON.stringify((expression as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value);
      case 'SubExpression': {
        const { path, params, hash } = expression as hbs.AST.SubExpression;
        const name = (path as hbs.AST.PathExpression).original;
        if (!this.#folder.helpers?.[name] || hash) this.#refuse(expression);
        return `folders.${this.#folderName}.helpers.${name}(${params.map((param) => this.#value(param, scope)).join(', ')})`;
      }
      case 'PathExpression':
        return this.#path(expression as hbs.AST.PathExpression, scope);
      default:
        return this.#refuse(expression);
    }
  }

  #path(path: hbs.AST.PathExpression, scope: Scope): string {
    const { data, depth } = path;
    // A path may have whole expressions as parts in later versions of the library.
    const parts = path.parts.map((part) => (typeof part === 'string' ? part : this.#refuse(path)));
    if (data) {
      const name = parts.shift();
      if (name === 'root') {
        if (this.#isKept && !this.#folder.shared?.includes(parts[0] ?? '')) this.#refuse(path);
        return parts.reduce(member, 'r');
      }
      return (parts.length === 0 && name !== undefined && scope.loop?.get(name)) || this.#refuse(path);
    }
    const context = scope.contexts[depth];
    if (!context || (parts[0] !== undefined && ownHelpers.has(parts[0]))) return this.#refuse(path);
    return parts.reduce(member, context);
  }

  /** A call that writes by itself. */
  #call(code: string): void {
    this.#flush();
    this.#lines.push(`${code};`);
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const joined: string[] = [];
    for (const one of this.#waiting) {
      const before = joined.at(-1);
      if (before?.startsWith('"') && one.startsWith('"')) joined[joined.length - 1] = JSON.stringify(JSON.parse(before) + JSON.parse(one));
      else joined.push(one);
    }
    this.#lines.push(`s += ${joined.join(' + ')};`);
    this.#waiting = [];
  }

  #close(): void {
    this.#flush();
    this.#lines.push('}');
  }

  #newName(letter: string): string {
    this.#names += 1;
    return `${letter}${this.#names}`;
  }

  #refuse(node: hbs.AST.Node): never {
    const { start } = node.loc;
    throw new Error(`templates/${this.path}.hbs:${start.line}:${start.column + 1}: the build does not know this (${node.type})`);
  }
}

function member(object: string, name: string): string {
  if (inherited.has(name)) return `own(${object}, ${JSON.stringify(name)})`;
  return /^[A-Za-z_]\w*$/.test(name) ? `${object}?.${name}` : `${object}?.[${JSON.stringify(name)}]`;
}

/** Names that every text, list or object has from its kind, which is not meant. */
const inherited = new Set(
  [Object, Array, String, Number, Boolean]
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
    .filter((name) => name !== 'length'),
);

/** Names that Handlebars takes for a helper of its own. */
const ownHelpers: ReadonlySet<string> = new Set(Object.keys(Handlebars.helpers));
