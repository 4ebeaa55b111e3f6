import { matchTexts } from '../model/texts.js';
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
    for (const { of, words, index } of matchTexts(roadmap, anyKind)) {
      const { right, name } = kindAt(of.text, index);
      const meant = right(words);
      yield {
        message: {
          ja: `\`${words}\`（${codePoint(words)}、${name.ja}）は \`${meant}\` の紛れではありませんか`,
          en: `\`${words}\` (${codePoint(words)}, ${name.en}) stands where \`${meant}\` is meant`,
        },
        help: { ja: `\`${meant}\`（${codePoint(meant)}）に打ち直してください`, en: `type \`${meant}\` (${codePoint(meant)})` },
        location: of.location.slice(index, words),
        on: of.on,
      };
    }
    const tildes = matchTexts(roadmap, /[〜～]/g);
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
  name: { ja: string; en: string };
}

/** A character, then what stands before it, then what stands behind: searched in this order, most texts are over with the first. */
const kinds: readonly Kind[] = [
  {
    pattern: /[\u2E80-\u2FDF]/,
    right: (radical) => (radical.normalize('NFKC') === radical ? '漢字' : radical.normalize('NFKC')),
    name: { ja: '部首の文字', en: 'a radical' },
  },
  {
    pattern: /[-‐‑‒–—―−－─━ｰ一](?<=[ァ-ヺー].)(?=[ァ-ヺ])/,
    right: () => 'ー',
    name: { ja: '長音でない横線', en: 'no prolonged sound mark' },
  },
  {
    pattern: /[-‐‑‒–−－ｰ](?<=[ァ-ヺー].)(?=[ぁ-ゖゝ-ゟ、。）)」]|$)/,
    right: () => 'ー',
    name: { ja: '長音でない横線', en: 'no prolonged sound mark' },
  },
  { pattern: /ー(?<=[A-Za-z0-9].)(?=[A-Za-z0-9])/, right: () => '-', name: { ja: '長音', en: 'a prolonged sound mark' } },
  { pattern: /二(?<=[ァ-ヺー].)(?=[ァ-ヺー])/, right: () => 'ニ', name: { ja: '漢字の二', en: 'the kanji for two' } },
  { pattern: /口(?<=[ァ-ヺー].)(?=[ァ-ヺー])/, right: () => 'ロ', name: { ja: '漢字の口', en: 'the kanji for mouth' } },
  { pattern: /力(?<=[ァ-ヺー].)(?=[ァ-ヺー])/, right: () => 'カ', name: { ja: '漢字の力', en: 'the kanji for power' } },
  { pattern: /夕(?<=[ァ-ヺー].)(?=[ァ-ヺー])/, right: () => 'タ', name: { ja: '漢字の夕', en: 'the kanji for evening' } },
  { pattern: /卜(?<=[ァ-ヺー].)(?=[ァ-ヺー])/, right: () => 'ト', name: { ja: '漢字の卜', en: 'the kanji for divination' } },
  { pattern: /エ(?<![ァ-ヺー].)(?=[程事業場学])/, right: () => '工', name: { ja: 'カタカナのエ', en: 'the katakana e' } },
];
const anyKind = new RegExp(kinds.map(({ pattern }) => pattern.source).join('|'), 'gm');

function kindAt(text: string, index: number): Kind {
  return kinds.find(({ pattern }) => {
    const here = new RegExp(pattern, 'my');
    here.lastIndex = index;
    return here.test(text);
  }) as Kind;
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
