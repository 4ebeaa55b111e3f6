import type { Options } from '../command.js';
import { CallError } from '../host.js';

/** Refuses options that a call with `by` would leave unheard. */
export function refuseBeside(options: Options, by: string, names: readonly string[]): void {
  const unheard = names.filter((name) => options[name] !== undefined).map((name) => `\`--${name}\``);
  if (unheard.length === 0) return;
  throw new CallError(
    { ja: `${unheard.join('、')} は \`${by}\` と一緒には使えません`, en: `${unheard.join(', ')} cannot stand beside \`${by}\`` },
    { ja: 'どちらかを省いてください', en: 'leave one of them away' },
  );
}
