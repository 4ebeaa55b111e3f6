import type * as z from 'zod';
import type { Bilingual } from '../diagnostics/diagnostic.js';
import { didYouMean, suggest } from '../diagnostics/suggest.js';
import { patternOf } from '../model/characters.js';
import { parseFiscalYear, westernYear } from '../model/fiscal-year.js';
import { formatPeriod, parsePeriod } from '../model/period.js';
import { shorten } from '../source/shorten.js';
import type { KeyPath } from '../source/source-file.js';
import type { YamlData } from '../yaml/plain-data.js';
import { departmentIdPattern, idPattern, phaseIdPattern } from './author/words.js';
import type { checks } from './checks.js';
import { keysAt, titlesOf } from './keys-at.js';
import { decimalPattern, isDate, mostYears, wholeNumberPattern } from './scalars.js';

export interface Explained {
  code: keyof typeof checks;
  path: KeyPath;
  /** The key to blame, where it is the key and not the value. */
  key?: string;
  message?: Bilingual;
  help?: Bilingual;
  /** What should stand in the place that is blamed, where there is one right answer. */
  fix?: string;
  /** What the key may have been meant to be. */
  suggestion?: string;
  /** The key that is not there. */
  missing?: string;
}

type Issue = z.core.$ZodIssue;

/** An issue of zod in the author's words; one issue of unknown keys gives one for each key. */
export function explainIssue(issue: Issue, data: YamlData, schema: z.ZodType): Explained[] {
  const path = issue.path as KeyPath;
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, keysAt(path, schema), value));
    case 'invalid_key': {
      const [inner] = issue.issues;
      const key = String(path.at(-1));
      return [{ ...inValue(inner?.message ?? '', key, path), path: path.slice(0, -1), key }];
    }
    case 'invalid_union':
      return explainUnion(issue, path, value, data, schema);
    case 'invalid_type':
      if (value === undefined) return [missingKey(path, data)];
      if (value === '') return [missingValue(path)];
      return [inValue(issue.message, value, path)];
    case 'too_small':
      return [missingValue(path)];
    case 'invalid_value':
      if (value === undefined) return [missingKey(path, data)];
      if (value === '') return [missingValue(path)];
      return [withChoices(inValue(issue.message, value, path), value, issue.values.map(String))];
    case 'custom': {
      const { key, known } = (issue.params ?? {}) as { key?: string; known?: string[] };
      if (issue.message === 'unknown-key' && key !== undefined) return [unknownKey(path, key, known ?? [], value)];
      if (value === '' && key === undefined) return [missingValue(path)];
      const explained = inValue(issue.message, key ?? value, path);
      return [key === undefined ? explained : { ...explained, key }];
    }
    default:
      return [value === '' ? missingValue(path) : inValue(issue.message, value, path)];
  }
}

/** Of the forms a value may have, the one that is meant is told by what stands there: a text, a list or a mapping. */
function explainUnion(
  issue: Issue & { code: 'invalid_union' },
  path: KeyPath,
  value: YamlData | undefined,
  data: YamlData,
  schema: z.ZodType,
): Explained[] {
  if (value === undefined) return [missingKey(path, data)];
  if (value === '') return [missingValue(path)];
  const choices = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' && inner.path.length === 0 ? inner.values : []));
  if (typeof value === 'string' && (issue.message === 'columns' || issue.message === 'rule-setting'))
    return [withChoices({ code: 'bad-value', path, message: notHere(value) }, value, choices.map(String))];
  const meant = issue.errors.find(
    (errors) =>
      errors.some(
        (inner) =>
          inner.path.length > 0 || !(inner.code === 'invalid_type' || (inner.code === 'invalid_value' && typeof value === 'object')),
      ) && !errors.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type'),
  );
  if (!meant || (typeof value === 'string' && meant.every((inner) => inner.code !== 'custom')))
    return [inValue(issue.message, value, path)];
  return meant.flatMap((inner) => explainIssue({ ...inner, path: [...path, ...inner.path] } as Issue, data, schema));
}

