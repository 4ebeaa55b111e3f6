/** Whether a file of a plan's folder, named by its path in it, is one of the plan's: YAML in the folder itself or below `progress/`, not hidden. */
export function isPlanFile(name: string): boolean {
  return /\.ya?ml$/.test(name) && !/(?:^|\/)\./.test(name) && (!name.includes('/') || name.startsWith('progress/'));
}
