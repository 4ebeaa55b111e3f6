/** The UTF-8 bytes of a text. Half of a surrogate pair is no text; it becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return Buffer.from(text);
}

/**
 * Memory for the bytes of many texts, which is used again when all of them are done with: to touch fresh memory takes the system several times
 * as long as to fill what is there.
 */
export class Utf8Memory {
  readonly #blocks: Buffer[] = [];
  #block = 0;
  #end = 0;

  /** The UTF-8 bytes of a text, or of its pieces one behind the other; they hold until `clear`. */
  encode(text: string | readonly string[]): Uint8Array {
    const pieces = typeof text === 'string' ? [text] : text;
    let units = 0;
    for (const piece of pieces) units += piece.length;
    // No unit of UTF-16 takes more than three bytes.
    const block = this.#blockWith(units * 3);
    const start = this.#end;
    for (const piece of pieces) this.#end += block.write(piece, this.#end);
    return block.subarray(start, this.#end);
  }

  clear(): void {
    this.#block = 0;
    this.#end = 0;
  }

  /** The block with room for so many bytes, from `#end` on. */
  #blockWith(room: number): Buffer {
    for (let block = this.#blocks[this.#block]; block; block = this.#blocks[this.#block]) {
      if (block.length - this.#end >= room) return block;
      this.#block += 1;
      this.#end = 0;
    }
    const block = Buffer.allocUnsafeSlow(Math.max(room, blockSize));
    this.#blocks.push(block);
    return block;
  }
}

/** Bytes. */
const blockSize = 1 << 20;
