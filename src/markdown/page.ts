/**
 * What stands on one documentation page, before anyone asks what it means. Texts are plain:
 * Markdown, HTML and escapes are undone, paragraphs are separated by an empty line, items of
 * lists are lines that begin with `- `. Every part is a span of the page.
 */
import type { Source, Span } from "../source/index.ts";

export interface Page {
  readonly source: Source;
  readonly front: FrontMatter;
  /** The first heading. */
  readonly heading?: PageText;
  /** What stands below it, without the sentence that introduces the syntax. */
  readonly summary?: PageText;
  /** Every fenced block, in the order of the page. */
  readonly fences: readonly Fence[];
  /** The table or list of methods of a class. */
  readonly methods: readonly MethodEntry[];
  readonly properties: readonly PropertyEntry[];
  readonly parameters: readonly ParameterEntry[];
  /** The section about what a method returns. */
  readonly returns?: { readonly text?: PageText; readonly values: readonly ValueEntry[] };
  readonly remarks?: PageText;
  readonly requirements: readonly Requirement[];
}

/** A text and where it stands. */
export interface PageText extends Span {
  readonly text: string;
}

/** The YAML above the page, as far as it says what the page is about. */
export interface FrontMatter {
  readonly title?: PageText;
  /** `api_name`: `Class`, `Class.Method`, `Class.Property`. */
  readonly names: readonly PageText[];
  /** `api_location`: a DLL, or the namespace. */
  readonly locations: readonly PageText[];
  /** `ms.contentlocale`, such as `es-ES`. */
  readonly language?: string;
}

/** A section of a page, whatever its heading is called in the language of the page. */
export type SectionName =
  | "syntax"
  | "members"
  | "methods"
  | "properties"
  | "parameters"
  | "return-value"
  | "remarks"
  | "examples"
  | "requirements"
  | "see-also"
  | "other";

/** A fenced block; its span is that of what stands between the fences. */
export interface Fence extends PageText {
  /** In lower case; empty when none is stated. */
  readonly language: string;
  readonly section: SectionName;
  /** The fence that should end it, where the page does not have it. */
  readonly missing?: string;
}

export interface MethodEntry extends Span {
  readonly name: PageText;
  /** The page that describes it. */
  readonly link?: string;
  readonly description?: PageText;
}

/** An item of the list of properties. */
export interface PropertyEntry extends Span {
  readonly name: PageText;
  /** As the page spells it: `string`, `uint8 array`, damaged in translations. */
  readonly dataType?: PageText;
  /** Absent when the page does not say it, or not in words that are known. */
  readonly access?: "read" | "write" | "read-write";
  readonly qualifiers: readonly QualifierEntry[];
  readonly description?: PageText;
  readonly values: readonly ValueEntry[];
}

/** `Name (value)`, named as MOF does even where the page translates the name. */
export interface QualifierEntry extends Span {
  readonly name: PageText;
  readonly value?: PageText;
}

/** An item of the list of parameters. */
export interface ParameterEntry extends Span {
  readonly name: PageText;
  /** What stands in brackets behind the name, where it is in the words of MOF. */
  readonly direction?: Direction;
  readonly description?: PageText;
  readonly values: readonly ValueEntry[];
}

/** How a parameter is passed. */
export interface Direction {
  readonly in: boolean;
  readonly out: boolean;
  readonly optional: boolean;
}

/** A value that a property, a parameter or a method may have. */
export interface ValueEntry extends Span {
  /** As `ValueMap` writes it: `3`, `4097..32767`, `Boot`; absent where the page names no value. */
  readonly key?: string;
  readonly label?: string;
  /** The anchor that leads to it: what the value was called before a translation, with `_` for blanks. */
  readonly anchor?: string;
  /** Whether the label is marked as a name: in bold, in italics, as code, or by an anchor. */
  readonly marked?: true;
  readonly description?: string;
  /** Whether the description is its meaning in a table of values, which may be a name. */
  readonly meaning?: true;
}

export interface Requirement extends Span {
  readonly kind: "client" | "server" | "namespace" | "mof" | "library" | "header" | "other";
  /** In the language of the page. */
  readonly label: PageText;
  readonly value: PageText;
}
