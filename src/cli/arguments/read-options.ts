import type { Bilingual } from '../../diagnostics/diagnostic.js';
import { didYouMean, suggest } from '../../diagnostics/suggest.js';
import { type FormatName, formats } from '../../formats/index.js';
import { type FiscalYear, type FiscalYears, parseFiscalYear } from '../../model/fiscal-year.js';
import { fold } from '../../model/fold.js';
import type { Roadmap } from '../../model/roadmap.js';
import { wordsOf } from '../../report/words.js';
import type { ReportedAs } from '../../transform/slice-roadmap.js';
import { partitions } from '../../transform/split-slice.js';
import { CallError } from '../host.js';

/** The names in `html,md`; an unknown one is a wrong call. */
export function readFormats(text: string): FormatName[] {
  const names = [...new Set(listed(text))];
  if (names.length === 0) throw unknownName('書式', 'format', text, Object.keys(formats));
  for (const name of names) if (!Object.hasOwn(formats, name)) throw unknownName('書式', 'format', name, Object.keys(formats));
  return names as FormatName[];
}

/** The parts between commas, of either width. */
function listed(text: string): string[] {
  return text
    .split(/[,、，]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The same of an option that narrows: nothing at all, such as a variable that is not set, would leave nothing, and is a wrong call. */
export function listedSome(option: string, text: string): string[] {
  const names = listed(text);
  if (names.length > 0) return names;
  throw new CallError(
    { ja: `\`${option}\` に何も書かれていません`, en: `\`${option}\` names nothing` },
    { ja: `値を書くか、\`${option}\` を省いてください`, en: `name something, or leave \`${option}\` away` },
  );
}

/** What `--by` names; undefined where it is not given. */
export function readPartition(given: unknown): (typeof partitions)[number] | undefined {
  if (typeof given !== 'string') return undefined;
  const found = partitions.find((name) => name === given);
  if (!found) throw unknownName('分け方', 'partition', given, partitions);
  return found;
}

/** What `--status` names out of the plan's vocabulary, or by the words for what has no status or no verdict; undefined where it is not given. */
export function readStatuses({ plan }: Roadmap, given: unknown): ReportedAs[] | undefined {
  if (typeof given !== 'string') return undefined;
  const terms = (['status', 'verdict'] as const).flatMap((as) => plan.vocabulary[as].map(({ term }) => ({ as, word: term, name: term })));
  const lacking = [wordsOf('ja'), wordsOf('en')].flatMap(({ unreported, unjudged }) => [
    { as: 'status' as const, word: null, name: unreported },
    { as: 'verdict' as const, word: null, name: unjudged },
  ]);
  const known: readonly (ReportedAs & { name: string })[] = [...terms, ...lacking, { as: 'status', word: null, name: 'none' }];
  return listedSome('--status', given).flatMap((asked) => {
    const found = known.filter(({ name }) => fold(name) === fold(asked));
    if (found.length > 0) return found.map(({ as, word }) => ({ as, word }));
    const names = [...terms, ...lacking.slice(0, 2)].map(({ name }) => name);
    throw unknownName('状況か評価', 'status or verdict', asked, names);
  });
}

export function unknownName(ja: string, en: string, name: string, known: readonly string[]): CallError {
  const meant = suggest(name, known);
  return new CallError(
    { ja: `\`${name}\` という${ja}はありません`, en: `there is no ${en} \`${name}\`` },
    meant ? didYouMean(meant) : { ja: `使えるもの: ${[...new Set(known)].join('、')}`, en: `there are: ${[...new Set(known)].join(', ')}` },
  );
}

/** One of a closed list of words. */
export function readChoice<T extends string>(option: string, given: unknown, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === given);
  if (found) return found;
  throw unknownName(`\`${option}\` の値`, `value of \`${option}\``, String(given), choices);
}

/** `2023`, `R5`, `令和5年度`, `2022-2023`, `令和4年度～令和5年度`, `令和4～5年度`, in any width. */
export function readFiscalYears(text: string): FiscalYears {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/\s*(?:[-~〜ー―‐‑–—−]|から)\s*/);
  const [, era = ''] = /^(令和|平成|[RrHh])(?:\d|元)/.exec(parts[0] ?? '') ?? [];
  const years = parts.map((part) => parseFiscalYear(/^\d{1,2}(?:年度)?$/.test(part) ? `${era}${part}` : part));
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

/** One fiscal year; a range is a wrong call, in the words that say why. */
export function readFiscalYear(text: string, isOne: Bilingual): FiscalYear {
  const [first, last] = readFiscalYears(text);
  if (first !== last) throw new CallError(isOne);
  return first;
}
