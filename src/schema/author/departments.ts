import * as z from 'zod';
import { departmentIdPattern } from '../scalars.js';
import { about, allow, from, id, text, was } from './words.js';

const department = z
  .strictObject(
    {
      id: z
        .string({ error: 'text' })
        .regex(departmentIdPattern, { error: 'department-id' })
        .meta({ ...id.meta() }),
      name: text.meta(about('名前', '組織の名前。上の組織の名前は含めない。', '行政局')),
      parent: id.meta(about('上の組織', '属する組織のID。府省庁なら書かない。', 'mic')).optional(),
      was: was.optional(),
      from: from.optional(),
      allow: allow.optional(),
    },
    { error: 'mapping' },
  )
  .meta(about('部局', '府省庁・局・課のどれか一つ。', { id: 'mic-bureau', parent: 'mic', name: '行政局' }));

export const departmentsSchema = z
  .strictObject(
    {
      departments: z.array(department, { error: 'list' }).meta(
        about('担当部局', '府省庁・局・課を、上の組織から順に。', [
          { id: 'mic', name: '総務省' },
          { id: 'mic-bureau', parent: 'mic', name: '行政局' },
        ]),
      ),
    },
    { error: 'mapping' },
  )
  .meta(about('担当部局', '府省庁・局・課の木。施策と行の leads がここのIDを指す。'));
