import { type DateMention, findDates } from './dates.js';
import { type Role, roleOf } from './role-of.js';

/**
 * What a text says with a time. `until`: done by then (まで). `within`: done in it (中に, 末に). `goal`: meant for then (目途, 目標).
 * `toward`: prepares for something then (に向けて). `from`: begins then (から, 以降). `at`: happens then. `name`: belongs to the name of
 * something, or to the past (令和2年改正法, 令和2年度比, 令和3年9月28日閣議決定), or dates what the work is about (令和8年度以降の方針を検討), and
 * says nothing of when the work is done.
 */
export type ClaimKind = 'until' | 'within' | 'goal' | 'toward' | 'from' | 'at' | 'name';

export interface Claim {
  mention: DateMention;
  kind: ClaimKind;
  /** Whether it is a promise that somebody can be held to. */
  promise: boolean;
  /** Whether nothing else is said before it: work that comes first may begin earlier. */
  first: boolean;
  /** Whether nothing else is said behind it. */
  last: boolean;
  /** Whether it stands in brackets, and so speaks of a part. */
  aside: boolean;
}

/** Every time that a text names, and what the text says with it. `names`: words that, right behind a year, make it a name. */
export function claimsOf(text: string, names: readonly string[] = []): Claim[] {
  const mentions = findDates(text);
  const restOf = ({ index, text: words }: DateMention) => text.slice(index + words.length);
  const closesRange = mentions.map((mention, index) => {
    const previous = mentions[index - 1];
    return previous !== undefined && /^(?:から|より|[～〜~\-－])$/.test(text.slice(previous.index + previous.text.length, mention.index));
  });
  return mentions.map((mention, index) => {
    const before = text.slice(0, mention.index);
    const rest = restOf(mention);
    const closer = closesRange[index + 1] ? mentions[index + 1] : undefined;
    const role = roleOf(closer ?? mention, before, closer ? restOf(closer) : rest);
    const kind = kindOf(mention, before, rest, names, closesRange[index] ?? false, role);
    return {
      mention,
      kind,
      promise: !closesRange[index] && (kind === 'until' || kind === 'within' || kind === 'goal'),
      first: !/[。、後]/.test(before) || !/。|後、|その後|[しいりめてきえちびみ]、/.test(before.replace(notSteps, '')),
      last: !/[、。]/.test(rest),
      aside: /[(（][^()（）]*$/.test(before),
    };
  });
}

/** Clauses that end in 、 and are no step of the work. */
const notSteps = /(?:に(?:つい|おい|対し|関し|とっ|よっ|向け|応じ)て?|として|に当たり|により|ため|よう|ず)、/g;

const nameBehind =
  /^の?(?:改正|法律|法第|政令第|閣議|決定|時点|現在|[対比]|補正|当初予算|予算|税制改正|国勢調査|版)|^の?(?:策定|公表|報告|答申|勧告|調査|実績|通知|告示|改定|改訂)(?:の|さ?れ|した|[)）」』]|を踏まえ|に基づ|結果)/;
/** Who issued something and when, in brackets behind its name. */
const issued =
  /^[^に、。～〜()（）]*(?:決定|報告|策定|改定|改訂|公表|通知|告示|答申|勧告|提言|制定|公布|成立|省|庁|会|会議|本部|局|部|課|室|大臣|号|版)[)）]/;
const past =
  /^(?:まで|から|以降|より)?に?[^、。]{0,12}?(?:した|された|れた|なった|済みの|(?<!予定|見込|目指|想定|計画)(?:し|され)て(?:いる|おり|きた))/;

function kindOf(mention: DateMention, before: string, rest: string, names: readonly string[], closesRange: boolean, role: Role): ClaimKind {
  const clause = /^[^、。]*/.exec(rest)?.[0] ?? '';
  if (nameBehind.test(rest) || names.some((name) => rest.startsWith(name)) || past.test(rest)) return 'name';
  if (/[(（][^()（）]*$/.test(before) && issued.test(rest)) return 'name';
  if (role === 'thing') return 'name';
  if (role === 'aim') return 'toward';
  if (mention.bound === 'until' || closesRange || /(?:^|[^\d年度月日])[～〜~]$/.test(before)) return 'until';
  if (mention.bound === 'from') return 'from';
  if (/^(?:を)?(?:目途|めど|目処|目標)/.test(rest) || /を(?:目途|めど|目処|目標)/.test(clause)) return 'goal';
  if (/に向け|を見据え|に備え|に合わせ/.test(clause)) return 'toward';
  if (mention.bound === 'within' || (/末$/.test(mention.text) && rest.startsWith('に'))) return 'within';
  if (mention.precision === 'decade' && /目指/.test(clause)) return 'goal';
  return 'at';
}
