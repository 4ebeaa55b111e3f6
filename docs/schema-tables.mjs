// Writes the tables of keys in docs/format.ja.md from the JSON Schemas beside it: `npm run schema` runs it.
import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('format.ja.md', import.meta.url);
const heading = '## キーの一覧\n';

/** The page's text with its tables made anew. */
export function withTables() {
  const text = readFileSync(page, 'utf8');
  return `${text.slice(0, text.indexOf(heading))}${heading}\n${[...tables()].join('\n')}`;
}

function* tables() {
  const [plan, departments, section, progress] = ['plan', 'departments', 'section', 'progress'].map((kind) =>
    JSON.parse(readFileSync(new URL(`schema/${kind}.json`, import.meta.url), 'utf8')),
  );
  const measure = section.properties.measures.items;
  const track = measure.properties.tracks.items;
  yield table('`plan.yaml`', plan);
  yield table('`plan.yaml` の章（`chapters`）', plan.properties.chapters.items);
  yield table('`departments.yaml` の部局（`departments`）', departments.properties.departments.items);
  yield table('節のファイル', section);
  yield table('施策（`measures`）', measure);
  yield table('取組の行（`tracks`）', track);
  yield table('工程（`phases`）', track.properties.phases.items);
  yield table('KPI（`kpis`）', track.properties.kpis.items);
  yield table('進捗の報告のファイル', progress);
  yield table('報告（`reports`）', progress.properties.reports.items);
  yield table('確認（`checks`）', progress.properties.checks.items);
}

function table(title, { properties, required = [] }) {
  const rows = Object.entries(properties).map(
    ([key, { title: name, description }]) =>
      `| \`${key}\`${required.includes(key) ? '（必須）' : ''} | ${cell(name)} | ${cell(description)} |`,
  );
  return `### ${title}\n\n| キー | 名前 | 説明 |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

if (process.argv[1] === import.meta.filename) writeFileSync(page, withTables());
