import type { Check } from '../diagnostics/check.js';

/** What the reader of YAML finds. The restrictions are those of the plan's format, not of YAML. */
export const checks = {
  'yaml-syntax': {
    code: 'yaml-syntax',
    severity: 'error',
    summary: { ja: 'YAMLとして読めません', en: 'this is not YAML' },
    cure: {
      ja: '字下げ、コロンの後の空白、引用符の対応を確かめてください',
      en: 'check the indentation, the space behind the colon, and that quotes are closed',
    },
  },
  'yaml-tab': {
    code: 'yaml-tab',
    severity: 'error',
    summary: { ja: '字下げにタブが使われています', en: 'a tab is used for indentation' },
    cure: { ja: 'タブを半角の空白2つに置き換えてください', en: 'replace the tab by two spaces' },
  },
  'duplicate-key': {
    code: 'duplicate-key',
    severity: 'error',
    summary: { ja: '同じキーが二度書かれています', en: 'a key is written twice' },
    cure: { ja: 'どちらか一方を残してください', en: 'keep one of them' },
    example: { bad: '- 2021: 検討\n  due: 令和3年度\n  due: 令和4年度', good: '- 2021: 検討\n  due: 令和3年度' },
  },
  'yaml-alias': {
    code: 'yaml-alias',
    severity: 'error',
    summary: { ja: 'アンカー（&）とエイリアス（*）は使えません', en: 'anchors (&) and aliases (*) are not part of the format' },
    cure: {
      ja: '内容をその場に書いてください。文字として & や * で始めるときは "…" で囲みます',
      en: 'write the content in place, or quote a text that begins with & or *',
    },
  },
  'yaml-tag': {
    code: 'yaml-tag',
    severity: 'error',
    summary: { ja: 'タグ（!）は使えません', en: 'tags (!) are not part of the format' },
    cure: { ja: 'タグを消すか、! で始まる文字列を "…" で囲んでください', en: 'remove the tag, or quote a text that begins with !' },
  },
  'yaml-merge-key': {
    code: 'yaml-merge-key',
    severity: 'error',
    summary: { ja: 'マージキー（<<）は使えません', en: 'merge keys (<<) are not part of the format' },
    cure: { ja: '内容をその場に書いてください', en: 'write the content in place' },
  },
  'yaml-key': {
    code: 'yaml-key',
    severity: 'error',
    summary: { ja: 'キーは一つの語でなければなりません', en: 'a key must be a single word' },
    cure: { ja: '「キー: 値」の形に直してください', en: 'write it as `key: value`' },
  },
  'yaml-documents': {
    code: 'yaml-documents',
    severity: 'error',
    summary: { ja: '一つのファイルに書けるYAML文書は一つだけです', en: 'a file holds one YAML document' },
    cure: { ja: '--- の行を消すか、別のファイルに分けてください', en: 'remove the line ---, or split the file' },
  },
  'folded-text': {
    code: 'folded-text',
    severity: 'error',
    summary: { ja: '文が途中で改行されています', en: 'a text is broken over several lines' },
    cure: {
      ja: 'どんなに長くても1行に書いてください（改行の場所に空白が入るため）。`roadmap validate --fix` で直せます',
      en: 'write it on one line however long, because folding puts spaces in; `roadmap validate --fix` mends it',
    },
    example: { bad: '- 2021: 全国共通の\n    システムの整備', good: '- 2021: 全国共通のシステムの整備' },
  },
  'empty-file': {
    code: 'empty-file',
    severity: 'error',
    summary: { ja: 'ファイルが空です', en: 'the file is empty' },
    cure: { ja: '内容を書くか、plan.yaml の一覧から外してください', en: 'write its content, or take it off the list in plan.yaml' },
  },
  'not-utf8': {
    code: 'not-utf8',
    severity: 'error',
    summary: { ja: 'UTF-8として読めないバイトがあります', en: 'there are bytes that are not UTF-8' },
    cure: {
      ja: 'エディタで文字コードをUTF-8にして保存し直してください（Shift_JISで保存されていませんか）',
      en: 'save the file as UTF-8; it may have been saved as Shift_JIS',
    },
  },
} as const satisfies Record<string, Check>;
