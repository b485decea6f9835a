/** CIM intervals as immutable values that lose nothing (DSP0004 5.2.4). */
import { hasBrand } from "./brand.ts";
import { field } from "./datetime-text.ts";
import { CimError } from "./error.ts";

/** Parts of an interval; each may pass its usual bound, they are added up. */
export interface IntervalParts {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
  readonly microseconds?: number;
}

const intervalText = /^(\d{8}|\*{8})(\d\d|\*\*)(\d\d|\*\*)(\d\d|\*\*)\.(\d{0,6}\*{0,6}):000$/;
const xsdDuration =
  /^P(?:0{1,4}Y)?(?:0{1,4}M)?(?:(\d{1,8})D)?(?:T(?:(\d{1,10})H)?(?:(\d{1,10})M)?(?:(\d{1,10})(?:\.(\d{1,20}))?S)?)?$/;

const microsecondsPerDay = 86_400_000_000n;
const maxDays = 99_999_999n;

/** A length of time, `ddddddddhhmmss.mmmmmm:000` (DSP0004 5.2.4). */
export class CimInterval {
  /** @internal */
  static readonly brand: string = "mof-codegen.CimInterval";

  // Neither #private, so that test runners see it, nor private: the types of two copies are one.
  /** The 25 characters of DSP0004 5.2.4. */
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
    Object.freeze(this);
  }

  /**
   * Whether a value is one, whichever copy of the runtime made it.
   *
   * @param value - Anything.
   */
  static [Symbol.hasInstance](value: unknown): value is CimInterval {
    return hasBrand(value, CimInterval.brand);
  }

  /**
   * Reads a CIM interval of 25 characters, or an `xs:duration` without years
   * and months, whose length is not fixed (DSP0230 8.4).
   *
   * @param text - The text; spaces around it are ignored.
   * @throws CimError `"invalid-parameter"` when it is neither, or out of range.
   */
  static parse(text: string): CimInterval {
    const trimmed = text.trim();
    if (trimmed.length === 25 && intervalText.test(trimmed)) {
      const [hour, minute, second] = [8, 10, 12].map((at) => field(trimmed, at, at + 2) ?? 0);
      if ((hour ?? 0) < 24 && Math.max(minute ?? 0, second ?? 0) < 60) {
        return new CimInterval(trimmed);
      }
    }
    const duration = xsdDuration.exec(trimmed);
    if (duration === null || /[PT]$/.test(trimmed)) {
      throw new CimError("invalid-parameter", `${JSON.stringify(text)} is not a CIM interval`);
    }
    const [, days = "0", hours = "0", minutes = "0", seconds = "0", fraction = ""] = duration;
    const microseconds = BigInt(fraction.slice(0, 6).padEnd(6, "0"));
    const wholeSeconds = (BigInt(hours) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
    return fromMicroseconds(
      BigInt(days) * microsecondsPerDay + wholeSeconds * 1_000_000n + microseconds,
      (canonical) => new CimInterval(canonical),
    );
  }

  /**
   * The sum of the parts.
   *
   * @param parts - Finite numbers; fractions below a microsecond are cut off.
   * @throws CimError `"invalid-parameter"` when the sum is negative, not finite
   *   or has more than 99,999,999 days.
   */
  static from(parts: IntervalParts): CimInterval {
    const {
      days = 0,
      hours = 0,
      minutes = 0,
      seconds = 0,
      milliseconds = 0,
      microseconds = 0,
    } = parts;
    const units: readonly (readonly [number, number])[] = [
      [days, 86_400_000_000],
      [hours, 3_600_000_000],
      [minutes, 60_000_000],
      [seconds, 1_000_000],
      [milliseconds, 1000],
      [microseconds, 1],
    ];
    let sum = 0n;
    for (const [amount, unit] of units) {
      if (!Number.isFinite(amount))
        throw new CimError("invalid-parameter", `${amount} is not a length of time`);
      // Whole and fraction apart: their product could pass 2^53.
      sum += BigInt(Math.trunc(amount)) * BigInt(unit) + BigInt(Math.round((amount % 1) * unit));
    }
    return fromMicroseconds(sum, (canonical) => new CimInterval(canonical));
  }

  /** Whether any position is an asterisk, that is, not stated. */
  get hasWildcards(): boolean {
    return this.text.includes("*");
  }

  /**
   * The whole length in microseconds.
   *
   * @throws CimError `"type-mismatch"` when a field is not stated.
   */
  toMicroseconds(): bigint {
    const text = this.text;
    if (this.hasWildcards)
      throw new CimError("type-mismatch", `${text} does not state one length of time`);
    const minutes = BigInt(text.slice(8, 10)) * 60n + BigInt(text.slice(10, 12));
    const seconds = minutes * 60n + BigInt(text.slice(12, 14));
    return (
      BigInt(text.slice(0, 8)) * microsecondsPerDay +
      seconds * 1_000_000n +
      BigInt(text.slice(15, 21))
    );
  }

  /**
   * The whole length in milliseconds, with a fraction for microseconds.
   *
   * @throws CimError `"type-mismatch"` when a field is not stated.
   */
  toMilliseconds(): number {
    return Number(this.toMicroseconds()) / 1000;
  }

  /** As `xs:duration`; `null` when a field is not stated. */
  toXsd(): string | null {
    if (this.hasWildcards) return null;
    const text = this.text;
    const fraction = text.slice(15, 21) === "000000" ? "" : `.${text.slice(15, 21)}`;
    const [days, hours, minutes, seconds] = [
      text.slice(0, 8),
      text.slice(8, 10),
      text.slice(10, 12),
      text.slice(12, 14),
    ].map((part) => String(Number(part)));
    return `P${days}DT${hours}H${minutes}M${seconds}${fraction}S`;
  }

  /** The 25 characters of DSP0004 5.2.4. */
  toString(): string {
    return this.text;
  }

  /** The same as {@link toString}. */
  toJSON(): string {
    return this.text;
  }

  /**
   * Whether both are written alike.
   *
   * @param other - Anything.
   */
  equals(other: unknown): boolean {
    return other instanceof CimInterval && other.text === this.text;
  }
}

function fromMicroseconds(total: bigint, make: (text: string) => CimInterval): CimInterval {
  const days = total / microsecondsPerDay;
  if (total < 0n || days > maxDays) {
    throw new CimError("invalid-parameter", "a CIM interval has 0 to 99999999 days");
  }
  const pad = (value: bigint, width: number): string => String(value).padStart(width, "0");
  const seconds = (total / 1_000_000n) % 86_400n;
  const clock = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => pad(part, 2));
  return make(`${pad(days, 8)}${clock.join("")}.${pad(total % 1_000_000n, 6)}:000`);
}
