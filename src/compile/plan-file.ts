import { suggest } from '../diagnostics/suggest.js';

/**
 * Whether a file of a plan's folder, named by its path in it, is one of the plan's: YAML in the folder itself or below `progress/`, not hidden.
 * What only a slip in its name keeps from being read is one too, so that it is told.
 */
export function isPlanFile(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !/(?:^|\/)\./.test(name) && (!name.includes('/') || isReportFolder(name.replace(/\/.*/, '')));
}

/** Whether a folder of a plan holds its reports, or was meant to. */
export function isReportFolder(name: string): boolean {
  return suggest(name, ['progress']) !== undefined;
}
