import type * as z from 'zod';
import { guards, type lifts, type scalars } from '../scalars.js';

// What the schema says beyond zod, for the quick reader of shapes (build/derive-shape.ts): which scalar, guard or lift a part of it is.

/** What is told apart by more than its description in zod. */
const names = new WeakMap<object, string>();

export function issue(message: string, input: unknown): { code: 'custom'; message: string; input: unknown } {
  return { code: 'custom', message, input };
}

/** A check of a mapping as a whole: the guard says whether it holds, and `report` what is wrong. */
export function guarded(name: keyof typeof guards, report: (context: { value: object; issues: unknown[] }) => void) {
  const check = (context: { value: object; issues: unknown[] }): void => {
    if (!guards[name](context.value)) report(context);
  };
  names.set(check, name);
  return check;
}

export function single(what: string) {
  return guarded('single', (context) => context.issues.push(issue(`one-${what}`, context.value)));
}

/** A schema that is a scalar or a lift of the tables in scalars.ts. */
export function named<S extends z.ZodType>(name: keyof typeof scalars | keyof typeof lifts, schema: S): S {
  names.set(schema._zod.def, name);
  return schema;
}

/** The name of a scalar by its definition in zod, or of a guard by its check; undefined for any other. */
export function nameOf(definition: object): string | undefined {
  return names.get(definition);
}
