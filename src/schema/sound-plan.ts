import type * as z from 'zod';
import type { Period } from '../model/period.js';
import type { YamlData } from '../yaml/plain-data.js';
import { planSchema } from './author/plan.js';
import type { PlanData } from './author.js';

/**
 * Years of which nothing is known: no table has a column for them, and nothing can be held against them. They are made only where they are
 * needed: V8 keeps months as integers until a period has another number, and then optimises anew whatever reads periods.
 */
function unknownYears(): Period {
  return { start: Number.NaN, end: Number.NaN, grain: 'year' };
}

/**
 * What of a faulty `plan.yaml` is sound, so that the files that it lists can be checked; undefined where no list of chapters can be read. What
 * is faulty says nothing, and nothing follows from it.
 */
export function soundPlan(data: YamlData): PlanData | undefined {
  if (typeof data === 'string' || Array.isArray(data)) return undefined;
  const { chapters, rules, allow } = data;
  if (!Array.isArray(chapters)) return undefined;
  const sound: Partial<PlanData> = {};
  for (const [key, schema] of Object.entries(planSchema.shape)) {
    const read = (schema as z.ZodType).safeParse(data[key]);
    if (read.success && data[key] !== undefined) Object.assign(sound, { [key]: read.data });
  }
  // Columns that are not there may stand below a misspelt key.
  const isEveryKeyKnown = Object.keys(data).every((key) => Object.hasOwn(planSchema.shape, key));
  const areYearsKnown = sound.window && (data['columns'] === undefined ? isEveryKeyKnown : sound.columns);
  return {
    format: '1',
    title: '',
    edition: '',
    ...sound,
    window: (areYearsKnown && sound.window) || unknownYears(),
    rules: soundEntries(rules, (entry) => planSchema.shape.rules.safeParse(entry).data),
    allow: soundEntries(allow, (entry) => planSchema.shape.allow.safeParse(entry).data),
    ...(!sound.vocabulary && data['vocabulary'] !== undefined && { vocabulary: { name: '', status: [] } }),
    chapters: chapters.map(soundChapter),
  };
}

function soundEntries<T extends object>(data: YamlData | undefined, read: (entry: YamlData) => T | undefined): T {
  if (typeof data !== 'object' || Array.isArray(data)) return {} as T;
  return Object.assign({}, ...Object.entries(data).map(([key, value]) => read({ [key]: value })));
}

/** Every chapter keeps its place, and every file its place in it; what is not a name is left empty. */
function soundChapter(data: YamlData, index: number): PlanData['chapters'][number] {
  const { id, title, sections } = typeof data === 'string' || Array.isArray(data) ? {} : data;
  return {
    // What has no id of its own must not have that of another.
    id: typeof id === 'string' && id !== '' ? id : `chapters/${index}`,
    title: typeof title === 'string' ? title : '',
    sections: (Array.isArray(sections) ? sections : []).map((name) => (typeof name === 'string' ? name : '')),
  };
}
