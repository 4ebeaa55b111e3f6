import type { Slip } from './slip.js';

/** A line that git puts between the two sides of what it could not merge (git-merge, "How conflicts are presented"). */
const marker = /^(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?: .*)?\r?$\n?/gm;

interface Conflicts {
  slips: Slip[];
  /** Whether it is known of all of them where their second side begins and ends. */
  whole: boolean;
}

/**
 * The places that a merge in git has left open, each told once, where it begins, and where a marker was taken out already, at the first that is
 * left. Which side is right nobody but the author can tell; what is read on is the first.
 */
export function scanConflicts(text: string): Conflicts {
  const slips: Slip[] = [];
  let whole = true;
  /** The conflict that has begun, and where what is left out of it begins. */
  let open: { mends: Slip['mends'][number][]; from: number | undefined } | undefined;
  for (const match of text.matchAll(marker)) {
    const [line, sign = ''] = match;
    const start = match.index;
    const end = start + line.length;
    if (!open || sign === '<<<<<<<') {
      whole &&= !open;
      open = { mends: sign === '<<<<<<<' ? [{ start, end, text: '' }] : [], from: undefined };
      slips.push({
        code: 'conflict-marker',
        start,
        end: start + line.trimEnd().length,
        message: { ja: `gitのマージの印（\`${sign}\`）が残っています`, en: `a conflict marker of git (\`${sign}\`) was left` },
        mends: open.mends,
        guess: true,
      });
    }
    if (sign === '>>>>>>>') {
      whole &&= open.from !== undefined;
      open.mends.push({ start: open.from ?? start, end, text: '' });
      open = undefined;
    } else if (sign !== '<<<<<<<') open.from ??= start;
  }
  return { slips, whole: whole && !open };
}
