import type { Page } from '../site.js';

/** What a page has that stands by itself below an entry of the navigation, under a title in the tool's own words. */
export function mainPage(path: string, title: string, under = path): Pick<Page, 'path' | 'under' | 'title' | 'trail'> {
  return { path, under, title, trail: [] };
}
