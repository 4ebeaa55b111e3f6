import type { Rule } from './rule.js';

/** Every YAML file of the plan's folder is listed by a chapter. */
export const rule: Rule = {
  code: 'unlisted-files',
  severity: 'warning',
  summary: { ja: '計画のフォルダのYAMLは、どれかの章に挙がっている', en: 'every YAML file of the folder is listed by a chapter' },
  cure: {
    ja: 'plan.yaml の章の `sections` に足すか、フォルダから出してください',
    en: 'add it to the `sections` of a chapter in plan.yaml, or take it out of the folder',
  },
  example: { bad: '# roadmap/6-7-new.yaml がある\nsections: [6-6-people.yaml]', good: 'sections: [6-6-people.yaml, 6-7-new.yaml]' },
  *check(roadmap) {
    // Where a listed file is missing, the name in the list may be that of another one miswritten.
    if (!roadmap.complete) return;
    for (const location of roadmap.unlisted) {
      const name = location.file.path.split('/').at(-1) ?? location.file.path;
      yield {
        message: { ja: `\`${name}\` はどの章にも挙がっていません`, en: `no chapter lists \`${name}\`` },
        location: { span: { file: location.file, start: 0, end: Math.min(1, location.file.text.length) } },
        on: roadmap.plan,
      };
    }
  },
};
