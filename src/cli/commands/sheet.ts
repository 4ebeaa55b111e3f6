import { basename, dirname, join } from 'node:path';
import type { FiscalYear } from '../../model/fiscal-year.js';
import { startFy } from '../../model/period.js';
import type { Roadmap } from '../../model/roadmap.js';
import type { Lead, SheetKind } from '../../sheets/sheet.js';
import { sheetKinds } from '../../sheets/sheet-kinds.js';
import { counted } from '../../source/counted.js';
import { visible } from '../../source/visible.js';
import { type Command, type Context, dirArgument, type Options, rulesOption } from '../command.js';
import { CallError } from '../host.js';

export const command: Command = {
  name: 'sheet',
  summary: { ja: '部局に送る回答シート（.xlsx）を作る', en: 'make the sheet (.xlsx) that a department answers' },
  arguments: [dirArgument],
  options: [
    {
      flags: '--lead <id>',
      description: {
        ja: '部局のIDか名前（下の組織を含む。複数はコンマで区切り、一枚のシートになる）。none は担当の記載がない項目',
        en: 'ids or names of departments, each with those below it, several by comma in one sheet; none: the items that name none',
      },
    },
    { flags: '--all', description: { ja: 'すべての府省庁のシートを作る', en: 'a sheet for every ministry' } },
    {
      flags: '--kind <name>',
      description: {
        ja: `${Object.entries(sheetKinds)
          .map(([name, words]) => `${name}（${words}）`)
          .join('、')}。省くと progress`,
        en: `${Object.keys(sheetKinds).join(', ')} (default: progress)`,
      },
    },
    {
      flags: '--fy <year>',
      description: {
        ja: '年度: 2023、R5、令和5年度（省くと、報告のある最も新しい年度か計画の最初の年度）',
        en: 'fiscal year: 2023, R5, 令和5年度 (default: the newest that was reported on, else the first of the plan)',
      },
    },
    {
      flags: '--out <path>',
      description: {
        ja: '書き出すファイル。--all ではフォルダ（省くと dist/sheets の中）',
        en: 'the file to write; a folder with --all (default: in dist/sheets)',
      },
    },
    {
      flags: '--status <folder>',
      description: {
        ja: '戻ってきたシートのフォルダ。だれがどれだけ答えたかを示す',
        en: 'a folder of answered sheets: who has answered how much',
      },
    },
    rulesOption,
  ],
  async run(context, [dir = 'roadmap'], options) {
    const { compilePlan } = await import('../checking/compile-plan.js');
    const { loadRules } = await import('../checking/load-rules.js');
    const rules = await loadRules(context.host, options['rules']);
    if (typeof options['status'] === 'string') {
      const { refuseBeside } = await import('../arguments/refuse-beside.js');
      refuseBeside(options, '--status', ['lead', 'all', 'kind', 'fy', 'out']);
      const { showAnswerStatus } = await import('../answers/show-answer-status.js');
      const roadmap = await compilePlan(context, dir, rules);
      return roadmap ? showAnswerStatus(context, roadmap, options['status']) : 1;
    }
    const { kinds } = await import('../../sheets/kinds/index.js');
    const { unknownName } = await import('../arguments/read-options.js');
    const wanted = String(options['kind'] ?? 'progress');
    const kind = kinds.find(({ name }) => name === wanted);
    if (!kind) throw unknownName('シートの種類', 'kind of sheet', wanted, Object.keys(sheetKinds));
    if ((typeof options['lead'] === 'string') === (options['all'] === true))
      throw new CallError(
        { ja: '`--lead 部局` か `--all` のどちらか一つを指定してください', en: 'name one of `--lead ID` and `--all`' },
        {
          ja: '例: roadmap sheet --lead mhlw --fy 2023 --out mhlw.xlsx',
          en: 'for example: roadmap sheet --lead mhlw --fy 2023 --out mhlw.xlsx',
        },
      );
    const asked = await yearAsked(options);
    const roadmap = await compilePlan(context, dir, rules);
    if (!roadmap) return 1;
    const fy = kind.yearly ? (asked ?? usualYear(context, roadmap)) : 0;
    if (kind.yearly) {
      const { tellOutside } = await import('../arguments/tell-outside.js');
      tellOutside(context, roadmap, fy);
    } else if (asked !== undefined) tellUnheard(context, kind);
    return options['all'] === true ? writeAll(context, roadmap, kind, fy, options) : writeOne(context, roadmap, kind, fy, options);
  },
};

async function yearAsked(options: Options): Promise<FiscalYear | undefined> {
  if (typeof options['fy'] !== 'string') return undefined;
  const { readFiscalYear } = await import('../arguments/read-options.js');
  return readFiscalYear(options['fy'], { ja: 'シートは一つの年度のものです', en: 'a sheet is for one fiscal year' });
}

