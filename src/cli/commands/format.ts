import { type Command, dirsArgument } from '../command.js';

export const command: Command = {
  name: 'format',
  summary: { ja: 'YAMLの書き方を一つにそろえる', en: 'lay the YAML files out in the one canonical way' },
  arguments: [dirsArgument],
  options: [
    {
      flags: '--check',
      description: {
        ja: '書き換えず、そろっていないファイルを挙げて終了状態を1にする',
        en: 'change nothing; list what is not laid out, and exit with 1',
      },
    },
  ],
  async run({ host, lang }, dirs, options) {
    const { loadOwnPlan } = await import('../load-plan.js');
    const { formatPlan } = await import('../../edit/format-plan.js');
    const { printer } = await import('../../diagnostics/printers/compact.js');
    const { version } = await import('../version.js');
    const { namedFolders } = await import('../many/named-folders.js');
    const plans = (dirs.length > 0 ? await namedFolders(host, dirs, 'plan.yaml') : ['roadmap'])
      .map((dir) => loadOwnPlan(host, dir))
      .map((plan) => ({ ...plan, ...formatPlan(plan) }));
    const check = options['check'] === true;
    let [changed, left] = [0, 0];
    for (const { dir, texts, diagnostics, refused } of plans) {
      changed += texts.size;
      left += refused.length;
      for (const name of texts.keys()) host.stdout.write(`${dir}/${name}\n`);
      if (diagnostics.length > 0) host.stderr.write(printer.print(diagnostics, { lang, color: false, version, checks: [] }));
      for (const name of refused) {
        host.stderr.write(
          lang === 'ja'
            ? `${dir}/${name}: 直してから整えます。そのままにしました\n`
            : `${dir}/${name}: to be mended first; left as it was\n`,
        );
      }
    }
    if (!check)
      for (const { dir, texts } of plans)
        host.writeFiles(
          dir,
          [...texts].map(([path, contents]) => ({ path, contents })),
          true,
        );
    host.stderr.write(summary(lang, check, changed, left));
    return left > 0 || (check && changed > 0) ? 1 : 0;
  },
};

function summary(lang: 'ja' | 'en', check: boolean, changed: number, left: number): string {
  if (changed === 0 && left === 0) return lang === 'ja' ? 'すべてそろっています\n' : 'everything is laid out\n';
  if (changed === 0) return '';
  if (lang === 'ja')
    return check ? `${changed}ファイルがそろっていません（\`roadmap format\` でそろえます）\n` : `${changed}ファイルをそろえました\n`;
  return check ? `${changed} files are not laid out; \`roadmap format\` does it\n` : `${changed} files laid out\n`;
}
