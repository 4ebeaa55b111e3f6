import { bomOption, browserOption, type Command, formatOption, outIfAskedOption, templatesOption } from '../command.js';
import { CallError } from '../host.js';

/** Not that of `build`, whose files have the same names. */
const usualFolder = 'dist/diff';

export const command: Command = {
  name: 'diff',
  summary: { ja: '二つの版を比べ、新旧対照表にする', en: 'compare two editions, and lay them out side by side' },
  arguments: [
    { name: '<BEFORE>', description: { ja: '改正前: フォルダか、gitの REV:フォルダ', en: 'before: a folder, or a git revision REV:DIR' } },
    { name: '<AFTER>', description: { ja: '改正後: フォルダか、gitの REV:フォルダ', en: 'after: a folder, or a git revision REV:DIR' } },
  ],
  options: [
    formatOption('md'),
    outIfAskedOption(usualFolder),
    {
      flags: '--layout <name>',
      description: {
        ja: '改正後の側: after-left, after-right（省くと after-left）',
        en: 'side of the new: after-left (default), after-right',
      },
    },
    {
      flags: '--style <name>',
      description: {
        ja: '形: columns（新旧対照表）, strike（見え消し）',
        en: 'columns (side by side) or strike (a draft with old words struck out)',
      },
    },
    { flags: '--no-notation', description: { ja: '表記だけの違いを省く', en: 'leave out what changed in notation only' } },
    {
      flags: '--accept',
      description: {
        ja: '推定した対応を、改正後のYAMLに was・from として書き込む',
        en: 'write guessed matches into the YAML of AFTER as `was` and `from`',
      },
    },
    templatesOption,
    bomOption,
    browserOption,
  ],
  async run(context, [before = '', after = ''], options) {
    const { readChoice, readFormats } = await import('../arguments/read-options.js');
    const { compileEdition } = await import('../editions/compile-edition.js');
    const { editionDate } = await import('../editions/edition-date.js');
    const { keepJoined } = await import('../joined/keep-joined.js');
    const { outPlaceIfAsked } = await import('../arguments/out-folder.js');
    const { refuseBeside } = await import('../arguments/refuse-beside.js');
    const { writeReport } = await import('../building/write-report.js');
    const { listing } = await import('../building/listing.js');
    const { tellUnknownOrigins } = await import('../editions/tell-unknown-origins.js');
    const { diffRoadmaps } = await import('../../transform/diff/diff-roadmaps.js');
    const { diffReport } = await import('../../report/revision/diff-report.js');
    if (options['accept']) refuseBeside(options, '--accept', ['format', 'out', 'layout', 'style', 'templates', 'bom', 'browser']);
    const names = readFormats(String(options['format'] ?? 'md'));
    const out = outPlaceIfAsked(options, usualFolder);
    keepJoined(context.host, out, 'diff');
    const layout = readChoice('--layout', options['layout'] ?? 'after-left', ['after-left', 'after-right']);
    const style = readChoice('--style', options['style'] ?? 'columns', ['columns', 'strike']);
    const old = compileEdition(context, before);
    const young = compileEdition(context, after);
    if (!old || !young) return 1;
    // An earlier edition stays as it is; an error in the new one is there to be mended.
    const status = young.isSound ? 0 : 1;
    const diff = diffRoadmaps(old.roadmap, young.roadmap, { notation: options['notation'] !== false });
    tellUnknownOrigins(context, diff);
    if (options['accept']) {
      if (!context.host.isFolder(after))
        throw new CallError(
          { ja: `\`${after}\` には書き込めません`, en: `\`${after}\` cannot be written to` },
          { ja: '`--accept` には、改正後としてフォルダを指定してください', en: '`--accept` needs a folder as AFTER' },
        );
      const { acceptGuesses } = await import('../editions/accept-guesses.js');
      acceptGuesses(context, after, diff);
      return status;
    }
    const updated = editionDate(context, young.roadmap, after);
    const written = await writeReport(
      context,
      diffReport(diff, context.lang, { layout, style, forEditors: true, ...(updated && { updated }) }),
      names,
      out,
      options,
    );
    context.host.stdout.write(listing(out, written, context.lang));
    return status;
  },
};
