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
  async run(context, dirs, options) {
    const { host, lang } = context;
    const { loadOwnPlan } = await import('../checking/load-plan.js');
    const { formatPlan } = await import('../../edit/format-plan.js');
    const { printer } = await import('../../diagnostics/printers/compact.js');
    const { version } = await import('../version.js');
    const { namedPlans } = await import('../many/named-folders.js');
    const { inTurn } = await import('../many/in-turn.js');
    const places = await namedPlans(host, dirs);
    const check = options['check'] === true;
    let [changed, left] = [0, 0];
    const done = await inTurn(context, places, (place) => {
      const plan = loadOwnPlan(host, place);
      const { dir } = plan;
      const { texts, diagnostics, refused } = formatPlan(plan);
      if (diagnostics.length > 0) host.stderr.write(printer.print(diagnostics, { lang, color: false, version, checks: [] }));
      for (const name of refused) {
        host.stderr.write(
          lang === 'ja'
            ? `${dir}/${name}: 直してから整えます。そのままにしました\n`
            : `${dir}/${name}: to be mended first; left as it was\n`,
        );
      }
      left += refused.length;
      const written = [...texts].map(([path, contents]) => ({ path, contents }));
      if (!check) host.writeFiles(dir, written, true);
      for (const { path } of written) host.stdout.write(`${dir}/${path}\n`);
      changed += texts.size;
    });
    if (done.length > 0) host.stderr.write(summary(lang, check, changed, left));
    if (done.length < places.length) return 2;
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
