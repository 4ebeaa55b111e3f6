/**
 * Remembers what was made of the thing that was asked for last. A `WeakMap` would keep what was made of earlier things, with all that it
 * points to, until the collector has gone through the whole heap: of many plans, one after the other, each would be copied to the old heap.
 */
export function ofLast<K extends object, V>(make: (key: K) => V): (key: K) => V {
  let last: { key: K; made: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, made: make(key) };
    return last.made;
  };
}
