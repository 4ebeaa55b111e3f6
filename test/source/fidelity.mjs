#!/usr/bin/env node
// Holds a compiled roadmap against the published text of the 工程表.
//
//   node ../shared/source/fidelity.mjs roadmap.json        (from the project's root)
//
// roadmap.json is what `roadmap build --format json` writes. Only two things of it are relied on:
// every string in it counts as text that the data carries, and its top-level array `phases` holds one
// object a phase with { text, startFy, endFy, page, startBasis, endBasis }: fiscal years as Western numbers (endFy null
// where no end is printed), `page` the page of the source (1 is the first page under 第4, 25 the last one), the bases
// as in contracts.md. Periods whose basis is `text` or `judged` are counted, not compared with the columns.
//
// Questions, exit status 1 when any has a finding:
//   covered   is every piece of the source somewhere in the data?
//   invented  does a phase say what its page of the source does not?
//   lost      is every cell of a year's column carried by a phase or milestone of its page?
//   spaced    does a text hold a space between two Japanese characters that the source does not have there?
//   placed    does every phase begin in the fiscal year of its column?
//   ended     does every phase run until the next one of its row begins, and claim no end at the table's edge?
//   based     does a period taken from the text have a date in it, and a judged one a reason?
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const source = readFileSync(join(here, 'koteihyo-2021-12.txt'), 'utf8');
const compiled = JSON.parse(readFileSync(process.argv[2] ?? 'roadmap.json', 'utf8'));

const squeeze = (s) =>
  s
    .replace(/<\/?p>/g, '')
    .replace(/[\s\u3000]+/g, '')
    .normalize('NFC');

/** Cells of the source: page, line, fiscal year of the column (null where it has none), pieces of text. */
function readCells() {
  const cells = [];
  let page = 0;
  let cardTable = false;
  source.split('\n').forEach((line, index) => {
    if (/^第[456] /.test(line) || line.startsWith('マイナンバーカードを活用した')) {
      page += 1;
      cardTable = !line.startsWith('第');
      return;
    }
    if (!line.trim() || page === 0) return;
    const columns = line.split('\t');
    if (columns.some((c) => c.trim().startsWith('2021年度'))) return;
    const row = [];
    columns.forEach((raw, column) => {
      for (const part of raw.split('</p>')) {
        const text = part.replace(/<\/?p>/g, '').trim();
        if (!text) continue;
        let fy = null;
        if (!cardTable && column >= 1 && column <= 5) fy = 2020 + column;
        if (cardTable && column >= 3 && column <= 5) fy = 2018 + column;
        row.push({ page, line: index + 1, column, fy, text, cardTable });
      }
    });
    row.forEach((cell, i) => {
      const later = row.slice(i + 1).find((c) => c.fy !== null && cell.fy !== null && c.fy > cell.fy);
      cells.push({ ...cell, nextFy: later ? later.fy : null });
    });
  });
  return cells;
}

const cells = readCells();
const pages = new Map();
for (const c of cells) pages.set(c.page, (pages.get(c.page) ?? '') + squeeze(c.text));

const strings = [];
(function walk(value) {
  if (typeof value === 'string') strings.push(squeeze(value));
  else if (value && typeof value === 'object') Object.values(value).forEach(walk);
})(compiled);
const corpus = strings.join('\u0000');

const phases = compiled.phases;
if (!Array.isArray(phases) || phases.length === 0) {
  console.error('no phases: the compiled roadmap has no top-level array `phases`');
  process.exit(1);
}
for (const p of phases) {
  if (typeof p.text !== 'string' || !Number.isInteger(p.startFy) || !Number.isInteger(p.page)) {
    console.error(`a phase without text, startFy or page: ${JSON.stringify(p).slice(0, 160)}`);
    process.exit(1);
  }
}

// Where the scan's columns stand shifted against the header (a heading took a year's column): the period there is read from
// the text, and the column proves nothing.
const shiftedPages = new Set([3, 15, 19, 20]);
const shiftedLines = new Set([120, 121, 122, 135, 136, 335]);
const headingCells = new Set(['120:1', '122:1', '135:1']); // headings that stand in a year's column

const findings = { covered: [], invented: [], lost: [], spaced: [], placed: [], ended: [], based: [] };

