import type { Slip } from '../slip.js';

/** A small change that may have made a text wrong, with its mend; of two that mend as much, the one that costs less is likelier. */
export type Candidate = Slip & { cost: number };
