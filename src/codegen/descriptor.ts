/** The constant that tells the runtime about a class. */
import { type CimClass, describeClass } from "../model/index.ts";
import type { FileContext } from "./context.ts";
import { staticOwner } from "./halves.ts";
import { stringLiteral } from "./identifiers.ts";
import { expanded } from "./literal.ts";
import { fits } from "./text-width.ts";
import { brokenArguments } from "./type-arguments.ts";
import type { ClassView, DescriptorView } from "./view.ts";

/** Builds the descriptor; `halves` are the types beside the class's interface. */
export function descriptorView(
  cls: CimClass,
  halves: Pick<ClassView, "write">,
  context: FileContext,
): DescriptorView {
  const { name } = context.names.of(cls);
  const type = context.imports.runtimeType("ClassDescriptor");
  const define = context.imports.runtimeValue("defineClass");
  const head = opening(name, type, typeArguments(cls, halves.write?.name, context), define);
  return {
    comment: `/** What the wire needs to know about {@link ${name}}. */`,
    opening: head.text,
    data: `${expanded(describeClass(cls, context.schema), head.indent)}${head.closing}`,
  };
}

/** Trailing ones that say no more than the defaults are left out. */
function typeArguments(
  cls: CimClass,
  writeType: string | undefined,
  { names, imports }: FileContext,
): string[][] {
  const owner = staticOwner(cls);
  const statics = owner && imports.declaredIn(owner, names.of(owner).staticName);
  const all = [
    [names.of(cls).name],
    cls.keys.length === 0 ? ["never"] : cls.keys.map((key) => stringLiteral(key)),
    [statics ?? "unknown"],
    [writeType ?? "unknown"],
  ];
  const defaults = ["", "never", "unknown", "unknown"];
  const last = all.findLastIndex((union, index) => union.join() !== defaults[index]);
  return all.slice(0, last + 1);
}

/** The text up to the data, how far that is indented, and what stands behind its brace. */
interface Opening {
  readonly text: string;
  readonly indent: number;
  readonly closing: string;
}

/**
 * As Prettier lays it out: on one line, or with a break behind the equals sign, or with
 * each type argument on its own line; where only the brace has no room, that stands below.
 */
function opening(
  name: string,
  type: string,
  unions: readonly (readonly string[])[],
  define: string,
): Opening {
  const flat = unions.map((union) => union.join(" | ")).join(", ");
  const left = `export const ${name}: ${type}<${flat}> =`;
  const right = `/* @__PURE__ */ ${define}(`;
  if (fits(`${left} ${right}{`)) return { text: `${left} ${right}`, indent: 0, closing: "" };
  if (fits(`${left} ${right}`)) {
    return { text: `${left} ${right}\n  `, indent: 2, closing: ",\n" };
  }
  const single = unions.length === 1;
  if (fits(left) || single) return { text: `${left}\n  ${right}`, indent: 2, closing: "" };
  const text = `export const ${name}: ${type}${brokenArguments(unions)} = ${right}`;
  return { text, indent: 0, closing: "" };
}
