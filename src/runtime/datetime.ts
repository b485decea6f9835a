/**
 * CIM timestamps as immutable values that lose nothing: asterisks,
 * microseconds and the offset all survive (DSP0004 5.2.4).
 */
import { hasBrand } from "./brand.ts";
import { type DateTimeFields, fieldsOf, fromXsd, readFields, xsdZone } from "./datetime-text.ts";
import { CimError } from "./error.ts";
import { CimInterval } from "./interval.ts";

export type { DateTimeFields } from "./datetime-text.ts";

/** A point in time, `yyyymmddhhmmss.mmmmmmsutc` (DSP0004 5.2.4). */
export class CimDateTime {
  /** @internal */
  static readonly brand: string = "mof-codegen.CimDateTime";

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
  static [Symbol.hasInstance](value: unknown): value is CimDateTime {
    return hasBrand(value, CimDateTime.brand);
  }

  /**
   * Reads a CIM timestamp of 25 characters, or an `xs:dateTime`, `xs:date` or
   * `xs:time` (DSP0230 8.4). What the text leaves out becomes asterisks; digits
   * beyond microseconds are cut off.
   *
   * @param text - The text; spaces around it are ignored.
   * @throws CimError `"invalid-parameter"` when it is none of these or names an
   *   impossible date. Month and day zero are let pass, because providers send
   *   them for "never"; {@link toDate} refuses them.
   */
  static parse(text: string): CimDateTime {
    const trimmed = text.trim();
    const value = new CimDateTime(fromXsd(trimmed) ?? trimmed);
    if (readFields(value.text) === null) {
      throw new CimError("invalid-parameter", `${JSON.stringify(text)} is not a CIM datetime`);
    }
    return value;
  }

  /**
   * The same moment in UTC.
   *
   * @param date - A valid date of the years 0 to 9999.
   * @throws CimError `"invalid-parameter"` for any other.
   */
  static from(date: Date): CimDateTime {
    if (Number.isNaN(date.getTime())) {
      throw new CimError("invalid-parameter", "an invalid Date is not a CIM datetime");
    }
    return CimDateTime.parse(date.toISOString());
  }

  /** The fields as numbers. */
  get fields(): DateTimeFields {
    return fieldsOf(this.text);
  }

  /** Whether any position is an asterisk, that is, not stated. */
  get hasWildcards(): boolean {
    return this.text.includes("*");
  }

  /**
   * The moment, to the millisecond.
   *
   * @throws CimError `"type-mismatch"` when a field is not stated or there is no such day.
   */
  toDate(): Date {
    const { year, month, day, hour, minute, second, microsecond, offset } = this.fields;
    if (
      this.hasWildcards ||
      year === null ||
      !month ||
      !day ||
      hour === null ||
      minute === null ||
      second === null ||
      microsecond === null ||
      offset === null
    ) {
      throw new CimError("type-mismatch", `${this.text} does not state one moment`);
    }
    const date = new Date(0);
    // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute - offset, second, Math.floor(microsecond / 1000));
    return date;
  }

  /**
   * As an XML Schema value: `xs:dateTime`, or `xs:date` or `xs:time` when only
   * that half is stated; `null` when none of the three can say it.
   */
  toXsd(): { readonly kind: "Datetime" | "Date" | "Time"; readonly text: string } | null {
    const text = this.text;
    const date = text.slice(0, 8);
    const time = `${text.slice(8, 14)}${text.slice(15, 21)}`;
    const zone = xsdZone(text.slice(21));
    // XML Schema has no month or day zero, which providers send for "never".
    if (zone === null || /^.{4}(?:00|..00)/.test(text)) return null;
    const xsdDay = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
    const fraction = text.slice(15, 21) === "000000" ? "" : `.${text.slice(15, 21)}`;
    const clock = `${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12, 14)}${fraction}`;
    if (!date.includes("*") && !time.includes("*")) {
      return { kind: "Datetime", text: `${xsdDay}T${clock}${zone}` };
    }
    if (!date.includes("*") && time === "*".repeat(12))
      return { kind: "Date", text: `${xsdDay}${zone}` };
    if (date === "*".repeat(8) && !time.includes("*"))
      return { kind: "Time", text: `${clock}${zone}` };
    return null;
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
   * Whether both are written alike. Two that name one moment at different
   * offsets are not; compare their {@link toDate} for that.
   *
   * @param other - Anything.
   */
  equals(other: unknown): boolean {
    return other instanceof CimDateTime && other.text === this.text;
  }
}

/**
 * Reads a value of the CIM type `datetime`, which may be either.
 *
 * @param text - Any form that {@link CimDateTime.parse} or {@link CimInterval.parse} reads.
 * @throws CimError `"invalid-parameter"` when it is neither.
 */
export function parseDateTime(text: string): CimDateTime | CimInterval {
  const trimmed = text.trim();
  const isInterval = trimmed.startsWith("P") || trimmed.charAt(21) === ":";
  return isInterval ? CimInterval.parse(trimmed) : CimDateTime.parse(trimmed);
}
