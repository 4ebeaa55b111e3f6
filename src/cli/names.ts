import { suggest } from '../diagnostics/suggest.js';
import { type FormatName, formats } from '../formats/index.js';
import { parseFiscalYear } from '../model/fiscal-year.js';
import type { FiscalYears } from '../transform/slice-roadmap.js';
import { CallError } from './host.js';

/** The names in `html,md`; an unknown one is a wrong call. */
export function readFormats(text: string): FormatName[] {
  const names = [
    ...new Set(
      text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
  if (names.length === 0) throw unknownName('書式', 'format', text, Object.keys(formats));
  for (const name of names) if (!Object.hasOwn(formats, name)) throw unknownName('書式', 'format', name, Object.keys(formats));
  return names as FormatName[];
}

export function unknownName(ja: string, en: string, name: string, known: readonly string[]): CallError {
  const meant = suggest(name, known);
  return new CallError(
    { ja: `\`${name}\` という${ja}はありません`, en: `there is no ${en} \`${name}\`` },
    meant
      ? { ja: `\`${meant}\` のことですか？`, en: `did you mean \`${meant}\`?` }
      : { ja: `使えるもの: ${known.join('、')}`, en: `there are: ${known.join(', ')}` },
  );
}

/** `2023`, `R5`, `令和5年度`, `2022-2023`, `令和4年度～令和5年度`, in any width. */
export function readFiscalYears(text: string): FiscalYears {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/\s*(?:-|~|〜|ー|–|—|から)\s*/);
  const years = parts.map(parseFiscalYear);
  const [first, last = first] = years;
  if (parts.length > 2 || first === undefined || last === undefined || years.includes(undefined)) {
    throw new CallError(
      { ja: `\`${text}\` は年度として読めません`, en: `\`${text}\` is not a fiscal year` },
      { ja: '`2023`、`R5`、`令和5年度`、`2022-2023` のように書いてください', en: 'write `2023`, `R5`, `令和5年度` or `2022-2023`' },
    );
  }
  if (last < first) throw new CallError({ ja: `\`${text}\` は終わりが始まりより前です`, en: `\`${text}\` ends before it begins` });
  return [first, last];
}
