/** Intrinsic operations (DSP0200 5.3 and 5.4): requests → what the server does. */
import { propertyType } from "../../runtime/class-data.ts";
import { decodeValue } from "../../runtime/cimxml/decode.ts";
import { instanceNameNode, readPath } from "../../runtime/cimxml/path.ts";
import { CimError } from "../../runtime/error.ts";
import type { InstanceData, QueryLanguage } from "../../runtime/operations.ts";
import type { CimValue, ClassData } from "../../runtime/types.ts";
import { attribute, child, type XmlElement } from "../../runtime/xml/parse.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import type { LoggedOperation, Parts } from "../parts.ts";
import { classNode, qualifierDeclarationNode } from "../write-class.ts";
import { classesIn } from "../wsman/target.ts";
import {
  className,
  isTrue,
  type Message,
  requireClassName,
  requirePath,
  text,
  texts,
} from "./request.ts";
import { instanceNode, instancePathNode } from "./respond.ts";

/** What an operation answers: items that may be pulled, or all that it has to say. */
export type Found = AsyncIterable<XmlNode> | Promise<readonly XmlNode[]>;

/** An intrinsic operation: what it is called in the log, and what it does. */
export interface Intrinsic {
  readonly operation: LoggedOperation;
  readonly perform: (message: Message, parts: Parts) => Found;
  /** Whether what it gives is pulled. */
  readonly isOpen?: boolean;
}

type Form = (instance: InstanceData, parts: Parts) => XmlNode;

const named: Form = (instance, { store }) =>
  xml("VALUE.NAMEDINSTANCE", {}, [instanceNameNode(instance.path), instanceNode(instance, store)]);
const withPath: Form = (instance, { store }) =>
  xml("VALUE.INSTANCEWITHPATH", {}, [
    instancePathNode(instance.path),
    instanceNode(instance, store),
  ]);
const object: Form = (instance, { store }) =>
  xml("VALUE.OBJECTWITHPATH", {}, [instancePathNode(instance.path), instanceNode(instance, store)]);
const bare: Form = (instance, { store }) => instanceNode(instance, store);
const nameOnly: Form = ({ path }) => instanceNameNode(path);
const pathOnly: Form = ({ path }) => instancePathNode(path);
const objectPath: Form = ({ path }) => xml("OBJECTPATH", {}, [instancePathNode(path)]);

async function* shaped(
  items: AsyncIterable<InstanceData>,
  form: Form,
  parts: Parts,
): AsyncGenerator<XmlNode> {
  for await (const item of items) yield form(item, parts);
}

function scope(cls: ClassData): {
  readonly cls: ClassData;
  readonly namespace: string;
  readonly classOf: () => undefined;
} {
  return { cls, namespace: cls.namespace, classOf: () => undefined };
}

function classIn(message: Message, { store }: Parts, name: string): ClassData {
  return store.classOf(name, message.namespace);
}

function enumerate(form: Form): Intrinsic["perform"] {
  return (message, parts) => {
    const cls = classIn(message, parts, requireClassName(message, "ClassName"));
    const properties = texts(message, "PropertyList");
    const items = parts.operations.enumerate({
      operation: "enumerate",
      ...scope(cls),
      ...(properties !== undefined && { properties }),
    });
    return shaped(items, form, parts);
  };
}

function query(form: Form, languageName: string, queryName: string): Intrinsic["perform"] {
  return (message, parts) => {
    const language = languageOf(text(message, languageName) ?? "");
    const wanted = text(message, queryName) ?? "";
    const cls: ClassData = { format: 1, name: "", namespace: message.namespace };
    const items = parts.operations.query({
      operation: "query",
      ...scope(cls),
      language,
      query: wanted,
    });
    return shaped(items, form, parts);
  };
}

function languageOf(name: string): QueryLanguage {
  const language = /^WQL$/i.test(name)
    ? "WQL"
    : /^(?:DMTF:|CIM:)?CQL$/i.test(name)
      ? "CQL"
      : undefined;
  if (language !== undefined) return language;
  throw new CimError("query-language-not-supported", "the query language is not supported");
}

