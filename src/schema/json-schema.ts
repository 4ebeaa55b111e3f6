import * as z from 'zod';
import { periodPattern } from '../model/period.js';
import { phaseSchema } from './author/section.js';
import { periodWords } from './author/words.js';
import { schemas } from './author.js';
import type { FileKind } from './file-kinds.js';

/** Editors read YAML 1.2 core, where `5.` is a number and `2023` an integer: a text may be any scalar there. */
const scalar = ['string', 'number', 'boolean'];

/** Where a text has a pattern, the kinds of scalar that some text of it is read as there: no id is a number, and no page has a fraction. */
function scalarsOf(pattern: unknown): string | string[] {
  if (typeof pattern !== 'string') return scalar;
  const form = new RegExp(pattern);
  const takes = (...texts: string[]) => texts.some((text) => form.test(text));
  const numbers = takes('1.5') ? ['number'] : takes('1', '2023') ? ['integer'] : [];
  const others = [...numbers, ...(takes('true') ? ['boolean'] : [])];
  return others.length > 0 ? ['string', ...others] : 'string';
}

/** The JSON Schema of a file, made from the same schema that validation uses, with what editors show and offer. */
export function jsonSchemaOf(kind: FileKind): object {
  return z.toJSONSchema(schemas[kind], {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const schema = jsonSchema as Record<string, unknown>;
      const { type } = zodSchema._zod.def;
      // zod leaves the examples out where what is read is not what is written: these show what is written.
      const examples = z.globalRegistry.get(zodSchema)?.['examples'];
      if (examples !== undefined) schema['examples'] = examples;
      if (zodSchema === phaseSchema) acceptPeriods(schema);
      // What a schema is derived from may have become a scalar before a pattern was put to it.
      if ((schema['type'] === 'string' && type !== 'enum') || schema['type'] === scalar) schema['type'] = scalarsOf(schema['pattern']);
      if (type === 'record') forbidOtherNames(schema);
      const { description } = schema;
      if (typeof description === 'string' && description.includes('`')) schema['markdownDescription'] = description;
      if (schema['const'] === '1') {
        delete schema['type'];
        delete schema['const'];
        schema['enum'] = [1, '1'];
      }
    },
  });
}

/** A phase has one key that is a period, and a reason where that is judged; editors offer the line as a whole. */
function acceptPeriods(schema: Record<string, unknown>): void {
  const line = { type: scalar, title: '期間: 本文', description: periodWords, markdownDescription: periodWords };
  schema['patternProperties'] = { [periodPattern]: line };
  schema['additionalProperties'] = false;
  schema['minProperties'] = 1;
  schema['if'] = { properties: { basis: { const: 'judged' } }, required: ['basis'] };
  schema['then'] = { required: ['reason'] };
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the fields of an editor's snippet
  const body = { '${1:2022-2023}': '${2:本文}' };
  schema['defaultSnippets'] = [{ label: '期間: 本文', description: '工程の1行', body }];
}

/** The names of a mapping whose names have a pattern, such as dates. A name is always text. */
function forbidOtherNames(schema: Record<string, unknown>): void {
  const { pattern } = (schema['propertyNames'] ?? {}) as { pattern?: string };
  if (pattern === undefined) delete schema['propertyNames'];
  else schema['propertyNames'] = { pattern };
}
