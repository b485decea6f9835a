/** Classes of MOF with pages that describe them and overlays, as tests write them. */
import { type Diagnostic, renderText } from "../../src/diagnostics/index.ts";
import { readPages } from "../../src/markdown/index.ts";
import { resolve, type Schema } from "../../src/model/index.ts";
import { readOverlay } from "../../src/overlay/index.ts";
import { parse } from "../../src/parse/index.ts";
import { printMof } from "../../src/snapshot/index.ts";

export interface Written {
  readonly mof?: string;
  /** Pages that declare. */
  readonly pages?: readonly string[];
  /** Pages that describe. */
  readonly docs?: readonly string[];
  /** In YAML, the more wanted last. */
  readonly overlays?: readonly string[];
}

/** What all of it means together, and what there is to say about it. */
export function documented({ mof, pages = [], docs = [], overlays = [] }: Written): {
  readonly schema: Schema;
  readonly mof: string;
  readonly said: string;
} {
  const said: Diagnostic[] = [];
  const valueOf = <T>(outcome: {
    readonly value: T;
    readonly diagnostics: readonly Diagnostic[];
  }) => {
    said.push(...outcome.diagnostics);
    return outcome.value;
  };
  const named = (texts: readonly string[], ending: string) =>
    texts.map((text, index) => ({ name: `${index}.${ending}`, text }));
  const sources = mof === undefined ? [] : [{ name: "a.mof", text: mof }];
  const roots = [
    ...sources.map((source) => valueOf(parse(source))),
    ...valueOf(readPages(named(pages, "md"))),
  ];
  const declared = (className: string) => mof?.includes(`class ${className} `) === true;
  const documentation = valueOf(readPages(named(docs, "docs.md"), { describing: true, declared }));
  const facts = named(overlays, "overlay.yaml").flatMap(
    (source) => valueOf(readOverlay(source)) ?? [],
  );
  const set = {
    roots,
    includes: new Map(),
    ...(docs.length > 0 && { documentation }),
    ...(facts.length > 0 && { overlays: facts }),
  };
  const schema = valueOf(resolve(set, { defaultNamespace: "root/contoso" }));
  return {
    schema,
    mof: printMof(schema),
    said: renderText(said, { colour: false }),
  };
}

/** A page of a class. */
export function classPage(block: string, rest = "", namespace = "Root\\\\contoso"): string {
  const [, name = ""] = /class (\w+)/.exec(block) ?? [];
  return `---
api_name:
- ${name}
---

# ${name.replaceAll("_", "\\_")} class

What ${name} is.

## Syntax

\`\`\`syntax
${block}
\`\`\`

${rest}
## Requirements

| Requirement | Value |
|---|---|
| Namespace | ${namespace} |
`;
}

/** A page of a method. */
export function methodPage(
  className: string,
  signature: string,
  rest = "",
  namespace = "Root\\\\contoso",
): string {
  const [, name = ""] = /(\w+)\s*\(/.exec(signature) ?? [];
  return `---
api_name:
- ${className}.${name}
---

# ${name} method of the ${className.replaceAll("_", "\\_")} class

What ${name} does.

## Syntax

\`\`\`mof
${signature}
\`\`\`

${rest}
## Requirements

| Requirement | Value |
|---|---|
| Namespace | ${namespace} |
`;
}
