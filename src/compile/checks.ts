import { byCode } from '../diagnostics/check.js';

/** What binding the parts of a plan to one another can find. */
export const checks = byCode({
  'missing-file': {
    severity: 'error',
    summary: { ja: '章に挙げたファイルはすべてある', en: 'every file that a chapter lists is there' },
    cure: { ja: 'ファイルを置くか、一覧から外してください', en: 'put the file there, or take it off the list' },
  },
  'listed-twice': {
    severity: 'error',
    summary: { ja: 'ファイルは一度だけ挙げる', en: 'a file is listed once' },
    cure: { ja: '一方を消してください', en: 'remove one of them' },
  },
  'unique-ids': {
    severity: 'error',
    summary: { ja: 'IDは計画の中で一つだけ', en: 'an id is unique in its plan' },
    cure: {
      ja: 'どちらかのIDを変えてください（前の版からあるほうは変えない）',
      en: 'change one of the ids, not the one that an earlier edition has',
    },
    example: {
      bad: '- id: data\n  title: データ\n- id: data\n  title: オープンデータ',
      good: '- id: data\n  title: データ\n- id: open-data\n  title: オープンデータ',
    },
  },
  'known-references': {
    severity: 'error',
    summary: { ja: '参照するIDは計画の中にある', en: 'an id that is referred to exists in the plan' },
    cure: { ja: 'つづりを確かめるか、参照先を作ってください', en: 'check its spelling, or add what it refers to' },
    example: { bad: 'leads: [digital-agancy]', good: 'leads: [digital-agency]' },
  },
  'heading-order': {
    severity: 'warning',
    summary: { ja: '見出しの下の施策は、次の見出しより前に並ぶ', en: 'what stands below a heading comes before the next heading' },
    cure: {
      ja: '出力では親の下に並びます。親の下、次の見出しの前に移すか、`parent` を確かめてください',
      en: 'what is built has it below its parent; move it up, before the next heading, or check `parent`',
    },
    example: {
      bad: '- id: a\n  title: 見出し甲\n- id: b\n  title: 見出し乙\n- id: a-1\n  parent: a\n  title: 甲の施策',
      good: '- id: a\n  title: 見出し甲\n- id: a-1\n  parent: a\n  title: 甲の施策\n- id: b\n  title: 見出し乙',
    },
  },
  'known-rules': {
    severity: 'error',
    summary: { ja: '`rules` と `allow` には、ある規則とその設定を書く', en: '`rules` and `allow` name rules and options that exist' },
    cure: {
      ja: '名前と設定は `roadmap rules` が示します。自作の規則なら `--rules フォルダ` を付けてください',
      en: '`roadmap rules` lists them; rules of your own need `--rules FOLDER`',
    },
    example: { bad: 'rules: { mising-lead: warning }', good: 'rules: { missing-lead: warning }' },
  },
  'unused-allow': {
    severity: 'warning',
    summary: { ja: '承知の印（allow）には、当たる指摘がある', en: 'an acknowledgement matches a finding' },
    cure: { ja: '指摘がなくなったのなら、allow を消してください', en: 'remove the allow when the finding is gone' },
  },
  'shared-allow': {
    severity: 'info',
    summary: { ja: '承知の理由（allow）は、指摘一つに一つずつある', en: 'each acknowledged finding has a reason of its own' },
    cure: {
      ja: '後から増えた指摘なら直し、どれも承知しているなら理由を `[理由, 理由]` と並べてください',
      en: 'mend what has come in since, or give each its reason: `[reason, reason]`',
    },
    example: {
      bad: '- 2021: 2023年度に検討し、2025年度に実施\n  allow: { dates-in-text: 印字のまま残す }',
      good: '- 2021: 2023年度に検討し、2025年度に実施\n  allow: { dates-in-text: [検討の年度も印字のまま, 実施の年度も印字のまま] }',
    },
  },
});
