import { diffArrays } from 'diff';

/** A run of a text: the same in both editions, or only in the old or the new one. */
export interface Mark {
  text: string;
  kind: 'same' | 'old' | 'new';
}

/**
 * What differs between two texts, word by word, in the order of a draft with the old words struck out before the new ones. The marks
 * without the new ones are the old text to the letter, and without the old ones the new text.
 */
export function markWords(before: string, after: string): Mark[] {
  if (before === after) return marks([['same', before]]);
  if (before === '' || after === '')
    return marks([
      ['old', before],
      ['new', after],
    ]);
  const runs = diffArrays(wordsIn(before), wordsIn(after)).map(({ value, added, removed }): Mark => {
    return { text: value.join(''), kind: added ? 'new' : removed ? 'old' : 'same' };
  });
  return tidy(runs);
}

/** Made when it is first needed, which takes longer than to use it. */
let segmenter: Intl.Segmenter | undefined;

function wordsIn(text: string): string[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** A lone particle or mark between two changes says nothing: it goes with them, so that a changed phrase is one run. */
function tidy(runs: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  let old = '';
  let young = '';
  const flush = () => {
    result.push(
      ...marks([
        ['old', old],
        ['new', young],
      ]),
    );
    [old, young] = ['', ''];
  };
  for (const [index, { text, kind }] of runs.entries()) {
    if (kind === 'old') old += text;
    else if (kind === 'new') young += text;
    else if ((old || young) && index < runs.length - 1 && isIsland(text)) {
      old += text;
      young += text;
    } else {
      flush();
      result.push(...marks([['same', text]]));
    }
  }
  flush();
  return result;
}

function isIsland(text: string): boolean {
  return /^[\p{Script=Hiragana}\p{P}\s]{1,2}$/u.test(text) && !text.includes('\n');
}

function marks(runs: readonly (readonly [Mark['kind'], string])[]): Mark[] {
  return runs.flatMap(([kind, text]) => (text === '' ? [] : [{ text, kind }]));
}

/** Of several readings of one text, each with other parts marked as of this kind: what is marked in all of them. */
export function markedInAll(text: string, readings: readonly (readonly Mark[])[], kind: 'old' | 'new'): Mark[] {
  const units = text.split('').map((unit) => ({ text: unit, isMarked: true }));
  for (const reading of readings) {
    let at = 0;
    for (const mark of reading) {
      for (const unit of units.slice(at, at + mark.text.length)) unit.isMarked &&= mark.kind === kind;
      at += mark.text.length;
    }
  }
  const found: Mark[] = [];
  for (const { text: unit, isMarked } of units) {
    const last = found.at(-1);
    if (last && (last.kind === kind) === isMarked) last.text += unit;
    else found.push({ text: unit, kind: isMarked ? kind : 'same' });
  }
  return found;
}