function unknownKey(path: KeyPath, key: string, known: readonly string[], around: YamlData | undefined): Explained {
  const taken = typeof around === 'object' && !Array.isArray(around) ? Object.keys(around) : [];
  const free = known.filter((name) => !taken.includes(name));
  const seen = whatIsSeen(key);
  if (seen !== undefined && free.includes(seen)) return { code: 'unknown-key', path, key, ...unseenIn(key, seen) };
  const meant = free.find((name) => titlesOf(name).has(key.trim())) ?? suggest(key.normalize('NFKC'), free);
  return {
    code: 'unknown-key',
    path,
    key,
    message: { ja: `\`${key}\` というキーはここでは使えません`, en: `the key \`${key}\` is not known here` },
    help: meant ? didYouMean(meant) : { ja: `ここで使えるキー: ${known.join('、')}`, en: `keys that can stand here: ${known.join(', ')}` },
    ...(meant && (meant === key.normalize('NFKC') ? { fix: meant } : { suggestion: meant })),
  };
}

function missingKey(path: KeyPath, data: YamlData): Explained {
  const key = String(path.at(-1));
  const around = valueAt(data, path.slice(0, -1));
  const named = typeof around === 'object' && !Array.isArray(around) ? (around['id'] ?? around['title']) : undefined;
  const of = typeof named === 'string' && named ? named : undefined;
  return {
    code: 'missing-key',
    path: path.slice(0, -1),
    missing: key,
    message: { ja: `${of ? `\`${of}\` に` : ''}\`${key}\` がありません`, en: `\`${key}\` is missing${of ? ` in \`${of}\`` : ''}` },
    help: { ja: `\`${key}:\` の行を書き足してください`, en: `add a line \`${key}:\`` },
  };
}

function missingValue(path: KeyPath): Explained {
  const key = path.at(-1);
  if (typeof key !== 'string')
    return {
      code: 'missing-value',
      path,
      message: { ja: '並びの項目に何も書かれていません', en: 'an entry of the list is empty' },
      help: { ja: '項目を書くか、消してください', en: 'write the entry, or remove it' },
    };
  return {
    code: 'missing-value',
    path: path.slice(0, -1),
    key,
    message: { ja: `\`${key}\` に値がありません`, en: `\`${key}\` has no value` },
  };
}

function inValue(name: string, value: YamlData | undefined, path: KeyPath): Explained {
  const words = typeof value === 'string' ? value : '';
  const explain = explanations[name];
  if (!explain) return { code: 'bad-value', path };
  const { code, message, help: usual } = explain(words, kindOf(value));
  const help = forms[name]?.(value, path) ?? usual;
  const explained: Explained = { code, path, ...(message && { message }), ...(help && { help }) };
  const seen = whatIsSeen(words);
  if (seen !== undefined && isRight[name]?.(seen)) return { ...explained, ...unseenIn(words, seen) };
  const folded = words.normalize('NFKC').trim();
  if (words !== folded && isRight[name]?.(folded)) return { ...explained, help: inHalfWidth(folded), fix: folded };
  const sure = name === 'period' ? ofParts(folded) : name === 'list' ? listOf(words, path) : undefined;
  if (sure !== undefined) return { ...explained, help: didYouMean(sure), fix: sure };
  // What a space parts in a reference may be two of them.
  const near = isId(name) && path.at(-1) !== 'id' && folded.includes(' ') ? undefined : reshape[name]?.(folded);
  return near !== undefined && near !== value && isRight[name]?.(near)
    ? { ...explained, help: didYouMean(near), suggestion: near }
    : explained;
}

