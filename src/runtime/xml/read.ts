/** XML as it arrives → elements as they end, with the bounds that hostile input calls for. */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { CimError } from "../error.ts";

/** An attribute by local name and namespace; namespace declarations are left out. */
export interface XmlAttribute {
  readonly name: string;
  /** Empty for an attribute without prefix. */
  readonly uri: string;
  readonly value: string;
}

/** An element. Prefixes are gone: servers choose their own, so only local names and URIs mean something. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** Namespace URI, empty for none. */
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Character data directly inside this element, concatenated, untrimmed. */
  readonly text: string;
}

/** Bounds of one document. */
export interface XmlLimits {
  /** Deepest nesting of elements; 256 unless told. */
  readonly maxDepth?: number;
  /** Number of elements that are kept; 1,000,000 unless told. */
  readonly maxElements?: number;
  /** Number of attributes of one element; 100 unless told. */
  readonly maxAttributes?: number;
}

/**
 * Is told of an element when it ends.
 *
 * @param element - The element with all that is in it.
 * @param ancestors - What is open around it, the root first.
 * @returns Whether the element has been dealt with: it is then not kept in its parent.
 */
export type ElementSink = (element: XmlElement, ancestors: readonly XmlElement[]) => boolean;

interface OpenElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  children: XmlElement[];
  text: string;
}

const none: readonly XmlAttribute[] = [];
const noPrefixes: readonly string[] = [];

/**
 * Reads one document piece by piece. The parser is told to leave namespaces alone, which makes
 * it half as slow again as resolving the few that matter here.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  readonly #limits: Required<XmlLimits>;
  readonly #sink: ElementSink | undefined;
  readonly #open: OpenElement[] = [];
  /** What each prefix is bound to, the innermost binding last. */
  readonly #bindings = new Map([["xml", ["http://www.w3.org/XML/1998/namespace"]]]);
  /** The prefixes that each open element binds. */
  readonly #bound: (readonly string[])[] = [];
  #root: XmlElement | undefined;
  #kept = 0;
  /** How many there were before each open element. */
  readonly #before: number[] = [];

  /**
   * @param limits - Bounds; see {@link XmlLimits}.
   * @param sink - Takes elements as they end.
   */
  constructor(limits: XmlLimits = {}, sink?: ElementSink) {
    const { maxDepth = 256, maxElements = 1_000_000, maxAttributes = 100 } = limits;
    this.#limits = { maxDepth, maxElements, maxAttributes };
    this.#sink = sink;
    this.#listen();
  }

  #listen(): void {
    const parser = this.#parser;
    parser.on("error", (error) => {
      throw new CimError("protocol", `not well-formed XML: ${error.message}`, { cause: error });
    });
    parser.on("doctype", () => {
      throw new CimError("protocol", "XML with a document type declaration is refused");
    });
    parser.on("opentag", (tag) => {
      this.#begin(tag);
    });
    const append = (data: string): void => {
      const top = this.#open.at(-1);
      if (top !== undefined) top.text += data;
    };
    parser.on("text", append);
    parser.on("cdata", append);
    parser.on("closetag", () => {
      this.#end();
    });
  }

  /**
   * Takes a piece of the document.
   *
   * @param text - The piece.
   * @throws CimError `"protocol"` for text that is not well-formed or has a document type
   *   declaration (entities could multiply it), `"too-large"` when a bound is passed.
   */
  write(text: string): void {
    this.#parser.write(text);
  }

  /**
   * Ends the document.
   *
   * @returns The root element, without what the sink has dealt with.
   * @throws CimError like {@link write}.
   */
  end(): XmlElement {
    this.#parser.close();
    if (this.#root === undefined) throw new CimError("protocol", "no XML element");
    return this.#root;
  }

  #begin(tag: SaxesTagPlain): void {
    const { maxDepth, maxElements } = this.#limits;
    if (this.#open.length >= maxDepth) {
      throw new CimError("too-large", `XML nested deeper than ${maxDepth} elements`);
    }
    this.#before.push(this.#kept);
    if (++this.#kept > maxElements) {
      throw new CimError("too-large", `XML with more than ${maxElements} elements`);
    }
    const attributes = this.#attributes(tag.attributes);
    const colon = tag.name.indexOf(":");
    const element: OpenElement = {
      name: colon < 0 ? tag.name : tag.name.slice(colon + 1),
      uri: this.#resolve(colon < 0 ? "" : tag.name.slice(0, colon)),
      attributes,
      children: [],
      text: "",
    };
    this.#root ??= element;
    this.#open.push(element);
  }

  #end(): void {
    const element = this.#open.pop();
    for (const prefix of this.#bound.pop() ?? noPrefixes) this.#bindings.get(prefix)?.pop();
    const before = this.#before.pop();
    if (element === undefined || before === undefined) return;
    // What hangs below it is gone as well.
    if (this.#sink?.(element, this.#open) === true) this.#kept = before;
    else this.#open.at(-1)?.children.push(element);
  }

  #attributes(given: Readonly<Record<string, string>>): readonly XmlAttribute[] {
    const names = Object.keys(given);
    if (names.length === 0) {
      this.#bound.push(noPrefixes);
      return none;
    }
    if (names.length > this.#limits.maxAttributes) {
      const sentence = `an XML element with more than ${this.#limits.maxAttributes} attributes`;
      throw new CimError("too-large", sentence);
    }
    const prefixes: string[] = [];
    for (const name of names) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const prefix = name.slice("xmlns:".length);
      prefixes.push(prefix);
      const uris = this.#bindings.get(prefix);
      if (uris === undefined) this.#bindings.set(prefix, [given[name] ?? ""]);
      else uris.push(given[name] ?? "");
    }
    this.#bound.push(prefixes);
    return prefixes.length === names.length ? none : this.#others(given, names);
  }

  #others(
    given: Readonly<Record<string, string>>,
    names: readonly string[],
  ): readonly XmlAttribute[] {
    const attributes: XmlAttribute[] = [];
    for (const name of names) {
      if (name === "xmlns" || name.startsWith("xmlns:")) continue;
      const colon = name.indexOf(":");
      const uri = colon < 0 ? "" : this.#resolve(name.slice(0, colon));
      attributes.push({ name: name.slice(colon + 1), uri, value: given[name] ?? "" });
    }
    return attributes;
  }

  #resolve(prefix: string): string {
    const uri = this.#bindings.get(prefix)?.at(-1);
    if (uri !== undefined) return uri;
    if (prefix === "") return "";
    throw new CimError(
      "protocol",
      `not well-formed XML: unbound namespace prefix: ${JSON.stringify(prefix)}`,
    );
  }
}
