/** Whether a record has no entry, without a list of its keys. */
export function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}
