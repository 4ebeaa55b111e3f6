import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { type Cell, readXlsx, writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { edit, makeSheet, planFiles, planHost, planOn, Table, tableOf, withParts } from '../support/answers.js';
import { call, type MemoryHost, memoryHost } from '../support/memory-host.js';

let good: Uint8Array;
let revision: Uint8Array;
let table: Table;

beforeAll(async () => {
  good = await makeSheet(planHost(), '--lead', 'mic', '--fy', '2022');
  revision = await makeSheet(planHost(), '--lead', 'mic', '--kind', 'revision');
  table = await tableOf(good);
});

/** Applies a workbook to the plan, which must stay as it was, and gives what it is told and the marked copy. */
async function refused(
  bytes: Uint8Array,
  files: Record<string, string> = {},
): Promise<{ lines: string[]; host: MemoryHost; marked: Awaited<ReturnType<typeof readXlsx>> }> {
  const host = planHost({ ...files, 'in.xlsx': bytes });
  expect(await call(host, 'apply', 'in.xlsx', '--mark', 'out/back.xlsx')).toBe(1);
  expect(planOn(host)).toEqual({ ...planFiles, ...files });
  expect(host.out).not.toMatch(/\n\s+at |undefined|\[object/);
  expect(host.err).toMatch(/何も取り込みませんでした/);
  const lines = host.out.split('\n').filter((line) => line && !line.startsWith('    '));
  const marked = await readXlsx(host.readFile('out/back.xlsx'), { readStyles: true });
  expect(marked.sheets[0]?.name).toBe('指摘');
  const list = marked.sheets[0]?.rows.slice(3) ?? [];
  const end = list.findIndex((row) => row.every((text) => !text));
  expect(end < 0 ? list.length : end).toBe(lines.length);
  return { lines, host, marked };
}

const answered = (work: Parameters<typeof edit>[1], more?: Parameters<typeof edit>[2]) => edit(good, work, more);
const answer = (id: string, heading: string, text: string) => answered((sheet) => sheet.set(id, heading, text));
const revise = (heading: string, text: string) => edit(revision, (sheet) => sheet.set('card-issue.2022', heading, text));

async function one(
  bytes: Uint8Array | Promise<Uint8Array>,
  place: string,
  words: string | RegExp,
  files?: Record<string, string>,
): Promise<void> {
  const { lines } = await refused(await bytes, files);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(words);
  expect(lines[0]?.startsWith(`in.xlsx${place ? ` ${place}` : ''}: `), lines[0]).toBe(true);
}

const at = (id: string, heading: string) => `進捗状況!${table.cell(id, heading)}`;

describe('a file that is no workbook', () => {
  it('is told with its cause to those who ask for it', async () => {
    const told = async (debug: string) => {
      const host = memoryHost({ ...planFiles, 'in.xlsx': 'no workbook' }, { ROADMAP_DEBUG: debug });
      expect(await call(host, 'apply', 'in.xlsx')).toBe(1);
      return host.err;
    };
    expect(await told('')).not.toContain('invalid zip data');
    expect(await told('1')).toContain('invalid zip data');
  });

  it('text', () => one(strToU8('ID,状況\n'), '', 'Excelのブック'));
  it('nothing', () => one(new Uint8Array(0), '', 'Excelのブック'));
  it('a workbook cut in two', () => one(good.slice(0, good.length / 2), '', 'Excelのブック'));
  it('a password, or .xls', () => one(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0)]), '', 'パスワード'));
  it('a zip of something else', () => one(zipSync({ 'a.txt': strToU8('a') }), '', 'Excelのブック'));
  it('broken XML', () =>
    one(
      withParts(good, (parts) => (parts['xl/workbook.xml'] = strToU8('<workbook><sheets>'))),
      '',
      /ブック|シート/,
    ));
  it('a workbook of another kind', async () =>
    one(writeXlsx({ sheets: [{ name: '回答', rows: [['ID', '状況']] }] }), '', '`roadmap sheet` で作った'));
});