/** How to write what stands there in the form that belongs there, by the name of the message. */
const forms: Record<string, (value: YamlData | undefined, path: KeyPath) => Bilingual | undefined> = {
  list: (value, path) => {
    const key = path.findLast((step) => typeof step === 'string') ?? '';
    if (typeof value === 'string')
      return {
        ja: `\`${key}:\` の次の行に \`- ${shorten(value)}\` と書いてください`,
        en: `write \`- ${shorten(value)}\` in the line below \`${key}:\``,
      };
    return {
      ja: `\`${key}:\` の下の項目を、それぞれ \`- \` で始めてください（\`{ … }\` なら \`[{ … }]\`）`,
      en: `begin each entry below \`${key}:\` with \`- \`, or write \`[{ … }]\` for \`{ … }\``,
    };
  },
  text: (value, path) => {
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return undefined;
    const [first, last, ...more] = value;
    if (first !== undefined && last === undefined) return didYouMean(shorten(first));
    const period = `${first}-${last}`;
    return path.at(-1) === 'window' && more.length === 0 && parsePeriod(period) ? didYouMean(period) : undefined;
  },
};

/** A period with parts of years as the tool prints them: `2024年度上期`, `令和6年度第3四半期`. */
function ofParts(words: string): string | undefined {
  const period = parsePeriod(
    words
      .replace(/(?:年度?)?([上下])(?:半)?期/g, (_, half: string) => (half === '上' ? 'H1' : 'H2'))
      .replace(/(?:年度?)?第?([1-4])四半期/g, 'Q$1')
      .replace(/\s*[~〜～]\s*/g, '-'),
  );
  return period && period.grain !== 'year' ? formatPeriod(period) : undefined;
}

/** A list of ids or files without its brackets, or in other ones. */
function listOf(words: string, path: KeyPath): string | undefined {
  const isOfNames = ['leads', 'from', 'sections'].includes(String(path.at(-1)));
  const names = words.replace(/^[(（【［]|[)）】］]$/g, '').split(/\s*[,、，]\s*/);
  return isOfNames && names.every((one) => /^[a-z0-9][\w.-]*$/.test(one)) ? `[${names.join(', ')}]` : undefined;
}

function withChoices(explained: Explained, value: YamlData | undefined, choices: readonly string[]): Explained {
  const known: Bilingual = { ja: `使えるもの: ${choices.join('、')}`, en: `there are: ${choices.join(', ')}` };
  const seen = typeof value === 'string' ? whatIsSeen(value) : undefined;
  if (typeof value === 'string' && seen !== undefined && choices.includes(seen)) return { ...explained, ...unseenIn(value, seen) };
  const folded = typeof value === 'string' ? value.normalize('NFKC').trim() : '';
  if (folded !== value && choices.includes(folded)) return { ...explained, help: inHalfWidth(folded), fix: folded };
  const near = typeof value === 'string' ? chosen(value.normalize('NFKC'), choices) : undefined;
  if (near === undefined || explained.help) return { ...explained, help: explained.help ?? known };
  const meant = didYouMean(near);
  return { ...explained, help: { ja: `${meant.ja}（${known.ja}）`, en: `${meant.en} (${known.en})` }, suggestion: near };
}

/** The choice that was meant: the word of another tool for it, or the nearest. */
function chosen(word: string, choices: readonly string[]): string | undefined {
  const [meant] = Object.entries(otherWords).find(([, words]) => words.includes(word.toLowerCase())) ?? [];
  return meant !== undefined && choices.includes(meant) ? meant : suggest(word, choices);
}

const otherWords: Record<string, readonly string[]> = {
  off: ['none', 'no', 'never', 'false', 'disable', 'disabled', 'ignore', 'なし', 'オフ'],
  info: ['information', 'notice', 'note', 'hint', '情報'],
  warning: ['warn', 'w', '警告'],
  error: ['err', 'e', 'fatal', 'エラー'],
};

function notHere(value: string): Bilingual {
  return { ja: `\`${value}\` はここでは使えません`, en: `\`${value}\` is not one of the choices here` };
}

/** A word without the characters in it that nobody sees; undefined where there are none. */
function whatIsSeen(word: string): string | undefined {
  const seen = word.replace(unseen, '');
  return seen === word ? undefined : seen;
}

