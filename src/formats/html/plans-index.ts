import type { PlansIndex } from '../../report/plans-index.js';
import type { Templates } from '../templates/templates.js';
import { styleSheet } from './style-sheet.js';

/** The page that leads to the pages of several plans, and to the tables of all of them. */
export function renderPlansIndex(index: PlansIndex, templates: Templates): string {
  return templates.render('plain/plans', { ...index, style: styleSheet(templates, 'html/style.css') }).join('');
}