describe('a file that would fill the memory', () => {
  const sheetOf = (xml: string) => withParts(good, (parts) => (parts['xl/worksheets/sheet2.xml'] = strToU8(xml)));
  const sheet2 = () => {
    let xml = '';
    withParts(good, (parts) => (xml = strFromU8(parts['xl/worksheets/sheet2.xml'] as Uint8Array)));
    return xml;
  };
  it('a zip bomb', () =>
    one(
      withParts(good, (parts) => (parts['xl/sharedStrings.xml'] = new Uint8Array(65 << 20))),
      '',
      '大きすぎます',
    ));
  it('a zip bomb that lies about its size', () => one(lying(100 << 20), '', /大きすぎ|Excelのブック/));
  it.each([
    ['texts', 'xl/sharedStrings.xml', '</sst>', '<si><t/></si>', 500_000],
    ['formats', 'xl/styles.xml', '</cellXfs>', '<xf numFmtId="0"/>', 1_100_000],
    ['merged cells', 'xl/worksheets/sheet2.xml', '</worksheet>', '<mergeCell ref="A1:XFD9"/>', 20_000],
  ] as const)('millions of %s', (_, name, end, element, count) =>
    one(
      withParts(good, (parts) => {
        const xml = strFromU8(parts[name] as Uint8Array);
        expect(xml).toContain(end);
        parts[name] = strToU8(xml.replace(end, element.repeat(count) + end));
      }),
      '',
      '大きすぎます',
    ),
  );
  it('more faults than anybody reads', async () => {
    const host = planHost({
      'in.xlsx': await answered((sheet) => {
        for (let row = 0; row < 1500; row += 1) sheet.rows.push([`x${row}`, '', '', '', '', '', '措置中']);
      }),
    });
    expect(await call(host, 'apply', 'in.xlsx', '--mark', 'back.xlsx')).toBe(1);
    expect(host.out.split('\n').filter((line) => line.startsWith('in.xlsx'))).toHaveLength(1000);
    expect(host.out).toMatch(/\nほか500件\n$/);
    const list = (await readXlsx(host.readFile('./back.xlsx'))).sheets[0]?.rows ?? [];
    expect(list[1003]?.[1]).toBe('ほか500件');
  });
  it('a copy without a name', async () => {
    const host = planHost({ 'in.xlsx': await answered((sheet) => sheet.set('card-issue', '状況', '?')) });
    expect(await call(host, 'apply', 'in.xlsx', '--mark', '')).toBe(2);
    expect(host.err).toContain('`--mark` の名前が空です');
  });
  it('too many parts', () =>
    one(
      withParts(good, (parts) =>
        Object.assign(parts, Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`x${n}`, new Uint8Array(0)]))),
      ),
      '',
      '大きすぎます',
    ));
  it('entities that multiply', () =>
    one(
      withParts(good, (parts) => {
        const levels = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
        parts['xl/sharedStrings.xml'] = strToU8(`<!DOCTYPE sst [<!ENTITY e0 "ha">${levels}]><sst><si><t>&e9;</t></si></sst>`);
      }),
      '一覧',
      '読めません',
    ));
  it('a million empty rows are not looked at', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 10}" s="1"/>`).join('');
    const host = planHost({ 'in.xlsx': sheetOf(sheet2().replace('</sheetData>', `${empty}</sheetData>`)) });
    expect(await call(host, 'apply', 'in.xlsx'), host.out).toBe(0);
  });
  it('a cell in the last corner is not looked at', async () => {
    const host = planHost({
      'in.xlsx': sheetOf(sheet2().replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')),
    });
    expect(await call(host, 'apply', 'in.xlsx'), host.out).toBe(0);
  });
});

describe('what could run', () => {
  it('a formula in an answer', async () => {
    const { row, column } = { row: table.rowOf('card-issue'), column: table.columnOf('実施したこと') };
    const bytes = await answered(() => undefined, {
      cells: new Map([[`${row},${column}`, { formula: 'HYPERLINK("https://example.jp","済")', formulaResult: '済' }]]),
    });
    await one(bytes, at('card-issue', '実施したこと'), '数式が入っています');
  });
  it('an error value', async () => {
    const [row, column] = [table.rowOf('card-issue') + 1, table.columnOf('実施したこと')];
    const name = `${String.fromCharCode(65 + column)}${row}`;
    const bytes = withParts(await answer('card-issue', '実施したこと', 'x'), (parts) => {
      const xml = strFromU8(parts['xl/worksheets/sheet2.xml'] as Uint8Array);
      parts['xl/worksheets/sheet2.xml'] = strToU8(
        xml.replace(new RegExp(`<c r="${name}"[^>]*>.*?</c>`), `<c r="${name}" t="e"><v>#REF!</v></c>`),
      );
    });
    await one(bytes, at('card-issue', '実施したこと'), '誤りの値 `#REF!`');
  });
  it('macros, links to other files, comments and shapes are not read, and said so', async () => {
    const sheet = await answer('card-issue', '状況', '措置済');
    const bytes = withParts(sheet, (parts) => {
      parts['xl/vbaProject.bin'] = strToU8('Sub Auto_Open');
      parts['xl/externalLinks/externalLink1.xml'] = strToU8('<externalLink/>');
      parts['xl/comments1.xml'] = strToU8('<comments/>');
      parts['xl/drawings/drawing1.xml'] = strToU8('<wsDr><twoCellAnchor/></wsDr>');
    });
    const host = planHost({ 'in.xlsx': bytes });
    expect(await call(host, 'apply', 'in.xlsx'), host.out).toBe(0);
    expect(host.err).toContain('マクロは読まずに');
    expect(host.err).toContain('他のファイルへのリンクは読まずに');
    expect(host.err).toContain('セルに付けたコメントは読まずに');
    expect(host.err).toContain('図形・画像・テキストボックスは読まずに');
    const bare = withParts(sheet, (parts) => {
      parts['xl/drawings/drawing1.xml'] = strToU8('<xdr:wsDr/>');
    });
    const other = planHost({ 'in.xlsx': bare });
    expect(await call(other, 'apply', 'in.xlsx'), other.out).toBe(0);
    expect(other.err).not.toContain('図形');
  });
});

