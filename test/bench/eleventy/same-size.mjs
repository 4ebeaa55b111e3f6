// Configures eleventy: as many pages a plan as BENCH_PAGES names, each a table of the plan's phases of about the bytes that it gives.
import { readPlans } from './plans.mjs';

export default function configure(eleventy) {
  eleventy.addGlobalData('pages', () => readPlans(process.env.BENCH_PLANS).flatMap(pagesOf));
  eleventy.addTemplate(
    'page.njk',
    `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>{{ page_.title }}</title><h1>{{ page_.title }}</h1><table>
{% for row in page_.rows %}<tr><td>{{ row.section }}</td><td>{{ row.measure }}</td><td>{{ row.period }}</td><td>{{ row.text }}</td></tr>
{% endfor %}</table></html>
`,
    { pagination: { data: 'pages', size: 1, alias: 'page_' }, permalink: '{{ page_.path }}' },
  );
}

const sizes = JSON.parse(process.env.BENCH_PAGES);

function pagesOf({ name, title, rows }) {
  const lengths = rows.map((row) => 41 + Buffer.byteLength(row.section + row.measure + row.period + row.text));
  return Object.entries(sizes).map(([path, bytes], first) => {
    const shown = [];
    for (let at = first * 7, size = 0; size < bytes; at += 1) {
      shown.push(rows[at % rows.length]);
      size += lengths[at % rows.length];
    }
    return { path: `${name}/${path}`, title, rows: shown };
  });
}
