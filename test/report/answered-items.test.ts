import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan } from '../support/plan.js';

const section = `id: s1
title: 節
measures:
- id: group
  title: 手帳
  leads: [mic-bureau]
- id: done
  parent: group
  title: 済んだ手帳
  completed: [{ 2020-06: 提供 }]
- id: dated
  parent: group
  title: 節目の手帳
  leads: [mic]
  milestones: [{ 2022-02: 公表 }]
- id: points
  title: 節目だけの行の手帳
  tracks:
  - id: points-row
    leads: [mic-bureau]
    milestones: [{ 2022-03: 試行 }]
- id: others
  title: ほかの手帳
  completed: [{ 2020-07: 廃止 }]
`;

const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': section });

it('the page of a department has what it answers for without bars, and the filters offer it', async () => {
  expect(await call(host, 'build', '--format', 'html', '--out', 'out', '--lang', 'ja'), host.err).toBe(0);
  const page = (name: string) => String(host.files.get(`out/${name}`));
  const groups = (id: string) => [...page(`department-${id}.html`).matchAll(/<tbody id="([^"]*)"/g)].map(([, group]) => group);
  expect(groups('mic-bureau')).toEqual(['group', 'done', 'points']);
  expect(groups('mic')).toEqual(['group', 'done', 'dated', 'points']);
  expect(page('department-mic-bureau.html')).toContain('施策 <b>2</b>');
  expect(page('section-s1.html')).toContain('<option value="mic-bureau">');
});

it('what a measure without rows holds is answered for by the departments of the heading above', async () => {
  expect(await call(host, 'build', '--format', 'html', '--out', 'out', '--lang', 'ja'), host.err).toBe(0);
  const timeline = String(host.files.get('out/section-s1.html')).split('<div class="list"')[0] ?? '';
  const ofDone = timeline.split('<tbody id="')[2] ?? '';
  expect(ofDone).toMatch(/^done"/);
  expect(ofDone).toContain('href="department-mic-bureau.html"');
  expect(ofDone).not.toContain('担当の記載なし');
});