describe('words that are struck out', () => {
  const struck = { strikethrough: true };
  /** The sheet with one cell of `card-issue.2022` or `card-issue` that looks like this. */
  const looking = async (bytes: Uint8Array, id: string, heading: string, cell: Partial<Cell>) => {
    const sheet = await tableOf(bytes);
    return edit(bytes, () => undefined, { cells: new Map([[`${sheet.rowOf(id)},${sheet.columnOf(heading)}`, cell]]) });
  };

  it('in a part of a text, which the marked copy leaves out', async () => {
    const bytes = await looking(revision, 'card-issue.2022', '改正案の本文', {
      richText: [{ text: '交付の体制' }, { text: 'の電子化', font: struck }, { text: '及び公開', font: { underline: true } }],
    });
    await one(bytes, '工程表の改正!H3', '取り消し線の付いた語 `の電子化` があります');
    const { marked } = await refused(bytes);
    const header = marked.sheets[2]?.rows[0]?.indexOf('改正案の本文') ?? -1;
    expect(marked.sheets[2]?.rows[2]?.[header]).toBe('交付の体制及び公開');
  });
  it('in a whole cell', async () => {
    const cell = { value: '取りやめた文', style: { font: struck } };
    await one(await looking(good, 'card-issue', '実施したこと', cell), at('card-issue', '実施したこと'), '`取りやめた文` があります');
  });
  it('and not in those that have a font of their own, nor in spaces', async () => {
    const cell = {
      richText: [
        { text: '周知', font: { bold: true } },
        { text: ' ', font: struck },
      ],
      style: { font: struck },
    };
    const host = planHost({ 'in.xlsx': await looking(good, 'card-issue', '実施したこと', cell) });
    expect(await call(host, 'apply', 'in.xlsx'), host.out).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain('  done: 周知\n');
  });
});

