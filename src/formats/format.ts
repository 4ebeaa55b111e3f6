import type { PublishedFile } from '../report/dataset.js';
import type { Report } from '../report/report.js';
import type { Templates } from './templates/templates.js';

/** A file to be written, by its path in the output folder. */
export interface OutputFile {
  path: string;
  /** A text, its pieces one behind the other, or bytes. */
  contents: string | readonly string[] | Uint8Array;
  /** What is in it, for those who choose among files of data. */
  title?: string;
}

export interface FormatOptions {
  /** The UTF-8 bytes of a text or of its pieces, for files whose size is told in others; they hold until the report is written. */
  encode(text: string | readonly string[]): Uint8Array;
  templates: Templates;
  /** Begin CSV files with a byte order mark, as Excel wants it. */
  bom?: boolean;
  /** The files of data that are written beside the pages. */
  files?: readonly PublishedFile[];
  /** The entry for data catalogues that lists them. */
  catalogue?: Pick<PublishedFile, 'path' | 'bytes'>;
  /** Prints one of these pages as PDF. */
  print?(pages: readonly OutputFile[], path: string): Promise<Uint8Array>;
  /** The date of the data. */
  date?: string;
}

/** What is known of a format before it is loaded. */
export interface FormatEntry {
  load(): Promise<Format>;
  /** One file holds it all, so that it can go to standard output. */
  single?: true;
  /** Its files hold the data itself: they come first, so that pages can say what stands beside them. */
  holdsData?: true;
  /** Templates lay it out. */
  laidOut?: true;
  /** A browser prints it. */
  printed?: true;
  /** It tells what a revision has changed: of a slice there is none. */
  ofRevision?: true;
  /** Formats of data whose files its pages link to: they are written with it. */
  beside?: readonly string[];
}

/** One output format. It renders and returns; `cli` writes. */
export interface Format {
  render(report: Report, options: FormatOptions): Iterable<OutputFile> | AsyncIterable<OutputFile>;
}
