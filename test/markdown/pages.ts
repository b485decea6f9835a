/** Pages of the tests: a few parts of a text that is made of them, so that every place is real. */
import type {
  Direction,
  Fence,
  Page,
  PageText,
  ParameterEntry,
  PropertyEntry,
  QualifierEntry,
  Requirement,
  ValueEntry,
} from "../../src/markdown/page.ts";

/** What a page of a test has; everything may be left out. */
export interface Parts {
  readonly path?: string;
  readonly names?: readonly string[];
  readonly locations?: readonly string[];
  readonly language?: string;
  readonly heading?: string;
  readonly summary?: string;
  readonly code?: string | readonly string[];
  readonly codeLanguage?: string;
  readonly section?: Fence["section"];
  readonly methods?: Readonly<Record<string, string | readonly [link: string, text?: string]>>;
  readonly properties?: readonly PropertyParts[];
  readonly parameters?: readonly ParameterParts[];
  readonly returns?: string;
  readonly returnValues?: readonly ValueParts[];
  readonly remarks?: string;
  readonly requirements?: Readonly<Partial<Record<Requirement["kind"], string>>>;
}

export interface PropertyParts {
  readonly name: string;
  readonly type?: string;
  readonly access?: PropertyEntry["access"];
  readonly qualifiers?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly values?: readonly ValueParts[];
}

export interface ParameterParts {
  readonly name: string;
  readonly direction?: Direction;
  readonly text?: string;
  readonly values?: readonly ValueParts[];
}

export type ValueParts = Readonly<{
  key?: string;
  label?: string;
  anchor?: string;
  marked?: true;
  description?: string;
  meaning?: true;
}>;

/** Makes a page; its text is what was asked for, part by part. */
export function pageOf(parts: Parts): Page {
  const writer = new Writer();
  const names = (parts.names ?? []).map((text) => writer.text(text));
  const locations = (parts.locations ?? []).map((text) => writer.text(text));
  const codes = typeof parts.code === "string" ? [parts.code] : (parts.code ?? []);
  const { language, heading, summary, returns, remarks } = parts;
  const values = (parts.returnValues ?? []).map((each) => writer.value(each));
  const page: Omit<Page, "source"> = {
    front: { names, locations, ...(language !== undefined && { language }) },
    ...(heading !== undefined && { heading: writer.text(heading) }),
    ...(summary !== undefined && { summary: writer.text(summary) }),
    fences: codes.map((text) => ({
      ...writer.text(text),
      language: parts.codeLanguage ?? "syntax",
      section: parts.section ?? "syntax",
    })),
    methods: Object.entries(parts.methods ?? {}).map(([name, entry]) => writer.method(name, entry)),
    properties: (parts.properties ?? []).map((each) => writer.property(each)),
    parameters: (parts.parameters ?? []).map((each) => writer.parameter(each)),
    ...((returns !== undefined || values.length > 0) && {
      returns: { ...(returns !== undefined && { text: writer.text(returns) }), values },
    }),
    ...(remarks !== undefined && { remarks: writer.text(remarks) }),
    requirements: Object.entries(parts.requirements ?? {}).map(([kind, text]) =>
      writer.requirement(kind as Requirement["kind"], text),
    ),
  };
  const name = parts.path ?? `${(parts.names?.[0] ?? "page").toLowerCase()}.md`;
  return { ...page, source: { name, text: writer.finished() } };
}

class Writer {
  private written = "";

  text(text: string): PageText {
    const start = this.written.length;
    this.written += `${text}\n`;
    return { text, start, end: start + text.length };
  }

  method(name: string, entry: string | readonly [link: string, text?: string]) {
    const [link, text] = typeof entry === "string" ? [undefined, entry] : entry;
    const written = this.text(name);
    const description = text === undefined ? undefined : this.text(text);
    const { start, end } = written;
    return {
      ...{ name: written, start, end },
      ...(link !== undefined && { link }),
      ...(description && { description }),
    };
  }

  property(parts: PropertyParts): PropertyEntry {
    const { type, access, text } = parts;
    const name = this.text(parts.name);
    return {
      ...{ name, start: name.start, end: name.end },
      ...(type !== undefined && { dataType: this.text(type) }),
      ...(access && { access }),
      qualifiers: Object.entries(parts.qualifiers ?? {}).map(([key, value]) =>
        this.qualifier(key, value),
      ),
      ...(text !== undefined && { description: this.text(text) }),
      values: (parts.values ?? []).map((each) => this.value(each)),
    };
  }

  parameter(parts: ParameterParts): ParameterEntry {
    const name = this.text(parts.name);
    return {
      ...{ name, start: name.start, end: name.end },
      ...(parts.direction && { direction: parts.direction }),
      ...(parts.text !== undefined && { description: this.text(parts.text) }),
      values: (parts.values ?? []).map((each) => this.value(each)),
    };
  }

  value(parts: ValueParts): ValueEntry {
    const { start, end } = this.text(JSON.stringify(parts));
    return { ...parts, start, end };
  }

  requirement(kind: Requirement["kind"], text: string): Requirement {
    const label = this.text(kind);
    const value = this.text(text);
    return { kind, label, value, start: label.start, end: value.end };
  }

  finished(): string {
    return this.written;
  }

  private qualifier(key: string, text: string): QualifierEntry {
    const name = this.text(key);
    const value = text === "" ? undefined : this.text(text);
    return { name, ...(value && { value }), start: name.start, end: (value ?? name).end };
  }
}
