import { fstatSync, statSync, writeSync } from 'node:fs';
import { encodeUtf8 } from '../../source/encode-utf8.js';
import type { CallError, Terminal } from '../host.js';
import { outputFault } from './faults.js';

/**
 * Standard output or error. Node's own streams take longer to load than a small plan to check, so what is no terminal is written to straight;
 * Windows, and a pipe that is full and does not wait, need the stream.
 */
export function terminal(descriptor: number, makeStream: () => NodeJS.WriteStream): Terminal {
  let made: NodeJS.WriteStream | undefined;
  let isClosed = false;
  let needsStream = process.platform === 'win32';
  const stream = (): NodeJS.WriteStream => {
    made ??= makeStream().on('error', (error: NodeJS.ErrnoException) => {
      const fault = faultOf(descriptor, error);
      isClosed ||= fault === undefined;
      if (!fault) return;
      self.tellFault?.(fault);
      process.exit(2);
    });
    return made;
  };
  const self: Terminal = {
    get isTTY() {
      if (!mayBeTerminal(descriptor) || !stream().isTTY) return false;
      needsStream = true;
      return true;
    },
    get columns() {
      return stream().columns;
    },
    get isClosed() {
      return isClosed;
    },
    write(text) {
      if (isClosed) return;
      if (!needsStream) {
        const rest = writeStraight(descriptor, encodeUtf8(text));
        isClosed = rest === undefined;
        if (!rest?.length) return;
        needsStream = true;
        stream().write(rest);
      } else stream().write(text);
    },
  };
  return self;
}

function mayBeTerminal(descriptor: number): boolean {
  if (process.platform === 'win32') return true;
  const stats = fstatSync(descriptor);
  return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null').rdev;
}

/** Gives what could not be written without waiting; undefined where nobody reads. */
function writeStraight(descriptor: number, bytes: Uint8Array): Uint8Array | undefined {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return rest;
    const fault = faultOf(descriptor, error as NodeJS.ErrnoException);
    if (fault) throw fault;
    return undefined;
  }
  return rest;
}

/**
 * A reader that closes early, such as `head`, is no fault, nor are messages that cannot be written, for which there is no other place: neither
 * changes anything of what is done and of its status.
 */
function faultOf(descriptor: number, error: NodeJS.ErrnoException): CallError | undefined {
  return descriptor !== 1 || error.code === 'EPIPE' ? undefined : outputFault(error);
}
