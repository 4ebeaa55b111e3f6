import type { Bilingual } from '../diagnostics/diagnostic.js';
import { clearMark, isClear, isLine, oneLine, tidy } from './read-text.js';
import { type AnsweredRow, type Column, plain, type Row, rowHash, type Sheet } from './sheet.js';
import type { CellData } from './workbook.js';

/** What stands in a row that came back. */
export interface RowReading extends Pick<AnsweredRow, 'answers'> {
  /** What stood in its open cells. */
  given: Readonly<Record<string, string>>;
  /** Whether the department has answered anything beside what it was sent with, and of what the plan states now. */
  touched: boolean;
  /** Open cells that were sent with something in them and came back blank. */
  emptied: string[];
  /** Open cells that hold what they were sent with. */
  left: string[];
}

/**
 * Reads the cells of a row against what the plan says now; `id` is what the sheet calls it. A row has no answers where it shows other facts
 * than the plan, or where an answer meets another one that was applied since the sheet was made.
 */
export function readRow(
  sheet: Sheet,
  row: Row,
  id: string,
  at: (key: string) => CellData,
  wrongEdition: boolean,
  tell: (key: string, message: Bilingual, help?: Bilingual) => void,
): RowReading {
  return new Reader(sheet, row, id, at, tell).read(wrongEdition);
}

class Reader {
  constructor(
    private readonly sheet: Sheet,
    private readonly row: Row,
    private readonly id: string,
    private readonly at: (key: string) => CellData,
    private readonly tell: (key: string, message: Bilingual, help?: Bilingual) => void,
  ) {}

  /** What stood in the open cells when the sheet was made, where that can be told. */
  #then: Readonly<Record<string, string>> = {};
  /** Whether it answers to other facts than the plan states now. */
  #isOutdated = false;

