import type { Check } from '../../diagnostics/check.js';
import type { Rule } from '../../rules/rule.js';
import { type Command, rulesOption } from '../command.js';

export const command: Command = {
  name: 'rules',
  summary: { ja: '規則の一覧、または一つの規則の説明を示す', en: 'list the rules, or explain one' },
  arguments: [{ name: '[CODE]', description: { ja: '規則の名前', en: 'code of a rule' } }],
  options: [{ flags: '--markdown', description: { ja: '文書の表として示す', en: 'as the tables of the docs' } }, rulesOption],
  async run({ host, lang }, [code], options) {
    const { allChecks: ownChecks } = await import('../../compile/all-checks.js');
    const { loadRules } = await import('../checking/load-rules.js');
    const { refuseBeside } = await import('../arguments/refuse-beside.js');
    if (code !== undefined) refuseBeside(options, code, ['markdown']);
    const allChecks = [...ownChecks, ...(await loadRules(host, options['rules']))];
    if (options['markdown']) {
      host.stdout.write(rulesAsMarkdown(allChecks));
      return 0;
    }
    if (code === undefined) {
      const width = Math.max(...allChecks.map((check) => check.code.length));
      for (const check of allChecks)
        host.stdout.write(`${check.code.padEnd(width)}  ${check.severity.padEnd(7)}  ${check.summary[lang]}\n`);
      return 0;
    }
    const check = allChecks.find((candidate) => candidate.code === code);
    if (!check) {
      const { unknownName } = await import('../arguments/read-options.js');
      throw unknownName(
        '規則',
        'rule',
        code,
        allChecks.map((candidate) => candidate.code),
      );
    }
    const labels = {
      ja: { cure: '直し方', bad: '悪い例', good: '良い例', options: '設定' },
      en: { cure: 'cure', bad: 'bad', good: 'good', options: 'options' },
    }[lang];
    const indent = (text: string) => text.replace(/^/gm, '    ');
    host.stdout.write(`${check.code} (${check.severity})\n\n  ${check.summary[lang]}\n  ${labels.cure}: ${check.cure[lang]}\n`);
    if ('options' in check)
      for (const [name, words] of Object.entries(check.options ?? {}))
        host.stdout.write(`  ${labels.options} ${name}: ${words.summary[lang]} (${[words.default].flat().join(', ') || '-'})\n`);
    if (check.example)
      host.stdout.write(`\n  ${labels.bad}:\n${indent(check.example.bad)}\n\n  ${labels.good}:\n${indent(check.example.good)}\n`);
    return 0;
  },
};

/** The tables of docs/rules.md: every check, and the options that a plan may set. */
function rulesAsMarkdown(checks: readonly (Check | Rule)[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const rows = checks.map(({ code, severity, summary }) => `| \`${code}\` | ${severity} | ${cell(summary.en)} | ${cell(summary.ja)} |\n`);
  const options = checks.flatMap((check) =>
    'check' in check
      ? Object.entries(check.options ?? {}).map(([name, { summary, default: by }]) => {
          const usual =
            [by]
              .flat()
              .map((word) => `\`${word}\``)
              .join(', ') || '-';
          return `| \`${check.code}\` | \`${name}\` | ${cell(summary.en)} | ${cell(summary.ja)} | ${usual} |\n`;
        })
      : [],
  );
  return [
    '| code | severity | what holds | 内容 |\n| --- | --- | --- | --- |\n',
    ...rows,
    '\n| code | option | what it sets | 内容 | default |\n| --- | --- | --- | --- | --- |\n',
    ...options,
  ].join('');
}
