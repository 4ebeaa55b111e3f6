import type * as z from 'zod';
import { nameOf } from '../src/schema/author/marks.js';
import { lifts } from '../src/schema/scalars.js';
import type { Shape } from '../src/schema/shape.js';

/** What is read here of zod's own description of a schema. */
interface Definition {
  type: string;
  checks?: { _zod: { check: object; def: { check: string; pattern?: RegExp } } }[];
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  element: z.ZodType;
  innerType: z.ZodType;
  in: z.ZodType;
  keyType: z.ZodType;
  valueType: z.ZodType;
  options: z.ZodType[];
  values: string[];
  entries: Record<string, string>;
}

/** The shape of a schema; throws where the schema says something that a shape cannot say. */
export function deriveShape(schema: z.ZodType): Shape {
  const def = schema._zod.def as unknown as Definition;
  const name = nameOf(def);
  if (name !== undefined && Object.hasOwn(lifts, name)) return liftedOf(def.in, name as keyof typeof lifts);
  if (name !== undefined) return { is: 'scalar', name: name as 'page' };
  switch (def.type) {
    case 'string':
      return textOf(def);
    case 'literal':
      return { is: 'words', words: def.values };
    case 'enum':
      return { is: 'words', words: Object.values(def.entries) };
    case 'array':
      return { is: 'list', of: deriveShape(def.element) };
    case 'union':
      return { is: 'either', of: def.options.map(deriveShape) };
    case 'record':
      return { is: 'record', key: deriveShape(def.keyType), value: deriveShape(def.valueType), ...guardOf(def) };
    case 'object':
      return mappingOf(def);
    default:
      throw new Error(`a shape has nothing for the ${def.type} of the schema`);
  }
}

function textOf({ checks = [] }: Definition): Shape {
  const text: Extract<Shape, { is: 'text' }> = { is: 'text' };
  for (const { _zod } of checks) {
    const { check, pattern } = _zod.def;
    if (check === 'string_format' && pattern) text.pattern = pattern.source;
    else throw new Error(`a shape has nothing for the check ${check} of a text`);
  }
  return text;
}

function mappingOf(def: Definition): Shape {
  const { catchall } = def;
  if (!catchall) throw new Error('a mapping of the schema says nothing of other keys');
  const rest = catchall._zod.def.type === 'never' ? undefined : deriveShape(catchall);
  return { is: 'mapping', fields: fieldsOf(def), ...(rest && { rest }), ...guardOf(def) };
}

/** A mapping whose one other entry is made into fields: the lift and its guard check what zod checks before it. */
function liftedOf(schema: z.ZodType, lift: keyof typeof lifts): Shape {
  const def = schema._zod.def as unknown as Definition;
  if (!def.catchall) throw new Error('what is lifted has no schema');
  return { is: 'lifted', fields: fieldsOf(def), rest: deriveShape(def.catchall), lift };
}

function fieldsOf(def: Definition): Extract<Shape, { is: 'mapping' }>['fields'] {
  return Object.fromEntries(
    Object.entries(def.shape ?? {}).map(([key, inner]) => {
      const innerDef = inner._zod.def as unknown as Definition;
      return innerDef.type === 'optional'
        ? [key, { shape: deriveShape(innerDef.innerType) }]
        : [key, { shape: deriveShape(inner), required: true as const }];
    }),
  );
}

function guardOf({ checks = [] }: Definition): { guard?: 'single' } {
  const [check, another] = checks;
  if (!check) return {};
  const name = nameOf(check._zod.check);
  if (name === undefined || another) throw new Error('a shape has nothing for a check of a mapping');
  return { guard: name as 'single' };
}

/** The same as code, for the build: a shape with a `blank` for each of its mappings. */
export function codeOf(shape: Shape): string {
  const parts = Object.entries(shape).map(([key, value]): string => {
    if (key === 'of') return `of: ${Array.isArray(value) ? `[${value.map(codeOf).join(', ')}]` : codeOf(value as Shape)}`;
    if (key === 'key' || key === 'value' || key === 'rest') return `${key}: ${codeOf(value as Shape)}`;
    if (key !== 'fields') return `${key}: ${JSON.stringify(value)}`;
    const fields = Object.entries(value as Extract<Shape, { is: 'mapping' }>['fields']).map(
      ([name, field]) => `${JSON.stringify(name)}: { shape: ${codeOf(field.shape)}${field.required ? ', required: true' : ''} }`,
    );
    return `fields: { ${fields.join(', ')} }`;
  });
  if (shape.is === 'mapping' || shape.is === 'lifted') {
    const names = [...(shape.is === 'lifted' ? lifts[shape.lift].names : []), ...Object.keys(shape.fields)];
    parts.push(`blank: () => ({ ${names.map((name) => `${JSON.stringify(name)}: undefined`).join(', ')} })`);
  }
  return `{ ${parts.join(', ')} }`;
}