describe('a table that was rebuilt', () => {
  it('merged cells', async () => {
    const row = table.rowOf('card-issue');
    await one(
      answered(() => undefined, { merges: [{ startRow: row, endRow: row + 1, startCol: 7, endCol: 7 }] }),
      `進捗状況!H${row + 1}:H${row + 2}`,
      '結合',
    );
  });
  it('a column that is gone', () =>
    one(
      answered((sheet) => sheet.rows[0]?.splice(7, 1, 'メモ')),
      '進捗状況',
      '「実施したこと」の列がありません',
    ));
  it('columns that were added, which are not read, and said so', async () => {
    const bytes = await answered((sheet) => {
      for (const [index, row] of sheet.rows.entries()) row.splice(7, 0, index === 0 ? '備考' : index === 1 ? '補足' : '');
      sheet.rows[2]?.push('電話で確認');
    });
    const host = planHost({ 'in.xlsx': bytes });
    expect(await call(host, 'apply', 'in.xlsx'), host.out).toBe(0);
    expect(host.err).toBe(
      'in.xlsx 進捗状況!H1: 加えられた列「備考」は読まずに取り込みます（記入のある行: 1）\n' +
        'in.xlsx 進捗状況!Q1: 加えられた列は読まずに取り込みます（記入のある行: 1）\n変わる所はありません\n',
    );
  });
  it('a column twice', () =>
    one(
      answered((sheet) => sheet.rows[0]?.push('状況')),
      '進捗状況!P1',
      '「状況」の列が二つ',
    ));
  it('no headings', () =>
    one(
      answered((sheet) => sheet.rows.shift()),
      '',
      '見出しの行',
    ));
  it('two tables', () =>
    one(
      answered((sheet, sheets) => sheets.push({ name: '写し', hidden: false, rows: sheet.rows.map((row) => [...row]) })),
      '進捗状況',
      '`写し` にも',
    ));
  it('the hidden sheet is gone', () =>
    one(
      answered((_, sheets) => sheets.pop()),
      '',
      '`roadmap sheet` で作った',
    ));
  it('another plan', () =>
    one(
      answered((_, sheets) => sheets[2]?.rows.find(([fact]) => fact === '計画')?.splice(1, 1, 'other')),
      '一覧',
      '別の計画（`other`）',
    ));
  it('another plan, with the name of this one', async () => {
    const { host } = await refused(await answered((_, sheets) => sheets[2]?.rows.find(([fact]) => fact === '計画')?.splice(1, 1, 'other')));
    expect(host.out).toContain('今の計画は `plan` です');
  });
  it('a department that is gone', () =>
    one(
      answered((_, sheets) => sheets[2]?.rows.find(([fact]) => fact === '担当')?.splice(1, 1, 'other')),
      '一覧',
      '担当 `other` の部局が、今の計画にありません',
    ));
  it('another plan, with departments of its own', () =>
    one(
      answered((_, sheets) => {
        sheets[2]?.rows.find(([fact]) => fact === '計画')?.splice(1, 1, 'other');
        sheets[2]?.rows.find(([fact]) => fact === '担当')?.splice(1, 1, 'lh');
      }),
      '一覧',
      '別の計画（`other`）',
    ));
  it.each(['計画', '担当', '種類'])('no %s in the hidden sheet', (name) =>
    one(
      answered((_, sheets) => sheets[2]?.rows.find(([fact]) => fact === name)?.splice(1, 1, '')),
      '一覧',
      '読めません',
    ),
  );
  it('no folder of a roadmap to go to', async () => {
    const host = planHost({ 'in.xlsx': good });
    expect(await call(host, 'apply', 'in.xlsx', '--to', 'elsewhere')).toBe(2);
    expect(host.err).toContain('`--to フォルダ`');
  });
});

describe('a row that is not that of the plan', () => {
  it('an id that was mistyped', () =>
    one(answer('card-issue', 'ID', 'card-isue'), at('card-issue', 'ID'), '`card-isue` というIDはありません'));
  it('an id that was emptied', () => one(answer('card-issue', 'ID', ''), at('card-issue', 'ID'), 'ID `card-issue` が消えています'));
  it('an unknown id', async () => {
    const { lines } = await refused(await answered((sheet) => sheet.set('card-issue', '照合', 'x').set('card-issue', 'ID', 'card-isue')));
    expect(lines).toEqual([
      `in.xlsx ${at('card-issue', 'ID')}: \`card-isue\` というIDはありません`,
      'in.xlsx 進捗状況: ID `card-issue` の行がありません',
    ]);
  });
  it('an id of another sheet', async () => {
    const { lines } = await refused(await answer('card-issue', 'ID', 'road-open'));
    expect(lines[0]).toContain('`road-open` はこのシートの項目ではありません');
  });
  it('an id twice', () =>
    one(
      answered((sheet) => sheet.rows.push([...(sheet.rows[sheet.rowOf('card-issue')] as string[])])),
      '進捗状況!A5',
      'の行が二つあります（一つ目は A2）',
    ));
  it('an id that is missing', () =>
    one(
      answered((sheet) => sheet.rows.splice(sheet.rowOf('card-issue'), 1)),
      '進捗状況',
      'ID `card-issue` の行がありません',
    ));
  it('an answer without an id', () =>
    one(
      answered((sheet) => sheet.rows.push(['', '', '', '', '', '', '措置済'])),
      '進捗状況!A5',
      'IDのない行',
    ));
  it('a locked cell that was changed', async () => {
    const { lines, marked } = await refused(await answer('card-issue', '取組', '交付と更新'));
    expect(lines).toEqual([`in.xlsx ${at('card-issue', '取組')}: 見るだけの欄「取組」が \`交付と更新\` に変わっています（元: \`交付\`）`]);
    expect(marked.sheets[2]?.rows[1]?.[2]).toBe('交付');
  });
  it('an answer in a cell that the row does not ask', () =>
    one(answer('card-issue', 'KPI実績値', '5'), at('card-issue', 'KPI実績値'), 'この行では「KPI実績値」に回答できません'));
  it('a hash that was changed', () => one(answer('card-issue', '照合', 'x'), at('card-issue', '照合'), '書き換えられています'));
  it('a hash of another row', () =>
    one(
      answered((sheet) => sheet.set('card-issue', '照合', sheet.get('card-shared', '照合'))),
      at('card-issue', '照合'),
      'この行のものではありません',
    ));
  it('an edition that was changed', () =>
    one(answer('card-issue', '版', '令和4年6月'), at('card-issue', '版'), '`令和4年6月` になっています'));
  it('the wrong edition', () =>
    one(good, '進捗状況!N2', '`令和3年12月` の版のものです。今の計画は `令和4年6月` の版', {
      'roadmap/plan.yaml': planFiles['roadmap/plan.yaml'].replace('令和3年12月', '令和4年6月'),
    }));
  it('an item that changed since, with both versions', () =>
    one(
      answer('card-shared', '状況', '措置済'),
      at('card-shared', '2022年度の工程'),
      '（2022年度の工程）。シート: `2021～2023年度　システムの共同利用`　今の計画: `2021～2023年度　システムの共用`',
      {
        'roadmap/1-cards.yaml': planFiles['roadmap/1-cards.yaml'].replace('システムの共同利用', 'システムの共用'),
      },
    ));
  it('an item that changed since, with what to do where it was not answered', async () => {
    const path = 'roadmap/1-cards.yaml';
    const { host } = await refused(good, { [path]: planFiles[path].replace('システムの共同利用', 'システムの共用') });
    expect(host.out).toContain('直し方: この行に回答はありません。指摘を書き込んだ写し（`--mark`）には今の記載が入り');
    const again = planHost({ [path]: String(host.files.get(path)), 'in.xlsx': host.readFile('out/back.xlsx') });
    expect(await call(again, 'apply', 'in.xlsx'), again.out).toBe(0);
  });
  it('an item that somebody else has answered since, with both answers', () =>
    one(answer('card-shared', '状況', '措置済'), at('card-shared', '状況'), '取り込み済み: `措置中`　このシート: `措置済`', {
      'roadmap/progress/2022/1-cards.yaml': 'fy: 2022\nreports:\n- on: card-shared\n  status: 措置中\n',
    }));
  it('an item that has left the plan', async () => {
    const cards = planFiles['roadmap/1-cards.yaml'];
    const { lines } = await refused(good, { 'roadmap/1-cards.yaml': cards.slice(0, cards.indexOf('  - id: card-shared')) });
    expect(lines).toEqual([
      `in.xlsx ${at('card-shared', 'ID')}: \`card-shared\` は、シートを作った後に計画から無くなったか、このシートの対象でなくなりました`,
    ]);
  });
});

