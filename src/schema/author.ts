import type * as z from 'zod';
import type { Grain, Period } from '../model/period.js';
import { departmentsSchema } from './author/departments.js';
import { planSchema } from './author/plan.js';
import { progressSchema } from './author/progress.js';
import { sectionSchema } from './author/section.js';
import type { FileKind } from './file-kinds.js';

/*
 * What an author may write. Every scalar arrives as text and its place here says what it means. A message such as `id` names an entry
 * of `explain/explanations.ts`. Titles and descriptions become the hover texts of editors, so they are Japanese.
 */

/** By the kind of file that each is for. */
export const schemas = {
  plan: planSchema,
  section: sectionSchema,
  departments: departmentsSchema,
  progress: progressSchema,
} as const satisfies Record<FileKind, z.ZodType>;

export type PlanData = z.infer<typeof planSchema>;
export type SectionData = z.infer<typeof sectionSchema>;
export type MeasureData = NonNullable<SectionData['measures']>[number];
export type TrackData = NonNullable<MeasureData['tracks']>[number];
export type PhaseData = NonNullable<TrackData['phases']>[number];
export type KpiData = NonNullable<TrackData['kpis']>[number];
export type DatedData = NonNullable<TrackData['completed']>[number];
export type NoteData = NonNullable<TrackData['notes']>[number];
export type RelationData = NonNullable<TrackData['related']>[number];
export type DepartmentsData = z.infer<typeof departmentsSchema>;
export type ProgressData = z.infer<typeof progressSchema>;
export type ColumnsData = Grain | Period[];
