import { expect, it } from 'vitest';
import { planFiles } from '../support/answers.js';
import { call, memoryHost } from '../support/memory-host.js';

/** The plan without an id of its own, in the current folder `/work` and below it. */
function host(folder: string) {
  const files = Object.entries(planFiles).map(([path, text]) => [path.replace('roadmap', folder), text.replace('id: plan\n', '')]);
  return memoryHost(Object.fromEntries(files));
}

it.each([
  ['.', 'work'],
  ['./', 'work'],
  ['tokyo/.', 'tokyo'],
  ['tokyo/inner/..', 'tokyo'],
])('a plan is called like its folder, however that is named: %s', async (place, id) => {
  const machine = host(place.replace(/\/$/, ''));
  expect(await call(machine, 'build', place, '--format', 'json', '--out', 'out'), machine.err).toBe(0);
  expect(JSON.parse(String(machine.files.get('out/roadmap.json'))).plan.id).toBe(id);
});

it('a sheet of a folder is taken by the same folder under another name', async () => {
  const machine = host('/work');
  for (const [path, text] of [...machine.files]) machine.files.set(path.replace('/work', '.'), text);
  expect(await call(machine, 'sheet', '/work', '--lead', 'mic', '--fy', '2022', '--out', 'out/mic.xlsx'), machine.err).toBe(0);
  expect(await call(machine, 'apply', 'out/mic.xlsx', '--to', '.'), machine.out + machine.err).toBe(0);
});
