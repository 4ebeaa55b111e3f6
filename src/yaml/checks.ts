import { byCode } from '../diagnostics/check.js';

/** What the reader of YAML finds. The restrictions are those of the plan's format, not of YAML. */
export const checks = byCode({
  'yaml-syntax': {
    severity: 'error',
    summary: { ja: 'ファイルはYAMLとして読める', en: 'the file is YAML' },
    message: { ja: 'YAMLとして読めません', en: 'this is not YAML' },
    cure: {
      ja: '字下げ、コロンの後の空白、引用符の対応を確かめてください',
      en: 'check the indentation, the space behind the colon, and that quotes are closed',
    },
  },
  'full-width-sign': {
    severity: 'error',
    summary: { ja: 'YAMLの記号（コロン、空白、コンマ、ハイフン、かっこ、期間の数字）は半角で書く', en: 'the signs of YAML are half-width' },
    cure: {
      ja: '日本語入力を切って半角で打ち直してください。`roadmap validate --fix` で直せます',
      en: 'type it again in half-width; `roadmap validate --fix` mends it',
    },
    example: { bad: '- ２０２３：検討', good: '- 2023: 検討' },
  },
  'missing-space': {
    severity: 'error',
    summary: { ja: 'コロンと行頭のハイフンの後に半角の空白がある', en: 'a colon and the dash of a line are followed by a space' },
    cure: {
      ja: '半角の空白を1つ入れてください。`roadmap validate --fix` で直せます',
      en: 'put a space in; `roadmap validate --fix` mends it',
    },
    example: { bad: '-2023:検討', good: '- 2023: 検討' },
  },
  'needs-quotes': {
    severity: 'error',
    summary: { ja: 'YAMLの記号と読まれる文は引用符で囲む', en: 'a text that reads as YAML is quoted' },
    cure: {
      ja: '文全体を "…" で囲んでください。`roadmap validate --fix` で直せます',
      en: 'quote the whole text; `roadmap validate --fix` mends it',
    },
    example: { bad: '- 2023: 方針: 検討', good: '- 2023: "方針: 検討"' },
  },
  'comment-in-text': {
    severity: 'error',
    summary: {
      ja: '文の中に「 #」がない（そこから後が注釈になるため）',
      en: 'no ` #` stands in an unquoted text, since the rest would be a comment',
    },
    cure: {
      ja: '文の一部なら文全体を "…" で囲み、注釈なら # の前に空白を2つ以上置いてください。# のすぐ後に字が続くものは `roadmap validate --fix` が引用符で囲みます',
      en: 'quote the whole text, or put two spaces before the # of a comment; `roadmap validate --fix` quotes a text with a word right behind the #',
    },
    example: { bad: '- 2023: 施策 #1 の検討', good: '- 2023: "施策 #1 の検討"' },
  },
  'bad-indent': {
    severity: 'error',
    summary: { ja: '同じ並びの行は字下げがそろっている', en: 'lines of one list or mapping begin in one column' },
    cure: { ja: '前後の行とそろえてください（1段は半角空白2つ）', en: 'line it up with its neighbours; one level is two spaces' },
    example: { bad: '- id: data\n   title: データ', good: '- id: data\n  title: データ' },
  },
  'missing-dash': {
    severity: 'error',
    summary: { ja: '並びの各項目は `- ` で始まる', en: 'each entry of a list begins with `- `' },
    cure: { ja: '行の頭に `- ` を書いてください', en: 'begin the line with `- `' },
    example: { bad: 'phases:\n- 2021: 検討\n2022: 実施', good: 'phases:\n- 2021: 検討\n- 2022: 実施' },
  },
  'stray-dash': {
    severity: 'error',
    summary: { ja: '項目の途中の行は `- ` で始まらない', en: 'a line inside an entry does not begin with `- `' },
    cure: { ja: '`- ` を消してください', en: 'remove the `- `' },
    example: { bad: '- id: data\n- title: データ', good: '- id: data\n  title: データ' },
  },
  'missing-colon': {
    severity: 'error',
    summary: { ja: 'キーの後にはコロンと半角の空白がある', en: 'a key is followed by a colon and a space' },
    cure: { ja: '「キー: 値」の形で書いてください', en: 'write `key: value`' },
    example: { bad: '- id data', good: '- id: data' },
  },
  'missing-key-line': {
    severity: 'error',
    summary: { ja: '並びの前には、その名前の行がある', en: 'a list stands below the line that names it' },
    cure: { ja: '`phases:` などの行を書き足してください', en: 'add the line, such as `phases:`' },
    example: { bad: '- id: row\n  - 2021: 検討', good: '- id: row\n  phases:\n  - 2021: 検討' },
  },
  'unclosed-quote': {
    severity: 'error',
    summary: { ja: '引用符は閉じている', en: 'a quote is closed' },
    cure: { ja: '文の終わりに同じ引用符を書いてください', en: 'write the same quote at the end of the text' },
    example: { bad: 'title: "データ', good: 'title: "データ"' },
  },
  'unclosed-bracket': {
    severity: 'error',
    summary: { ja: '[ ] と { } は対になっている', en: '[ ] and { } stand in pairs' },
    cure: { ja: '足りないかっこを書いてください', en: 'write the bracket that is missing' },
    example: { bad: 'leads: [mic', good: 'leads: [mic]' },
  },
  'yaml-tab': {
    severity: 'error',
    summary: { ja: '字下げは半角の空白でする', en: 'indentation is of spaces' },
    message: { ja: '字下げにタブが使われています', en: 'a tab is used for indentation' },
    cure: { ja: 'タブを半角の空白2つに置き換えてください', en: 'replace the tab by two spaces' },
  },
  'conflict-marker': {
    severity: 'error',
    summary: { ja: 'gitのマージの印（<<<<<<<、=======、>>>>>>>）が残っていない', en: 'no conflict marker of git is left' },
    cure: {
      ja: '`=======` の前と後のどちらを残すか決め、もう一方と、印のある行を消してください',
      en: 'keep what stands before or behind the `=======`, and delete the other side and the lines with the markers',
    },
  },
  'duplicate-key': {
    severity: 'error',
    summary: { ja: '同じキーは一度だけ書く', en: 'a key is written once' },
    message: { ja: '同じキーが二度書かれています', en: 'a key is written twice' },
    cure: { ja: 'どちらか一方を残してください', en: 'keep one of them' },
    example: { bad: '- 2021: 検討\n  due: 令和3年度\n  due: 令和4年度', good: '- 2021: 検討\n  due: 令和3年度' },
  },
  'yaml-alias': {
    severity: 'error',
    summary: { ja: 'アンカー（&）とエイリアス（*）を使わない', en: 'there are no anchors (&) and no aliases (*)' },
    message: { ja: 'アンカー（&）とエイリアス（*）は使えません', en: 'anchors (&) and aliases (*) are not part of the format' },
    cure: {
      ja: '内容をその場に書いてください。文字として & や * で始めるときは "…" で囲みます',
      en: 'write the content in place, or quote a text that begins with & or *',
    },
  },
  'yaml-tag': {
    severity: 'error',
    summary: { ja: 'タグ（!）を使わない', en: 'there are no tags (!)' },
    message: { ja: 'タグ（!）は使えません', en: 'tags (!) are not part of the format' },
    cure: { ja: 'タグを消すか、! で始まる文字列を "…" で囲んでください', en: 'remove the tag, or quote a text that begins with !' },
  },
  'yaml-merge-key': {
    severity: 'error',
    summary: { ja: 'マージキー（<<）を使わない', en: 'there are no merge keys (<<)' },
    message: { ja: 'マージキー（<<）は使えません', en: 'merge keys (<<) are not part of the format' },
    cure: { ja: '内容をその場に書いてください', en: 'write the content in place' },
  },
  'yaml-key': {
    severity: 'error',
    summary: { ja: 'キーは一つの語である', en: 'a key is a single word' },
    message: { ja: 'キーは一つの語でなければなりません', en: 'a key must be a single word' },
    cure: { ja: '「キー: 値」の形に直してください', en: 'write it as `key: value`' },
  },
  'yaml-documents': {
    severity: 'error',
    summary: { ja: '一つのファイルは一つのYAML文書である', en: 'a file is one YAML document' },
    message: { ja: '一つのファイルに書けるYAML文書は一つだけです', en: 'a file holds one YAML document' },
    cure: { ja: '--- や ... の行を消すか、別のファイルに分けてください', en: 'remove the line --- or ..., or split the file' },
  },
  'folded-text': {
    severity: 'error',
    summary: { ja: '文は1行に書く', en: 'a text stands on one line' },
    message: { ja: '文が途中で改行されています', en: 'a text is broken over several lines' },
    cure: {
      ja: 'どんなに長くても1行に書いてください（改行の場所に空白が入るため）。`roadmap validate --fix` で直せます',
      en: 'write it on one line however long, because folding puts spaces in; `roadmap validate --fix` mends it',
    },
    example: { bad: '- 2021: 全国共通の\n    システムの整備', good: '- 2021: 全国共通のシステムの整備' },
  },
  'empty-file': {
    severity: 'error',
    summary: { ja: 'ファイルには内容がある', en: 'a file has content' },
    message: { ja: 'ファイルが空です', en: 'the file is empty' },
    cure: { ja: '内容を書くか、plan.yaml の一覧から外してください', en: 'write its content, or take it off the list in plan.yaml' },
  },
  'not-utf8': {
    severity: 'error',
    summary: { ja: 'ファイルの文字コードはUTF-8である', en: 'a file is UTF-8' },
    message: { ja: 'UTF-8として読めないバイトがあります', en: 'there are bytes that are not UTF-8' },
    cure: {
      ja: 'エディタで文字コードをUTF-8にして保存し直してください（Shift_JISで保存されていませんか）',
      en: 'save the file as UTF-8; it may have been saved as Shift_JIS',
    },
  },
});
