import type { FiscalYear } from '../../model/fiscal-year.js';
import type { Roadmap } from '../../model/roadmap.js';
import { isWebAddress } from '../../model/web-address.js';
import type { Lang } from '../../source/lang.js';
import type { EditionSeries } from '../../transform/diff/series.js';
import { dateWords } from '../period-words.js';
import { punctuation } from '../punctuation.js';
import type { Fact } from './site.js';
import { siteWordsOf } from './site-words.js';

/** What pages are told beside the plan itself. */
export interface SiteOptions {
  /** The fiscal year that the overview tells of, where one is asked for. */
  fiscalYear?: FiscalYear;
  /** The name and version of the tool: `roadmap 0.1.0`. */
  tool?: string;
  /** The date of the data: `2026-11-23`. */
  date?: string;
  /** When the edition appeared, for its feed: `2022-06-01T00:00:00+09:00`. */
  updated?: string;
  /** The editions that the plan names, with what became of each item. */
  series?: EditionSeries;
}

/** What the plan states of itself, and the tool that made the page. What is not stated is left out. */
export function factsOf({ plan }: Roadmap, lang: Lang, { tool, date }: SiteOptions): Fact[] {
  const words = siteWordsOf(lang);
  const { opening, comma, closing } = punctuation[lang];
  const { source, publisher, contact, licence, licenceUrl } = plan.about;
  const pages = source?.pages ? `${source.pages}${lang === 'ja' ? '' : ' '}${words.pages}` : '';
  const link = (url: string | undefined) => (url && isWebAddress(url) ? { href: url } : {});
  return [
    { label: words.edition, value: plan.edition },
    ...(source
      ? [
          {
            label: words.source,
            value: [source.title, source.edition && opening + [source.edition, pages].filter(Boolean).join(comma) + closing]
              .filter(Boolean)
              .join(''),
            ...link(source.url),
          },
        ]
      : []),
    ...(publisher ? [{ label: words.publisher, value: publisher }] : []),
    ...(contact ? [{ label: words.contact, value: contact }] : []),
    ...(licence ? [{ label: words.licence, value: licence, ...link(licenceUrl) }] : []),
    ...(date ? [{ label: words.dateOf, value: dateWords(date, lang), own: true }] : []),
    ...(tool ? [{ label: words.tool, value: tool, own: true }] : []),
  ];
}
