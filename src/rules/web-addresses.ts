import { isWebAddress } from '../model/web-address.js';
import type { Rule } from './rule.js';

/** What the plan gives as the address of something leads to a page: programs that take in catalogues follow it. */
export const rule: Rule = {
  code: 'web-addresses',
  severity: 'warning',
  summary: { ja: '`url` と `licenceUrl` は、http か https で始まるURL', en: '`url` and `licenceUrl` begin with http or https' },
  cure: {
    ja: '`https://www.example.go.jp/plan` のように、ページのURLを書いてください。なければ、行を消します',
    en: 'write the address of a page, as `https://www.example.go.jp/plan`; without one, leave the line out',
  },
  example: { bad: 'url: www.example.go.jp/plan', good: 'url: https://www.example.go.jp/plan' },
  *check({ plan }) {
    const { about, location } = plan;
    const given = [
      { url: about.url, place: location.at('url') },
      { url: about.source?.url, place: location.at('source', 'url') },
      { url: about.licenceUrl, place: location.at('licenceUrl') },
    ];
    for (const { url, place } of given) {
      if (url === undefined || isWebAddress(url)) continue;
      yield { message: { ja: `\`${url}\` はURLではありません`, en: `\`${url}\` is no address of the web` }, location: place, on: plan };
    }
  },
};
