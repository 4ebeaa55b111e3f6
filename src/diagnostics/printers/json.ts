import type { Span } from '../../source/source-file.js';
import type { Printer } from './printer.js';

/** An array of findings; lines and columns from 1, columns in UTF-16 units. */
export const printer: Printer = {
  machine: true,
  print: (diagnostics, { lang }) =>
    `${JSON.stringify(
      diagnostics.map(({ code, severity, message, location, help, acknowledged, related }) => ({
        code,
        severity,
        message: message[lang],
        ...placeOf(location.span),
        ...(help && { help: help[lang] }),
        ...(acknowledged !== undefined && { acknowledged }),
        related: related.map((other) => {
          const { file, line, column } = placeOf(other.location.span);
          return { message: other.message[lang], file, line, column };
        }),
      })),
      null,
      2,
    )}\n`,
  join: (texts) =>
    `${JSON.stringify(
      texts.flatMap((text) => JSON.parse(text) as unknown[]),
      null,
      2,
    )}\n`,
};

function placeOf({ file, start, end }: Span) {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  return { file: file.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
