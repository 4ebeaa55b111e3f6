import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { checks } from './checks.js';

interface Explained {
  code: keyof typeof checks;
  /** The offsets to blame, where they differ from the parser's. */
  start?: number;
  end?: number;
  extra?: Partial<Diagnostic>;
}

/** The parser's error in the author's words. */
export function explainSyntax(text: string, code: string, message: string, offset: number): Explained {
  if (code === 'TAB_AS_INDENT' || (code === 'BAD_INDENT' && /tab/i.test(message))) {
    const lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    const tab = text.indexOf('\t', lineStart);
    const start = tab < 0 ? offset : tab;
    return { code: 'yaml-tab', start, end: start + 1 };
  }
  if (code === 'OPEN_QUOTE') {
    const message = { ja: `引用符 \`${text[offset]}\` が閉じていません`, en: `the quote \`${text[offset]}\` is not closed` };
    const help = { ja: '終わりにも同じ引用符を書くか、余分なら消してください', en: 'write the same one at the end too, or remove it' };
    return { code: 'unclosed-quote', start: offset, end: offset + 1, extra: { message, help } };
  }
  const words = explanations[code];
  return { code: 'yaml-syntax', ...(words && { extra: words }) };
}

type Words = Pick<Diagnostic, 'message'> & Partial<Pick<Diagnostic, 'help'>>;

const explanations: Record<string, Words> = {
  BAD_INDENT: {
    message: { ja: '字下げがそろっていません', en: 'the indentation does not line up' },
    help: {
      ja: '同じ並びの行と同じ深さにそろえてください（1段は半角空白2つ）',
      en: 'line it up with its neighbours; one level is two spaces',
    },
  },
  END_OF_LIST: {
    message: {
      ja: 'この行が字下げなしで始まるので、並びがここで終わってしまいます',
      en: 'this line is not indented, and so ends the list around it',
    },
    help: {
      ja: '前後の行と字下げをそろえ、行の頭に余分な字（番号や記号）があれば消してください',
      en: 'indent it as its neighbours, and remove what stands before it that does not belong there, such as a number or a sign',
    },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: { ja: '1行に「キー: 値」が二つあるように読めます', en: 'this reads as two `key: value` on one line' },
    help: { ja: '文の中に半角の「: 」があるときは、文全体を "…" で囲んでください', en: 'quote a text that has `: ` in it' },
  },
  MULTILINE_IMPLICIT_KEY: {
    message: { ja: 'キーの後にコロンがないまま次の行に続いています', en: 'a key runs on to the next line without a colon' },
    help: {
      ja: '「キー: 値」の形か、コロンと空白が半角かを確かめてください',
      en: 'check the form `key: value`, and that colon and space are half-width',
    },
  },
  MISSING_CHAR: {
    message: {
      ja: '閉じる記号（引用符やかっこ）かコロンの後の空白が足りません',
      en: 'a closing quote or bracket, or the space behind a colon, is missing',
    },
  },
  UNEXPECTED_TOKEN: { message: { ja: 'ここに来てはいけない記号があります', en: 'there is a sign that does not belong here' } },
  BAD_SCALAR_START: {
    message: { ja: 'この記号で始まる文はそのままでは書けません', en: 'a text cannot begin with this sign' },
    help: { ja: '文全体を "…" で囲んでください', en: 'quote the whole text' },
  },
  BAD_DQ_ESCAPE: {
    message: { ja: '"…" の中の \\ の使い方が正しくありません', en: 'there is a wrong \\ inside "…"' },
    help: { ja: "\\ をそのまま書くときは '…' で囲んでください", en: "use '…' to keep a \\ as it is" },
  },
};
