import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'garbled-text');

describe('garbled-text', () => {
  it('finds UTF-8 that was read as Shift_JIS, once in a text', () =>
    check('- 2021: 隴ｦ蟇滓･ｭ蜍吶・繝・ず繧ｿ繝ｫ蛹・   #~ warning garbled-text'));
  it('finds UTF-8 that was read as Latin-1, and tells nothing more of its characters', () =>
    check('- 2021: è\u00AD¦å¯Ÿæ¥\u00ADå‹™ã®ãƒ‡ã‚¸ã‚¿ãƒ«åŒ–   #~ warning garbled-text'));
  it('finds a character that was lost', () => check('- 2021: 警\uFFFD業務の整備   #~ warning garbled-text'));
  it('takes the characters by themselves', () => check('- 2021: 縺れた糸と繧繝縁\n- 2022-: São Paulo、ã'));
});