function follow(
  kind: "associators" | "references",
  form: Form,
  target: string,
): Intrinsic["perform"] {
  return (message, parts) => {
    const path = typedPath(message, parts, target);
    const cls = parts.store.classOf(path.className, path.namespace);
    const role = text(message, "Role");
    const result = className(message, "ResultClass");
    const association = className(message, "AssocClass");
    const resultRole = text(message, "ResultRole");
    const common = {
      ...scope(cls),
      path,
      ...(role !== undefined && { role }),
      ...(result !== undefined && { result }),
    };
    const items =
      kind === "references"
        ? parts.operations.references({ operation: kind, ...common })
        : parts.operations.associators({
            operation: kind,
            ...common,
            ...(association !== undefined && { association }),
            ...(resultRole !== undefined && { resultRole }),
          });
    return shaped(items, form, parts);
  };
}

function typedPath(message: Message, { store }: Parts, parameter: string): InstanceData["path"] {
  const path = requirePath(message, parameter);
  const cls = store.classOf(path.className, path.namespace);
  const known = Object.keys(path.keys).find(
    (name) => !cls.keys?.some((key) => key.toLowerCase() === name.toLowerCase()),
  );
  if (known !== undefined) {
    throw new CimError("invalid-parameter", `${known} is no key`, { className: cls.name });
  }
  return { ...path, className: cls.name };
}

async function get(message: Message, parts: Parts): Promise<readonly XmlNode[]> {
  const path = typedPath(message, parts, "InstanceName");
  const cls = parts.store.classOf(path.className, path.namespace);
  const properties = texts(message, "PropertyList");
  const instance = await parts.operations.get({
    operation: "get",
    ...scope(cls),
    path,
    ...(properties !== undefined && { properties }),
  });
  return [instanceNode(instance, parts.store)];
}

async function create(message: Message, parts: Parts): Promise<readonly XmlNode[]> {
  const instance = child(message.parameters.get("newinstance"), "INSTANCE");
  if (instance === undefined) {
    throw new CimError("invalid-parameter", "the parameter NewInstance is missing");
  }
  const cls = classIn(message, parts, attribute(instance, "CLASSNAME") ?? "");
  const properties = readProperties(instance, cls, parts);
  const path = await parts.operations.create({ operation: "create", ...scope(cls), properties });
  return [instanceNameNode(path)];
}

async function modify(message: Message, parts: Parts): Promise<readonly XmlNode[]> {
  const named = child(message.parameters.get("modifiedinstance"), "VALUE.NAMEDINSTANCE");
  const name = child(named, "INSTANCENAME");
  const instance = child(named, "INSTANCE");
  if (name === undefined || instance === undefined) {
    throw new CimError("invalid-parameter", "the parameter ModifiedInstance is missing");
  }
  const path = readPath(name, { namespace: message.namespace });
  const cls = classIn(message, parts, path.className);
  const wanted = texts(message, "PropertyList")?.map((each) => each.toLowerCase());
  const changes = Object.entries(readProperties(instance, cls, parts)).filter(
    ([each]) =>
      (wanted === undefined || wanted.includes(each.toLowerCase())) &&
      cls.keys?.includes(each) !== true,
  );
  const properties = Object.fromEntries(changes);
  await parts.operations.modify({ operation: "modify", ...scope(cls), path, properties });
  return [];
}

function readProperties(
  instance: XmlElement,
  cls: ClassData,
  { store }: Parts,
): Readonly<Record<string, CimValue>> {
  const context = { namespace: cls.namespace, classOf: classesIn(store, cls.namespace) };
  const declared = new Map(
    Object.keys(cls.properties ?? {}).map((name) => [name.toLowerCase(), name]),
  );
  const entries = instance.children.map((element): [string, CimValue] => {
    const stated = attribute(element, "NAME") ?? "";
    const name = declared.get(stated.toLowerCase());
    if (name === undefined) {
      throw new CimError("no-such-property", `${stated} is no property`, { className: cls.name });
    }
    try {
      return [name, decodeValue(element, propertyType(cls, name), context)];
    } catch (cause) {
      throw new CimError("type-mismatch", `${name} is not of its type`, {
        className: cls.name,
        cause,
      });
    }
  });
  return Object.fromEntries(entries);
}