/** A word that looks right is not told to be wrong: what is told is the character in it that nobody sees. */
function unseenIn(word: string, seen: string): Pick<Explained, 'message' | 'help' | 'fix'> {
  const [char = ''] = word.match(unseen) ?? [];
  const code = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    message: {
      ja: `\`${seen}\` の中に目に見えない文字 ${code} があります`,
      en: `there is an invisible character, ${code}, in \`${seen}\``,
    },
    help: { ja: `その文字を消して、\`${seen}\` と打ち直してください`, en: `remove it: type \`${seen}\` anew` },
    fix: seen,
  };
}

const unseen = patternOf('invisible');

function inHalfWidth(folded: string): Bilingual {
  return { ja: `半角で \`${folded}\` と書いてください`, en: `write \`${folded}\` in half-width letters` };
}

/** Whether a value is right where a message of this name would be given. */
const isRight: Record<string, (value: string) => boolean> = {
  'whole-number': (value) => wholeNumberPattern.test(value),
  decimal: (value) => decimalPattern.test(value),
  target: (value) => decimalPattern.test(value),
  id: (value) => idPattern.test(value),
  'department-id': (value) => departmentIdPattern.test(value),
  reference: (value) => phaseIdPattern.test(value),
  date: isDate,
  'fiscal-year': (value) => parseFiscalYear(value) !== undefined,
  period: (value) => parsePeriod(value) !== undefined,
};

/** What a wrong value may have been meant to be. */
const reshape: Record<string, (folded: string) => string> = {
  decimal: asFigure,
  target: asFigure,
  'whole-number': (value) => /^(?:p\.?\s*)?(\d+)\s*(?:ページ|頁)?$/i.exec(value)?.[1] ?? value,
  id: asId,
  'department-id': asId,
  // The part behind the dot may be a half, `2023H1`.
  reference: (value) => value.replace(/^[^.]*/, asId),
  date: asDate,
  period: (value) =>
    value
      .replace(/年(?!度)|\s/g, '')
      .replace(/(?:年度)?(?:以降|以後|から)$/, '-')
      .replace(/[/~〜～ー−–—]|から/g, '-')
      // 2022-24, where no month is meant; 令和4-6年度.
      .replace(/^(\d\d)(\d\d)-(\d\d)$/, (words, century: string, first: string, last: string) =>
        Number(last) > Math.max(12, Number(first)) ? `${century}${first}-${century}${last}` : words,
      )
      .replace(/^(令和|平成)(\d+|元)-(\d+)年?度?$/, '$1$2年度-$1$3年度')
      .replace(/(?<=[\d元度])(?:中|まで)$/, ''),
};

function isId(name: string): boolean {
  return reshape[name] === asId || name === 'reference';
}

/** Signs that are taken for the hyphen of an id, which Word and PDFs put in its place too. */
const signsOfHyphen = /[_‐‑‒–—―−]+/g;

function asId(value: string): string {
  return value.toLowerCase().replace(signsOfHyphen, '-').replace(/[ .]+/g, '-');
}

const scales: Record<string, number> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 億: 1e8 };

/** `1,234件`, `100万` as a figure; words that say more than the unit of it, such as 以上 and 割, stay as they are. */
function asFigure(value: string): string {
  const [, sign = '', digits, scale, unit = ''] = /^([+-]?)([\d,]*\.?\d+)\s*(千万|百万|千|万|億)?([^\d.,]*)$/.exec(value) ?? [];
  if (digits === undefined || /[以超未約程割弱強余]/.test(unit)) return value;
  const plain = digits.replaceAll(',', '');
  // In units of a millionth, so that 1.1万 is 11000 and no fraction more.
  const figure = scale === undefined ? plain : String(Math.round(Number(plain) * (scales[scale] ?? 1) * 1e6) / 1e6);
  return (sign === '-' ? sign : '') + figure;
}

