// node test/bench/generate.mjs FOLDER [PLANS]: writes plans of about 250 phases each, made of phrases of the shipped roadmap.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import YAML from 'yaml';

const root = join(import.meta.dirname, '../..');

/** Every municipality and prefecture. */
export const country = 1788;

/** Writes `count` plans into folders of their own; the same count gives the same bytes. Gives the number of phases. */
export function generate(folder, count) {
  const phrases = readPhrases();
  let phases = 0;
  for (let index = 1; index <= count; index += 1) phases += writePlan(join(folder, `p${String(index).padStart(4, '0')}`), index, phrases);
  return phases;
}

function readPhrases() {
  const phases = [];
  const titles = [];
  for (const name of readdirSync(join(root, 'roadmap')).filter((file) => /^\d/.test(file))) {
    for (const measure of YAML.parse(readFileSync(join(root, 'roadmap', name), 'utf8'), { schema: 'failsafe' }).measures) {
      titles.push(measure.title);
      for (const track of measure.tracks ?? []) {
        for (const phase of track.phases ?? []) {
          const text = phase[Object.keys(phase).find((key) => /^\d/.test(key))];
          // Phrases that name a year, point to their neighbour or have a footnote mean nothing in another place.
          if (!/[0-9元]年|左記|※|20\d\d/.test(text)) phases.push(text);
        }
      }
    }
  }
  return { phases, titles };
}

function writePlan(folder, seed, { phases, titles }) {
  let state = seed * 2654435761;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list) => list[random(list.length)];
  mkdirSync(folder, { recursive: true });
  const id = `plan-${seed}`;
  const sections = ['residents', 'services', 'industry', 'systems'];
  writeFileSync(
    join(folder, 'plan.yaml'),
    `# ${id}\nformat: 1\nid: ${id}\ntitle: 第${seed}計画 工程表\nedition: 令和3年12月\nwindow: 2021-2025\nchapters:\n- id: ch1\n  number: 第1\n  title: 施策\n  sections: [${sections.map((name) => `${name}.yaml`).join(', ')}]\n`,
  );
  writeFileSync(join(folder, 'departments.yaml'), `departments:\n- id: office\n  name: 企画課\n- id: digital\n  name: 情報政策課\n`);
  let count = 0;
  for (const [at, name] of sections.entries()) {
    const lines = [
      '# yaml-language-server: $schema=../../docs/schema/section.json',
      `id: ${name}`,
      `number: ${at + 1}.`,
      `title: ${pick(titles)}`,
      'measures:',
    ];
    for (let measure = 1; measure <= 12; measure += 1) {
      lines.push(
        `- id: ${name}-${measure}`,
        `  number: (${measure})`,
        `  title: ${pick(titles)}（${measure}）`,
        `  page: ${at * 3 + 1}`,
        `  leads: [${pick(['office', 'digital'])}]`,
      );
      if (random(8) === 0) lines.push('  # 要確認');
      lines.push('  tracks:');
      for (let track = 1; track <= 2; track += 1) {
        lines.push(`  - id: ${name}-${measure}-${track}`, '    phases:');
        const steps = pick([
          ['2021', '2022-2023', '2024-'],
          ['2021-2022', '2023-'],
          ['2021', '2022', '2023-'],
        ]);
        for (const step of steps) {
          const text = `${pick(phases)}（${name}${measure}-${track}）`;
          // Hands quote what needs no quoting, and leave a blank line now and then.
          lines.push(`    - ${step}: ${random(12) === 0 && !/["\\]/.test(text) ? `"${text}"` : text}`);
          if (random(60) === 0) lines.push('');
          count += 1;
        }
      }
    }
    writeFileSync(join(folder, `${name}.yaml`), `${lines.join('\n')}\n`);
  }
  return count;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, count = String(country)] = process.argv.slice(2);
  console.log(`${generate(folder, Number(count))} phases`);
}