  read(wrongEdition: boolean): RowReading {
    const { sheet, row, at } = this;
    const given: Record<string, string> = {};
    const current: Record<string, string> = { ...row.values };
    let answers = new Map<string, string | null>();
    const late = new Map<string, () => void>();
    for (const column of sheet.columns) {
      const { key, role } = column;
      if (role === 'answer' && row.open.includes(key)) {
        const { text, struck } = at(key);
        given[key] = tidy(struck ? struck.rest : text);
        current[key] = this.#answer(column, answers, late);
      } else if (role !== 'hash') current[key] = at(key).text;
    }
    this.#then = this.#sentWith(current) ?? {};
    if (!wrongEdition && !this.#isSame(current, answers, late)) answers = new Map();
    else for (const say of late.values()) say();
    const touched = !this.#isOutdated && !this.#isAsSent(current);
    const emptied = row.open.filter((key) => given[key] === '' && (this.#then[key] ?? '') !== '');
    const left = row.open.filter((key) => this.#then[key] === current[key]);
    return { answers, given, touched, emptied, left };
  }

  /** Reads an open cell and gives its text in the plan's form. */
  #answer(column: Column, answers: Map<string, string | null>, late: Map<string, () => void>): string {
    const { row, at } = this;
    const { key } = column;
    const { text, oddity, struck } = at(key);
    const present = row.values[key] ?? '';
    const words = tidy(text);
    if (oddity) {
      this.tell(
        key,
        oddity === 'formula'
          ? { ja: '数式が入っています', en: 'there is a formula' }
          : { ja: `誤りの値 \`${oneLine(text)}\` が入っています`, en: `there is an error value, \`${oneLine(text)}\`` },
        { ja: '数式は読みません。値を書いてください', en: 'formulas are not read: write the value' },
      );
      return words;
    }
    if (struck) {
      this.tell(
        key,
        {
          ja: `取り消し線の付いた語 \`${oneLine(struck.words)}\` があります`,
          en: `there are words that are struck out: \`${oneLine(struck.words)}\``,
        },
        {
          ja: `取り消し線を使わずに、改めた後の文だけを書いてください${column.required ? '' : `。消すときは ${clearMark} と書いてください`}`,
          en: `write the words as they shall be, with nothing struck out${column.required ? '' : `; ${clearMark} clears`}`,
        },
      );
      return tidy(struck.rest);
    }
    if (words === '' || words === tidy(present)) return words === '' ? '' : present;
    if (isLine(words)) {
      if (present !== '') late.set(key, () => this.#tellLine(column, words, present));
      return '';
    }
    if (isClear(words)) {
      if (column.required)
        late.set(key, () =>
          this.tell(
            key,
            { ja: `「${column.header}」は消せません`, en: `「${column.header}」 cannot be cleared` },
            { ja: '項目を削る・加える・移すときは、調整担当に知らせてください', en: 'tell the coordinating office what shall be removed' },
          ),
        );
      else if (present !== '') answers.set(key, null);
      return words;
    }
    const reading = column.read?.(words, row) ?? { value: words };
    if ('fault' in reading) {
      late.set(key, () => this.tell(key, reading.fault, reading.help));
      return words;
    }
    if (reading.value !== present) answers.set(key, reading.value);
    return reading.value;
  }

  #tellLine({ key, required }: Column, words: string, present: string): void {
    const [line, stands] = [oneLine(words), oneLine(present)];
    this.tell(
      key,
      {
        ja: `\`${line}\` だけでは、\`${stands}\` を残すのか消すのか決められません`,
        en: `\`${line}\` alone may leave \`${stands}\` as it is, or clear it`,
      },
      {
        ja: `残すときは元のままにしてください${required ? '' : `。消すときは ${clearMark} と書いてください`}`,
        en: `leave it as it was to keep it${required ? '' : `; ${clearMark} clears`}`,
      },
    );
  }

  /** Whether the row shows what the plan says now; false where its answers must not be used. */
  #isSame(current: Readonly<Record<string, string>>, answers: Map<string, string | null>, late: Map<string, () => void>): boolean {
    const { sheet, row, at } = this;
    const written = tidy(at('hash').text);
    const [shownThen, answersThen] = written.split('-');
    const [shownHere, answersHere] = rowHash(sheet, this.#as(), current).split('-');
    const [shownNow, answersNow] = rowHash(sheet, this.#as(), row.values).split('-');
    if (plain(at('edition').text) !== plain(sheet.plan.edition))
      this.tell(
        'edition',
        { ja: `「版」の欄が \`${oneLine(at('edition').text)}\` になっています（元: \`${sheet.plan.edition}\`）`, en: '「版」 was changed' },
        { ja: '元に戻してください', en: 'put it back' },
      );
    if (!/^[0-9a-f]{10}-[0-9a-f]{10}$/.test(written)) {
      this.tell(
        'hash',
        { ja: '「照合」の欄が書き換えられています', en: '「照合」 was changed' },
        { ja: '元に戻してください', en: 'put it back' },
      );
      return false;
    }
    if (shownThen !== shownNow) {
      // What was answered is what the plan says already: the sheet was applied before.
      if (answers.size === 0 && answersHere !== answersThen) return true;
      this.#isOutdated = true;
      this.#tellChanged(current);
      return false;
    }
    if (shownHere !== shownNow) {
      this.#tellLocked(current);
      return true;
    }
    if (answersHere === answersThen) return answersThen === answersNow;
    if (answersThen === answersNow) return true;
    const then = this.#then;
    for (const key of row.open)
      if (then[key] === current[key]) {
        // It was left as it was sent, and is no answer.
        answers.delete(key);
        late.delete(key);
      }
    const isNew = (key: string) => then[key] !== (row.values[key] ?? '');
    // A figure and its date are one answer.
    const conflicts = [...answers].filter(([key]) => (row.subject.kind === 'kpi' ? row.open.some(isNew) : isNew(key)));
    for (const [key, value] of conflicts) {
      const [applied, here] = [oneLine(row.values[key] ?? ''), oneLine(value ?? clearMark)];
      this.tell(
        key,
        {
          ja: `このシートを作った後に、別の回答が取り込まれています。取り込み済み: \`${applied || '（空欄）'}\`　このシート: \`${here}\``,
          en: `another answer was applied since the sheet was made. Applied: \`${applied}\`. This sheet: \`${here}\``,
        },
        { ja: 'どちらにするか決めて、新しいシートに書いてください', en: 'settle on one of them and write it in a new sheet' },
      );
    }
    return conflicts.length === 0;
  }

  /** Whether its open cells hold what they were sent with; what was emptied is no answer. */
  #isAsSent(current: Readonly<Record<string, string>>): boolean {
    const { sheet, row, at } = this;
    const hashOf = (values: Readonly<Record<string, string>>) => rowHash(sheet, row, values).split('-')[1];
    const sent = tidy(at('hash').text).split('-')[1] ?? hashOf(row.values);
    const filled = Object.fromEntries(Object.entries(current).map(([key, text]) => [key, text || (row.values[key] ?? '')]));
    return hashOf(current) === sent || hashOf(filled) === sent;
  }

  /** The row under the name that the sheet has for it. */
  #as(): Pick<Row, 'id' | 'open'> {
    return { id: this.id, open: this.row.open };
  }

  /**
   * What stood in the open cells when the sheet was made: of each cell what the plan says now, what it holds, nothing, or a value of its list,
   * whichever together have the hash of then. Undefined where a cell was another and both sides have changed it.
   */
  #sentWith(current: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
    const { sheet, row, at } = this;
    const sent = tidy(at('hash').text).split('-')[1];
    const isSent = (values: Readonly<Record<string, string>>) => rowHash(sheet, row, values).split('-')[1] === sent;
    if (isSent(row.values)) return row.values;
    if (isSent(current)) return current;
    let all: Record<string, string>[] = [{}];
    for (const key of row.open) {
      const choices = sheet.columns.find((column) => column.key === key)?.choices ?? [];
      const values = [...new Set(['', current[key] ?? '', row.values[key] ?? '', ...choices])];
      all = all.flatMap((some) => values.map((value) => ({ ...some, [key]: value })));
    }
    return all.find(isSent);
  }

  #differing(current: Readonly<Record<string, string>>): Column[] {
    const { sheet, row } = this;
    return sheet.columns.filter(
      ({ key, role }) =>
        (role === 'shown' || (role === 'answer' && !row.open.includes(key))) && plain(current[key] ?? '') !== plain(row.values[key] ?? ''),
    );
  }

