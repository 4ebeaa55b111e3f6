import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'look-alike-characters');

describe('look-alike-characters', () => {
  it('finds radicals', () => check('- 2021: ⾏政手続の見直し   #~ warning look-alike-characters'));
  it('finds other lines for ー in katakana', () =>
    check(
      '- 2021: サ－ビスの提供   #~ warning look-alike-characters\n- 2022: デ一タの連携   #~ warning look-alike-characters\n- 2023-: サーバ-の整備   #~ warning look-alike-characters',
    ));
  it('finds ー between letters, and kanji in katakana', () =>
    check(
      '- 2021: G7ー2023   #~ warning look-alike-characters\n- 2022: コン二プラザ   #~ warning look-alike-characters\n- 2023-: エ程の見直し   #~ warning look-alike-characters',
    ));
  it.each([
    '二ーズの把握',
    '住民の二ーズ',
    '口ーカル5Gの整備',
    '力イドラインの策定',
    '「力ード」の交付',
    '夕ーミナルの更新',
    '卜レーサビリティの確保',
    'マイナポータルヘの接続',
    '自治体ヘの支援',
  ])('finds a look-alike at the edge of a word: %s', (text) => check(`- 2021-: ${text}   #~ warning look-alike-characters`));
  it('takes kanji before katakana, and ヘ in a word', () =>
    check('- 2021: 二カ国、口コミ、原子力イノベーション、読む力アップ、夕ダイヤ、入力フォーム、工程、エの\n- 2022-: ヘルスケアへの活用'));
  it('finds the rarer of 〜 and ～', () =>
    check('- 2021: 令和3年～\n- 2022: 令和4年～\n- 2023-: 令和5年〜   #~ warning look-alike-characters'));
  it('takes one of the two, and lines that are meant', () =>
    check('- 2021: 令和3年〜令和4年のサービス\n- 2022: COVID-19とBtoB-EDI、データ一元化、一カ所、アトリエ事業、ロボット−人の協働'));
});
