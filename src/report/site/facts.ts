import type { Roadmap } from '../../model/roadmap.js';
import { isWebAddress } from '../../model/web-address.js';
import type { Lang } from '../../source/lang.js';
import { dateWords } from '../period-words.js';
import { punctuation } from '../punctuation.js';
import { joined, own, told } from '../told.js';
import type { Site, SiteOptions } from './site.js';
import { siteWordsOf } from './site-words.js';

/** What the plan states of itself, and the tool that made the page. What is not stated is left out. */
export function factsOf({ plan }: Roadmap, lang: Lang, { tool, date }: SiteOptions): Site['facts'] {
  const words = siteWordsOf(lang);
  const { opening, comma, closing } = punctuation[lang];
  const { source, publisher, contact, licence, licenceUrl } = plan.about;
  const pages = source?.pages ? [[own(source.pages + words.pages)]] : [];
  const link = (url: string | undefined) => (url && isWebAddress(url) ? { href: url } : {});
  return [
    { label: words.edition, value: told(plan.edition) },
    ...(source
      ? [
          {
            label: words.source,
            value: told(
              source.title ?? '',
              ...(source.edition ? [own(opening), joined([source.edition, ...pages], own(comma)), own(closing)] : []),
            ),
            ...link(source.url),
          },
        ]
      : []),
    ...(publisher ? [{ label: words.publisher, value: told(publisher) }] : []),
    ...(contact ? [{ label: words.contact, value: told(contact) }] : []),
    ...(licence ? [{ label: words.licence, value: told(licence), ...link(licenceUrl) }] : []),
    ...(date ? [{ label: words.dateOf, value: [own(dateWords(date, lang))] }] : []),
    ...(tool ? [{ label: words.tool, value: [own(tool)] }] : []),
  ];
}
