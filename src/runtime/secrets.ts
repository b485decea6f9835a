/** Values that must not be seen: passwords among arguments and properties. */
import { CimError } from "./error.ts";
import { hide, redacted } from "./hide.ts";
import type { Interceptor } from "./intercept.ts";
import type { AnyRequest, AnyResponse } from "./operations.ts";
import type { CimValue, ClassData } from "./types.ts";

/**
 * Names that say what they hold. `PasswordLength` or `TokenCount` would be hidden as well: too
 * much is better than too little.
 */
const telling =
  /pass(?:word|wd|phrase|code)|(?:^|_)pwd|pwd$|secret|credential|private_?key|api_?key|access_?key|(?:^|_)pin$|token/i;

/**
 * Whether a property or parameter holds a secret: by its name, or because the schema says so.
 *
 * @param cls - The class.
 * @param name - The property or parameter.
 * @param method - The method of the parameter.
 */
function isSecret(cls: ClassData, name: string, method?: string): boolean {
  const place = method === undefined ? name : `${method}.${name}`;
  return telling.test(name) || cls.sensitive?.includes(place) === true;
}

/**
 * Values with the secret ones hidden, those within embedded instances included.
 *
 * @param cls - The class.
 * @param values - Arguments or properties.
 * @param method - The method of the arguments.
 */
export function hideSecrets(
  cls: ClassData,
  values: Readonly<Record<string, CimValue>>,
  method?: string,
): Readonly<Record<string, CimValue>> {
  const entries = Object.entries(values).map(([name, value]): [string, CimValue] => [
    name,
    value !== null && isSecret(cls, name, method) ? redacted : hideWithin(cls, value),
  ]);
  return Object.fromEntries(entries);
}

function hideWithin(cls: ClassData, value: CimValue): CimValue {
  if (Array.isArray(value)) {
    // As: Array.isArray leaves any.
    return (value as readonly CimValue[]).map((member) => hideWithin(cls, member));
  }
  if (typeof value !== "object" || value === null || !("properties" in value)) return value;
  return { ...value, properties: hideSecrets(cls, value.properties) };
}

/**
 * A request with its secrets hidden, for logs and recordings.
 *
 * @param request - The request; not changed.
 */
export function withoutSecrets(request: AnyRequest): AnyRequest {
  switch (request.operation) {
    case "invoke":
      return { ...request, input: hideSecrets(request.cls, request.input, request.method) };
    case "create":
    case "modify":
      return { ...request, properties: hideSecrets(request.cls, request.properties) };
    default:
      return request;
  }
}

/**
 * An answer with its secrets hidden; items as they come.
 *
 * @param request - What was asked.
 * @param response - The answer; not changed.
 */
export function answerWithoutSecrets(request: AnyRequest, response: AnyResponse): AnyResponse {
  if (!("cls" in request)) return response;
  const { cls } = request;
  if (response.operation === "get") {
    const { properties } = response.value;
    return { ...response, value: { ...response.value, properties: hideSecrets(cls, properties) } };
  }
  if (response.operation !== "invoke" || request.operation !== "invoke") return response;
  const { out } = response.value;
  return { ...response, value: { ...response.value, out: hideSecrets(cls, out, request.method) } };
}

/** Shorter ones stand in every second sentence by chance. */
const leastLength = 3;

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
  return texts.filter(({ length }) => length >= leastLength);
}

type Values = Readonly<Record<string, CimValue>>;

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

function textsOf(value: CimValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) {
    // As: Array.isArray leaves any.
    return (value as readonly CimValue[]).flatMap(textsOf);
  }
  return [];
}

/** Hides the secrets of a request in whatever fails over it: servers quote what they refuse. */
export const hidingSecrets: Interceptor = (next) => async (request) => {
  const secrets = secretsIn(request);
  if (secrets.length === 0) return next(request);
  try {
    return await next(request);
  } catch (error) {
    throw CimError.rewrite(error, (text) => hide(text, secrets, leastLength));
  }
};
