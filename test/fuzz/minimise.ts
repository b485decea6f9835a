/**
 * A small input with the same fault: halves, then quarters and so on are left out as long
 * as the fault stays.
 */
export async function minimise(
  bytes: Uint8Array,
  mostAttempts: number,
  isFaulty: (smaller: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let smallest = bytes;
  let attempts = 0;
  for (let length = bytes.length >> 1; length > 0; length >>= 1) {
    for (let at = 0; at < smallest.length && attempts < mostAttempts; attempts += 1) {
      const smaller = Buffer.concat([smallest.subarray(0, at), smallest.subarray(at + length)]);
      if (await isFaulty(smaller)) smallest = smaller;
      else at += length;
    }
  }
  return smallest;
}
