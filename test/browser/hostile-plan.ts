const long = `${'長い本文。'.repeat(400)}${'a'.repeat(1500)}${'あ'.repeat(1500)}`;
const script = `<script>window.hacked=1</script><img src=x onerror=window.hacked=1>`;
const quotes = `"'\`></td></table><svg onload=window.hacked=1>{{title}}{{{title}}}</style></textarea><!--`;
const rtl = '\u202Eإضافة\u202C \u2066נגיעה\u2069 ‏\u200F';

/** A plan of texts that a careless page would run, break on or be broken by: it is valid all the same. */
export const hostilePlan: Record<string, string> = {
  'plan.yaml': `format: 1
title: ${json(`敵意のある工程表 ${script}`)}
edition: ${json(`令和3年 ${quotes}`)}
window: 2021-2060
source: { title: ${json(script)}, url: 'javascript:window.hacked=1' }
description: ${json(`</script><script>window.hacked=1</script>${long}`)}
publisher: ${json(quotes)}
contact: 'javascript:window.hacked=1'
licence: ${json(script)}
licenceUrl: 'javascript:window.hacked=1//'
url: 'javascript:window.hacked=1'
tags: [${json(script)}]
notes: [${json(quotes)}, ${json(rtl)}]
chapters:
- id: constructor
  title: ${json(script)}
  sections: [hostile.yaml, empty.yaml]
- id: no-sections
  title: 節のない章
  sections: []
`,
  'departments.yaml': `departments:
- id: hasownproperty
  name: ${json(quotes)}
- id: prototype
  parent: hasownproperty
  name: ${json(`${'とても長い名前の部局'.repeat(40)}`)}
`,
  'empty.yaml': `id: empty
number: ${json('"><b>')}
title: 工程が一つもない節
measures: []
`,
  'hostile.yaml': `id: hostile
number: '1.'
title: ${json(`敵意のある節 ${quotes}`)}
notes: [${json(script)}, { 2022: ${json(quotes)} }]
measures:
- id: scripts
  title: ${json(script)}
  leads: [prototype]
  notes: [${json(quotes)}]
  milestones: [{ 2022-10-05: ${json(script)} }, ${json(long)}]
  completed: [{ 2020-07: ${json(script)} }]
  kpis:
  - { id: tostring, name: ${json(script)}, unit: ${json(quotes)}, target: { 2023: 98 }, printed: ${json(script)}, actuals: { 2022-03-31: 50 }, notes: [${json(quotes)}] }
  tracks:
  - id: script-row
    label: ${json(script)}
    notes: [${json('javascript:window.hacked=1')}]
    related: [{ see: long-row }]
    phases:
    - 2021: ${json(script)}
    - 2022-2030: ${json(quotes)}
      due: ${json('令和8年度末"><script>window.hacked=1</script>')}
    - 2031-: ${json('javascript:window.hacked=1')}
      corrected: ${json(script)}
  - id: long-row
    phases:
    - 2021: ${json(long.slice(0, 5000))}
    - 2022: ${json(`${rtl} ${'\u202E'}左右を入れかえる文字`)}
    - 2060: ${json('A'.repeat(5000))}
- id: no-phases
  parent: scripts
  title: 工程のない施策
- id: no-rows
  title: ${json('深'.repeat(300))}
  tracks:
  - id: empty-row
    label: ${json(rtl)}
    phases: []
`,
};

function json(text: string): string {
  return JSON.stringify(text);
}
