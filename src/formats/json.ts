import type { Format } from './format.js';

/** `roadmap.json`, `slice.json`, `diff.json`: the report's data, each record on a line of its own. */
export const format: Format = {
  *render(report) {
    yield {
      path: `${report.name}.json`,
      title: '表のすべてを一つに、IDで結んだ記録で',
      contents: writeRecords(report.data()),
    };
  },
};

/** Records as JSON, a line for each: the pieces of the text. */
export function writeRecords(records: object): readonly string[] {
  const pieces: string[] = [];
  for (const [name, value] of Object.entries(records)) {
    pieces.push(pieces.length === 0 ? '{\n  ' : ',\n  ', JSON.stringify(name), ': ');
    if (Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null) {
      for (const [index, one] of value.entries()) pieces.push(index === 0 ? '[\n    ' : ',\n    ', JSON.stringify(one));
      pieces.push('\n  ]');
    } else pieces.push(JSON.stringify(value));
  }
  pieces.push('\n}\n');
  return pieces;
}
