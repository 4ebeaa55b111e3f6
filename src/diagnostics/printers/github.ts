import type { Printer } from './printer.js';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions: annotations beside the lines of a pull request. */
export const printer: Printer = {
  machine: true,
  print: (diagnostics, { lang }) =>
    diagnostics
      .filter(({ acknowledged }) => acknowledged === undefined)
      .map(({ code, severity, message, help, location: { span } }) => {
        const { file, start, end } = span;
        const from = file.positionAt(start);
        const to = file.positionAt(end);
        const properties = {
          file: file.path,
          line: from.line,
          endLine: to.line,
          ...(from.line === to.line && { col: from.column, endColumn: to.column }),
          title: code,
        };
        const words = help ? `${message[lang]}\n${help[lang]}` : message[lang];
        const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        return `::${commands[severity]} ${list.join(',')}::${escapeData(words)}\n`;
      })
      .join(''),
};

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
