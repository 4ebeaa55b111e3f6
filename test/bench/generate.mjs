// node test/bench/generate.mjs FOLDER [PLANS] [FIRST]: writes plans of about 250 phases and 80 KB each, made of phrases of the shipped roadmap.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import YAML from 'yaml';

const root = join(import.meta.dirname, '../..');

/** Every municipality and prefecture. */
export const country = 1788;

/** One plan in so many has a slip that `validate` warns of. */
const slipEvery = 20;

/** Writes `count` plans into folders of their own, and gives how many phases and bytes they have. A plan's bytes hang on its number alone. */
export function generate(folder, count, first = 1) {
  const phrases = readPhrases();
  const size = { phases: 0, bytes: 0 };
  for (let number = first; number < first + count; number += 1) {
    const plan = writePlan(join(folder, `p${String(number).padStart(4, '0')}`), number, phrases);
    size.phases += plan.phases;
    size.bytes += plan.bytes;
  }
  return size;
}

/** Texts, headings, notes and comments as they stand in the shipped roadmap. */
function readPhrases() {
  const found = { texts: new Set(), titles: new Set(), notes: new Set() };
  for (const name of readdirSync(join(root, 'roadmap')).filter((file) => /^\d/.test(file))) {
    for (const measure of YAML.parse(readFileSync(join(root, 'roadmap', name), 'utf8'), { schema: 'failsafe' }).measures) {
      found.titles.add(measure.title);
      for (const track of measure.tracks ?? []) {
        for (const phase of track.phases ?? []) {
          found.texts.add(phase[Object.keys(phase).find((key) => /^\d/.test(key))]);
          for (const note of phase.notes ?? []) if (typeof note === 'string') found.notes.add(note);
        }
      }
    }
  }
  return {
    texts: [...found.texts].filter(standsAlone),
    titles: [...found.titles].filter(standsAlone),
    notes: [...found.notes].filter(standsAlone),
  };
}

