/** Keys and results → what a caller sees. */
import { present, type Presented } from "./present.ts";
import { referenceTo } from "./reference.ts";
import type { InvokeResult } from "./operations.ts";
import type { ClassData, KeyValue, MethodData } from "./types.ts";

/** A key of a path as callers see it: what is a path there is a reference here. */
export function presentKey([name, key]: [string, KeyValue]): [string, Presented] {
  const isPath = typeof key === "object" && "className" in key;
  return [name, isPath ? referenceTo(key) : key];
}

/**
 * What a call returns: the return value, or with output parameters an object of both.
 *
 * @param method - The declared types.
 * @param result - From a transport.
 * @param classOf - Known classes.
 */
export function presentResult(
  method: MethodData,
  result: InvokeResult,
  classOf: (name: string) => ClassData | undefined,
): unknown {
  const { returns, out = {} } = method;
  const returned =
    returns === undefined ? undefined : present(result.returnValue, returns, classOf);
  const outs = Object.entries(out).map(([name, type]): [string, Presented] => {
    const value = Object.hasOwn(result.out, name) ? result.out[name] : undefined;
    return [name, present(value ?? null, type, classOf)];
  });
  if (outs.length === 0) return returned;
  return Object.fromEntries(returned === undefined ? outs : [["ReturnValue", returned], ...outs]);
}
