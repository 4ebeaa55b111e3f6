import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { DepartmentsData } from '../schema/author.js';
import { isOfData, type Location } from '../source/location.js';

/** Where a department is named in words, and not by its id, the id is asked for, if the words are those of one alone. */
export function askForDepartments(found: readonly Diagnostic[], departments: DepartmentsData['departments']): Diagnostic[] {
  return found.map((one) => {
    const { code, location } = one;
    if (code !== 'bad-value' || !isOfData(location) || !isDepartment(location.path)) return one;
    const { file, start, end } = location.span;
    const words = file.text.slice(start, end).replace(/^["']|["']$/g, '');
    const meant = departmentNamed(words, departments);
    if (meant === undefined) return one;
    return { ...one, help: didYouMean(meant), suggestion: meant };
  });
}

function isDepartment(path: Location['path']): boolean {
  return path.at(-2) === 'leads' || path.at(-1) === 'by';
}

function departmentNamed(words: string, departments: DepartmentsData['departments']): string | undefined {
  const matches = [
    departments.filter(({ name }) => name === words),
    // The full name, with those of the departments above it.
    departments.filter(({ name, parent }) => parent !== undefined && words.endsWith(name) && words.length > name.length),
    departments.filter(({ name }) => name.includes(words)),
  ].find((some) => some.length > 0);
  return matches?.length === 1 ? matches[0]?.id : undefined;
}
