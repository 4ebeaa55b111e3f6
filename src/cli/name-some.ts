import type { Lang } from '../source/lang.js';
import { visible } from '../source/visible.js';

/** The first few names of a list, and how many more there are. */
export function nameSome(names: readonly string[], lang: Lang): string {
  const some = visible(names.slice(0, most).join(lang === 'ja' ? '、' : ', '));
  const rest = names.length - most;
  if (rest <= 0) return some;
  return lang === 'ja' ? `${some}、ほか${rest}件` : `${some} and ${rest} more`;
}

const most = 3;