/** The newest year that was reported on, else the first year of the plan; said, because nobody named it. */
function usualYear({ host, lang }: Context, { plan, reports }: Roadmap): FiscalYear {
  const fy = Math.max(startFy(plan.window), ...reports.map((report) => report.fy));
  host.stderr.write(lang === 'ja' ? `${fy}年度のシートです（年度は --fy で選べます）\n` : `for fiscal ${fy} (--fy chooses another year)\n`);
  return fy;
}

/** One call may ask for the sheets of each kind: a kind that is of no year says that it heard of none. */
function tellUnheard({ host, lang }: Context, kind: SheetKind): void {
  host.stderr.write(
    lang === 'ja'
      ? `${sheetKinds[kind.name]}のシートは年度によらないので、\`--fy\` は使いません\n`
      : `a sheet of the kind ${kind.name} is of no year: \`--fy\` is not used\n`,
  );
}

/** The departments that are asked together, or what names none. */
async function leadNamed(context: Context, roadmap: Roadmap, given: string): Promise<Lead> {
  const { leadOf, withoutLead } = await import('../../sheets/sheet.js');
  const { chosenDepartments } = await import('../arguments/chosen-departments.js');
  const chosen = chosenDepartments(context, roadmap, given) ?? [];
  const departments = chosen.filter((one) => one !== null);
  if (departments.length === chosen.length) return leadOf(departments);
  if (departments.length === 0) return withoutLead;
  throw new CallError(
    {
      ja: `担当の記載のない項目は、部局と一枚のシートになりません: \`${given}\``,
      en: `what names no lead shares no sheet with a department: \`${given}\``,
    },
    { ja: '`--lead none` は一つだけで指定してください', en: 'name `--lead none` alone' },
  );
}

async function writeOne(context: Context, roadmap: Roadmap, kind: SheetKind, fy: FiscalYear, options: Options): Promise<number> {
  const given = String(options['lead']);
  const lead = await leadNamed(context, roadmap, given);
  const out = typeof options['out'] === 'string' ? options['out'] : `dist/sheets/${fileName(lead)}`;
  if (!out.endsWith('.xlsx'))
    throw new CallError(
      { ja: `\`--out ${out}\` は .xlsx のファイルではありません`, en: `\`--out ${out}\` is no .xlsx file` },
      { ja: '例: --out mhlw.xlsx', en: 'for example: --out mhlw.xlsx' },
    );
  const made = await makeSheet(roadmap, kind, fy, lead);
  if (!made)
    throw new CallError({
      ja: `\`${given}\` の項目は${kind.yearly ? `${fy}年度に` : ''}ありません`,
      en: `\`${given}\` has no item${kind.yearly ? ` in fiscal ${fy}` : ''}`,
    });
  context.host.writeFiles(dirname(out), [{ path: basename(out), contents: made.contents }]);
  context.host.stdout.write(told(context, out, made.rows, lead.name));
  return 0;
}

async function writeAll(context: Context, roadmap: Roadmap, kind: SheetKind, fy: FiscalYear, options: Options): Promise<number> {
  const { leadsOfPlan } = await import('../../sheets/sheet.js');
  const { outFolder } = await import('../arguments/out-folder.js');
  const out = outFolder(options, 'dist/sheets');
  const files: { path: string; contents: Uint8Array }[] = [];
  let list = '';
  for (const lead of leadsOfPlan(roadmap)) {
    const made = await makeSheet(roadmap, kind, fy, lead);
    if (!made) continue;
    files.push({ path: fileName(lead), contents: made.contents });
    list += told(context, join(out, fileName(lead)), made.rows, lead.name);
  }
  const { host, lang } = context;
  host.writeFiles(out, files);
  host.stdout.write(list);
  if (files.length === 0)
    host.stderr.write(
      lang === 'ja'
        ? `${kind.yearly ? `${fy}年度に` : ''}尋ねる項目がないため、シートはありません\n`
        : `there is no sheet: nothing is to be asked${kind.yearly ? ` for fiscal ${fy}` : ''}\n`,
    );
  return 0;
}

/** The bytes of a sheet; undefined where it would have no row. */
async function makeSheet(
  roadmap: Roadmap,
  kind: SheetKind,
  fy: FiscalYear,
  lead: Lead,
): Promise<{ rows: number; contents: Uint8Array } | undefined> {
  const { planSheet } = await import('../../sheets/sheet.js');
  const { layOut } = await import('../../sheets/lay-out.js');
  const { writeWorkbook } = await import('../../sheets/xlsx.js');
  const sheet = planSheet(roadmap, kind, fy, lead);
  return sheet.rows.length === 0 ? undefined : { rows: sheet.rows.length, contents: await writeWorkbook(layOut(sheet)) };
}

function fileName({ id }: Lead): string {
  return `${id === 'none' ? 'no-lead' : id.replaceAll(',', '+')}.xlsx`;
}

function told({ lang }: Context, path: string, rows: number, name: string): string {
  return `${visible(path)}  ${lang === 'ja' ? `${rows}行` : counted(rows, 'row')}  ${visible(name)}\n`;
}