/** `2021年10月`, `令和3年10月5日`, `R3.10`, `20211005` with hyphens between year, month and day. */
function asDate(value: string): string {
  return value
    .replace(/^[▲△●○◎★☆✓]/, '')
    .replace(/^([^\d元]+?)\s*(\d{1,2}|元)(?=[年./-])/, (words, era: string, year: string) => String(westernYear(era, year) ?? words))
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    .replace(/日$/, '')
    .split(/[-/.年月]/)
    .filter(Boolean)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

type Explain = (value: string, kind: Bilingual) => { code: keyof typeof checks; message?: Bilingual; help?: Bilingual };

const wrongType =
  (ja: string, en: string, help?: Bilingual): Explain =>
  (_, kind) => ({
    code: 'wrong-type',
    message: { ja: `ここには${ja}を書きます（${kind.ja}が書かれています）`, en: `${en} belongs here, not ${kind.en}` },
    ...(help && { help }),
  });

const badValue =
  (ja: string, en: string, help?: Bilingual): Explain =>
  (value) => ({ code: 'bad-value', message: { ja: `\`${value}\` は${ja}`, en: `\`${value}\` ${en}` }, ...(help && { help }) });

const period: Explain = (value) => ({
  code: 'bad-period',
  message: { ja: `\`${value}\` は期間として読めません`, en: `\`${value}\` is not a period` },
  ...(/\d(?:年度)?(?:[HQ]|第\d)/i.test(value) && {
    help: {
      ja: '半期は `2023H1`、`2023H2`、四半期は `2023Q1` から `2023Q4` のように書いてください',
      en: 'write a half as `2023H1` or `2023H2`, a quarter as `2023Q1` to `2023Q4`',
    },
  }),
});

const notAnId = badValue('IDになりません', 'is not an id', {
  ja: '英小文字で始まり、英小文字・数字・ハイフンだけで書いてください',
  en: 'begin with a lower-case letter; only a-z, 0-9 and hyphens',
});

const takenId = badValue('部局のIDには使えません', 'cannot be the id of a department', {
  ja: '担当の記載がない項目をこの語で呼びます。別のIDにしてください',
  en: 'the word stands for the items that name no lead: choose another id',
});

const targetForms: Bilingual = {
  ja: '`98`、`{ 2023: 98 }`、`undetermined`、`{ undetermined: 2024 }` のどれかで書いてください',
  en: 'write `98`, `{ 2023: 98 }`, `undetermined` or `{ undetermined: 2024 }`',
};

/** By the names that the schemas give as messages. */
const explanations: Record<string, Explain> = {
  text: wrongType('文', 'a text', {
    ja: '1行の文にしてください。文に「: 」が入るときは "…" で囲みます',
    en: 'write one line of text, quoted where it has `: ` in it',
  }),
  list: wrongType('並び（- で始まる行）', 'a list'),
  mapping: wrongType('「キー: 値」', 'a mapping'),
  phase: wrongType('「期間: 本文」の行', 'a line `period: text`', {
    ja: '`- 2022-2023: 本文` の形か、コロンと空白が半角かを確かめてください',
    en: 'write `- 2022-2023: text`; colon and space are half-width',
  }),
  dated: wrongType('「日付: 本文」か文', 'a line `date: text` or a text'),
  note: wrongType('文', 'a text'),
  due: wrongType('文か、文の並び', 'a text or a list of texts'),
  term: wrongType('語か { term, means }', 'a term or { term, means }'),
  columns: wrongType('year、half、quarter か期間の並び', 'year, half, quarter or a list of periods'),
  vocabulary: wrongType('語彙の名前か { name, status, verdict }', 'the name of a vocabulary or { name, status, verdict }'),
  'rule-setting': wrongType('off、info、warning、error', 'off, info, warning or error'),
  id: notAnId,
  'department-id': (value, kind) => (idPattern.test(value) ? takenId : notAnId)(value, kind),
  reference: notAnId,
  date: badValue('日付になりません', 'is not a date', {
    ja: '`2021-10` か `2021-10-05` のように書いてください',
    en: 'write `2021-10` or `2021-10-05`',
  }),
  'whole-number': badValue('1以上の整数ではありません', 'is not a whole number from 1'),
  decimal: badValue('数ではありません', 'is not a number', {
    ja: '半角の数字だけで、単位や桁区切りを付けずに書いてください',
    en: 'half-width digits, without unit or separators',
  }),
  'fiscal-year': badValue('年度になりません', 'is not a fiscal year', {
    ja: '`2023` か `R5` のように書いてください',
    en: 'write `2023` or `R5`',
  }),
  choice: (value) => ({ code: 'bad-value', message: notHere(value) }),
  format: badValue('知らない書式の版です', 'is not a version of the format known here', {
    ja: '`format: 1` と書いてください',
    en: 'write `format: 1`',
  }),
  target: (value, kind) => ({
    ...(value === '' ? wrongType('目標', 'a target')(value, kind) : badValue('目標として読めません', 'is not a target')(value, kind)),
    help: targetForms,
  }),
  'target-year': (value) => ({
    ...badValue('目標の年度として読めません', 'is not the year of a target')(value, kindOf(value)),
    help: targetForms,
  }),
  'second-target': (value) => ({
    code: 'bad-value',
    message: { ja: `目標の年度は一つだけです（\`${value}\` が二つ目）`, en: `a target has one year, and \`${value}\` is a second one` },
    help: { ja: 'もう一つの年度の目標は、別のKPIとして書いてください', en: 'write the target of the other year as a KPI of its own' },
  }),
  period,
  'open-window': (value) => ({
    code: 'bad-period',
    message: { ja: `\`${value}\` には、表の最後の年度がありません`, en: `\`${value}\` has no last year` },
    help: { ja: '表の最後の年度まで `2023-2027` のように書いてください', en: 'write the last year of the table too, as in `2023-2027`' },
  }),
  'long-window': (value) => ({
    code: 'bad-period',
    message: {
      ja: `表の年度 \`${value}\` は${mostYears}年を超えています`,
      en: `the years of the table, \`${value}\`, are more than ${mostYears}`,
    },
    help: { ja: '表の最後の年度を確かめてください', en: 'check the last year of the table' },
  }),
  'no-period': () => ({
    code: 'missing-key',
    message: { ja: '工程に期間がありません', en: 'the phase has no period' },
    help: { ja: '`- 2022-2023: 本文` の形で書いてください', en: 'write it as `- 2022-2023: text`' },
  }),
  'second-period': (value) => ({
    code: 'bad-period',
    message: { ja: `一つの工程に期間が二つあります: \`${value}\``, en: `a phase has a second period \`${value}\`` },
    help: { ja: '次の工程なら行の頭に - を付けてください', en: 'begin the line with - if it is the next phase' },
  }),
  'judged-without-reason': () => ({
    code: 'missing-key',
    message: { ja: '`basis: judged` に `reason` がありません', en: '`basis: judged` has no `reason`' },
    help: { ja: '`reason:` に判断の理由を書いてください', en: 'say why in `reason:`' },
  }),
  relation: () => ({
    code: 'bad-value',
    message: { ja: '関係は same・needs・see のどれか一つです', en: 'a relation is one of same, needs, see' },
  }),
  'one-date': () => ({ code: 'wrong-type', message: { ja: '一つの行に書ける日付は一つです', en: 'a line has one date' } }),
  'one-period': () => ({ code: 'wrong-type', message: { ja: '一つの行に書ける期間は一つです', en: 'a line has one period' } }),
  'one-page': () => ({ code: 'wrong-type', message: { ja: '一つの行に書けるページは一つです', en: 'a line has one page' } }),
};

function kindOf(value: YamlData | undefined): Bilingual {
  if (Array.isArray(value)) return { ja: '並び', en: 'a list' };
  if (typeof value === 'object') return { ja: '「キー: 値」', en: 'a mapping' };
  return { ja: '文', en: 'a text' };
}

export function valueAt(data: YamlData, path: KeyPath): YamlData | undefined {
  let value: YamlData | undefined = data;
  for (const step of path) {
    if (typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, YamlData>)[step];
  }
  return value;
}
