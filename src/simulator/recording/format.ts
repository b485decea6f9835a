/** Exchanges as JSON that a person can read: what was asked, and what came. */
import { CimDateTime, parseDateTime } from "../../runtime/datetime.ts";
import { CimError, type CimErrorDetails } from "../../runtime/error.ts";
import type { CimErrorCode } from "../../runtime/error-code.ts";
import { CimInterval } from "../../runtime/interval.ts";
import type { AnyRequest } from "../../runtime/operations.ts";
import { isReference, pathOf, referenceTo } from "../../runtime/reference.ts";
import { withoutSecrets } from "../../runtime/secrets.ts";
import type { CimValue, InstancePath, KeyValue } from "../../runtime/types.ts";
import { sentenceOf } from "../wsman/fault.ts";

/** A file with exchanges. */
export interface Recording {
  readonly format: 1;
  readonly exchanges: readonly RecordedExchange[];
}

/** What was asked, and one of: the answer, items, an error. */
export interface RecordedExchange {
  readonly request: Json;
  readonly answer?: Json;
  readonly items?: readonly Json[];
  /** Whether the consumer stopped before the end. */
  readonly isPartial?: boolean;
  readonly error?: RecordedError;
}

/** An error as it is recorded. */
export interface RecordedError {
  readonly code: CimErrorCode;
  readonly sentence: string;
  readonly details: Json;
}

/** What JSON can say. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * What a request asks, secrets hidden: the same for requests that ask the same.
 *
 * @param request - The request.
 */
export function requestToJson(request: AnyRequest): Json {
  const shown = withoutSecrets(request);
  const members = Object.entries(shown).flatMap(
    ([name, value]: [string, unknown]): [string, Json][] => {
      if (name === "signal" || name === "timeout" || name === "classOf" || value === undefined)
        return [];
      // As: the class stands for its name.
      if (name === "cls") return [["class", (value as { readonly name: string }).name]];
      return [[name, toJson(value)]];
    },
  );
  return Object.fromEntries(members);
}

/**
 * Any value of an answer as JSON, without loss: what JSON has no form for is marked.
 *
 * @param value - A value, a path, or an object of them.
 */
export function toJson(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "bigint") return { $integer: String(value) };
  if (typeof value === "number") {
    const isPlain = Number.isFinite(value) && !Object.is(value, -0);
    return isPlain ? value : { $real: Object.is(value, -0) ? "-0" : String(value) };
  }
  if (value instanceof CimDateTime || value instanceof CimInterval)
    return { $datetime: value.toString() };
  if (value instanceof Uint8Array) return { $octets: Buffer.from(value).toString("base64") };
  if (isReference(value)) return { $reference: toJson(pathOf(value)) };
  if (Array.isArray(value)) return value.map((member: unknown) => toJson(member));
  if (typeof value !== "object") return null;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [
      escaped(name),
      toJson(member),
    ]),
  );
}

/** A member may be called like one of the marks. */
function escaped(name: string): string {
  return name.startsWith("$") ? `$${name}` : name;
}

/**
 * The value that {@link toJson} wrote.
 *
 * @param json - From a recording.
 * @throws CimError `"configuration"` for what it never writes.
 */
export function fromJson(json: Json): unknown {
  if (typeof json !== "object" || json === null) return json;
  // As: Array.isArray does not narrow a readonly array away.
  if (Array.isArray(json)) return (json as readonly Json[]).map(fromJson);
  const [only, ...others] = Object.entries(json);
  if (only !== undefined && others.length === 0 && /^\$[a-z]/.test(only[0])) {
    return marked(only[0], only[1]);
  }
  return Object.fromEntries(
    Object.entries(json).map(([name, member]) => [
      name.startsWith("$$") ? name.slice(1) : name,
      fromJson(member),
    ]),
  );
}

function marked(mark: string, value: Json): CimValue {
  const text = typeof value === "string" ? value : "";
  switch (mark) {
    case "$integer":
      if (/^-?\d{1,30}$/.test(text)) return BigInt(text);
      break;
    case "$real":
      return text === "-0" ? -0 : Number(text);
    case "$datetime":
      return parseDateTime(text);
    case "$octets":
      return new Uint8Array(Buffer.from(text, "base64"));
    case "$reference":
      return referenceTo(asPath(fromJson(value)));
  }
  throw new CimError("configuration", `a recording has a ${mark} that means nothing`);
}

/**
 * A path as it was recorded.
 *
 * @param value - From {@link fromJson}.
 * @throws CimError `"configuration"` for what is no path.
 */
function asPath(value: unknown): InstancePath {
  if (typeof value === "object" && value !== null && "namespace" in value && "className" in value) {
    const { namespace, className } = value;
    const keys: unknown = "keys" in value ? value.keys : {};
    if (typeof namespace === "string" && typeof className === "string") {
      // As: keys are those that were recorded.
      return { namespace, className, keys: (keys ?? {}) as Readonly<Record<string, KeyValue>> };
    }
  }
  throw new CimError("configuration", "a recording has a path that is none");
}

/**
 * An error as JSON.
 *
 * @param error - The error.
 */
export function errorToJson(error: CimError): RecordedError {
  const { code, ...rest } = Object.fromEntries(Object.entries(error)) as { code: CimErrorCode };
  return { code, sentence: sentenceOf(error), details: toJson(rest) };
}

/**
 * The error that {@link errorToJson} wrote.
 *
 * @param error - From a recording.
 */
export function errorFromJson({ code, sentence, details }: RecordedError): CimError {
  // As: the details are those of an error.
  return new CimError(code, sentence, fromJson(details) as CimErrorDetails);
}
