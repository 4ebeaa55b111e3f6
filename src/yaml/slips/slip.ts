import type { Bilingual } from '../../diagnostics/diagnostic.js';
import type { checks } from '../checks.js';
import type { Mend } from './mended-text.js';

/** Something that is meant as YAML but is not, with the one way to mend it. Offsets are those of the scanned text. */
export interface Slip {
  code: keyof typeof checks;
  start: number;
  end: number;
  message: Bilingual;
  help?: Bilingual;
  mends: readonly Mend[];
  /** Whether the mends are only a way to read on, and no answer to write down. */
  guess?: boolean;
  /** Whether it is told by what the format wants at the place, and mended here only to read on. */
  silent?: boolean;
}

/** The signs in some words, each once: digits and letters that stand together are one. */
export function signsIn(words: string): string[] {
  return [...new Set(words.match(/[０-９]+|[Ａ-Ｚａ-ｚ]+|[\s\S]/gu) ?? [])];
}

/** The signs of a slip by their kinds, in the author's words: `：`（全角コロン）、`２０２３`（全角数字）. */
export function nameSigns(found: readonly string[]): Bilingual {
  const kinds = new Map<string, { single: string; longer: string[]; kind: Bilingual }>();
  for (const sign of found) {
    const { ja, en } = signs.find(({ of }) => of.includes(sign[0] ?? '')) ?? { ja: '全角文字', en: 'full-width' };
    const { single, longer } = kinds.get(ja) ?? { single: '', longer: [] };
    kinds.set(ja, {
      ...(sign.length === 1 ? { single: single + sign, longer } : { single, longer: [...longer, sign] }),
      kind: { ja, en },
    });
  }
  const list = [...kinds.values()].map(({ single, longer, kind }) => ({
    words: [single, ...longer].filter(Boolean).map((one) => `\`${one}\``),
    kind,
  }));
  return {
    ja: list.map(({ words, kind }) => `${words.join('、')}（${kind.ja}）`).join('、'),
    en: list.map(({ words, kind }) => `${words.join(', ')} (${kind.en})`).join(', '),
  };
}

const signs = [
  { of: '：﹕︓', ja: '全角コロン', en: 'full-width colon' },
  { of: '∶', ja: 'コロンに似た文字', en: 'a look-alike of the colon' },
  { of: ':', ja: '余分なコロン', en: 'colon too many' },
  { of: '；', ja: '全角セミコロン', en: 'full-width semicolon' },
  { of: ';', ja: 'セミコロン', en: 'semicolon' },
  { of: '-', ja: '余分なハイフン', en: 'hyphen too many' },
  { of: '\u3000', ja: '全角空白', en: 'full-width space' },
  { of: '\u00A0\u202F\u2007', ja: '改行しない空白', en: 'no-break space' },
  { of: '\u200B\u2060\uFEFF', ja: '見えない空白', en: 'invisible space' },
  { of: '\t', ja: 'タブ', en: 'tab' },
  { of: '，﹐', ja: '全角コンマ', en: 'full-width comma' },
  { of: '、', ja: '読点', en: 'Japanese comma' },
  { of: 'ー', ja: '長音', en: 'long vowel mark' },
  { of: '－﹣', ja: '全角ハイフン', en: 'full-width hyphen' },
  { of: '‐‑', ja: 'ハイフンに似た文字', en: 'a look-alike of the hyphen' },
  { of: '–—―−', ja: 'ダッシュ', en: 'dash' },
  { of: '～〜', ja: '波線', en: 'wave dash' },
  { of: '~', ja: 'チルダ', en: 'tilde' },
  { of: '［］', ja: '全角の角かっこ', en: 'full-width bracket' },
  { of: '｛｝', ja: '全角の波かっこ', en: 'full-width brace' },
  { of: '“”„‟', ja: '曲がった引用符', en: 'curly quote' },
  { of: '‘’', ja: '曲がった引用符', en: 'curly quote' },
  { of: '＂＇', ja: '全角の引用符', en: 'full-width quote' },
  { of: '＃', ja: '全角シャープ', en: 'full-width number sign' },
  { of: '・', ja: '中黒', en: 'middle dot' },
  { of: '*＊', ja: 'アスタリスク', en: 'asterisk' },
  { of: '•●○◎◆◇■□▪▲△▼▽※', ja: '箇条書きの印', en: 'bullet' },
  { of: '０１２３４５６７８９', ja: '全角数字', en: 'full-width digit' },
];
