import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { expectFindings } from '../support/expectations.js';
import { planFiles, withPhases } from '../support/plan.js';

const codes = ['stray-spaces', 'invisible-characters'];
const twice = '- 2021: "検討  と  実施"   #~ acknowledged stray-spaces, acknowledged stray-spaces';

describe('an acknowledgement', () => {
  const found = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, codes);

  it('stands for the finding it was written for', () =>
    found('- 2021: "検討  実施"   #~ acknowledged stray-spaces\n  allow: { stray-spaces: 印字のまま }'));
  it('tells of itself where it covers a second one that came in since', () => {
    const { diagnostics } = compile({
      dir: '',
      files: planFiles({ 'section.yaml': withPhases(`${twice}\n  allow: { stray-spaces: 印字のまま }`) }),
    });
    const [told, ...others] = diagnostics.filter(({ acknowledged }) => acknowledged === undefined);
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      code: 'shared-allow',
      severity: 'info',
      message: { en: '`stray-spaces` has 1 reason and acknowledges 2 findings' },
    });
    expect(told?.related.map(({ location: { span } }) => span.file.text.slice(span.start, span.end))).toEqual(['  ', '  ']);
  });
  it('gives each its reason, in a list', () => {
    found(`${twice}\n  allow: { stray-spaces: [印字のまま, 後の空白も印字のまま] }`);
    const { diagnostics } = compile({
      dir: '',
      files: planFiles({ 'section.yaml': withPhases(`${twice}\n  allow: { stray-spaces: [一, 二] }`) }),
    });
    expect(diagnostics.map(({ acknowledged }) => acknowledged)).toEqual(['一 / 二', '一 / 二']);
  });
  it('has lost what it stands for where it has more reasons than there are findings', () => {
    const { diagnostics } = compile({
      dir: '',
      files: planFiles({ 'section.yaml': withPhases('- 2021: "検討  実施"\n  allow: { stray-spaces: [一, 二] }') }),
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['unused-allow', 'stray-spaces']);
  });
  it('needs a reason: an empty list acknowledges nothing', () => {
    const { diagnostics } = compile({
      dir: '',
      files: planFiles({ 'section.yaml': withPhases('- 2021: "検討  実施"\n  allow: { stray-spaces: [] }') }),
    });
    expect(diagnostics.map(({ code, acknowledged }) => [code, acknowledged])).toEqual([['stray-spaces', undefined]]);
  });
  it('is told where it gives no reason and nothing is found', () =>
    expectFindings({ 'section.yaml': withPhases('- 2021: 検討\n  allow: { stray-spaces: [] }   #~ warning unused-allow') }, [
      'stray-spaces',
      'unused-allow',
    ]));
  it.each(['reports', 'checks'])('is held against the findings in %s too', (list) =>
    expectFindings({
      'section.yaml': withPhases('- 2021: 検討'),
      'progress/2021/section.yaml': `fy: 2021\n${list}:\n- on: row\n${list === 'checks' ? '  edition: 令和3年12月\n' : ''}  allow:\n    stray-spaces: 印字のまま   #~ warning unused-allow\n    no-such-rule: なし   #~ warning known-rules\n`,
    }),
  );
  it('counts what is printed once in every year as one', () =>
    found('- { 2021-2023: "検討  実施", each: year, allow: { stray-spaces: 印字のまま } }   #~ acknowledged stray-spaces'));
});
