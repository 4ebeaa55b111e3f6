import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';

/*
 * The slice of every year of the shipped roadmap, and of the fictional one with reports, against counts made from roadmap.json alone: nothing
 * of src/transform is used here.
 */

interface Phase {
  id: string;
  text: string;
  startFy: number;
  endFy: number | null;
  track: string;
  measure: string;
  start: string;
  series?: string;
}
interface Plan {
  plan: { window: [number, number] };
  measures: { id: string; parent: string | null }[];
  phases: Phase[];
  milestones: { id: string; date: string | null }[];
  dues: { id: string; phase: string; to: string | null }[];
  kpis: { id: string; target: { fy: number | null } }[];
  reports?: { fy: number; on: string; status: string | null }[];
}

const place = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

async function run(...argv: string[]) {
  const host = memoryHost();
  expect(await call(host, ...argv, '--lang', 'ja'), host.err).toBe(0);
  return host;
}

/** The fiscal year of `2023-01` or `2023-01-05`, read off its digits. */
const yearOf = (date: string) => Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);

describe.each(['roadmap', 'test/editions/story/r3', 'test/editions/story/r4', 'test/editions/story/r5'])('%s', (name) => {
  let plan: Plan;
  beforeAll(async () => {
    plan = JSON.parse((await run('build', place(name), '--format', 'json', '--out', '-')).out) as Plan;
  });

  it.each(['2021', '2022', '2023', '2024', '2025', '2026', '2021-2022', '2023-2025'])('%s', async (years) => {
    const [first = 0, last = first] = years.split('-').map(Number);
    const slice = JSON.parse((await run('slice', place(name), '--fy', years, '--format', 'json', '--out', '-')).out);
    const inYears = (year: number | null | undefined) => typeof year === 'number' && first <= year && year <= last;

    const phases = plan.phases.filter(({ startFy, endFy }) => startFy <= last && (endFy === null || endFy >= first));
    expect(slice.fiscalYears).toEqual([first, last]);
    expect(slice.phases.map(({ id }: Phase) => id)).toEqual(phases.map(({ id }) => id));
    for (const one of slice.phases) {
      const { id, track, start, startFy, endFy, series } = phases.find((phase) => phase.id === one.id) as Phase;
      const begins = inYears(startFy);
      const ends = inYears(endFy);
      expect([id, one.standing]).toEqual([id, begins && ends ? 'within' : begins ? 'begins' : ends ? 'ends' : 'continues']);
      // What is printed once a year has its own year before and after beside it.
      const beside = plan.phases.filter((phase) => phase.track === track && phase.series === series);
      const nearest = (starts: string[]) => beside.filter((phase) => phase.start === starts[0]).map(({ text }) => text);
      const starts = beside.map((phase) => phase.start).sort();
      // Several stand side by side in one cell.
      const texts = (list: string[]) => list.join('／') || null;
      expect([id, one.previous]).toEqual([id, texts(nearest(starts.filter((other) => other < start).reverse()))]);
      expect([id, one.next]).toEqual([id, texts(nearest(starts.filter((other) => other > start)))]);
    }
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    expect(ids(slice.milestones)).toEqual(ids(plan.milestones.filter(({ date }) => date !== null && inYears(yearOf(date)))));
    expect(ids(slice.dues)).toEqual(ids(plan.dues.filter(({ to }) => to !== null && inYears(yearOf(to)))));
    expect(ids(slice.kpis)).toEqual(ids(plan.kpis.filter(({ target }) => inYears(target.fy))));

    const { unreported, overdue } = passed(plan, first, last);
    expect(slice.unreported.map(({ phase }: { phase: string }) => phase)).toEqual(unreported);
    expect(slice.overdue.map(({ phase }: { phase: string }) => phase)).toEqual(overdue);
  });

  it.each([2022, 2023])('%i shows each phase once in the Markdown and in the CSV', async (year) => {
    const held = plan.phases.filter(({ startFy, endFy }) => startFy <= year && (endFy === null || endFy >= year)).length;
    const host = await run('slice', place(name), '--fy', String(year), '--format', 'md,csv', '--out', 'out');
    expect(host.files.get('out/index.md')?.match(/^ *[-*] \*\*\d{4}/gm)).toHaveLength(held);
    expect(host.files.get('out/phases.csv')?.trimEnd().split('\r\n')).toHaveLength(held + 1);
  });
});

/** What was due before and is not reported, or not done, from the flat records. */
function passed({ phases, dues, measures, reports = [] }: Plan, first: number, last: number) {
  const done = '措置済';
  const unreported: string[] = [];
  const overdue: string[] = [];
  for (const { id, startFy, endFy, track, measure } of phases) {
    const chain = [track];
    for (let at: string | null | undefined = measure; at; at = measures.find((one) => one.id === at)?.parent) chain.push(at);
    const statusOf = (year: number) =>
      chain.map((on) => reports.find((report) => report.on === on && report.fy === year)).find((report) => report)?.status;
    const terms = [endFy, ...dues.filter(({ phase, to }) => phase === id && to !== null).map(({ to }) => yearOf(to as string))];
    for (const due of terms) {
      if (due === null || due >= first) continue;
      const since = range(Math.min(startFy, due), last).map(statusOf);
      if (since.includes(done)) continue;
      // A report of a later year speaks of it where the due year has one too, or where the track holds nothing else by then.
      const others = phases.filter((phase) => phase.track === track && phase.id !== id);
      const movedOn = (year: number) => others.some((phase) => phase.startFy <= year && (phase.endFy ?? 9999) >= year);
      const said = range(due, last).some((year) => statusOf(year) && (year === due || !movedOn(year)));
      const list = said ? overdue : unreported;
      if (!list.includes(id)) list.push(id);
    }
  }
  return { unreported, overdue };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
