/**
 * Reads the MOF of WMI's system classes. It is ours and regular, so that a few lines do:
 * the stage that resolves knows nothing of the grammar, and most runs need none of it.
 */
import type {
  ClassDeclaration,
  Feature,
  Name,
  ParameterDeclaration,
  Qualifier,
  TypeName,
  Value,
} from "../ast/index.ts";
import type { Source } from "../source/index.ts";
import { systemClasses } from "./system-classes.ts";
import { systemEvents } from "./system-events.ts";

/** The text that built-in classes stand in, under a name that is no file's. */
export const builtinSource: Source = { name: "<built-in>", text: systemClasses + systemEvents };

let known: ReadonlyMap<string, ClassDeclaration> | undefined;

/** The declaration of a system class, by its name in lower case. */
export function systemClass(name: string): ClassDeclaration | undefined {
  known ??= new Map(
    new Reader(builtinSource.text).classes().map((node) => [node.name.text.toLowerCase(), node]),
  );
  return known.get(name);
}

class Reader {
  private readonly tokens: readonly Name[];
  private next = 0;

  constructor(text: string) {
    this.tokens = [...text.matchAll(/\w+|"[^"]*"|[^\s\w]/g)].map((match) => ({
      kind: "name",
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  classes(): ClassDeclaration[] {
    const classes: ClassDeclaration[] = [];
    while (this.next < this.tokens.length) classes.push(this.class());
    return classes;
  }

  private class(): ClassDeclaration {
    const { start } = this.peek();
    const qualifiers = this.qualifiers();
    this.take(); // class
    const name = this.take();
    const superclass = this.skip(":") ? this.take() : undefined;
    this.take(); // the opening brace
    const features: Feature[] = [];
    while (this.peek().text !== "}") features.push(this.feature());
    this.take();
    const { end } = this.take();
    return {
      kind: "class",
      qualifiers,
      name,
      ...(superclass && { superclass }),
      features,
      start,
      end,
    };
  }

  private feature(): Feature {
    const element = this.element();
    if (!this.skip("(")) {
      const initializer = this.skip("=") ? this.value() : undefined;
      const { end } = this.take();
      return { kind: "property", ...element, ...(initializer && { initializer }), end };
    }
    const parameters: ParameterDeclaration[] = [];
    do {
      parameters.push({ kind: "parameter", ...this.element() });
    } while (this.skip(","));
    this.take(); // the closing parenthesis
    const { end } = this.take();
    return { kind: "method", ...element, parameters, end };
  }

  /** What properties, methods and parameters share. */
  private element(): Omit<ParameterDeclaration, "kind"> {
    const { start } = this.peek();
    const qualifiers = this.qualifiers();
    const type = this.type();
    const name = this.take();
    let { end } = name;
    if (!this.skip("[")) return { qualifiers, type, name, start, end };
    ({ end } = this.take());
    return {
      qualifiers,
      type,
      name,
      array: { kind: "array-suffix", start: name.end, end },
      start,
      end,
    };
  }

  private type(): TypeName {
    const name = this.take();
    const { start, end } = name;
    if (this.peek().text !== "ref") return { kind: "type", name, reference: false, start, end };
    return { kind: "type", name, reference: true, start, end: this.take().end };
  }

  private qualifiers(): readonly Qualifier[] {
    if (!this.skip("[")) return [];
    const list: Qualifier[] = [];
    do {
      const name = this.take();
      const { start, end } = name;
      if (this.skip("(")) {
        const value = this.value();
        list.push({ kind: "qualifier", name, value, flavors: [], start, end: this.take().end });
      } else {
        list.push({ kind: "qualifier", name, flavors: [], start, end });
      }
    } while (this.skip(","));
    this.take(); // the closing bracket
    return list;
  }

  private value(): Value {
    const { text, start, end } = this.take();
    if (text.startsWith('"')) return { kind: "string", value: text.slice(1, -1), start, end };
    if (/^\d/.test(text)) return { kind: "integer", value: BigInt(text), start, end };
    return { kind: "boolean", value: text === "TRUE", start, end };
  }

  private skip(mark: string): boolean {
    const found = this.peek().text === mark;
    if (found) this.next += 1;
    return found;
  }

  private peek(): Name {
    return this.tokens[this.next] ?? END;
  }

  private take(): Name {
    const token = this.peek();
    this.next += 1;
    return token;
  }
}

/** The table is ours: behind its end stands whatever ends every list. */
const END: Name = { kind: "name", text: "}", start: 0, end: 0 };
