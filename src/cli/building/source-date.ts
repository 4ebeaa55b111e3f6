import { CallError, type Host } from '../host.js';

/** The time that `SOURCE_DATE_EPOCH` gives, in seconds since 1970; undefined where it is not set. */
export function sourceDate({ env }: Host): number | undefined {
  const given = env['SOURCE_DATE_EPOCH'];
  if (!given) return undefined;
  if (/^\d+$/.test(given) && Number(given) <= last) return Number(given);
  throw new CallError(
    {
      ja: `環境変数 SOURCE_DATE_EPOCH の \`${given}\` は秒数ではありません`,
      en: `\`${given}\` of SOURCE_DATE_EPOCH is not a number of seconds`,
    },
    { ja: '1970年からの秒数を書くか、設定を外してください', en: 'set it to the seconds since 1970, or unset it' },
  );
}

/** The end of the year 9999 in Japan. */
const last = 253_402_268_399;
