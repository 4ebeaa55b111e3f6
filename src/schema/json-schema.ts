import * as z from 'zod';
import { departmentsSchema, planSchema, progressSchema, sectionSchema } from './author.js';

const schemas = { plan: planSchema, section: sectionSchema, departments: departmentsSchema, progress: progressSchema };

export type SchemaKind = keyof typeof schemas;

export const schemaKinds = Object.keys(schemas) as SchemaKind[];

/** Keys that are periods: `2023`, `2022-2024`, `2022-`, `2023H1`, the same with eras. */
const year = '(?:[0-9]{4}|(?:令和|平成|昭和|[RHS])(?:[0-9]{1,2}|元))(?:年度)?(?:H[12]|Q[1-4])?';
const periodKey = `^${year}(?:-(?:${year})?)?$`;

/**
 * The JSON Schema of a file, made from the same schema that validation uses. Editors read YAML 1.2 core, where `5.` is a number and
 * `2023` an integer, so a text may be any scalar there.
 */
export function jsonSchemaOf(kind: SchemaKind): object {
  return z.toJSONSchema(schemas[kind], {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const schema = jsonSchema as Record<string, unknown>;
      if (schema['title'] === '工程') {
        schema['patternProperties'] = { [periodKey]: { type: ['string', 'number', 'boolean'], title: '期間: 本文' } };
        schema['additionalProperties'] = false;
        schema['examples'] = [{ '2022-2023': '制度の検討' }];
      }
      if (schema['type'] === 'string' && zodSchema._zod.def.type !== 'enum') schema['type'] = ['string', 'number', 'boolean'];
      if (schema['const'] === '1') {
        delete schema['type'];
        delete schema['const'];
        schema['enum'] = [1, '1'];
      }
    },
  });
}
