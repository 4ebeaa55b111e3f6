import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { plan, withPhases } from '../support/plan.js';

const check = (about: string) =>
  expectFindings({ 'plan.yaml': `${plan}${about}\n`, 'section.yaml': withPhases('- 2021: 検討') }, 'web-addresses');

describe('web-addresses', () => {
  it('finds what is no address of the web', () => {
    check("url: 'javascript:alert(1)'   #~ warning web-addresses");
    check('url: https://   #~ warning web-addresses');
    check('licenceUrl: data:text/html,x   #~ warning web-addresses');
    check('source:\n  title: 出典\n  url: www.example.go.jp   #~ warning web-addresses');
  });
  it('takes addresses of either kind, and none', () => {
    check('url: https://www.example.go.jp/計画?id=1#a\nlicenceUrl: HTTP://example.go.jp');
    check('source: { title: 出典 }');
  });
});
