import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { printer as pretty } from '../diagnostics/printers/pretty.js';
import type { Context } from './command.js';

/** Tells on standard error which of these findings are errors that nobody has acknowledged. */
export function tellErrors({ host, lang, errorColor }: Context, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined);
  if (errors.length > 0) host.stderr.write(pretty.print(errors, { lang, color: errorColor }));
}
