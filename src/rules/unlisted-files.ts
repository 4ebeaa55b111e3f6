import { folderOf, nameIn } from '../model/file-names.js';
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
    if (!roadmap.allListedFound) return;
    for (const location of roadmap.unlisted) {
      const name = nameIn(folderOf(roadmap.plan), location.file.path);
      // A folder beside that of the reports, or an ending in capitals.
      const isMisnamed = name.includes('/') || !/\.ya?ml$/.test(name);
      yield {
        ...(isMisnamed
          ? {
              message: { ja: `\`${name}\` は名前が違うため読まれません`, en: `\`${name}\` is not read, because of its name` },
              help: {
                ja: 'ファイルの名前は小文字の `.yaml` で終え、報告は `progress/` の下に置いてください',
                en: 'end the name with `.yaml` in small letters, and put reports below `progress/`',
              },
            }
          : { message: { ja: `\`${name}\` はどの章にも挙がっていません`, en: `no chapter lists \`${name}\`` } }),
        location: { span: { file: location.file, start: 0, end: Math.min(1, location.file.text.length) } },
        on: roadmap.plan,
      };
    }
  },
};
