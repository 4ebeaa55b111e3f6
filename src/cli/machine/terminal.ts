import { fstatSync, statSync, writeSync } from 'node:fs';
import { encodeUtf8 } from '../../source/encode-utf8.js';
import type { Terminal } from '../host.js';

/**
 * Standard output or error. Node's own streams take longer to load than a small plan to check, so what is no terminal is written to straight;
 * Windows, and a pipe that is full and does not wait, need the stream.
 */
export function terminal(descriptor: number, makeStream: () => NodeJS.WriteStream): Terminal {
  let made: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => {
    made ??= makeStream().once('error', (error: NodeJS.ErrnoException) => endOfReader(descriptor, error));
    return made;
  };
  return {
    get isTTY() {
      return mayBeTerminal(descriptor) && stream().isTTY === true;
    },
    get columns() {
      return stream().columns;
    },
    write(text) {
      if (made || process.platform === 'win32') stream().write(text);
      else {
        const rest = writeStraight(descriptor, encodeUtf8(text));
        if (rest.length > 0) stream().write(rest);
      }
    },
  };
}

function mayBeTerminal(descriptor: number): boolean {
  if (process.platform === 'win32') return true;
  const stats = fstatSync(descriptor);
  return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null').rdev;
}

/** Gives what could not be written without waiting. */
function writeStraight(descriptor: number, bytes: Uint8Array): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    if (fault.code === 'EAGAIN') return rest;
    endOfReader(descriptor, fault);
  }
  return new Uint8Array();
}

/** A reader that closes early, such as `head`, is no fault. One of messages alone changes nothing of what is done and of its status. */
function endOfReader(descriptor: number, error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  if (descriptor === 1) process.exit(0);
}
