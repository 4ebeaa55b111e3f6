import { visible } from '../../source/visible.js';
import type { Printer } from './printer.js';

/** A line a finding: `file:line:column: severity code: message`. */
export const printer: Printer = {
  machine: false,
  print: (diagnostics, { lang }) =>
    diagnostics
      .map(({ code, severity, message, location: { span } }) => {
        const { line, column } = span.file.positionAt(span.start);
        return `${visible(`${span.file.path}:${line}:${column}: ${severity} ${code}: ${message[lang]}`)}\n`;
      })
      .join(''),
};
