/** Keeps the secrets of a call out of its errors: servers quote what they refuse, and so do we. */
import { propertyType } from "./class-data.ts";
import { CimDateTime } from "./datetime.ts";
import { CimError } from "./error.ts";
import { hide, redacted } from "./hide.ts";
import { type Interceptor, mapItems } from "./intercept.ts";
import { CimInterval } from "./interval.ts";
import type { AnyRequest } from "./operations.ts";
import { isReference, pathOf } from "./reference.ts";
import { isSecret, type SecretContext, withoutSecrets } from "./secrets.ts";
import type { CimValue } from "./types.ts";

type Values = Readonly<Record<string, CimValue>>;

/** Hides the secrets of a request and of its answer in whatever fails over it. */
export const hidingSecrets: Interceptor = (next) => async (request) => {
  const clear = (error: unknown): unknown => {
    const all = [...secretsIn(request), ...quotedIn(request, error)];
    return all.length === 0 ? error : CimError.rewrite(error, (text) => hide(text, all));
  };
  try {
    const response = await next(request);
    if (!("items" in response)) return response;
    return mapItems(response, async function* (items) {
      try {
        yield* items;
      } catch (error) {
        throw clear(error);
      }
    });
  } catch (error) {
    throw clear(error);
  }
};

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

const refused = /^(?:[^"]*: )?((?:[^:"]+: )+)("(?:[^"\\]|\\.)*") is not a /;

/** What an error quotes because it is not of the type of a secret's place. */
function quotedIn(request: AnyRequest, error: unknown): readonly string[] {
  if (!(error instanceof CimError) || !("cls" in request)) return [];
  const [, places = "", quoted = ""] = refused.exec(error.message) ?? [];
  const names = places.split(": ").filter((name) => name !== "");
  const method = request.operation === "invoke" ? request.method : undefined;
  if (!isSecretPlace(request, names, method)) return [];
  // As: it was written as JSON.
  const text = JSON.parse(quoted) as string;
  return [text.replace(/…$/, "")];
}

/** The names lead from the class inwards, through what is embedded. */
function isSecretPlace(
  context: SecretContext,
  names: readonly string[],
  method: string | undefined,
): boolean {
  let { cls } = context;
  let within = method;
  for (const name of names) {
    if (isSecret(cls, name, within)) return true;
    const type =
      within === undefined ? propertyType(cls, name) : cls.methods?.[within]?.out?.[name];
    const embedded = /^instance ([^[]+)/.exec(type ?? "")?.[1];
    const inner = embedded === undefined ? undefined : context.classOf(embedded);
    if (inner === undefined) continue;
    cls = inner;
    within = undefined;
  }
  return false;
}
