import type { Format } from './format.js';

/** `roadmap.json`, `slice.json`, `diff.json`: the report's data, each record on a line of its own. */
export const format: Format = {
  name: 'json',
  single: true,
  *render(report) {
    yield {
      path: `${report.name}.json`,
      title: '表のすべてを一つに、IDで結んだ記録で',
      contents: writeRecords(report.data()),
    };
  },
};

/** Records as JSON, a line for each. */
export function writeRecords(records: object): string {
  const entries = Object.entries(records).map(([name, value]) => `  ${JSON.stringify(name)}: ${writeValue(value)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}

function writeValue(value: unknown): string {
  if (!Array.isArray(value) || typeof value[0] !== 'object' || value[0] === null) return JSON.stringify(value);
  return `[${value.map((one) => `\n    ${JSON.stringify(one)}`).join(',')}\n  ]`;
}
