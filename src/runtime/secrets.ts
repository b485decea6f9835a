/** Values that must not be seen: passwords among arguments and properties. */
import type { ClassFinder } from "./class-data.ts";
import { CimError } from "./error.ts";
import { redacted } from "./hide.ts";
import type { AnyRequest, AnyResponse, EventData, InstanceData } from "./operations.ts";
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
 * The error for a value that cannot be read: with its place, and for a secret without its text.
 *
 * @param caught - Why it cannot be read.
 * @param cls - The class that declares it; `undefined` when nobody knows.
 * @param name - The property or parameter.
 * @param method - The method of the parameter.
 */
export function unreadable(
  caught: unknown,
  cls: ClassData | undefined,
  name: string,
  method?: string,
): unknown {
  if (!(caught instanceof CimError) || !isSecret(cls ?? nameless.cls, name, method)) {
    return CimError.at(caught, name);
  }
  return new CimError(caught.code, `${name}: ${redacted} is not of its type`);
}

/** Where secrets are looked for: a class, and those that may be embedded in it. */
export interface SecretContext {
  readonly cls: ClassData;
  readonly classOf: ClassFinder;
}

type Values = Readonly<Record<string, CimValue>>;

/**
 * Values with the secret ones hidden, those within embedded instances included.
 *
 * @param context - The class of the values.
 * @param values - Arguments or properties.
 * @param method - The method of the arguments.
 */
function hideSecrets(context: SecretContext, values: Values, method?: string): Values {
  const entries = Object.entries(values).map(([name, value]): [string, CimValue] => [
    name,
    value !== null && isSecret(context.cls, name, method) ? redacted : hideWithin(context, value),
  ]);
  return Object.fromEntries(entries);
}

/** An embedded instance has secrets by its own class as well as by the one around it. */
function hideWithin(context: SecretContext, value: CimValue): CimValue {
  if (Array.isArray(value)) {
    // As: Array.isArray leaves any.
    return (value as readonly CimValue[]).map((member) => hideWithin(context, member));
  }
  if (typeof value !== "object" || value === null || !("properties" in value)) return value;
  const hidden = hideSecrets(context, value.properties);
  const own = context.classOf(value.className);
  return {
    ...value,
    properties: own === undefined ? hidden : hideSecrets({ ...context, cls: own }, hidden),
  };
}

/**
 * A request with its secrets hidden, for logs and recordings.
 *
 * @param request - The request; not changed.
 */
export function withoutSecrets(request: AnyRequest): AnyRequest {
  switch (request.operation) {
    case "invoke":
      return { ...request, input: hideSecrets(request, request.input, request.method) };
    case "create":
    case "modify":
      return { ...request, properties: hideSecrets(request, request.properties) };
    default:
      return request;
  }
}

/**
 * An answer with its secrets hidden; items as they come, by {@link itemWithoutSecrets}.
 *
 * @param request - What was asked.
 * @param response - The answer; not changed.
 */
export function answerWithoutSecrets(request: AnyRequest, response: AnyResponse): AnyResponse {
  if (!("cls" in request)) return response;
  if (response.operation === "get") {
    return { ...response, value: instanceWithoutSecrets(request, response.value) };
  }
  if (response.operation !== "invoke" || request.operation !== "invoke") return response;
  const { out } = response.value;
  return {
    ...response,
    value: { ...response.value, out: hideSecrets(request, out, request.method) },
  };
}

const nameless: SecretContext = {
  cls: { format: 1, name: "", namespace: "" },
  classOf: () => undefined,
};

/**
 * An item of an answer with its secrets hidden.
 *
 * @param request - What was asked.
 * @param item - An instance, an event, or what has no values.
 */
export function itemWithoutSecrets(request: AnyRequest, item: object): object {
  const context = "cls" in request ? { ...nameless, ...request } : nameless;
  // As: an item with properties is an instance, one with an instance an event.
  if ("properties" in item) return instanceWithoutSecrets(context, item as InstanceData);
  if (!("instance" in item)) return item;
  const { instance, ...event } = item as EventData & { readonly kind: "indication" };
  return { ...event, instance: instanceWithoutSecrets(context, instance) };
}

/** By its own class too: it may be of a subclass, or of a class that nobody asked for. */
function instanceWithoutSecrets(context: SecretContext, instance: InstanceData): InstanceData {
  const own = context.classOf(instance.path.className);
  const clear = (values: Values): Values => {
    const hidden = hideSecrets(context, values);
    return own === undefined ? hidden : hideSecrets({ ...context, cls: own }, hidden);
  };
  const { properties, undeclared } = instance;
  return {
    ...instance,
    properties: clear(properties),
    ...(undeclared !== undefined && { undeclared: clear(undeclared) }),
  };
}
