import type { Department } from '../model/roadmap.js';
import { itemsOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** Every department answers for something, reports or checks something, or has one below it that does. */
export const rule: Rule = {
  code: 'unused-departments',
  severity: 'warning',
  summary: { ja: '一覧の部局は、どこかで担当になっている', en: 'every department that is listed answers for something' },
  cure: { ja: '担当（leads）に書くか、一覧から消してください', en: 'name it among the leads, or remove it from the list' },
  example: {
    bad: '# departments.yaml\n- id: mic\n  name: 総務省',
    good: '# departments.yaml\n- id: mic\n  name: 総務省\n# 6-5-systems.yaml\nleads: [mic]',
  },
  *check(roadmap) {
    if (!roadmap.complete) return;
    const used = new Set<Department>();
    const use = (department: Department | undefined): void => {
      for (let one = department; one && !used.has(one); one = one.parent) used.add(one);
    };
    for (const { leads } of itemsOf(roadmap)) leads.forEach(use);
    for (const { by } of [...roadmap.reports, ...roadmap.checks]) use(by);
    for (const department of roadmap.departments) {
      // Of a whole branch that nothing uses only the head is told.
      if (used.has(department) || (department.parent && !used.has(department.parent))) continue;
      yield {
        message: {
          ja: `部局 \`${department.name}\` はどこでも担当になっていません`,
          en: `the department \`${department.name}\` answers for nothing`,
        },
        location: department.location.at('id'),
        on: department,
      };
    }
  },
};
