import type { Vocabulary, VocabularyTerm } from './roadmap.js';

/**
 * The vocabularies that ship ready. `kisei-kaikaku`: the words of the follow-up of the regulatory reform (規制改革実施計画フォローアップ).
 * `simple`: plain words for a plan that prescribes none.
 */
export const vocabularies: Readonly<Record<string, Vocabulary>> = {
  'kisei-kaikaku': {
    name: 'kisei-kaikaku',
    status: terms({ 措置済: 'done', 措置中: 'doing', 検討中: 'doing', 未措置: 'todo' }),
    verdict: terms({ 解決: 'done', 継続フォロー: 'doing', 要改善: 'todo', フォロー終了: 'dropped' }),
  },
  simple: {
    name: 'simple',
    status: terms({ 完了: 'done', 実施中: 'doing', 未着手: 'todo', 中止: 'dropped' }),
    verdict: terms({ 妥当: 'done', 継続: 'doing', 要改善: 'todo' }),
  },
};

function terms(words: Record<string, VocabularyTerm['means']>): VocabularyTerm[] {
  return Object.entries(words).map(([term, means]) => ({ term, means }));
}

/** What a department answers when it has read the wording of an item: it may stand, or there is something to say. */
export const checkResults = ['確認済', '意見あり'] as const;
