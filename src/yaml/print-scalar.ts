import { stringify } from 'yaml';

const options = { schema: 'failsafe', lineWidth: 0, doubleQuotedMinMultiLineLength: 1 << 30, flowCollectionPadding: false } as const;

/** A text as one scalar on one line that reads back as the same text, plain where it may be; inside `[…]` and `{…}` more must be quoted. */
export function printScalar(text: string, flow: boolean): string {
  return flow ? stringify([text], { ...options, collectionStyle: 'flow' }).slice(1, -2) : stringify({ k: text }, options).slice(3, -1);
}
