/** The smallest and the largest value of the integer types (DSP0004 5.2.2). */
export interface IntegerRange {
  readonly type: string;
  readonly smallest: bigint;
  readonly largest: bigint;
  readonly bits: number;
}

const RANGES: ReadonlyMap<string, IntegerRange> = new Map(
  [8, 16, 32, 64].flatMap((bits): [string, IntegerRange][] => {
    const size = 1n << BigInt(bits);
    return [
      [`uint${bits}`, { type: `uint${bits}`, smallest: 0n, largest: size - 1n, bits }],
      [`sint${bits}`, { type: `sint${bits}`, smallest: -size / 2n, largest: size / 2n - 1n, bits }],
    ];
  }),
);

/** The range of a type by its name in lower case, if it is an integer type. */
export function integerRange(type: string): IntegerRange | undefined {
  return RANGES.get(type);
}
