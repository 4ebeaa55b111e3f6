import type { Templates } from '../templates/templates.js';
import { withTokens } from './with-tokens.js';

/** A style sheet behind what all pages share, whole in itself. */
export function styleSheet(templates: Templates, path: string): string {
  return withTokens(templates.text('html/masthead.css') + templates.text(path));
}