// A leading ①, ・, ※, (1) or "1." may become a number of its own in the data: it is left out of the comparison.
const bare = (s) => s.replace(/^[・※▲]+/, '').replace(/^([①-⑳]|\(\d+\)|\d+\.)+/, '');
// Marks that structure replaces, and department names that the data keeps apart (ministry, bureau, division) while the page prints them in one run.
const trimmed = (s) => bare(s.replace(/^[<>()（）]+|[<>()（）]+$/g, ''));
const whole = new Set(strings.filter((s) => s.length > 1));
const joined = (s) => {
  const reached = [true];
  for (let end = 1; end <= s.length; end += 1) {
    reached[end] = false;
    for (let from = 0; from < end && !reached[end]; from += 1) {
      if (reached[from] && (whole.has(s.slice(from, end)) || (end - from === 1 && '・、()（）'.includes(s[from])))) reached[end] = true;
    }
  }
  return reached[s.length];
};
let pieces = 0;
for (const c of cells) {
  if (corpus.includes(squeeze(c.text)) || (c.cardTable && c.column >= 6 && joined(squeeze(c.text)))) {
    pieces += 1;
    continue;
  }
  for (const piece of c.text.split(/[\s\u3000]+|(?=[①-⑳]|※|▲|・(?=[^・]{4}))/)) {
    const wanted = trimmed(bare(squeeze(piece)));
    if (wanted.length < 2) continue;
    pieces += 1;
    if (!corpus.includes(wanted)) findings.covered.push(`page ${c.page} line ${c.line}: ${piece.slice(0, 60)}`);
  }
}

for (const p of phases) {
  const page = pages.get(p.page) ?? '';
  if (!page.includes(bare(squeeze(p.text)))) findings.invented.push(`page ${p.page}: ${p.text.slice(0, 60)}`);
}

const carriers = phases.concat(compiled.milestones ?? []);
for (const c of cells) {
  if (c.fy === null || /^[※▲<]/.test(c.text) || headingCells.has(`${c.line}:${c.column}`)) continue;
  const cellText = squeeze(c.text);
  if (
    !carriers.some(
      (p) =>
        p.page === c.page && typeof p.text === 'string' && bare(squeeze(p.text)).length > 1 && cellText.includes(bare(squeeze(p.text))),
    )
  ) {
    findings.lost.push(`page ${c.page} line ${c.line}: no phase carries: ${c.text.slice(0, 40)}`);
  }
}

for (const p of phases) {
  const bases = [p.startBasis, p.endBasis];
  if (bases.includes('text') && !/[0-9０-９元]年|[RHＲＨ][0-9]|20[0-9]{2}|～/.test(p.text))
    findings.based.push(`page ${p.page}: period from the text, but no date in: ${p.text.slice(0, 40)}`);
  if (bases.includes('judged') && !p.reason) findings.based.push(`page ${p.page}: judged without a reason: ${p.text.slice(0, 40)}`);
}

const plain = source.replace(/<\/?p>/g, '').normalize('NFC');
const wide = /[^\x00-\x7f][ \u3000]+[^\x00-\x7f]/gu;
for (const p of phases) {
  for (const [gap] of p.text.matchAll(wide)) {
    if (
      !plain.includes(p.text) &&
      !plain.includes(p.text.slice(Math.max(0, p.text.indexOf(gap) - 4), p.text.indexOf(gap) + gap.length + 4))
    ) {
      findings.spaced.push(`page ${p.page}: ${p.text.slice(Math.max(0, p.text.indexOf(gap) - 10), p.text.indexOf(gap) + 14)}`);
    }
  }
}

const free = (basis) => basis === 'text' || basis === 'judged';
for (const c of cells) {
  if (c.fy === null || c.text.startsWith('※') || c.text.startsWith('<')) continue;
  if (shiftedPages.has(c.page) || shiftedLines.has(c.line)) continue;
  const cellText = squeeze(c.text);
  const same = phases.filter(
    (p) => p.page === c.page && !free(p.startBasis) && bare(squeeze(p.text)).length > 1 && cellText.includes(bare(squeeze(p.text))),
  );
  if (same.length === 0) continue;
  if (!same.some((p) => p.startFy === c.fy)) {
    findings.placed.push(
      `page ${c.page} line ${c.line}: column ${c.fy}, data ${[...new Set(same.map((p) => p.startFy))]}: ${c.text.slice(0, 40)}`,
    );
    continue;
  }
  const here = same.filter((p) => p.startFy === c.fy);
  if (here.some((p) => free(p.endBasis))) continue;
  const lastFy = c.nextFy === null ? null : c.nextFy - 1;
  const fits = (p) => (lastFy === null ? p.endFy === null || c.fy === 2025 : p.endFy === lastFy);
  if (!here.some(fits)) {
    const until = lastFy === null ? 'the edge, where no end is printed' : lastFy;
    findings.ended.push(
      `page ${c.page} line ${c.line}: runs until ${until}, data ends ${[...new Set(here.map((p) => p.endFy))]}: ${c.text.slice(0, 40)}`,
    );
  }
}

let failed = false;
for (const [name, list] of Object.entries(findings)) {
  for (const f of list) console.log(`${name}: ${f}`);
  if (list.length > 0) failed = true;
}
const judged = phases.filter((p) => free(p.startBasis) || free(p.endBasis)).length;
console.log(
  `cells ${cells.length}, pieces ${pieces}, phases ${phases.length} (${judged} by text or judgement): ` +
    Object.entries(findings)
      .map(([n, l]) => `${n} ${l.length}`)
      .join(', '),
);
process.exitCode = failed ? 1 : 0;
