import type { GridGroup, GridRemark } from '../../report/document.js';
import { siteWordsOf } from '../../report/site/site-words.js';
import type { Told } from '../../report/told.js';
import { wordsOf } from '../../report/words.js';
import type { Lang } from '../../source/lang.js';

/** What is told of an item on demand. */
interface OnDemand {
  corrected?: string | undefined;
  /** Why it has its period, and why it stands where it does. */
  period?: string | undefined;
  place?: string | undefined;
  variants?: GridGroup['variants'];
  history: readonly Told[];
}

/** Why an item is read as it is, what it belongs to and what it was; `why` and `about` are the labels of what is there of the first two. */
export interface Reading extends OnDemand {
  why?: string | undefined;
  about?: string | undefined;
  /** What was acknowledged of it, contradictions among them. */
  reasons: readonly GridRemark[];
  relations: readonly GridRemark[];
}

export function readingView(told: OnDemand, remarks: readonly GridRemark[], lang: Lang): Reading {
  const reasons = remarks.length > 0 ? remarks.filter(isReason) : remarks;
  const relations = reasons.length < remarks.length ? remarks.filter((remark) => !isReason(remark)) : [];
  return {
    corrected: told.corrected,
    period: told.period,
    place: told.place,
    variants: told.variants ?? [],
    history: told.history,
    why: whyOf(told, reasons, lang),
    about: aboutOf(relations, lang),
    reasons,
    relations,
  };
}

/** Of a measure. */
export function groupReading({ corrected, judged, variants, history, remarks }: GridGroup, lang: Lang): Reading {
  return readingView({ corrected, place: judged, variants, history }, remarks, lang);
}

function isReason({ kind }: GridRemark): boolean {
  return kind === 'contradiction' || kind === 'acknowledged';
}

/** What weighs most names it. */
function whyOf({ corrected, period, place, variants }: OnDemand, reasons: readonly GridRemark[], lang: Lang): string | undefined {
  if (corrected) return siteWordsOf(lang).correction;
  if (reasons.some(({ kind }) => kind === 'contradiction')) return wordsOf(lang).contradiction;
  if (reasons.length > 0) return wordsOf(lang).acknowledged;
  if (period || place) return wordsOf(lang).judged;
  return variants && variants.length > 0 ? siteWordsOf(lang).printedAs : undefined;
}

function aboutOf(relations: readonly GridRemark[], lang: Lang): string | undefined {
  if (relations.length === 0) return undefined;
  const words = siteWordsOf(lang);
  return relations.every(({ kind }) => kind === 'number') ? words.numbers : words.about;
}
