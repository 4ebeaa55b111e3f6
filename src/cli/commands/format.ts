import { counted } from '../../source/counted.js';
import { visible } from '../../source/visible.js';
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
    const words = lang === 'ja' ? japanese : english;
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
      for (const name of refused) host.stderr.write(`${words.refused(visible(`${dir}/${name}`))}\n`);
      left += refused.length;
      const written = [...texts].map(([path, contents]) => ({ path, contents }));
      if (!check) host.writeFiles(dir, written, true);
      for (const { path } of written) host.stdout.write(`${visible(`${dir}/${path}`)}\n`);
      changed += texts.size;
    });
    if (changed > 0) host.stderr.write(`${check ? words.wouldChange(changed) : words.changed(changed)}\n`);
    else if (done.length > 0 && left === 0) host.stderr.write(`${words.allLaidOut}\n`);
    if (done.length < places.length) return 2;
    return left > 0 || (check && changed > 0) ? 1 : 0;
  },
};

const japanese = {
  refused: (path: string) => `${path}: 直してから整えます。そのままにしました`,
  allLaidOut: 'すべてそろっています',
  wouldChange: (files: number) => `${files}ファイルがそろっていません（\`roadmap format\` でそろえます）`,
  changed: (files: number) => `${files}ファイルをそろえました`,
};

const english: typeof japanese = {
  refused: (path) => `${path}: to be mended first; left as it was`,
  allLaidOut: 'everything is laid out',
  wouldChange: (files) => `${counted(files, 'file')} not laid out; \`roadmap format\` does it`,
  changed: (files) => `${counted(files, 'file')} laid out`,
};
