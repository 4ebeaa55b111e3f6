import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, section } from '../support/plan.js';

const roadmap = {
  'roadmap/plan.yaml': plan,
  'roadmap/departments.yaml': departments,
  'roadmap/section.yaml': section('- id: m\n  title: 施策\n'),
};

async function build(templates: Record<string, string>) {
  const own = Object.fromEntries(Object.entries(templates).map(([name, text]) => [`own/${name}`, text]));
  const host = memoryHost({ ...roadmap, ...own });
  const status = await call(host, 'build', '--format', 'md', '--templates', 'own', '--out', 'out', '--lang', 'ja');
  return { status, err: host.err, page: host.files.get('out/index.md') };
}

describe('--templates', () => {
  it.each([
    ['markdown/index.hbs', 'a\n{{#each parts}}', 'own/markdown/index.hbs:2: Expecting'],
    ['markdown/_part.hbs', '{{#if a}}\n{{/each}}', "own/markdown/_part.hbs:1: if doesn't match each"],
    ['markdown/index.hbs', '{{> nowhere}}', 'own/markdown/index.hbs: The partial nowhere could not be found'],
    ['markdown/_part.hbs', '{{> nowhere}}', 'own/markdown/_part.hbs: The partial nowhere could not be found'],
    ['markdown/index.hbs', 'a\n{{!-- b \n', 'own/markdown/index.hbs:2: Unrecognized text.'],
    ['markdown/indx.hbs', 'a', '`own/markdown/indx.hbs` は、どのテンプレートも置き換えません'],
    ['index.hbs', 'a', 'のことですか？'],
  ])('tells what is wrong with %s: %s', async (name, text, message) => {
    const { status, err, page } = await build({ [name]: text });
    expect({ status, page }).toEqual({ status: 2, page: undefined });
    expect(err).toContain(message);
    expect(err).not.toContain('内部の誤り');
  });
  it('takes parts of their own, and files that are no templates', async () => {
    const { page } = await build({ 'markdown/index.hbs': '{{> mine}}', 'markdown/_mine.hbs': 'mine', 'README.md': 'how' });
    expect(page).toBe('mine\n');
  });
  it('lay out the index over several plans, too, made with them or afterwards', async () => {
    const other = Object.fromEntries(Object.entries(roadmap).map(([path, text]) => [path.replace('roadmap', 'other'), text]));
    const host = memoryHost({
      ...roadmap,
      ...other,
      'other/plan.yaml': plan.replace('令和3年12月', '令和4年6月'),
      'own/plain/plans.hbs': 'mine: {{title}}',
    });
    const given = ['--templates', 'own', '--out', 'out', '--lang', 'ja'];
    expect(await call(host, 'build', 'roadmap', 'other', '--format', 'csv', ...given), host.err).toBe(0);
    expect(host.files.get('out/index.html')).toMatch(/^mine: /);
    host.files.delete('out/index.html');
    expect(await call(host, 'index', 'out/roadmap', 'out/other', ...given), host.err).toBe(0);
    expect(host.files.get('out/index.html')).toMatch(/^mine: /);
  });
});
