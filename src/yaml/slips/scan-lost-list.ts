import { parseDocument } from 'yaml';
import { parseOptions } from '../parse-options.js';
import type { YamlData } from '../plain-data.js';
import type { Expected } from './expected.js';
import { topKeys } from './key-words.js';
import type { Slip } from './slip.js';

const anyTopKey = new RegExp(`^(?:${topKeys.join('|')})[ \\t]*(?:[:：=＝]|$)`, 'm');

/** The line that names the list of which a file is made, where it is missing: the entries would be read as those of a phase's notes or of nothing. */
export function scanLostList(text: string, expected: Expected): Slip[] {
  if (anyTopKey.test(text)) return [];
  const first = /^ {0,2}- +(?:id|on)[ \t]*:.*$/m.exec(text);
  if (!first) return [];
  const header = text.slice(0, first.index);
  // A key without a value before the list is its name, whatever is wrong with it.
  const before = header.split('\n').findLast((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
  if (/^\S+\s*(?:#.*)?$/.test(before)) return [];
  const counts = topKeys.map((key) => ({ key, faults: faultsIn(`${header}${key}: []\n`, expected) }));
  const [best] = counts.sort((a, b) => a.faults - b.faults);
  if (!best || best.faults === Number.POSITIVE_INFINITY) return [];
  const { key } = best;
  return [
    {
      code: 'missing-key-line',
      start: first.index + first[0].search(/\S/),
      end: first.index + first[0].trimEnd().length,
      message: { ja: `並びの前に、\`${key}:\` の行がありません`, en: `the line \`${key}:\` is missing before this list` },
      help: { ja: `\`${key}:\` の行を、この前に書き足してください`, en: `add the line \`${key}:\` before it` },
      mends: [{ start: first.index, end: first.index, text: `${key}:\n` }],
    },
  ];
}

function faultsIn(text: string, { faults }: Expected): number {
  const document = parseDocument(text, parseOptions);
  return document.errors.length > 0 ? Number.POSITIVE_INFINITY : faults((document.toJS() as YamlData | null) ?? '').length;
}
