import type { Format } from './format.js';

/** `roadmap.json`, `slice.json`, `diff.json`: the report's data, indented by two spaces. */
export const format: Format = {
  name: 'json',
  single: true,
  *render(report) {
    yield { path: `${report.name}.json`, contents: `${JSON.stringify(report.data(), null, 2)}\n` };
  },
};
