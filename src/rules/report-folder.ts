import { Location } from '../source/location.js';
import type { Rule } from './rule.js';

/** A report file in a folder that is named after a fiscal year reports for that year. */
export const rule: Rule = {
  code: 'report-folder',
  severity: 'warning',
  summary: {
    ja: '年度のフォルダ（progress/2023 など）にある報告は、その年度のもの',
    en: 'a report file in the folder of a fiscal year reports for that year',
  },
  cure: { ja: '`fy` を直すか、ファイルを移してください', en: 'mend `fy`, or move the file' },
  example: { bad: '# progress/2023/6-5-systems.yaml\nfy: 2022', good: '# progress/2023/6-5-systems.yaml\nfy: 2023' },
  *check({ reports, checks }) {
    const seen = new Set<string>();
    for (const report of [...reports, ...checks]) {
      const { fy } = report;
      const { file } = report.location;
      const folder = /(?:^|\/)progress\/(\d{4})\//.exec(file.path)?.[1];
      if (folder === undefined || Number(folder) === fy || seen.has(file.path)) continue;
      seen.add(file.path);
      yield {
        message: {
          ja: `フォルダは \`${folder}\` ですが、\`fy\` は \`${fy}\` です`,
          en: `the folder is \`${folder}\`, but \`fy\` is \`${fy}\``,
        },
        location: new Location(file).at('fy'),
        on: report,
      };
    }
  },
};