async function remove(message: Message, parts: Parts): Promise<readonly XmlNode[]> {
  const path = typedPath(message, parts, "InstanceName");
  const cls = parts.store.classOf(path.className, path.namespace);
  await parts.operations.delete({ operation: "delete", ...scope(cls), path });
  return [];
}

async function getClass(message: Message, { operations }: Parts): Promise<readonly XmlNode[]> {
  const definition = await operations["get-class"]({
    operation: "get-class",
    className: requireClassName(message, "ClassName"),
    namespace: message.namespace,
  });
  return [classNode(definition)];
}

async function* enumerateClasses(message: Message, { operations }: Parts): AsyncGenerator<XmlNode> {
  const name = className(message, "ClassName");
  const found = operations["enumerate-classes"]({
    operation: "enumerate-classes",
    namespace: message.namespace,
    isDeep: isTrue(message, "DeepInheritance"),
    ...(name !== undefined && { className: name }),
  });
  for await (const definition of found) yield classNode(definition);
}

async function* enumerateQualifiers(
  { namespace }: Message,
  { operations }: Parts,
): AsyncGenerator<XmlNode> {
  const found = operations["enumerate-qualifiers"]({
    operation: "enumerate-qualifiers",
    namespace,
  });
  for await (const declaration of found) yield qualifierDeclarationNode(declaration);
}

const associatorsOf = (form: Form, target: string): Intrinsic["perform"] =>
  follow("associators", form, target);
const referencesOf = (form: Form, target: string): Intrinsic["perform"] =>
  follow("references", form, target);

/** Intrinsic operations by name. */
export const intrinsics: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ["GetInstance", { operation: "get", perform: get }],
  ["EnumerateInstances", { operation: "enumerate", perform: enumerate(named) }],
  ["EnumerateInstanceNames", { operation: "enumerate", perform: enumerate(nameOnly) }],
  [
    "OpenEnumerateInstances",
    { operation: "enumerate", perform: enumerate(withPath), isOpen: true },
  ],
  [
    "OpenEnumerateInstancePaths",
    { operation: "enumerate", perform: enumerate(pathOnly), isOpen: true },
  ],
  ["ExecQuery", { operation: "query", perform: query(object, "QueryLanguage", "Query") }],
  [
    "OpenQueryInstances",
    {
      operation: "query",
      perform: query(bare, "FilterQueryLanguage", "FilterQuery"),
      isOpen: true,
    },
  ],
  ["Associators", { operation: "associators", perform: associatorsOf(object, "ObjectName") }],
  [
    "AssociatorNames",
    { operation: "associators", perform: associatorsOf(objectPath, "ObjectName") },
  ],
  [
    "OpenAssociatorInstances",
    { operation: "associators", perform: associatorsOf(withPath, "InstanceName"), isOpen: true },
  ],
  [
    "OpenAssociatorInstancePaths",
    { operation: "associators", perform: associatorsOf(pathOnly, "InstanceName"), isOpen: true },
  ],
  ["References", { operation: "references", perform: referencesOf(object, "ObjectName") }],
  ["ReferenceNames", { operation: "references", perform: referencesOf(objectPath, "ObjectName") }],
  [
    "OpenReferenceInstances",
    { operation: "references", perform: referencesOf(withPath, "InstanceName"), isOpen: true },
  ],
  [
    "OpenReferenceInstancePaths",
    { operation: "references", perform: referencesOf(pathOnly, "InstanceName"), isOpen: true },
  ],
  ["CreateInstance", { operation: "create", perform: create }],
  ["ModifyInstance", { operation: "modify", perform: modify }],
  ["DeleteInstance", { operation: "delete", perform: remove }],
  ["GetClass", { operation: "get-class", perform: getClass }],
  ["EnumerateClasses", { operation: "enumerate-classes", perform: enumerateClasses }],
  ["EnumerateQualifiers", { operation: "enumerate-qualifiers", perform: enumerateQualifiers }],
]);
