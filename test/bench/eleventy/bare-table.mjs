// Configures eleventy: one page a plan, a bare table of its phases.
import { readPlans } from './plans.mjs';

export default function configure(eleventy) {
  eleventy.addGlobalData('plans', () => readPlans(process.env.BENCH_PLANS));
  eleventy.addTemplate(
    'table.njk',
    `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>{{ plan.title }}</title><h1>{{ plan.title }}</h1><table>
{% for row in plan.rows %}<tr><td>{{ row.section }}</td><td>{{ row.measure }}</td><td>{{ row.period }}</td><td>{{ row.text }}</td></tr>
{% endfor %}</table></html>
`,
    { pagination: { data: 'plans', size: 1, alias: 'plan' }, permalink: '{{ plan.name }}/index.html' },
  );
}
