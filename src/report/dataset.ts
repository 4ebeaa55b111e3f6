import { dayOf } from '../model/day.js';
import { type FiscalYears, firstMonthOf, formatMonth, lastMonthOf } from '../model/fiscal-year.js';
import type { PlanAbout, Roadmap } from '../model/roadmap.js';
import { shownWindow } from '../model/shown-window.js';
import { isWebAddress } from '../model/web-address.js';

/** What a catalogue wants to know of a report's data: only what the plan states. */
export interface Dataset {
  id: string;
  title: string;
  edition: string;
  about: PlanAbout;
  /** The plan's own notes, which describe it where it has no description. */
  notes: string[];
  /** The first and the last day that it covers. */
  from: string;
  to: string;
}

/** A file of a build, as a catalogue lists it. */
export interface PublishedFile {
  path: string;
  /** What is in it, for those who choose. */
  title?: string;
  bytes: number;
  sha256: string;
}

/** The data of a plan, or of some of its fiscal years. */
export function datasetOf(roadmap: Roadmap, title = roadmap.plan.title, years?: FiscalYears): Dataset {
  const { plan } = roadmap;
  const shown = shownWindow(roadmap);
  const [first, last] = years ? [firstMonthOf(years[0]), lastMonthOf(years[1])] : [shown.start, shown.end];
  return {
    id: plan.id,
    title,
    edition: plan.edition,
    about: plan.about,
    notes: plan.notes.map(({ text }) => text),
    from: `${formatMonth(first)}-01`,
    to: dayOf(formatMonth(last)),
  };
}

/**
 * A package as CKAN keeps it (`package_create`), with the names of ckanext-dcat for what CKAN itself has no field for: the content of
 * `dataset.json`, where nothing is said of what is not stated. `date` is that of the data; without one nothing is said to be modified.
 */
export function ckanPackage(dataset: Dataset, files: readonly PublishedFile[], date?: string) {
  const { id, title, edition, about, from, to } = dataset;
  const { contact } = about;
  return {
    name: isCkanName(id) ? id : undefined,
    title,
    notes: descriptionOf(dataset),
    version: edition,
    url: webAddressOf(about.url),
    source: about.source && { ...about.source, url: webAddressOf(about.source.url) },
    publisher_name: about.publisher,
    ...(contact && { [contactKind(contact)]: contact }),
    license_title: about.licence,
    license_url: webAddressOf(about.licenceUrl),
    frequency: about.frequency,
    temporal_start: from,
    temporal_end: to,
    spatial_text: about.spatial,
    language: about.language,
    ...(about.tags && { tags: about.tags.map((name) => ({ name })) }),
    modified: date,
    resources: files.map(({ path, title: name, bytes, sha256 }) => {
      const { format, mediaType } = kindOf(path);
      return {
        name: path,
        description: name,
        url: path,
        format,
        mimetype: mediaType,
        size: bytes,
        hash: sha256,
        hash_algorithm: 'SHA-256',
        last_modified: date,
      };
    }),
  };
}

/** The same as a schema.org Dataset, for the page: JSON-LD that can stand in a `script` element as it is. */
export function jsonLd(dataset: Dataset, files: readonly PublishedFile[], date?: string): string {
  const { title, edition, about, from, to } = dataset;
  const { contact, source } = about;
  const record = {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: title,
    description: descriptionOf(dataset),
    version: edition,
    url: webAddressOf(about.url),
    license: webAddressOf(about.licenceUrl) ?? about.licence,
    ...(about.publisher && {
      publisher: {
        '@type': 'Organization',
        name: about.publisher,
        ...(contact && {
          contactPoint: {
            '@type': 'ContactPoint',
            [{ contact_email: 'email', contact_uri: 'url', contact_name: 'name' }[contactKind(contact)]]: contact,
          },
        }),
      },
    }),
    temporalCoverage: `${from}/${to}`,
    spatialCoverage: about.spatial,
    inLanguage: about.language,
    keywords: about.tags,
    dateModified: date,
    ...(source && {
      isBasedOn: { '@type': 'CreativeWork', name: source.title, version: source.edition, url: webAddressOf(source.url) },
    }),
    distribution: files.map(({ path, title: name, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name: name ?? path,
      contentUrl: path,
      encodingFormat: kindOf(path).mediaType,
      contentSize: `${bytes} B`,
      sha256,
    })),
  };
  // Nothing in it closes the element or opens a comment, and nothing is a control character.
  return JSON.stringify(record, null, 1).replace(
    /[<>&\x7F-\x9F\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * CKAN names a package with 2 to 100 lower-case letters, digits, hyphens and underscores.
 * The folder that names a plan without an `id` may be called anything.
 */
function isCkanName(id: string): boolean {
  return /^[a-z0-9_-]{2,100}$/.test(id);
}

/** Catalogues follow an address: what is not one is left out. */
function webAddressOf(text: string | undefined): string | undefined {
  return text !== undefined && isWebAddress(text) ? text : undefined;
}

const kinds: Record<string, { format: string; mediaType: string }> = {
  atom: { format: 'Atom', mediaType: 'application/atom+xml' },
  csv: { format: 'CSV', mediaType: 'text/csv' },
  json: { format: 'JSON', mediaType: 'application/json' },
  html: { format: 'HTML', mediaType: 'text/html' },
  md: { format: 'Markdown', mediaType: 'text/markdown' },
  pdf: { format: 'PDF', mediaType: 'application/pdf' },
  css: { format: 'CSS', mediaType: 'text/css' },
  js: { format: 'JavaScript', mediaType: 'text/javascript' },
  svg: { format: 'SVG', mediaType: 'image/svg+xml' },
};

/** The format of a file by its name. */
export function kindOf(path: string): { format: string; mediaType: string } {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return kinds[extension] ?? { format: extension.toUpperCase(), mediaType: 'application/octet-stream' };
}

function descriptionOf({ about, notes }: Dataset): string | undefined {
  return about.description ?? (notes.length > 0 ? notes.join('') : undefined);
}

function contactKind(contact: string): 'contact_uri' | 'contact_email' | 'contact_name' {
  if (isWebAddress(contact)) return 'contact_uri';
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? 'contact_email' : 'contact_name';
}
