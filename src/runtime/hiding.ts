/** Keeps the secrets of a call out of its errors: servers quote what they refuse. */
import { CimDateTime } from "./datetime.ts";
import { CimError } from "./error.ts";
import { hider, redacted } from "./hide.ts";
import { type Interceptor, mapErrors } from "./intercept.ts";
import { CimInterval } from "./interval.ts";
import type { AnyRequest } from "./operations.ts";
import { isReference, pathOf } from "./reference.ts";
import { withoutSecrets } from "./secrets.ts";
import type { CimValue } from "./types.ts";

type Values = Readonly<Record<string, CimValue>>;

/** Hides the secrets of a request in whatever fails over it. */
export const hidingSecrets: Interceptor = mapErrors((request, error) => {
  const secrets = secretsIn(request);
  return secrets.length === 0 ? error : CimError.rewrite(error, hider(secrets));
});

/** Texts in a request that are secrets. */
function secretsIn(request: AnyRequest): readonly string[] {
  const hidden = withoutSecrets(request);
  if (hidden === request) return [];
  const texts: string[] = [];
  if (request.operation === "invoke" && hidden.operation === "invoke") {
    gather(request.input, hidden.input, texts);
  } else if ("properties" in request && "properties" in hidden) {
    // As: a request to create or modify, of which properties are values.
    gather(request.properties as Values, hidden.properties as Values, texts);
  }
  return texts;
}

function gather(values: Values, hidden: Values, texts: string[]): void {
  for (const [name, value] of Object.entries(values)) {
    const shown = hidden[name] ?? null;
    if (shown === redacted) texts.push(...textsOf(value));
    else if (isInstance(value) && isInstance(shown))
      gather(value.properties, shown.properties, texts);
    else if (Array.isArray(value) && Array.isArray(shown)) {
      // As: Array.isArray leaves any.
      const members = Object.entries(value as readonly CimValue[]);
      gather(Object.fromEntries(members), Object.fromEntries(Object.entries(shown)), texts);
    }
  }
}

function isInstance(value: CimValue): value is CimValue & { readonly properties: Values } {
  return typeof value === "object" && value !== null && "properties" in value;
}

/** A value as servers may say it back; a truth value tells nothing. */
function textsOf(value: CimValue): readonly string[] {
  if (value === null || typeof value === "boolean") return [];
  if (typeof value !== "object") return [String(value)];
  if (value instanceof CimDateTime || value instanceof CimInterval) return [value.toString()];
  if (value instanceof Uint8Array) return octetTexts(value);
  // As: keys are values.
  if (isReference(value)) return Object.values(pathOf(value).keys as Values).flatMap(textsOf);
  if ("properties" in value) return Object.values(value.properties).flatMap(textsOf);
  return "className" in value ? [] : value.flatMap(textsOf);
}

function octetTexts(octets: Uint8Array): readonly string[] {
  const bytes = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
  const hex = bytes.toString("hex");
  return [bytes.toString("base64"), hex, hex.toUpperCase(), bytes.toString("latin1")];
}
