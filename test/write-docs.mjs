// `npm run docs`: writes the tables of docs/rules.md from the list of rules. A test holds them against it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const path = 'docs/rules.md';
const table = execFileSync('node', ['dist/main.js', 'rules', '--markdown'], { encoding: 'utf8' });
const text = readFileSync(path, 'utf8');
writeFileSync(
  path,
  text.replace(/(<!-- rules -->\n)[\s\S]*(<!-- \/rules -->)/, (_, before, after) => `${before}\n${table}\n${after}`),
);
