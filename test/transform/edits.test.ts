import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { changesOf } from '../../src/transform/diff/change.js';
import { diffRoadmaps } from '../../src/transform/diff/diff-roadmaps.js';

const shipped = new Map(
  readdirSync('roadmap')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(`roadmap/${name}`, 'utf8')]),
);
const before = compiled(shipped);

/** Every edit is a text of a file and what takes its place; the last element names the changes that it makes, and nothing else. */
type Edit = [title: string, replacements: [file: string, from: string | RegExp, to: string][], changes: string[]];

const systems = '6-5-systems.yaml';
const living = '6-2-living.yaml';
const lostProperty =
  '    - 2022-: 一部の都道府県警察において運用を開始し、その後令和8年度末までに全国都道府県警察に拡大\n      due: 令和8年度末\n';
const trafficFinesDone =
  '  - 2022-03: 交通反則金の納付方法の多様化に向け、クレジットカード納付やペイジー納付等の導入に向けた制度改正や警察共通基盤を活用したシステムの仕様等について検討\n' +
  '  - 2022-09: 交通反則金の納付方法の多様化に必要な措置を実施\n';
const teacherDevices =
  '    - 2021: 教職員端末の整備支援\n    - 2022: 次期の教育ICT環境整備計画への反映の検討\n    - 2023-: 次期の教育ICT環境整備計画への反映\n';
const victims = /- id: victim-support-db\n[\s\S]*?(?=- id: livelihood-recovery\n)/;
const victimsText = victims.exec(shipped.get(living) ?? '')?.[0] ?? '';
const phr = '    - 2021: 業界団体等と連携したより高い水準のガイドラインの整備\n    - 2022: 業界団体等と連携した第三者認証の立ち上げ\n';

