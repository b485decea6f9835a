import { suggest } from "../../diagnostics/index.ts";
import { findMethod, findProperty, type CimClass, type Schema } from "../../model/index.ts";
import type { Explanation } from "./explanation.ts";
import { classFacts, methodFacts, propertyFacts } from "./facts.ts";

/** What a topic means in a schema, or a sentence that says why it means nothing. */
export type Answer = Explanation | string;

/** Looks up `Class` or `Class.Member`, with a namespace and `:` in front if it is to count. */
export function findTopic(topic: string, schema: Schema): Answer {
  const colon = topic.lastIndexOf(":");
  const namespace = colon < 0 ? undefined : namespaceOf(topic.slice(0, colon));
  const [className = "", ...behind] = topic.slice(colon + 1).split(".");
  const known = schema.classes.filter(
    (each) => namespace === undefined || each.namespace.toLowerCase() === namespace,
  );
  const cls = known.find(({ name }) => name.toLowerCase() === className.toLowerCase());
  if (!cls) return unknownClass(className, known, namespace);
  if (behind.length === 0) return classFacts(cls, schema);
  const name = behind.join(".");
  const method = findMethod(cls, name);
  if (method) return methodFacts(cls, method);
  const property = findProperty(cls, name);
  return property ? propertyFacts(cls, property) : unknownMember(cls, name);
}

/** As the schema has it: with slashes, without a host, in lower case. */
function namespaceOf(text: string): string {
  const slashes = text.replace(/[\\/]+/g, "/").toLowerCase();
  const host = /^[\\/]{2}/.test(text) ? /^\/[^/]*\// : /^\//;
  return slashes.replace(host, "").replace(/\/$/, "");
}

function unknownClass(
  name: string,
  known: readonly CimClass[],
  namespace: string | undefined,
): string {
  const where = namespace === undefined ? "no source declares" : `${namespace} has no class`;
  const sentence = `${where} ${name}`;
  const owners = known.filter((cls) => ownMember(cls, name)).slice(0, 3);
  if (owners.length > 0) {
    const members = owners.map((cls) => `${cls.name}.${ownMember(cls, name) ?? name}`);
    return `${sentence}. Did you mean ${members.join(" or ")}?`;
  }
  return (
    sentence +
    question(
      name,
      known.map((cls) => cls.name),
    )
  );
}

function ownMember(cls: CimClass, name: string): string | undefined {
  const key = name.toLowerCase();
  const own = [...cls.ownMethods, ...cls.ownProperties];
  return own.find((each) => each.name.toLowerCase() === key)?.name;
}

function unknownMember(cls: CimClass, name: string): string {
  const members = [...cls.methods, ...cls.properties].map((member) => member.name);
  return `${cls.name} has no member ${name}${question(name, members)}`;
}

/** Case makes no difference to what was meant. */
function question(name: string, known: readonly string[]): string {
  const spelled = new Map(known.map((each) => [each.toLowerCase(), each]));
  const meant = suggest(name.toLowerCase(), [...spelled.keys()]);
  return meant === undefined ? "" : `. Did you mean ${spelled.get(meant) ?? meant}?`;
}
