import type { Location } from '../source/location.js';
import { type Claim, claimsOf } from './claims.js';
import { type DateMention, findDates, mayNameTime } from './dates.js';
import { fold } from './fold.js';
import { ofLast } from './of-last.js';
import type { Phase, PhaseDue, Roadmap } from './roadmap.js';
import { writtenPhasesOf } from './series.js';
import { readingOf, textsWith } from './texts.js';

/** A claim and where it stands. */
export interface LocatedClaim extends Claim {
  location: Location;
}

/** The phases, as they are written, whose text or notes may name a time with a year. */
export const phasesNamingTimes = ofLast((roadmap: Roadmap): readonly Phase[] => {
  const named = new Set<object>(textsWith(roadmap, 'year', 'fiscalYear').map(({ on }) => on));
  // A series is written as one phase, and its notes are those of the first.
  const isNamed = (phase: Phase) =>
    named.has(phase) || (phase.series !== undefined && phase.track.phases.some((one) => one.id === phase.id && named.has(one)));
  return writtenPhasesOf(roadmap).filter(isNamed);
});

/** What the text of a phase and its notes say with times. */
export function claimsOfPhase(roadmap: Roadmap, phase: Phase, names: readonly string[] = []): readonly LocatedClaim[] {
  if (!mayNameTime(phase.corrected ?? phase.text) && !phase.notes.some(({ text }) => mayNameTime(text))) return none;
  if (names.length > 0) return locateClaims(phase, names);
  const known = knownClaims(roadmap);
  const claims = known.get(phase) ?? locateClaims(phase, names);
  known.set(phase, claims);
  return claims;
}

const none: readonly LocatedClaim[] = [];
/** Several rules ask for the claims of a phase. */
const knownClaims = ofLast((_: Roadmap) => new Map<Phase, readonly LocatedClaim[]>());

function locateClaims(phase: Phase, names: readonly string[]): LocatedClaim[] {
  const located: LocatedClaim[] = [];
  for (const of of [readingOf(phase), ...phase.notes])
    for (const claim of claimsOf(of.text, names))
      located.push({ ...claim, location: of.location.slice(claim.mention.index, claim.mention.text) });
  return located;
}

/** Each due date that the texts do not name, with the claim that it was meant for where there is one. */
export function unmatchedDues(phase: Phase, claims: readonly LocatedClaim[]): { due: PhaseDue; claim?: LocatedClaim }[] {
  const taken = new Set<Claim>();
  return phase.dues
    .filter((due) => !isPrinted(due, phase, claims) && !hasFalseTwin(findDates(due.text)[0]))
    .flatMap((due) => {
      const claim = claims.find(
        (one) => (one.promise || one.kind === 'toward') && !taken.has(one) && !phase.dues.some((other) => isSame(other, one.mention)),
      );
      if (!claim) return [{ due }];
      taken.add(claim);
      return hasFalseTwin(claim.mention) ? [] : [{ due, claim }];
    });
}

/** Whether a year has two names that disagree: what it means is then another finding. */
export function hasFalseTwin(mention: DateMention | undefined): boolean {
  return mention?.namesAgree === false;
}

/** Whether the text or a note, the phase's own or one around it, names the time of a due date, or holds its words. */
function isPrinted(due: PhaseDue, phase: Phase, claims: readonly Claim[]): boolean {
  if (claims.some(({ mention }) => isSame(due, mention))) return true;
  const { track } = phase;
  const around = [track, track.measure, track.measure.section].flatMap(({ notes }) => notes.map(({ text }) => text));
  const own = due.from === null ? [phase.text, phase.corrected ?? '', ...phase.notes.map(({ text }) => text)] : [];
  return [...own, ...around].some((text) => fold(text).includes(fold(due.text)));
}

function isSame(due: PhaseDue, mention: DateMention): boolean {
  return due.from === null ? fold(mention.text).startsWith(fold(due.text)) : due.from === mention.from && due.to === mention.to;
}
