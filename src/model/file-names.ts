import type { Plan } from './roadmap.js';

/** The files of a plan that have a name of their own; every other one is a section, or a report below `progress/`. */
export const planFile = 'plan.yaml';
export const departmentsFile = 'departments.yaml';

/** The path of a file of a plan's folder, as findings tell it. */
export function pathIn(dir: string, name: string): string {
  return dir === '' || dir.endsWith('/') || dir.endsWith(':') ? dir + name : `${dir}/${name}`;
}

/** The name in that folder of a file by its path. */
export function nameIn(dir: string, path: string): string {
  return path.slice(pathIn(dir, '').length);
}

/** The folder that a plan was read from. */
export function folderOf({ location }: Plan): string {
  return location.file.path.slice(0, -planFile.length);
}