describe('an answer that means nothing', () => {
  it('a word that is not in the list', () =>
    one(answer('card-issue', '状況', '完了'), at('card-issue', '状況'), '`完了` は一覧にありません'));
  it('a number in words', () =>
    one(
      answered((sheet) => sheet.set('kpi-card', 'KPI実績値', '約96').set('kpi-card', 'KPI時点', '2023-03-31')),
      at('kpi-card', 'KPI実績値'),
      '`約96` は数として',
    ));
  it('a figure in another unit', () =>
    one(
      answered((sheet) => sheet.set('kpi-card', 'KPI実績値', '96枚').set('kpi-card', 'KPI時点', '2023-03-31')),
      at('kpi-card', 'KPI実績値'),
      '`96枚`',
    ));
  it('a figure of more digits than are kept', () =>
    one(
      answered((sheet) => sheet.set('kpi-card', 'KPI実績値', '12345678901234567890').set('kpi-card', 'KPI時点', '2023-03-31')),
      at('kpi-card', 'KPI実績値'),
      '桁が多すぎます',
    ));
  it('a figure of one digit more than a number keeps for sure', () =>
    one(
      answered((sheet) => sheet.set('kpi-card', 'KPI実績値', '1234567890123456').set('kpi-card', 'KPI時点', '2023-03-31')),
      at('kpi-card', 'KPI実績値'),
      '桁が多すぎます',
    ));
  it('a date that does not exist', () =>
    one(
      answered((sheet) => sheet.set('kpi-card', 'KPI実績値', '96').set('kpi-card', 'KPI時点', '令和5年2月29日')),
      at('kpi-card', 'KPI時点'),
      '日付として',
    ));
  it('a figure without a date', () => one(answer('kpi-card', 'KPI実績値', '96'), at('kpi-card', 'KPI時点'), '時点がありません'));
  it('a line break that may mean two things', () =>
    one(answer('card-issue', '実施したこと', 'システム改修\n周知広報'), at('card-issue', '実施したこと'), '改行'));
  it.each([
    '1. 参加自治体は100\n2. 次年度は50',
    '利用件数は前年度の3\n5.2万件となった',
    '拡大した。\n2回実施した',
    'The system was built.\nNext year it opens.',
    'システムを整備、\nAPIを公開',
    '・一を実施\n・二を実施',
    'ア．一を実施。\nイ．二を実施。',
    '一、準備を実施、\n二、公開を実施',
    '一を実施（総務省）\n二を実施（警察庁）',
    '次を実施：\n〇準備',
  ])('a line break that would change what is said: %s', (text) =>
    one(answer('card-issue', '実施したこと', text), at('card-issue', '実施したこと'), '改行'),
  );
  it.each(['3\n5.2', '3 5.2', '1\u3000200'])('a figure of two numbers: %s', (text) =>
    one(
      answered((sheet) => sheet.set('kpi-card', 'KPI実績値', text).set('kpi-card', 'KPI時点', '2023-03-31')),
      at('kpi-card', 'KPI実績値'),
      '数として',
    ),
  );
  it.each(['2023/1 2', 'H40.3.1', '平成32年4月', '昭和65年1月1日'])('a date that there is not: %s', (text) =>
    one(
      answered((sheet) => sheet.set('kpi-card', 'KPI実績値', '96').set('kpi-card', 'KPI時点', text)),
      at('kpi-card', 'KPI時点'),
      '日付として',
    ),
  );
  it('words that a message cuts, and not through a character', async () => {
    const long = '𠮷'.repeat(61);
    await one(answer('kpi-card', 'KPI実績値', long), at('kpi-card', 'KPI実績値'), `\`${'𠮷'.repeat(60)}…\``);
    const broken = `あ${'𠮷'.repeat(8)}\nい`;
    await one(answer('card-issue', '実施したこと', broken), at('card-issue', '実施したこと'), `「${'𠮷'.repeat(8)}」`);
  });
  it.each(['同上', '（同上）', '〃', '″', '〃 〃', '"', '仝', '↑', '左に同じ。', '上記と同じ', '上記のとおり'])(
    'words that point to another cell: %s',
    async (words) => {
      await one(revise('変更理由', words), '工程表の改正!K3', `\`${words}\` は、どの欄のことか決められません`);
      for (const mark of ['', '・'])
        await one(answer('card-issue', '根拠資料', `資料1\n${mark}${words}`), at('card-issue', '根拠資料'), 'どの欄のことか決められません');
    },
  );
  it.each(['－', '―', '…', '／'])('a line where something stands: %s', async (line) => {
    await one(revise('改正案の本文', line), '工程表の改正!H3', `\`${line}\` だけでは、`);
    await one(revise('改正案の期限', line), '工程表の改正!J3', `\`${line}\` だけでは、`);
  });
  it('a period that is none', async () => {
    await one(revise('改正案の期間', 'R4-6'), '工程表の改正!I3', '`R4-6` は期間として');
    await one(revise('改正案の期間', '令和4～6年'), '工程表の改正!I3', '`令和4～6年` は期間として');
    await one(revise('改正案の期間', '来年度'), '工程表の改正!I3', '`来年度` は期間として');
    await one(revise('改正案の期間', '令和7年度～令和5年度'), '工程表の改正!I3', '終わりが始まりより前');
  });
  it.each(['令和7年度まで', '２０２４年度まで', '～2024年度', '2023年度上期まで'])('a period without a beginning: %s', async (words) => {
    await one(revise('改正案の期間', words), '工程表の改正!I3', `\`${words}\` には終わりの年度だけがあり`);
  });
  it.each(['削除', '（削る）', '削る', '［削る。］', '【削除】'])('a phase or a cell that shall go: %s', async (words) => {
    await one(revise('改正案の本文', words), '工程表の改正!H3', '決められません');
    await one(revise('改正案の期限', words), '工程表の改正!J3', '決められません');
  });
  it.each(['、', ' ', ', '])('two addresses in one line, parted by 「%s」', (sign) =>
    one(
      answer('card-issue', '根拠資料', `資料1\nhttps://example.jp/a${sign}https://example.jp/b`),
      at('card-issue', '根拠資料'),
      'にはURLが二つ以上あります',
    ),
  );
  it('due dates in one line', () =>
    one(revise('改正案の期限', '令和4年度末、令和5年度末'), '工程表の改正!J3', 'には時期が二つ以上あります'));
  it('a due date that may be cleared', () =>
    one(revise('改正案の期限', 'なし'), '工程表の改正!J3', 'では、`令和5年度末` を残すのか消すのか決められません'));
  it('a text that is cleared', () => one(revise('改正案の本文', '（削除）'), '工程表の改正!H3', '消せません'));
});

