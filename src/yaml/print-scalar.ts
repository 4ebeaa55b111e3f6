import { stringify } from 'yaml';
import { quote } from './quote.js';

const options = { schema: 'failsafe', lineWidth: 0, doubleQuotedMinMultiLineLength: 1 << 30, flowCollectionPadding: false } as const;

/** A text as one scalar on one line that reads back as the same text, plain where it may be; inside `[…]` and `{…}` more must be quoted. */
export function printScalar(text: string, flow: boolean): string {
  if (!flow) return stringify({ k: text }, options).slice(3, -1);
  // Between brackets, signs that could be meant as separators are told as slips of the input method unless they stand in quotes.
  return /["'[\]{}［］｛｝,，、\u3000]/.test(text) ? quote(text) : stringify([text], { ...options, collectionStyle: 'flow' }).slice(1, -2);
}