  #tellChanged(current: Readonly<Record<string, string>>): void {
    const columns = this.#differing(current);
    const cure = this.row.open.every((key) => this.#then[key] === current[key])
      ? {
          ja: 'この行に回答はありません。指摘を書き込んだ写し（`--mark`）には今の記載が入り、そのまま取り込めます',
          en: 'the row has no answer: the marked copy (`--mark`) holds what it says now, and can be applied as it is',
        }
      : { ja: '今の記載を確かめて、新しいシートで回答してください', en: 'read what it says now, and answer in a new sheet' };
    for (const { key, header } of columns) {
      const [then, now] = [oneLine(current[key] ?? '') || '（空欄）', oneLine(this.row.values[key] ?? '') || '（空欄）'];
      this.tell(
        key,
        {
          ja: `シートを作った後に項目が変わっています（${header}）。シート: \`${then}\`　今の計画: \`${now}\``,
          en: `the item has changed since the sheet was made (${header}). Sheet: \`${then}\`. Plan: \`${now}\``,
        },
        cure,
      );
    }
    if (columns.length === 0)
      this.tell('hash', { ja: '「照合」の欄が、この行のものではありません', en: '「照合」 is not that of this row' }, cure);
  }

  #tellLocked(current: Readonly<Record<string, string>>): void {
    for (const { key, header, role } of this.#differing(current)) {
      const there = oneLine(current[key] ?? '') || '（空欄）';
      if (role === 'answer')
        this.tell(
          key,
          { ja: `この行では「${header}」に回答できません（\`${there}\`）`, en: `「${header}」 is not asked in this row (\`${there}\`)` },
          { ja: '消して、白い欄に書いてください', en: 'remove it, and write in a white cell' },
        );
      else
        this.tell(
          key,
          {
            ja: `見るだけの欄「${header}」が \`${there}\` に変わっています（元: \`${oneLine(this.row.values[key] ?? '') || '（空欄）'}\`）`,
            en: `the locked cell 「${header}」 was changed to \`${there}\` (it was \`${oneLine(this.row.values[key] ?? '')}\`)`,
          },
          { ja: '元に戻してください', en: 'put it back' },
        );
    }
  }
}
