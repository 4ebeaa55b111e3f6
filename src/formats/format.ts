import type { Report } from '../report/report.js';

/** A file to be written, by its path in the output folder. */
export interface OutputFile {
  path: string;
  contents: string;
}

export interface FormatOptions {
  /** The texts of the templates by path: `html/page.hbs`. */
  templates: ReadonlyMap<string, string>;
  /** Begin CSV files with a byte order mark, as Excel wants it. */
  bom?: boolean;
}

/** One output format. It renders and returns; `cli` writes. */
export interface Format {
  name: string;
  /** Whether one file holds it all, so that it can go to standard output. */
  single: boolean;
  render(report: Report, options: FormatOptions): Iterable<OutputFile>;
}
