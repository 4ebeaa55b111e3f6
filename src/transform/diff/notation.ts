import { westernYear } from '../../model/fiscal-year.js';

/** Whether two texts say the same in another notation: other widths, brackets, names of years, kana for kanji. */
export function sameButForNotation(a: string, b: string): boolean {
  return a === b || foldNotation(a) === foldNotation(b);
}

/**
 * A text with everything taken out that notation alone decides. Two texts that fold to the same differ in notation only; the folded text
 * is for comparing, never for printing.
 */
export function foldNotation(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  let result = text.replace(/[^\u2460-\u24ff]+/g, (run) => run.normalize('NFKC'));
  for (const [pattern, to] of signs) result = result.replace(pattern, to);
  result = foldYears(result);
  result = result.replace(spellingPattern, (variant) => spellingOf.get(variant) ?? variant);
  // 長音: サーバー and サーバ are one word; a short one such as キー is not cut.
  result = result.replace(/([ァ-ヶ][ァ-ヶー]+)ー(?![ァ-ヶー])/g, '$1');
  if (folded.size >= manyTexts) folded.clear();
  folded.set(text, result);
  return result;
}

/** Texts of the editions that are compared: each is asked for again and again. */
const folded = new Map<string, string>();
const manyTexts = 20_000;

const signs: readonly (readonly [RegExp, string])[] = [
  [/\s+/gu, ''],
  [/[〜～∼]/g, '~'],
  [/[‐‑‒–—―−]/g, '-'],
  [/[、，]/g, ','],
  [/[。．]/g, '.'],
  [/\.$/g, ''],
  [/(\d),(?=\d{3}(?!\d))/g, '$1'],
  [/[〔【［]/g, '('],
  [/[〕】］]/g, ')'],
  [/『/g, '「'],
  [/』/g, '」'],
  [/[〈《]/g, '<'],
  [/[〉》]/g, '>'],
  [/[“”〝〟]/g, '"'],
  [/[‘’]/g, "'"],
  [/[･•]/g, '・'],
  [/パーセント/g, '%'],
];

/** 令和5年（2023年）, 2023年（令和5年）, 令和5年, R5年 and 2023年 are one year; the second name goes where it agrees. */
function foldYears(text: string): string {
  return text
    .replace(/(令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHSTM])(\d{1,2}|元)(?=年|[.~()・,-]|$)/g, (all, era: string, year: string) =>
      String(westernYear(era, year) ?? all),
    )
    .replace(/(\d{4})(年度|年)?\((\d{4})(年度|年)?\)(年度|年)?/g, (all, first, unit, second, secondUnit, late) => {
      const units = new Set([unit, secondUnit, late].filter(Boolean));
      return first === second && units.size <= 1 ? `${first}${[...units][0] ?? ''}` : all;
    });
}

/** Words that official texts write in several ways; the first of a line stands for all. */
const spellings = `
及び および
並びに ならびに
又は または
若しくは もしくは
等 など
更に さらに
更なる さらなる
但し ただし
従って したがって
全て すべて 総て 凡て
様々 さまざま
既に すでに
直ちに ただちに
速やか すみやか
行う 行なう おこなう
行い 行ない おこない
行っ 行なっ おこなっ
行わ 行なわ おこなわ
出来 でき
子供 子ども こども
取組 取り組み 取組み とりくみ
取り組む 取組む とりくむ
引き続き 引続き ひきつづき
手続 手続き てつづき
申込 申込み 申し込み
受付 受付け 受け付け
問合せ 問い合わせ 問合わせ
引下げ 引き下げ
引上げ 引き上げ
組合せ 組み合わせ 組合わせ
組み合わせる 組合せる
切替え 切替 切り替え
取りまとめ 取り纏め とりまとめ 取纏め
位置付け 位置づけ 位置付
基づき 基き もとづき
基づく 基く もとづく
基づい もとづい
当たって 当って あたって
当たり 当り あたり
踏まえ ふまえ
併せて あわせて
予め あらかじめ
概ね おおむね
例えば たとえば
何れ いずれ
我が国 わが国
障害 障がい 障碍
一人一人 一人ひとり ひとり一人 ひとりひとり
箇所 か所 カ所 ヶ所 ヵ所 ケ所
箇月 か月 カ月 ヶ月 ヵ月 ケ月
箇年 か年 カ年 ヶ年 ヵ年 ケ年
図る はかる
図り はかり
目指す めざす
目指し めざし
繋が つなが
繋ぐ つなぐ
関する かんする
向けた むけた
向けて むけて
通じた つうじた
無い ない
良い よい
下さい ください
頂く いただく
為 ため
見直し 見なおし
割合 割り合い
支払 支払い
立上げ 立ち上げ
立ち上げる 立上げる
書換え 書き換え 書換
貸付 貸付け 貸し付け
届出 届け出
持ち帰り 持帰り 持ちかえり
一つ ひとつ 1つ
二つ ふたつ 2つ
第一 第1
第二 第2
第三 第3
`;

const spellingOf = new Map(
  spellings
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [canonical = '', ...variants] = line.split(' ');
      return [canonical, ...variants].map((variant) => [variant, canonical] as const);
    }),
);
// The longest spelling first: 取り組み before 組.
const spellingPattern = new RegExp([...spellingOf.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
