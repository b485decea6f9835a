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
  return {
    comment: `/** What the wire needs to know about {@link ${name}}. */`,
    ...layout(name, type, typeArguments(cls, halves.write?.name, context), define, (indent) =>
      expanded(describeClass(cls, context.schema), indent),
    ),
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

/**
 * As Prettier lays it out: on one line, or with a break behind the equals sign, which indents
 * the data, or with each type argument on its own line. Where just the brace has no room, the
 * data stands alone.
 */
function layout(
  name: string,
  type: string,
  unions: readonly (readonly string[])[],
  define: string,
  data: (indent: number) => string,
): Pick<DescriptorView, "opening" | "data"> {
  const flat = unions.map((union) => union.join(" | ")).join(", ");
  const left = `export const ${name}: ${type}<${flat}> =`;
  const right = `/* @__PURE__ */ ${define}(`;
  if (fits(`${left} ${right}{`)) return { opening: `${left} ${right}`, data: data(0) };
  if (fits(`${left} ${right}`)) {
    return { opening: `${left} ${right}\n  `, data: `${data(2)},\n` };
  }
  const single = unions.length === 1;
  if (fits(left) || single) return { opening: `${left}\n  ${right}`, data: data(2) };
  const broken = `export const ${name}: ${type}${brokenArguments(unions)}`;
  return { opening: `${broken} = ${right}`, data: data(0) };
}