/** A phrase that names a year, points to its neighbour, has a footnote or half a bracket means nothing in another place. */
function standsAlone(phrase) {
  const pairs = ['「」', '（）', '()', '『』', '【】'];
  return (
    !/[0-9元]年|左記|上記|※|20\d\d|[①-⑳]|["\\#]|: |全業所管/.test(phrase) &&
    pairs.every(([open, close]) => phrase.split(open).length === phrase.split(close).length)
  );
}

const sectionNames = ['residents', 'services', 'industry', 'systems', 'people'];
const departments = ['企画課', '情報政策課', '市民課', '健康福祉課', '産業振興課', '教育総務課', '防災安全課', '財政課'];
const fields = ['窓口', '福祉', '医療', '教育', '防災', '交通', '農林', '観光', '税', '住宅', '環境', '上下水道'];
const comments = ['要確認', '照会中（回答待ち）', '前年度の版から', '担当課と調整済み', '印字のまま', '次の改定で見直す'];
/** What a row's bars may cover, each year of the window once. */
const rows = [
  ['2021', '2022-2023', '2024-'],
  ['2021-2022', '2023-'],
  ['2021', '2022', '2023-'],
  ['2021', '2022', '2023', '2024-'],
  ['2021-'],
  ['2021-2023', '2024-2025'],
  ['R3', '令和4年度-令和5年度', 'R6-'],
];

function writePlan(folder, number, { texts, titles, notes }) {
  const { random, pick, chance } = dice(number);
  mkdirSync(folder, { recursive: true });
  const size = { phases: 0, bytes: 0 };
  const slip = number % slipEvery === 7 ? pick(['bracket', 'gap', 'department', 'blanks']) : undefined;
  const said = new Set();
  let slipped = false;

  write(
    'plan.yaml',
    [
      '# yaml-language-server: $schema=../../docs/schema/plan.json',
      'format: 1',
      `id: plan-${number}`,
      `title: 第${number}自治体デジタル化推進計画 工程表`,
      'edition: 令和3年12月',
      'window: 2021-2025',
      'notes:',
      '- この工程表は、毎年度見直す',
      'chapters:',
      '- id: ch1',
      '  number: 第1',
      '  title: 住民と地域のための施策',
      '  sections: [residents.yaml, services.yaml, industry.yaml]',
      '- id: ch2',
      '  number: 第2',
      '  title: 行政の施策',
      '  sections:',
      '  - systems.yaml',
      '  - people.yaml',
    ],
    {},
  );
  write(
    'departments.yaml',
    [
      '# yaml-language-server: $schema=../../docs/schema/departments.json',
      'departments:',
      '- id: office',
      '  name: 市役所',
      ...departments.flatMap((name, index) => [`- id: d${index + 1}`, `  name: ${name}`, '  parent: office']),
      ...(slip === 'department' ? ['- id: d99', '  name: 旧企画課'] : []),
    ],
    {},
  );
  for (const [at, name] of sectionNames.entries()) {
    // A file has one hand: how deep its lists stand, how much it quotes and remarks, what its editor or formatter makes of it.
    const hand = {
      deep: chance(6),
      quotes: pick([0, 0, 30, 12, 3]),
      quote: pick(['"', "'"]),
      remarks: pick([0, 40, 12]),
      blankLines: pick([0, 0, 15, 4]),
      trailing: chance(8) ? 25 : 0,
      crlf: chance(20),
      bom: chance(40),
      noEnd: chance(25),
      begun: chance(12),
      wide: chance(15),
      broken: chance(15),
    };
    write(`${name}.yaml`, sectionLines(at, name, hand), hand);
  }
  return size;

  function sectionLines(at, name, hand) {
    const lines = [
      '# yaml-language-server: $schema=../../docs/schema/section.json',
      `id: ${name}`,
      `number: ${at + 1}.`,
      `title: ${pick(titles)}`,
    ];
    lines.push('measures:');
    const measures = 9 + random(4);
    for (let measure = 1; measure <= measures; measure += 1) {
      const id = `${name}-${measure}`;
      const inside = measure > 3 && chance(4) ? `${name}-${measure - 1}` : undefined;
      remark(lines, '', hand, `p.${at * 3 + 1 + (measure >> 2)}`);
      lines.push(`- id: ${id}`, ...(inside ? [`  parent: ${inside}`] : [`  number: (${measure})`]));
      lines.push(
        `  title: ${quoted(`${pick(titles)}（${fields[measure % fields.length]}）`, hand)}`,
        `  page: ${at * 3 + 1 + (measure >> 2)}`,
      );
      lines.push(...leads('  ', at + measure, hand));
      if (chance(8)) lines.push('  refs: { 総合計画: "3-2" }');
      if (chance(7)) {
        lines.push('  completed:');
        lines.push(chance(2) ? `  - 20${random(2) ? '20-0' : '19-0'}${1 + random(9)}: ${text(hand)}` : `  - ${text(hand)}`);
      }
      lines.push('  tracks:');
      for (let track = 1; track <= 1 + random(3); track += 1) addTrack(lines, `${id}-${track}`, hand);
    }
    return lines;
  }

  function addTrack(lines, id, hand) {
    const at = hand.deep ? '    ' : '  ';
    lines.push(`${at}- id: ${id}`);
    if (chance(6)) lines.push(`${at}  label: ${quoted(`${pick(fields)}→${pick(fields)}`, hand)}`);
    if (chance(10)) lines.push(`${at}  judged: 見出しのない行。前後の行の内容から、この施策に置いた`);
    if (chance(9)) {
      lines.push(`${at}  milestones:`, `${at}  - 202${1 + random(4)}-${pick(['04', '07', '10'])}: ${text(hand)}`);
    }
    if (chance(30)) {
      lines.push(`${at}  kpis:`, `${at}  - id: kpi-${id}`, `${at}    name: オンライン申請の割合（${id}）`, `${at}    unit: "%"`);
      lines.push(`${at}    target: { 2025: ${60 + random(40)} }`, `${at}    base: { 2021-03: ${random(30)} }`);
      lines.push(`${at}    actuals: { 2022-03: ${30 + random(10)}.${random(10)}, 2023-03: ${40 + random(10)} }`);
    }
    if (chance(6)) lines.push(`${at}  notes:`, `${at}  - ${pick(notes)}`);
    lines.push(`${at}  phases:`);
    const step = hand.deep ? `${at}    ` : `${at}  `;
    let periods = pick(rows);
    if (slip === 'gap' && !slipped) {
      slipped = true;
      periods = ['2021', '2023-'];
    }
    for (const period of periods) {
      remark(lines, step, hand);
      const open = period.endsWith('-');
      const due = open && chance(8) ? pick(['令和7年度末', '令和8年度末']) : undefined;
      lines.push(`${step}- ${period}: ${due ? `${due}までに、${plainText()}` : text(hand)}`);
      if (due) lines.push(`${step}  due: ${due}`);
      if (chance(25)) lines.push(`${step}  notes:`, `${step}  - ${pick(notes)}`);
      if (chance(30))
        lines.push(`${step}  basis: judged`, `${step}  reason: 見出しが${pick(fields)}の列にあり、以後の列は確かでない。印字の列のまま`);
      if (hand.blankLines && chance(hand.blankLines)) lines.push('');
      size.phases += 1;
    }
  }

  function leads(indent, at, hand) {
    const ids = [`d${1 + (at % departments.length)}`, ...(chance(3) ? [`d${1 + ((at + 3) % departments.length)}`] : [])];
    if (hand.broken) return [`${indent}leads:`, `${indent}  [`, ...ids.map((id) => `${indent}    ${id},`), `${indent}  ]`];
    return hand.deep ? [`${indent}leads:`, ...ids.map((id) => `${indent}  - ${id}`)] : [`${indent}leads: [${ids.join(', ')}]`];
  }

  /** A line of text that no other item of the plan has, as its author would write it. */
  function text(hand) {
    if (slip === 'bracket' && !slipped) {
      slipped = true;
      return `${plainText()}（一部の地域を除く`;
    }
    if (slip === 'blanks' && !slipped) {
      slipped = true;
      return `${plainText()}  ${plainText()}`;
    }
    return quoted(plainText(), hand);
  }

  function plainText() {
    for (;;) {
      const parts = Array.from({ length: pick([1, 1, 2, 2, 3]) }, () => pick(texts));
      const all = `${chance(3) ? `${pick(fields)}分野において、` : ''}${parts.join(pick(['。', '、', 'するとともに、', '→']))}${chance(30) ? '（第２期）' : ''}`;
      if (said.has(all)) continue;
      said.add(all);
      return all;
    }
  }

  /** Some hands quote what needs no quoting. */
  function quoted(words, { quotes, quote }) {
    return quotes > 0 && chance(quotes) && !words.includes(quote) ? quote + words + quote : words;
  }

  function remark(lines, indent, { remarks }, page) {
    if (page && chance(3)) lines.push(`# ${page}`);
    if (remarks > 0 && chance(remarks)) lines.push(`${indent}# ${pick(comments)}`);
  }

  function write(name, lines, { trailing = 0, crlf = false, bom = false, noEnd = false, begun = false, wide = false }) {
    if (begun) lines.unshift('---');
    const all = (wide ? lines.map(indentWide) : lines)
      .map((line) => (trailing > 0 && chance(trailing) ? `${line}  ` : line))
      .join(crlf ? '\r\n' : '\n');
    const contents = `${bom ? '\uFEFF' : ''}${all}${noEnd ? '' : crlf ? '\r\n' : '\n'}`;
    size.bytes += Buffer.byteLength(contents);
    writeFileSync(join(folder, name), contents);
  }
}

/** A line as those have it who indent by four, and set what stands behind a dash as far in. */
function indentWide(line) {
  return line.replace(/^ +/, (indent) => indent.repeat(2)).replace(/^( *)- /, '$1-   ');
}

/** Chance that is the same at every run. */
function dice(seed) {
  let state = Math.imul(seed, 2654435761) >>> 0;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return { random, pick: (list) => list[random(list.length)], chance: (oneIn) => random(oneIn) === 0 };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, count = String(country), first = '1'] = process.argv.slice(2);
  if (folder === undefined || folder.startsWith('-')) {
    console.error('node test/bench/generate.mjs FOLDER [PLANS] [FIRST]');
    process.exit(2);
  }
  const { phases, bytes } = generate(folder, Number(count), Number(first));
  console.log(`${phases} phases, ${(bytes / 1e6).toFixed(1)} MB`);
}
