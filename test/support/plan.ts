/** The files of a small plan: what is given replaces or joins the usual ones. */
export function planFiles(files: Record<string, string>): Map<string, string> {
  return new Map(Object.entries({ 'plan.yaml': plan, 'departments.yaml': departments, ...files }));
}

export const barePlan = `format: 1
title: 試験の工程表
edition: 令和3年12月
window: 2021-2025
chapters:
- id: ch1
  number: 第1
  title: 章
  sections: [section.yaml]
`;

/** What a small plan leaves out is no fault of the text that a test is about: the rules that ask for it are off. */
export const plan = `${barePlan}rules: { empty-measures: off, empty-years: off, unused-departments: off }
`;

export const departments = `departments:
- id: mic
  name: 総務省
- id: mic-bureau
  parent: mic
  name: 行政局
`;

/** A section's file around its measures; a measure and a track are put around bare phases. */
export function section(measures: string): string {
  return `id: s1\nnumber: 1.\ntitle: 節\nmeasures:\n${measures}`;
}

/** A measure with one track `row` that holds these phases, written without indentation. */
export function withPhases(phases: string): string {
  return section(`- id: measure\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n${phases.trim().replace(/^/gm, '    ')}\n`);
}

/** The files of a plan in `new/` that names the edition in `old/` as the one before; each with one section. */
export function twoEditions(before: string, after: string, plan = barePlan): Record<string, string> {
  return {
    'old/plan.yaml': plan,
    'new/plan.yaml': `${plan.replace('令和3年12月', '令和4年6月')}editions:\n- edition: 令和3年12月\n  from: ../old\n`,
    'old/departments.yaml': departments,
    'new/departments.yaml': departments,
    'old/section.yaml': before,
    'new/section.yaml': after,
  };
}
