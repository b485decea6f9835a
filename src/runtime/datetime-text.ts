/** The text of timestamps: CIM's own form and those of XML Schema (DSP0004 5.2.4, DSP0230 8.4). */

/** Fields of a timestamp; `null` where the text has asterisks. */
export interface DateTimeFields {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly hour: number | null;
  readonly minute: number | null;
  readonly second: number | null;
  readonly microsecond: number | null;
  /** Minutes east of UTC. */
  readonly offset: number | null;
}

const timestampText =
  /^(\d{4}|\*{4})(\d\d|\*\*)(\d\d|\*\*)(\d\d|\*\*)(\d\d|\*\*)(\d\d|\*\*)\.(\d{0,6}\*{0,6})([+-])(\d{3}|\*{3})$/;
const xsdDateTime =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,20}))?(Z|[+-]\d\d:\d\d)?$/;
const xsdDate = /^(\d{4})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/;
const xsdTime = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,20}))?(Z|[+-]\d\d:\d\d)?$/;

/**
 * The number at a place, `null` when the place holds asterisks.
 *
 * @param text - CIM text.
 * @param from - First position.
 * @param to - Position behind the last.
 */
export function field(text: string, from: number, to: number): number | null {
  const digits = text.slice(from, to);
  return digits.includes("*") ? null : Number(digits);
}

/**
 * The fields of CIM text of 25 characters; `null` when it is no timestamp or names an
 * impossible one. Month and day zero are possible, since providers send them for "never".
 *
 * @param text - The text.
 */
export function readFields(text: string): DateTimeFields | null {
  if (text.length !== 25 || !timestampText.test(text)) return null;
  const fields = fieldsOf(text);
  return isPossible(fields) ? fields : null;
}

/**
 * The fields of a timestamp that is known to be one.
 *
 * @param text - CIM text of 25 characters.
 */
export function fieldsOf(text: string): DateTimeFields {
  const offset = text.slice(22);
  return {
    year: field(text, 0, 4),
    month: field(text, 4, 6),
    day: field(text, 6, 8),
    hour: field(text, 8, 10),
    minute: field(text, 10, 12),
    second: field(text, 12, 14),
    microsecond: field(text, 15, 21),
    offset: offset === "***" ? null : Number(`${text.charAt(21)}${offset}`) + 0,
  };
}

function isPossible(fields: DateTimeFields): boolean {
  const { year, month, day, hour, minute, second, offset } = fields;
  const last = month === null || month === 0 ? 31 : lastDay(year, month);
  return (
    (month ?? 0) <= 12 &&
    (day ?? 0) <= last &&
    (hour ?? 0) < 24 &&
    (minute ?? 0) < 60 &&
    (second ?? 0) < 60 &&
    Math.abs(offset ?? 0) < 1000
  );
}

function lastDay(year: number | null, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year ?? 2000, month, 0);
  return date.getUTCDate();
}

/**
 * `xs:dateTime`, `xs:date` or `xs:time` → CIM text; `undefined` for other text.
 *
 * @param text - The text.
 */
export function fromXsd(text: string): string | undefined {
  const both = xsdDateTime.exec(text);
  if (both !== null) {
    const [, year = "", month = "", day = "", hour = "", minute = "", second = "", fraction, zone] =
      both;
    return `${year}${month}${day}${hour}${minute}${second}.${micro(fraction)}${cimZone(zone)}`;
  }
  const date = xsdDate.exec(text);
  if (date !== null) {
    const [, year = "", month = "", day = "", zone] = date;
    return `${year}${month}${day}******.******${cimZone(zone)}`;
  }
  const time = xsdTime.exec(text);
  if (time === null) return undefined;
  const [, hour = "", minute = "", second = "", fraction, zone] = time;
  return `********${hour}${minute}${second}.${micro(fraction)}${cimZone(zone)}`;
}

function micro(fraction: string | undefined): string {
  return (fraction ?? "").slice(0, 6).padEnd(6, "0");
}

function cimZone(zone: string | undefined): string {
  // A time without zone is local to a server whose zone is not known here.
  if (zone === undefined) return "+***";
  if (zone === "Z") return "+000";
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return `${zone.charAt(0)}${String(minutes).padStart(3, "0")}`;
}

/**
 * Offset of CIM text → time zone of XML Schema; `null` when that cannot say it.
 *
 * @param zone - Sign and three digits or asterisks.
 */
export function xsdZone(zone: string): string | null {
  if (zone === "+***") return "";
  if (zone === "-***") return null;
  if (zone === "+000") return "Z";
  const minutes = Number(zone.slice(1));
  // xs:dateTime ends at 14 hours.
  if (minutes > 840) return null;
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${zone.charAt(0)}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
