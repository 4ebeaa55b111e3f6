import type * as z from 'zod';
import type { Bilingual } from '../../diagnostics/diagnostic.js';
import { didYouMean, suggest } from '../../diagnostics/suggest.js';
import { codePoint } from '../../model/characters.js';
import { fold } from '../../model/fold.js';
import { parsePeriod } from '../../model/period.js';
import { shorten } from '../../source/shorten.js';
import type { KeyPath } from '../../source/source-file.js';
import { valueAt, type YamlData } from '../../yaml/plain-data.js';
import type { checks } from '../checks.js';
import { keysAt, titlesOf } from '../keys-at.js';
import { idPattern, isFilled } from '../scalars.js';
import { explanations, kindOf, notHere } from './explanations.js';
import { chosen, isId, isRight, listOf, ofParts, reshape, unseen, whatIsSeen } from './meant.js';

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
      if (isBlank(value)) return [missingValue(path)];
      return [inValue(issue.message, value, path)];
    case 'invalid_value':
      if (value === undefined) return [missingKey(path, data)];
      if (isBlank(value)) return [missingValue(path)];
      return [withChoices(inValue(issue.message, value, path), value, issue.values.map(String))];
    case 'custom': {
      const { key, known } = (issue.params ?? {}) as { key?: string; known?: string[] };
      if (issue.message === 'unknown-key' && key !== undefined) return [unknownKey(path, key, known ?? [], value)];
      if (isBlank(value) && key === undefined) return [missingValue(path)];
      const explained = inValue(issue.message, key ?? value, path);
      return [key === undefined ? explained : { ...explained, key }];
    }
    default:
      if (isBlank(value)) return [missingValue(path)];
      return [{ ...inValue(issue.message, value, path), ...parentNamed(value, path, data) }];
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
  if (isBlank(value)) return [missingValue(path)];
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

/** Whether nothing is written, or blanks alone. */
function isBlank(value: YamlData | undefined): boolean {
  return typeof value === 'string' && !isFilled(value);
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
  const several = isId(name) && typeof path.at(-1) === 'number' ? idsIn(folded, name) : undefined;
  if (several) return { ...explained, help: partedByComma(several) };
  // What a space parts in a reference may be two of them.
  const near = isId(name) && path.at(-1) !== 'id' && folded.includes(' ') ? undefined : reshape[name]?.(folded);
  return near !== undefined && near !== value && isRight[name]?.(near)
    ? { ...explained, help: didYouMean(near), suggestion: near }
    : explained;
}

/** Where a parent is named in words, and not by its id, the id of the one entry of its list that is called so. */
function parentNamed(value: YamlData | undefined, path: KeyPath, data: YamlData): Pick<Explained, 'help' | 'suggestion'> | undefined {
  const list = path.at(-1) === 'parent' ? valueAt(data, path.slice(0, -2)) : undefined;
  if (typeof value !== 'string' || !Array.isArray(list)) return undefined;
  const words = fold(value);
  const [meant, another] = list.flatMap((entry) => {
    if (typeof entry !== 'object' || Array.isArray(entry)) return [];
    const { id, number, title, name } = entry;
    const names = [title, name, `${number ?? ''}${title ?? ''}`].filter((one) => typeof one === 'string');
    return typeof id === 'string' && idPattern.test(id) && names.some((one) => fold(one) === words) ? [id] : [];
  });
  return meant === undefined || another !== undefined ? undefined : { help: didYouMean(meant), suggestion: meant };
}

/** The ids of a list that stand in one entry, with another sign between them than a comma; undefined where there is one alone, or none. */
function idsIn(words: string, name: string): string[] | undefined {
  const parts = words.split(/[\s・/／、;；|]+/);
  return parts.length > 1 && parts.every((part) => isRight[name]?.(part)) ? parts : undefined;
}

function partedByComma(ids: readonly string[]): Bilingual {
  return {
    ja: `別々のIDなら、\`[${ids.join(', ')}]\` のように間をコンマで分けてください`,
    en: `put a comma between them if they are several: \`[${ids.join(', ')}]\``,
  };
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

/** A word that looks right is not told to be wrong: what is told is the character in it that nobody sees. */
function unseenIn(word: string, seen: string): Pick<Explained, 'message' | 'help' | 'fix'> {
  const [char = ''] = word.match(unseen) ?? [];
  const code = codePoint(char);
  return {
    message: {
      ja: `\`${seen}\` の中に目に見えない文字 ${code} があります`,
      en: `there is an invisible character, ${code}, in \`${seen}\``,
    },
    help: { ja: `その文字を消して、\`${seen}\` と打ち直してください`, en: `remove it: type \`${seen}\` anew` },
    fix: seen,
  };
}

function inHalfWidth(folded: string): Bilingual {
  return { ja: `半角で \`${folded}\` と書いてください`, en: `write \`${folded}\` in half-width letters` };
}