const edits: Edit[] = [
  [
    'a year moved later',
    [[systems, '2022-2023: 一部の都道府県警察', '2023: 一部の都道府県警察']],
    ['retimed 後ろ倒し police-driver-system.2023'],
  ],
  [
    'a start moved earlier',
    [[living, '    - 2024-: 調整が整った', '    - 2023-: 調整が整った']],
    ['retimed 前倒し livelihood-recovery-documents.2023'],
  ],
  ['both ends later', [[living, '2022: 次期の教育ICT', '2023: 次期の教育ICT']], ['retimed 後ろ倒し teacher-devices.2023']],
  ['both ends earlier', [[living, '2022: 次期の教育ICT', '2021: 次期の教育ICT']], ['retimed 前倒し teacher-devices.2021-2']],
  ['only the end later', [[living, '2021-2023: 添付書類', '2021-2024: 添付書類']], ['retimed 延長 livelihood-recovery-documents.2021']],
  ['only the end earlier', [[living, '2021-2023: 添付書類', '2021-2022: 添付書類']], ['retimed 短縮 livelihood-recovery-documents.2021']],
  [
    'a printed end where there was none',
    [[systems, '2024-: 全国都道府県警察において', '2024-2025: 全国都道府県警察において']],
    ['retimed 短縮 police-driver-system.2024'],
  ],
  [
    'an end that is no longer printed',
    [[living, '2021-2023: 添付書類', '2021-: 添付書類']],
    ['retimed 延長 livelihood-recovery-documents.2021'],
  ],
  [
    'all phases of a row a year later',
    [[living, teacherDevices, teacherDevices.replace('2023-', '2024-').replace('2022:', '2023:').replace('2021:', '2022:')]],
    ['retimed 後ろ倒し teacher-devices.2022', 'retimed 後ろ倒し teacher-devices.2023', 'retimed 後ろ倒し teacher-devices.2024'],
  ],
  [
    'a bar that the window would have left behind, put back into its first year',
    [
      ['plan.yaml', 'window: 2021-2025', 'window: 2022-2026'],
      [living, '2021: 教職員端末の整備支援', '2022: 教職員端末の整備支援'],
    ],
    ['changed window', 'retimed 後ろ倒し teacher-devices.2022'],
  ],
  ['an era year for a Western one is no change', [[systems, '2022-2023: 一部', 'R4-令和5年度: 一部']], []],
  ['reworded', [[living, '教職員端末の整備支援', '教職員用端末の整備の支援と更新']], ['reworded teacher-devices.2021']],
  ['all words replaced', [[living, ': 教職員端末の整備支援', ': 新しい機器の購入']], ['reworded teacher-devices.2021']],
  [
    'a promise put back',
    [[systems, lostProperty, lostProperty.replaceAll('令和8年度末', '令和9年度末')]],
    ['reworded 後ろ倒し lost-property.2022'],
  ],
  [
    'a promise brought forward',
    [[systems, lostProperty, lostProperty.replaceAll('令和8年度末', '令和7年度末')]],
    ['reworded 前倒し lost-property.2022'],
  ],
  [
    'a promise on the way to another one',
    [
      [
        systems,
        lostProperty,
        lostProperty.replace('その後', '令和6年度末までに半数に、その後').replace('due: ', 'due: [令和6年度末, ').replace(/\n$/, ']\n'),
      ],
    ],
    ['reworded lost-property.2022'],
  ],
  ['a promise in the data alone', [[systems, '      due: 令和8年度末\n', '']], ['changed due lost-property.2022']],
  [
    'split into two years',
    [
      [
        systems,
        lostProperty,
        '    - 2022: 一部の都道府県警察において運用を開始\n    - 2023-: その後令和8年度末までに全国都道府県警察に拡大\n      due: 令和8年度末\n',
      ],
    ],
    ['split? lost-property.2022'],
  ],
  [
    'split, and declared',
    [
      [
        systems,
        lostProperty,
        '    - 2022: 一部の都道府県警察において運用を開始\n      from: [lost-property.2022]\n    - 2023-: その後令和8年度末までに全国都道府県警察に拡大\n      from: [lost-property.2022]\n      due: 令和8年度末\n',
      ],
    ],
    ['split lost-property.2022'],
  ],
  [
    'split, and its promise put back',
    [
      [
        systems,
        lostProperty,
        '    - 2022: 一部の都道府県警察において運用を開始\n    - 2023-: その後令和10年度末までに全国都道府県警察に拡大\n      due: 令和10年度末\n',
      ],
    ],
    ['split? lost-property.2022', 'changed? 後ろ倒し lost-property.2022'],
  ],
  [
    'split, declared, and its end put back',
    [
      [
        living,
        '    - 2021-2023: 添付書類の省略化・電子化について被災者生活再建支援法人等と調整\n',
        '    - 2021: 添付書類の省略化について調整\n      from: [livelihood-recovery-documents.2021]\n    - 2022-2024: 添付書類の電子化について調整\n      from: [livelihood-recovery-documents.2021]\n',
      ],
    ],
    ['split livelihood-recovery-documents.2021', 'retimed 延長 livelihood-recovery-documents.2021'],
  ],
  [
    'a measure split, with another department for a part',
    [
      [
        'cards.yaml',
        '- id: card-prescription\n',
        '- id: card-patient-cards\n  from: [card-patient-convenience]\n  parent: card-medical\n  title: 患者の利便性向上（診察券）\n  leads: [mhlw-hib-renkei]\n  tracks:\n  - id: card-patient-cards-model\n    phases:\n    - 2022-: 診察券との一体化\n- id: card-prescription\n',
      ],
    ],
    ['split card-patient-convenience', 'changed leads card-patient-convenience', 'added card-patient-cards-model'],
  ],
  [
    'split with the words kept',
    [
      [
        living,
        '    - 2021-2023: 添付書類の省略化・電子化について被災者生活再建支援法人等と調整\n',
        '    - 2021: 添付書類の省略化・電子化について被災者生活再建支援法人等と調整\n    - 2022-2023: 添付書類の省略化・電子化について被災者生活再建支援法人等と調整\n',
      ],
    ],
    ['split? livelihood-recovery-documents.2021'],
  ],
  [
    'two parts side by side',
    [
      [
        living,
        '    - 2022-: 官民ITS構想・ロードマップに基づき、官民連携して必要な技術開発や交通インフラの整備、制度整備等を進める\n',
        '    - 2022-: 官民ITS構想・ロードマップに基づき、官民連携して必要な技術開発を進める\n    - 2022-: 交通インフラの整備、制度整備等を進める\n',
      ],
    ],
    ['split? mobility-its.2022'],
  ],
  [
    'merged',
    [[living, phr, '    - 2021-2022: 業界団体等と連携したより高い水準のガイドラインの整備及び業界団体等と連携した第三者認証の立ち上げ\n']],
    ['merged? phr-guideline.2021'],
  ],
  ['renumbered', [[living, 'number: ③\n  title: 防災', 'number: ⑤\n  title: 防災']], ['renumbered number disaster']],
  ['a number in full width', [[living, 'number: (2)', 'number: （2）']], ['renotated number quasi-public']],
  ['a section renumbered', [[living, 'number: 2.', 'number: 3.']], ['renumbered number s6-2']],
  ['a chapter renumbered', [['plan.yaml', 'number: 第5', 'number: 第7']], ['renumbered number ch5']],
  [
    'renamed',
    [[living, 'title: 防災関係プラットフォームの構築', 'title: 防災デジタルプラットフォームの構築']],
    ['renamed disaster-platform'],
  ],
  ['a section renamed', [[living, 'title: 暮らしのデジタル化', 'title: くらしと仕事のデジタル化']], ['renamed s6-2']],
  ['a row renamed', [[living, 'label: 事業主健診（40歳未満）', 'label: 事業主健診（50歳未満）']], ['renamed label employer-checkup']],
  [
    'a new measure',
    [
      [
        living,
        '- id: children\n',
        '- id: nursing\n  parent: quasi-public\n  number: ⑨\n  title: 介護の現場\n  tracks:\n  - id: nursing-robots\n    phases:\n    - 2022: 検討\n    - 2023-: 実施\n- id: children\n',
      ],
    ],
    ['added nursing'],
  ],
  ['a measure gone', [[living, victims, '']], ['removed victim-support-db']],
  [
    'a new row',
    [[living, '  - id: teacher-devices\n', '  - id: teacher-courses\n    phases:\n    - 2022-: 教員の研修\n  - id: teacher-devices\n']],
    ['added teacher-courses'],
  ],
  ['a row gone', [[living, / {2}- id: teacher-devices\n[\s\S]*?(?= {2}- id: device-guideline\n)/, '']], ['removed teacher-devices']],
  [
    'a new phase',
    [[living, '    - 2021: 教職員端末の整備支援\n', '    - 2021: 教職員端末の整備支援\n    - 2021: 必要な台数の調査\n']],
    ['added teacher-devices.2021-2'],
  ],
  ['a phase gone', [[living, '    - 2022: 次期の教育ICT環境整備計画への反映の検討\n', '']], ['removed teacher-devices.2022']],
  [
    'a row moved to another heading',
    [
      [living, / {2}- id: teacher-devices\n[\s\S]*?(?= {2}- id: device-guideline\n)/, ''],
      [
        living,
        '  - id: education-data-transfer\n',
        `  - id: teacher-devices\n    judged: 端末と教育ICT環境整備計画の行なので、ICT利活用環境の見出しの下とした\n    phases:\n${teacherDevices}  - id: education-data-transfer\n`,
      ],
    ],
    ['moved teacher-devices'],
  ],
  [
    'a measure below another one',
    [[living, /(- id: victim-support-db\n {2}parent: )disaster/, '$1education']],
    ['moved victim-support-db'],
  ],
  [
    'a measure in another section',
    [
      [living, victims, ''],
      ['5-5-data.yaml', /$/, victimsText.replace(/ {2}parent: .*\n/, '')],
    ],
    ['moved victim-support-db'],
  ],
  ['the order alone is no change', [[living, teacherDevices, `${teacherDevices.trimEnd().split('\n').reverse().join('\n')}\n`]], []],
  [
    'the other name of the year first',
    [
      ['5-5-data.yaml', '見送ったデータについて', '見送ったデータについて'],
      ['5-5-data.yaml', '令和3年（2021年）5月時点', '2021年（令和3年）5月時点'],
    ],
    ['renotated base-registries-designation.2022'],
  ],
  [
    'only one name of the year',
    [
      [
        '5-5-data.yaml',
        /令和7年（2025年）までのプラットフォーム(.*)\n( *)due: 令和7年（2025年）/,
        '2025年までのプラットフォーム$1\n$2due: 2025年',
      ],
    ],
    ['renotated data-platforms-fields.2022'],
  ],
  ['full width', [[living, 'NDB・介護DBとDPC', 'ＮＤＢ・介護ＤＢとDPC']], ['renotated ndb-dpc-linkage.2021']],
  [
    'brackets',
    [[living, '検討 (事業の中で具体的な事例を検証)', '検討（事業の中で具体的な事例を検証）']],
    ['renotated education-data-transfer.2021'],
  ],
  [
    'kana for kanji',
    [[systems, '警察庁及び都道府県警察が活用する遺失物', '警察庁および都道府県警察が活用する遺失物']],
    ['renotated lost-property.2021'],
  ],
  [
    'a heading in another notation',
    [[living, 'title: オンライン診療等の強力な推進', 'title: オンライン診療などの強力な推進']],
    ['renotated online-care'],
  ],
  [
    'a note reworded',
    [[living, '「教育データ活用ロードマップ」等に基づく取組', '「教育データ利活用ロードマップ」に基づく取組']],
    ['changed notes education'],
  ],
  [
    'a note added',
    [[living, '    - 2021: 防災PF 基本構想\n', '    - 2021: 防災PF 基本構想\n      notes: [令和4年3月に公表]\n']],
    ['changed notes disaster-platform-build.2021'],
  ],
  [
    'other leads',
    [['cards.yaml', 'leads: [mhlw-hpb-kenkyu]', 'leads: [mhlw-hpb-kenkyu, mhlw-hib-renkei]']],
    ['changed leads card-patient-convenience'],
  ],
  ['a department renamed', [['departments.yaml', /(id: mhlw-hpb-kenkyu\n.*name: ).*/, '$1研究振興課']], ['renamed mhlw-hpb-kenkyu']],
  [
    'a dated point put back',
    [[systems, '2021-11: 医療費通知情報（2021年11月以降）', '2022-01: 医療費通知情報（2021年11月以降）']],
    ['retimed 後ろ倒し portal-viewable-info-expansion.point2'],
  ],
  [
    'a dated point whose day is told',
    [[systems, '2021-11: 医療費通知情報（2021年11月以降）', '2021-11-15: 医療費通知情報（2021年11月以降）']],
    ['changed date portal-viewable-info-expansion.point2'],
  ],
  [
    'a completed item added',
    [['cards.yaml', '  - 2020-03: 先行事例の実証', '  - 2019-03: 有識者への聞き取り\n  - 2020-03: 先行事例の実証']],
    ['added card-patient-convenience.done1'],
  ],
  [
    'a bar that is now among what its heading has completed',
    [
      ['cards.yaml', '    - 2021: 地方との協議\n', ''],
      ['cards.yaml', '月、10月)\n', '月、10月)\n  - 2022-03: 地方との協議\n'],
    ],
    ['changed completed card-medical-assistance.done2'],
  ],
  [
    'the only bar of a row, the same',
    [
      [systems, / {2}- id: traffic-fines\n[\s\S]*?(?= {2}- id: )/, ''],
      [systems, /( {2}tracks:\n {2}- id: police-driver-system\n)/, `  completed:\n${trafficFinesDone}$1`],
    ],
    ['changed completed police.done1', 'changed completed police.done2'],
  ],
  [
    'the same, told as done',
    [
      [living, '    - 2021: 教職員端末の整備支援\n', ''],
      [living, '  - id: teacher-devices\n', '  - id: teacher-devices\n    completed:\n    - 2022-03: 教職員端末の整備支援を実施\n'],
    ],
    ['changed? completed teacher-devices.done1', 'reworded? teacher-devices.done1'],
  ],
  [
    'a dated point that is now completed',
    [[systems, / {4}milestones:\n( {4}- 2021-10: 薬剤情報.*\n)/, '    completed:\n$1    milestones:\n']],
    ['changed completed portal-viewable-info-expansion.done1'],
  ],
  [
    'a dated point in another row',
    [
      [systems, / {4}- 2021-10: 薬剤情報.*\n/, ''],
      [
        systems,
        '    - 2022-02: 医療費通知情報',
        '    - 2021-10: 薬剤情報・特定健診等情報（2021年10月以降）\n    - 2022-02: 医療費通知情報',
      ],
    ],
    ['moved? portal-deduction-certificates-expansion.point1'],
  ],
  ['another target', [[living, 'target: { 2022: 100 }', 'target: { 2023: 100 }']], ['changed kpi.target kpi-emaff-online-ready']],
  ['a year for a target', [[systems, 'target: 98\n', 'target: { 2024: 98 }\n']], ['changed kpi.target kpi-5g-coverage']],
  [
    'two lines of one year in the other order, of which another one speaks',
    [[living, /( *- 2022: 学校現場.*\n)( *- 2022: 実態や.*\n)/, '$2$1']],
    [],
  ],
  [
    'a phase printed in each year put back',
    [['6-6-people.yaml', '2022-: 各府省庁による計画的な育成', '2023-: 各府省庁による計画的な育成']],
    ['retimed 後ろ倒し ministry-training-plan.2023'],
  ],
  [
    'a phase printed in each year reworded',
    [['6-6-people.yaml', '2022-: 進捗フォローアップ', '2022-: 進捗の確認']],
    ['reworded ministry-training-plan.2022-2'],
  ],
  [
    'year and words of one phase',
    [[living, '2022: 次期の教育ICT環境整備計画への反映の検討', '2023: 次期の教育ICT環境整備計画への反映方法の検討']],
    ['retimed? 後ろ倒し teacher-devices.2023', 'reworded? teacher-devices.2023'],
  ],
  [
    'end and words of one phase',
    [[living, '2021-2023: 添付書類の省略化・電子化', '2021-2024: 添付書類の省略・電子化']],
    ['retimed 延長 livelihood-recovery-documents.2021', 'reworded livelihood-recovery-documents.2021'],
  ],
  [
    'number and title of one heading',
    [[living, 'number: ③\n  title: 防災', 'number: ④\n  title: 防災・減災']],
    ['renumbered number disaster', 'renamed disaster'],
  ],
  [
    'a heading moved and renamed',
    [
      [
        living,
        /(- id: victim-support-db\n {2}parent: )disaster\n {2}title: 被災者支援制度DB構築/,
        '$1education\n  title: 被災者支援制度データベースの構築',
      ],
    ],
    ['moved victim-support-db', 'renamed victim-support-db'],
  ],
  ['another id without a word', [[living, /teacher-devices/g, 'school-devices']], []],
  [
    'another id, declared, and a year moved',
    [
      [living, '  - id: teacher-devices\n', '  - id: school-devices\n    was: teacher-devices\n'],
      [living, '2022: 次期の教育ICT', '2023: 次期の教育ICT'],
    ],
    ['retimed 後ろ倒し school-devices.2023'],
  ],
  ['what the data says of its reading', [[living, / {4}judged: 端末と教育ICT.*\n/, '']], []],
];

describe('an edit of the shipped roadmap is named as what it is, and nothing else', () => {
  it.each(edits)('%s', (_, replacements, wanted) => {
    const files = new Map(shipped);
    for (const [file, from, to] of replacements) {
      const text = files.get(file) ?? '';
      const edited = text.replace(from, to);
      expect(edited === text && String(from) !== to && wanted.length > 0, `${file} holds ${from}`).toBe(false);
      files.set(file, edited);
    }
    const changes = changesOf(diffRoadmaps(before, compiled(files)));
    for (const { before: old, after: young } of changes) expect(old, 'a change has a difference').not.toBe(young);
    const named = changes.map(({ kind, certain, shift, field, path }) =>
      [kind + (certain ? '' : '?'), shift ?? field, path.at(-1)].filter(Boolean).join(' '),
    );
    expect(named).toEqual(wanted);
  });
});

function compiled(files: ReadonlyMap<string, string>) {
  const { roadmap, diagnostics } = compile({ dir: 'roadmap', files }, { only: [] });
  const [error] = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'known-references');
  if (!roadmap || error) throw new Error(error ? `${error.code}: ${error.message.en}` : 'no roadmap');
  return roadmap;
}
