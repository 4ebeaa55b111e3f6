/** The files of a plan that have a name of their own; every other one is a section, or a report below `progress/`. */
export const planFile = 'plan.yaml';
export const departmentsFile = 'departments.yaml';