describe('the marked copy', () => {
  it('lists everything, keeps the answers, marks the wrong cells, and is applied once they are right', async () => {
    const bytes = await answered((sheet) => {
      sheet
        .set('card-issue', '状況', '完了')
        .set('card-issue', '実施したこと', '周知した')
        .set('card-shared', '取組', '何か')
        .set('card-shared', '状況', '措置中');
      sheet.rows.push(['unknown', 'x']);
    });
    const { host, lines, marked } = await refused(bytes);
    expect(lines).toHaveLength(3);
    const data = marked.sheets[2];
    const header = (data?.rows[0] ?? []).map(String);
    const cell = data?.cells?.get(`1,${header.indexOf('状況')}`);
    expect([cell?.value, cell?.style?.fill]).toMatchObject(['完了', { fgColor: { rgb: 'FFDADA' } }]);
    expect(data?.rows[1]?.[header.indexOf('実施したこと')]).toBe('周知した');
    expect(data?.rows[1]?.[header.indexOf('指摘')]).toContain('`完了` は一覧にありません');
    expect(marked.sheets[0]?.rows[3]).toEqual([
      at('card-issue', '状況'),
      '`完了` は一覧にありません',
      '一覧から選んでください: 措置済、措置中、検討中、未措置',
    ]);
    const back = await edit(host.readFile('out/back.xlsx'), (_, sheets) =>
      new Table(sheets[2]?.rows ?? []).set('card-issue', '状況', '措置済'),
    );
    const second = planHost({ 'in.xlsx': back });
    expect(await call(second, 'apply', 'in.xlsx'), second.out).toBe(0);
    expect(planOn(second)['roadmap/progress/2022/1-cards.yaml']).toBe(
      '# yaml-language-server: $schema=../../../docs/schema/progress.json\nfy: 2022\nreports:\n- on: card-issue\n  status: 措置済\n  done: 周知した\n  by: mic\n- on: card-shared\n  status: 措置中\n  by: mic\n',
    );
  });

  /** What a marked copy gives when it is sent back as it is, and the answers below its list. */
  async function copied(bytes: Uint8Array) {
    const host = planHost({ 'in.xlsx': bytes });
    expect(await call(host, 'apply', 'in.xlsx', '--mark', 'out/back.xlsx')).toBe(1);
    const copy = host.readFile('out/back.xlsx');
    const again = planHost({ 'in.xlsx': copy });
    expect(await call(again, 'apply', 'in.xlsx'), again.out).toBe(0);
    const list = (await readXlsx(copy)).sheets[0]?.rows ?? [];
    const from = list.findIndex(([text]) => String(text).startsWith('写せなかった回答'));
    return { applied: planOn(again)['roadmap/progress/2022/1-cards.yaml'], lost: from < 0 ? [] : list.slice(from + 2) };
  }

  it.each<[string, Parameters<typeof edit>[1]]>([
    ['whose id was mistyped', (sheet) => sheet.set('card-issue', 'ID', 'card-isue')],
    ['whose id was emptied', (sheet) => sheet.set('card-issue', 'ID', '')],
    ['below a heading ID that was renamed', (sheet) => sheet.rows[0]?.splice(0, 1, '番号')],
    ['without the column of hashes', (sheet) => void sheet.rows.map((row) => row.pop())],
    ['beside a heading that was renamed', (sheet) => sheet.rows[0]?.splice(sheet.columnOf('課題'), 1, '問題')],
    ['beside a locked column that is gone', (sheet) => void sheet.rows.map((row) => row.splice(5, 1))],
  ])('keeps the answers of a row %s', async (_, spoil) => {
    const { applied, lost } = await copied(
      await answered((sheet, sheets) => spoil(sheet.set('card-issue', '実施したこと', '周知した'), sheets)),
    );
    expect(applied).toContain('- on: card-issue\n  done: 周知した\n');
    expect(lost).toEqual([]);
  });

  it('quotes the answers that belong to no cell of it', async () => {
    const { applied, lost } = await copied(
      await answered((sheet) => {
        sheet.set('card-issue', '課題', '人手').set('card-shared', 'KPI実績値', '5');
        sheet.rows[0]?.splice(sheet.columnOf('課題'), 1, '問題');
        sheet.rows.push(['card-other', '', '', '', '', '', '措置中']);
      }),
    );
    expect(applied).toBeUndefined();
    expect(lost).toEqual([
      [at('card-issue', '課題'), '問題', '人手'],
      [at('card-shared', 'KPI実績値'), 'KPI実績値', '5'],
      ['進捗状況!G5', '状況', '措置中'],
    ]);
  });

  it('asks for the file itself where it has no table', async () => {
    const { marked } = await refused(await answered((_, sheets) => sheets.pop()));
    expect(marked.sheets).toHaveLength(1);
    expect(marked.sheets[0]?.rows[1]?.[0]).toContain('お手元のファイルを直して');
  });

  it.each([
    ['in the same edition', {}],
    ['of the edition before', { 'roadmap/plan.yaml': planFiles['roadmap/plan.yaml'].replace('令和3年12月', '令和4年6月') }],
  ])('leaves what the plan says now in a cell that was not answered, of a sheet %s', async (_, files) => {
    const path = 'roadmap/1-cards.yaml';
    const now = planFiles[path].replace('体制を整備し、', '体制を整え、').replace('2024-: 運用', '2024-: 運用と改善');
    const bytes = await revise('改正案の期限', '令和6年3月');
    const host = planHost({ ...files, [path]: now, 'in.xlsx': bytes });
    expect(await call(host, 'apply', 'in.xlsx', '--mark', 'out/back.xlsx')).toBe(1);
    host.files.set('in.xlsx', host.readFile('out/back.xlsx'));
    expect(await call(host, 'apply', 'in.xlsx'), host.out).toBe(0);
    expect(planOn(host)[path]).toBe(now.replace('due: 令和5年度末', 'due: 令和6年3月'));
  });

  it('goes to a folder, one for each refused sheet', async () => {
    const host = planHost({ 'in/a.xlsx': await answer('card-issue', '状況', '完了'), 'in/b.xlsx': good });
    expect(await call(host, 'apply', 'in', '--mark', 'back')).toBe(1);
    expect([...host.files.keys()].filter((name) => name.startsWith('back/'))).toEqual(['back/a.xlsx']);
    expect(await call(host, 'apply', 'in', '--mark', 'out/back.xlsx')).toBe(2);
  });

  it('has a name of its own, and is a workbook', async () => {
    const bytes = await answer('card-issue', '状況', '完了');
    const host = planHost({ 'in/a/x.xlsx': bytes, 'in/b/x.xlsx': bytes, 'in/c/b-x.xlsm': bytes, 'in/b.csv': 'ID' });
    expect(await call(host, 'apply', 'in/a/x.xlsx', 'in/b/x.xlsx', 'in/c/b-x.xlsm', 'in/b.csv', '--mark', 'back')).toBe(1);
    expect([...host.files.keys()].filter((name) => name.startsWith('back/')).sort()).toEqual([
      'back/b-x.xlsx',
      'back/b.xlsx',
      'back/c-b-x.xlsx',
      'back/x.xlsx',
    ]);
  });

  it('never takes the place of a sheet that was received', async () => {
    const bytes = await answer('card-issue', '状況', '完了');
    for (const [files, mark] of [
      [['in'], './in'],
      [['in/a.xlsx'], 'in/a.xlsx'],
    ] as const) {
      const host = planHost({ 'in/a.xlsx': bytes });
      expect(await call(host, 'apply', ...files, '--mark', mark)).toBe(2);
      expect(host.err).toContain('届いたシート');
      expect(host.readFile('in/a.xlsx')).toEqual(bytes);
    }
  });
});

