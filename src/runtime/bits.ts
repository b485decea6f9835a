/** Bit maps: several names in one number (DSP0004 5.6.3.4). */

/** What is generated for a bit map: names, and the number in which only that bit is set. */
export type Bits = Readonly<Record<string, number | bigint>>;

/**
 * Whether all wanted bits are set. Right for the 32nd bit of a `uint32`, which `&` makes
 * negative, and for 64 bits.
 *
 * @param value - The value of a property; null has no bit set.
 * @param wanted - One bit, or several as {@link combineBits} gives them.
 */
export function hasBits(
  value: number | bigint | null | undefined,
  wanted: number | bigint,
): boolean {
  const [mask, bits] = [bitsOf(wanted), bitsOf(value ?? 0)];
  return mask !== undefined && bits !== undefined && (bits & mask) === mask;
}

/** What is no integer has no bits. */
function bitsOf(value: number | bigint): bigint | undefined {
  const isInteger = typeof value === "bigint" || Number.isInteger(value);
  return isInteger ? BigInt.asUintN(64, BigInt(value)) : undefined;
}

/**
 * The names of the bits that are set.
 *
 * @param bits - What is generated for the bit map.
 * @param value - The value of a property; null has no bit set.
 * @returns In the order of the bit map. Bits without a name are not told.
 */
export function namesOfBits<B extends Bits>(
  bits: B,
  value: number | bigint | null | undefined,
): (keyof B & string)[] {
  // As: the keys of B are its names; Object.entries knows them as strings.
  return Object.entries(bits)
    .filter(([, bit]) => hasBits(value, bit))
    .map(([name]) => name as keyof B & string);
}

/**
 * One value in which several bits are set.
 *
 * @param bits - At least one; all numbers, or all bigints.
 */
export function combineBits<V extends number | bigint>(...bits: readonly [V, ...V[]]): V {
  const all = bits.reduce<bigint>((sum, bit) => sum | BigInt(bit), 0n);
  // As: the kind of number is that of what came in.
  return (typeof bits[0] === "bigint" ? all : Number(all)) as V;
}
