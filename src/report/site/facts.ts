import type { Roadmap } from '../../model/roadmap.js';
import { isWebAddress } from '../../model/web-address.js';
import type { Lang } from '../../source/lang.js';
import { dateWords } from '../period-words.js';
import { punctuation } from '../punctuation.js';
import type { Fact, SiteOptions } from './site.js';
import { siteWordsOf } from './site-words.js';

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
