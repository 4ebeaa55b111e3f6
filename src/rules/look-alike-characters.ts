import type { Bilingual } from '../diagnostics/diagnostic.js';
import { codePoint, patternOf } from '../model/characters.js';
import { matchTexts, textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/**
 * No character stands for one that only looks like it: a Kangxi radical for a kanji, a hyphen or 一 for ー inside a katakana word, ー for a
 * hyphen or a minus; 〜 and ～ are not both used in one plan.
 */
export const rule: Rule = {
  code: 'look-alike-characters',
  severity: 'warning',
  summary: { ja: '形の似た別の文字が紛れていない', en: 'no character stands for one that only looks like it' },
  cure: {
    ja: '正しい文字に打ち直してください（PDFや他の文書から写すと紛れます）',
    en: 'type the right character; such ones come with text copied from a PDF',
  },
  example: { bad: '- 2021: サ－ビスの提供', good: '- 2021: サービスの提供' },
  *check(roadmap) {
    for (const { text, location, on } of textsWith(roadmap, 'radical', 'behindKatakana', 'beforeKatakana', 'prolonged', 'loneKatakana')) {
      for (const { pattern, right, name } of kinds) {
        for (const { 0: words, index } of text.matchAll(pattern)) {
          const meant = right(words);
          yield {
            message: {
              ja: `\`${words}\`（${codePoint(words)}、${name.ja}）は \`${meant}\` の紛れではありませんか`,
              en: `\`${words}\` (${codePoint(words)}, ${name.en}) stands where \`${meant}\` is meant`,
            },
            ...(meant.length === words.length && { suggestion: meant }),
            help: { ja: `\`${meant}\`（${codePoint(meant)}）に打ち直してください`, en: `type \`${meant}\` (${codePoint(meant)})` },
            location: location.slice(index, words),
            on,
          };
        }
      }
    }
    const tildes = matchTexts(textsWith(roadmap, 'tilde'), patternOf('tilde'));
    const wave = tildes.filter(({ words }) => words === '〜');
    const full = tildes.filter(({ words }) => words === '～');
    if (wave.length === 0 || full.length === 0) return;
    const [few, many] = wave.length <= full.length ? [wave, full] : [full, wave];
    const [usual] = many;
    for (const { of, index, words: char } of usual ? few : []) {
      const other = char === '〜' ? '～' : '〜';
      yield {
        message: {
          ja: `\`${char}\`（${codePoint(char)}）と \`${other}\`（${codePoint(other)}）が混じっています`,
          en: `\`${char}\` (${codePoint(char)}) and \`${other}\` (${codePoint(other)}) are both used`,
        },
        help: { ja: `多いほうの \`${other}\` にそろえてください`, en: `use \`${other}\`, which is more frequent` },
        location: of.location.slice(index, char),
        related: [
          {
            message: { ja: 'もう一方の例', en: 'the other one' },
            location: usual?.of.location.slice(usual.index, usual.words) ?? of.location,
          },
        ],
        on: of.on,
      };
    }
  },
};

interface Kind {
  pattern: RegExp;
  right: (words: string) => string;
  name: Bilingual;
}

const kinds: readonly Kind[] = [
  {
    pattern: patternOf('radical'),
    right: (radical) => (radical.normalize('NFKC') === radical ? '漢字' : radical.normalize('NFKC')),
    name: { ja: '部首の文字', en: 'a radical' },
  },
  {
    pattern: /(?<=[ァ-ヺー])[-‐‑‒–—―−－─━ｰ一](?=[ァ-ヺ])/g,
    right: () => 'ー',
    name: { ja: '長音でない横線', en: 'no prolonged sound mark' },
  },
  {
    pattern: /(?<=[ァ-ヺー])[-‐‑‒–−－ｰ](?=[ぁ-ゖゝ-ゟ、。）)」]|$)/g,
    right: () => 'ー',
    name: { ja: '長音でない横線', en: 'no prolonged sound mark' },
  },
  { pattern: /(?<=[A-Za-z0-9])ー(?=[A-Za-z0-9])/g, right: () => '-', name: { ja: '長音', en: 'a prolonged sound mark' } },
  { pattern: /(?<=[ァ-ヺー])二(?=[ァ-ヺー])/g, right: () => 'ニ', name: { ja: '漢字の二', en: 'the kanji for two' } },
  { pattern: /(?<=[ァ-ヺー])口(?=[ァ-ヺー])/g, right: () => 'ロ', name: { ja: '漢字の口', en: 'the kanji for mouth' } },
  { pattern: /(?<=[ァ-ヺー])力(?=[ァ-ヺー])/g, right: () => 'カ', name: { ja: '漢字の力', en: 'the kanji for power' } },
  { pattern: /(?<=[ァ-ヺー])夕(?=[ァ-ヺー])/g, right: () => 'タ', name: { ja: '漢字の夕', en: 'the kanji for evening' } },
  { pattern: /(?<=[ァ-ヺー])卜(?=[ァ-ヺー])/g, right: () => 'ト', name: { ja: '漢字の卜', en: 'the kanji for divination' } },
  // At the beginning of a word too, but not in 二カ国, 口コミ and 読む力アップ.
  { pattern: /(?<![ァ-ヺー])二(?=ー)/g, right: () => 'ニ', name: { ja: '漢字の二', en: 'the kanji for two' } },
  { pattern: /(?<![ァ-ヺー])口(?=ー)/g, right: () => 'ロ', name: { ja: '漢字の口', en: 'the kanji for mouth' } },
  { pattern: /(?<=^|[、。・「『（(])力(?=[ァ-ヺー])/g, right: () => 'カ', name: { ja: '漢字の力', en: 'the kanji for power' } },
  { pattern: /(?<![ァ-ヺー])夕(?=ー)/g, right: () => 'タ', name: { ja: '漢字の夕', en: 'the kanji for evening' } },
  { pattern: /(?<![ァ-ヺー])卜(?=[ァ-ヺー])/g, right: () => 'ト', name: { ja: '漢字の卜', en: 'the kanji for divination' } },
  { pattern: /(?<![ァ-ヺー])エ(?=[程事業場学])/g, right: () => '工', name: { ja: 'カタカナのエ', en: 'the katakana e' } },
  { pattern: /(?<=[一-鿿ァ-ヺーA-Za-z）)」])ヘ(?=の)/g, right: () => 'へ', name: { ja: 'カタカナのヘ', en: 'the katakana he' } },
];