/** A workbook whose shared strings unpack to more than its directory says. */
function lying(size: number): Uint8Array {
  const bytes = Buffer.from(withParts(good, (parts) => (parts['xl/sharedStrings.xml'] = strToU8('a'))));
  const packed = deflateRawSync(Buffer.alloc(size));
  const name = Buffer.from('xl/sharedStrings.xml');
  const local = bytes.indexOf(Buffer.concat([Buffer.from('PK\x03\x04')]), bytes.indexOf(name) - 30);
  const dataAt = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const old = bytes.readUInt32LE(local + 18);
  const result = Buffer.concat([bytes.subarray(0, dataAt), packed, bytes.subarray(dataAt + old)]);
  const shift = packed.length - old;
  result.writeUInt32LE(packed.length, local + 18);
  result.writeUInt16LE(8, local + 8);
  for (let at = result.indexOf('PK\x01\x02'); at >= 0; at = result.indexOf('PK\x01\x02', at + 4)) {
    const offset = result.readUInt32LE(at + 42);
    if (result.subarray(at + 46, at + 46 + name.length).equals(name)) {
      result.writeUInt32LE(packed.length, at + 20);
      result.writeUInt16LE(8, at + 10);
    } else if (offset > local) result.writeUInt32LE(offset + shift, at + 42);
  }
  const end = result.lastIndexOf('PK\x05\x06');
  result.writeUInt32LE(result.readUInt32LE(end + 16) + shift, end + 16);
  return result;
}
