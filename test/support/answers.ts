import { unzipSync, zipSync } from 'fflate';
import { type CellValue, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { expect } from 'vitest';
import { call, type MemoryHost, memoryHost } from './memory-host.js';

/** A small plan with what sheets have to do with: two ministries, an item that both lead, a KPI, promises, comments, and items without a lead. */
export const planFiles = {
  'roadmap/plan.yaml': `format: 1
id: plan
title: 試験の工程表
edition: 令和3年12月
window: 2021-2025
chapters:
- id: ch1
  number: 第1
  title: 章
  sections: [1-cards.yaml, 2-roads.yaml]
`,
  'roadmap/departments.yaml': `departments:
- id: mic
  name: 総務省
- id: mic-bureau
  parent: mic
  name: 行政局
- id: mlit
  name: 国土交通省
`,
  'roadmap/1-cards.yaml': `# yaml-language-server: $schema=../docs/schema/section.json
id: s1
number: 1.
title: カード
measures:
# p.1
- id: card
  number: (1)
  title: カードの普及
  leads: [mic-bureau]
  tracks:
  - id: card-issue
    label: 交付
    kpis:
    - { id: kpi-card, name: 交付率, unit: "%", target: { 2022: 100 } }
    phases:
    - 2021: 検討   # 語尾に注意
    - 2022-2023: 交付の体制を整備し、令和5年度末までに全国に拡大
      due: 令和5年度末
      notes:
      - 予算による
    - 2024-: 運用
  - id: card-shared
    leads: [mic, mlit]
    phases:
    - { 2021-2023: システムの共同利用, due: 令和5年度 }
    - 2024-: 改善
      related: [{ see: card-shared.2021 }]
`,
  'roadmap/2-roads.yaml': `id: s2
number: 2.
title: 道路
measures:
- id: road
  number: (1)
  title: 道路の情報
  tracks:
  - id: road-data
    leads: [mlit]
    phases:
    - 2021: 基準の策定
    - 2022-: 公開
  - id: road-open
    phases:
    - 2021-: 民間での利用
`,
};

export function planHost(files: Record<string, string | Uint8Array> = {}): MemoryHost {
  return memoryHost({ ...planFiles, ...files });
}

export interface Saved {
  name: string;
  hidden: boolean;
  rows: string[][];
}

/** Makes a sheet. */
export async function makeSheet(host: MemoryHost, ...options: string[]): Promise<Uint8Array> {
  expect(await call(host, 'sheet', ...options, '--out', 'out/sheet.xlsx'), host.err).toBe(0);
  return host.readFile('out/sheet.xlsx');
}

/** The workbook as another program would save it after somebody worked in it: texts alone. */
export async function edit(
  bytes: Uint8Array,
  work: (table: Table, sheets: Saved[]) => void,
  more: Partial<WriteSheet> = {},
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  const saved = sheets.map(({ name, hidden, rows }) => ({
    name,
    hidden: Boolean(hidden),
    rows: rows.map((row) => row.map((value) => String(value ?? ''))),
  }));
  const data = saved[1];
  if (!data) throw new Error('no table');
  work(new Table(data.rows), saved);
  return writeXlsx({
    sheets: saved.map(({ name, hidden, rows }) => ({
      name,
      ...(hidden && { hidden }),
      rows: rows.map((row) => row.map((text): CellValue => (text === '' ? null : text))),
      ...(name === data.name ? more : {}),
    })),
  });
}

/** The table of a sheet by id and heading. */
export class Table {
  constructor(readonly rows: string[][]) {}

  set(id: string, heading: string, text: string): this {
    const [row, column] = [this.rowOf(id), this.columnOf(heading)];
    (this.rows[row] as string[])[column] = text;
    return this;
  }

  get(id: string, heading: string): string {
    return this.rows[this.rowOf(id)]?.[this.columnOf(heading)] ?? '';
  }

  rowOf(id: string): number {
    const row = this.rows.findIndex(([first]) => first === id);
    if (row < 0) throw new Error(`no row ${id}`);
    return row;
  }

  columnOf(heading: string): number {
    const column = this.rows[0]?.indexOf(heading) ?? -1;
    if (column < 0) throw new Error(`no column ${heading}`);
    return column;
  }

  /** `J12` of a row and heading. */
  cell(id: string, heading: string): string {
    return `${String.fromCharCode(65 + this.columnOf(heading))}${this.rowOf(id) + 1}`;
  }
}

export async function tableOf(bytes: Uint8Array): Promise<Table> {
  const { sheets } = await readXlsx(bytes);
  return new Table((sheets[1]?.rows ?? []).map((row) => row.map((value) => String(value ?? ''))));
}

/** The files of the plan on a host. */
export function planOn(host: MemoryHost): Record<string, string> {
  return Object.fromEntries([...host.files].filter(([name]) => name.startsWith('roadmap/')));
}

/** The workbook with parts of its zip replaced or added. */
export function withParts(bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts);
}

/** A report on one item, to which more can be added. */
export const reported = 'fy: 2022\nreports:\n- on: card-issue\n  status: 措置中\n';

/** Applies a sheet after some work on it; what was printed before is gone. */
export async function answer(host: MemoryHost, bytes: Uint8Array, work: Parameters<typeof edit>[1]): Promise<number> {
  host.files.set('in.xlsx', await edit(bytes, work));
  host.out = '';
  host.err = '';
  return call(host, 'apply', 'in.xlsx');
}
