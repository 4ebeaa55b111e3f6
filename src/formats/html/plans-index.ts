import type { PlansIndex } from '../../report/plans-index.js';
import type { Templates } from '../templates/templates.js';
import { fileTitle } from './file-titles.js';
import { styleSheet } from './style-sheet.js';

/** The page that leads to the pages of several plans, and to the tables of all of them. */
export function renderPlansIndex(index: PlansIndex, templates: Templates): string {
  // A title begins with what the rows are.
  const files = index.files.map((file) => ({ ...file, title: fileTitle(file, index.lang)?.split(/。|: /, 1)[0] }));
  return templates.render('plain/plans', { ...index, files, style: styleSheet(templates, 'html/style.css') }).join('');
}
