import type { DateMention } from './dates.js';

/** What a time dates: the work itself, a thing that the work is about or rests on, or what the work prepares for. */
export type Role = 'work' | 'thing' | 'aim';

/**
 * A time that binds a verb is that of the work. One that is bound to a noun (以降の方針, 施行の改正法, サミット（2023年5月）) dates what the noun
 * names, and that is the work only where nothing else is done with it: 令和7年までの実装を目指す, 令和6年度本格運用.
 */
export function roleOf({ bound }: DateMention, before: string, rest: string): Role {
  if (pointsBack.test(rest) || (bound !== 'until' && relative.test(rest))) return 'thing';
  const unbound = rest.replace(ofTime, '');
  const inBrackets = /[(（][^()（）]*$/.test(before) && /^[)）]/.test(unbound);
  const clause = /^[^、。()（）]*/.exec(inBrackets ? unbound.slice(1) : unbound)?.[0] ?? '';
  const attribute = /^の(?!間|期間|[0-9０-９数]+(?:か|カ|ヶ|箇)?年)/.test(clause);
  const compound = bound === undefined && !inBrackets && /^[一-鿿ァ-ヺA-Za-zＡ-Ｚａ-ｚ「]/.test(clause);
  if (aimedAt.test(clause)) return 'aim';
  if (!attribute && !compound && !inBrackets) return 'work';
  const noun = /^の?[^をにでがはへ]*/.exec(clause)?.[0] ?? '';
  if (compound && otherNoun.test(noun)) return 'thing';
  const use = clause.slice(noun.length);
  if (aimedAt.test(use)) return 'aim';
  return drawnOn.test(use) ? 'thing' : 'work';
}

/** A clause that tells of what follows it: 令和8年以降に更改期限を迎える機器. */
const relative =
  /^(?:(?:から|以降|より)に?|に)[^、。]{0,14}?(?:する|れる|える|行う)(?=[一-鿿ァ-ヺ「])(?!(?:予定|見込|方針|計画)(?:み|$|[、。)）でとだの])|こと|際|場合|一方|等)/;
/** A time in the past that the work is only compared with. */
const pointsBack = /^(?:に(?:引き続|引続|続[きいく]|比べ)|と(?:同様|比較|比べ)|以前|より前)/;
/** What may bind a time: まで, から and the like, with the month that a range ends in. */
const ofTime = /^(?:を?(?:まで|迄)|(?:から|以降|より|[～〜~])(?:[0-9０-９]{1,2}月(?:まで)?)?|頃|ごろ|初め|初頭|当初|[上中下]旬|前後|半ば)/;
const aimedAt = /^(?:に向け|を見据え|に備え|に合わせ|に間に合)/;
/** Words for no more than that something is done. */
const doing = '実施|実行|実現|達成|開始|完了|終了|終え|始|行[いうっわ]|進め|推進|図[るり]|目指|目標|目途|めど|目処|予定|見込|果た';
const otherNoun = new RegExp(`の(?!${doing})`);
const drawnOn = new RegExp(
  `^(?:を(?!${doing}|(?:契)?機に)|に(?:必要|資|基づ|もとづ|対応|反映|即|沿|応|よ[りる]|係|関|つい|おけ|従|含)|への|で(?:の|得))`,
);
