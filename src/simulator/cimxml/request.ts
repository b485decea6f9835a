/** A CIM-XML request, taken apart (DSP0201 5.6). */
import { CimError } from "../../runtime/error.ts";
import { readPath } from "../../runtime/cimxml/path.ts";
import type { InstancePath } from "../../runtime/types.ts";
import { attribute, child, type XmlElement } from "../../runtime/xml/parse.ts";
import { BadRequest } from "./fault.ts";

/** A request whose form was understood. */
export interface Message {
  readonly id: string;
  /** Name of the operation or method. */
  readonly name: string;
  readonly isMethod: boolean;
  readonly namespace: string;
  /** The `METHODCALL` or `IMETHODCALL`. */
  readonly call: XmlElement;
  /** Parameters by lower-case name. */
  readonly parameters: ReadonlyMap<string, XmlElement>;
}

/** What HTTP says of a request. */
export interface Headers {
  readonly operation: string | undefined;
  readonly method: string | undefined;
}

/**
 * Reads a request.
 *
 * @param root - The document.
 * @param headers - The `CIM…` headers, decoded.
 * @throws BadRequest for what is no request.
 */
export function readMessage(root: XmlElement, headers: Headers): Message {
  const message = child(root, "MESSAGE");
  const call = child(message, "SIMPLEREQ")?.children[0];
  if (root.name !== "CIM" || message === undefined || call === undefined) {
    throw new BadRequest("request-not-valid", "the body is no CIM-XML request");
  }
  const isMethod = call.name === "METHODCALL";
  if (!isMethod && call.name !== "IMETHODCALL") {
    throw new BadRequest("request-not-valid", `<${call.name}> is no call`);
  }
  const name = attribute(call, "NAME") ?? "";
  if (headers.operation?.toLowerCase() !== "methodcall") {
    throw new BadRequest("unsupported-operation", "the header CIMOperation is not MethodCall");
  }
  if (headers.method !== name) {
    throw new BadRequest("header-mismatch", "the header CIMMethod names another operation");
  }
  const kind = isMethod ? "PARAMVALUE" : "IPARAMVALUE";
  const parameters = call.children.filter((each) => each.name === kind);
  return {
    id: attribute(message, "ID") ?? "",
    name,
    isMethod,
    namespace: namespaceOf(call),
    call,
    parameters: new Map(
      parameters.map((each) => [(attribute(each, "NAME") ?? "").toLowerCase(), each]),
    ),
  };
}

function namespaceOf(call: XmlElement): string {
  const holder = child(call, "LOCALINSTANCEPATH") ?? child(call, "LOCALCLASSPATH") ?? call;
  const path = child(holder, "LOCALNAMESPACEPATH");
  if (path === undefined) throw new BadRequest("request-not-valid", "the call names no namespace");
  return path.children.map((part) => attribute(part, "NAME") ?? "").join("/");
}

/**
 * The class that a parameter names.
 *
 * @param message - The request.
 * @param parameter - For example `ClassName`.
 */
export function className(message: Message, parameter: string): string | undefined {
  const element = child(message.parameters.get(parameter.toLowerCase()), "CLASSNAME");
  const name = attribute(element, "NAME");
  return name === "" ? undefined : name;
}

/**
 * The same, of a parameter that has to be there.
 *
 * @param message - The request.
 * @param parameter - For example `ClassName`.
 * @throws CimError `"invalid-parameter"`.
 */
export function requireClassName(message: Message, parameter: string): string {
  const name = className(message, parameter);
  if (name !== undefined) return name;
  throw new CimError("invalid-parameter", `the parameter ${parameter} is missing`);
}

/**
 * The instance that a parameter names.
 *
 * @param message - The request.
 * @param parameter - For example `InstanceName`.
 * @throws CimError `"invalid-parameter"`.
 */
export function requirePath(message: Message, parameter: string): InstancePath {
  const element = child(message.parameters.get(parameter.toLowerCase()), "INSTANCENAME");
  if (element !== undefined) return readPath(element, { namespace: message.namespace });
  throw new CimError("invalid-parameter", `the parameter ${parameter} is missing`);
}

/**
 * The text of a parameter.
 *
 * @param message - The request.
 * @param parameter - Its name.
 */
export function text(message: Message, parameter: string): string | undefined {
  return child(message.parameters.get(parameter.toLowerCase()), "VALUE")?.text;
}

/**
 * The texts of a parameter that is an array; `undefined` when it is left out.
 *
 * @param message - The request.
 * @param parameter - Its name.
 */
export function texts(message: Message, parameter: string): readonly string[] | undefined {
  const array = child(message.parameters.get(parameter.toLowerCase()), "VALUE.ARRAY");
  return array?.children.map((each) => each.text);
}

/**
 * Whether a parameter is true.
 *
 * @param message - The request.
 * @param parameter - Its name.
 */
export function isTrue(message: Message, parameter: string): boolean {
  return text(message, parameter)?.trim().toLowerCase() === "true";
}
