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
  let needsStream = process.platform === 'win32';
  const stream = (): NodeJS.WriteStream => {
    made ??= makeStream().on('error', (error: NodeJS.ErrnoException) => {
      const fault = faultOf(descriptor, error);
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
    write(text) {
      if (!needsStream) {
        const rest = writeStraight(descriptor, encodeUtf8(text));
        if (rest.length === 0) return;
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

/** Gives what could not be written without waiting. */
function writeStraight(descriptor: number, bytes: Uint8Array): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return rest;
    const fault = faultOf(descriptor, error as NodeJS.ErrnoException);
    if (fault) throw fault;
  }
  return new Uint8Array();
}

/**
 * A reader that closes early, such as `head`, is no fault. One of messages alone, for which there is no other place, changes nothing of what is
 * done and of its status.
 */
function faultOf(descriptor: number, error: NodeJS.ErrnoException): CallError | undefined {
  if (descriptor !== 1) return undefined;
  if (error.code === 'EPIPE') process.exit(0);
  return outputFault(error);
}
