/**
 * Windows' own files, whose texts stand in amendments: every text that stands anywhere
 * must be that of its element. What is wanted is counted from the trees, by a way that
 * shares nothing with the code that merges.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type {
  ClassDeclaration,
  MofDocument,
  ParameterDeclaration,
  Qualifier,
} from "../../src/ast/index.ts";
import { hasErrors } from "../../src/diagnostics/index.ts";
import { analyse, type CimConstant, type Qualifiers, type Schema } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { decode } from "../../src/source/index.ts";
import { constantText } from "./meaning.ts";

const folder = new URL("../../../shared/data/mof/wmi-inbox-slice/", import.meta.url);
const present = existsSync(folder);
if (!present) console.warn(`test/model/inbox.test.ts: skipped, there is no ${folder.href}`);

/** The qualifiers that hold texts, and how often each was found at which kind of element. */
const TEXTS = ["description", "displayname", "values", "bitvalues"];

/** A text that stands somewhere: `root/x a.state.values`, and what it says. */
interface Stated {
  readonly path: string;
  readonly kind: string;
  readonly said: string;
}

function statedIn(documents: readonly MofDocument[]): Stated[] {
  return documents.flatMap((document) => {
    let namespace = "root/cimv2";
    return document.declarations.flatMap((node) => {
      if (node.kind === "pragma" && /^namespace$/i.test(node.name.text)) {
        const [parameter] = node.parameters;
        // Only a locale stands below the namespace in force.
        const named = parameter?.kind === "string" ? plain(parameter.value) : "";
        namespace = named === "" ? namespace : named;
      }
      return node.kind === "class" ? ofClass(node, `${namespace} ${node.name.text}`) : [];
    });
  });
}

function plain(namespace: string): string {
  const parts = namespace
    .toLowerCase()
    .split(/[\\/]+/)
    .filter((part) => !["", "."].includes(part));
  return parts.filter((part) => !part.startsWith("ms_")).join("/");
}

function ofClass(node: ClassDeclaration, path: string): Stated[] {
  const features = node.features.flatMap((feature) => {
    const parameters: readonly ParameterDeclaration[] =
      feature.kind === "method" ? feature.parameters : [];
    const own = `${path}.${feature.name.text}`;
    return [
      ...ofElement(feature.qualifiers, feature.kind, own),
      ...parameters.flatMap((each) =>
        ofElement(each.qualifiers, "parameter", `${own}.${each.name.text}`),
      ),
    ];
  });
  return [...ofElement(node.qualifiers, "class", path), ...features];
}

function ofElement(qualifiers: readonly Qualifier[], kind: string, path: string): Stated[] {
  return qualifiers.flatMap(({ name, value }) => {
    const text = name.text.toLowerCase();
    if (!TEXTS.includes(text)) return [];
    const items = value?.kind === "array" ? value.items : value ? [value] : [];
    const said = items.map((item) => (item.kind === "string" ? item.value : item.kind));
    return [
      { path: `${path}:${text}`.toLowerCase(), kind: `${kind} ${text}`, said: said.join("|") },
    ];
  });
}

function textsOf(schema: Schema): Map<string, string> {
  const found = new Map<string, string>();
  const put = (path: string, qualifiers: Qualifiers): void => {
    for (const name of TEXTS) {
      const value = qualifiers.get(name)?.value;
      if (value !== undefined) found.set(`${path}:${name}`.toLowerCase(), shown(value));
    }
  };
  for (const cls of schema.classes) {
    const path = `${cls.namespace} ${cls.name}`;
    put(path, cls.qualifiers);
    for (const property of cls.properties) put(`${path}.${property.name}`, property.qualifiers);
    for (const method of cls.methods) {
      put(`${path}.${method.name}`, method.qualifiers);
      for (const parameter of method.parameters) {
        put(`${path}.${method.name}.${parameter.name}`, parameter.qualifiers);
      }
    }
  }
  return found;
}

function shown(value: CimConstant): string {
  if (Array.isArray(value)) return value.map(shown).join("|");
  return typeof value === "string" ? value : constantText(value);
}

function documentsBelow(): MofDocument[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(mof|mfl)$/i.test(name))
    .sort();
  expect(names.filter((name) => /\.mof$/i.test(name)).length).toBe(12);
  expect(names.filter((name) => /\.mfl$/i.test(name)).length).toBe(4);
  return names.map((name) => {
    const { value, diagnostics } = parse({
      name,
      text: decode(readFileSync(new URL(name, folder))).text,
    });
    expect([name, hasErrors(diagnostics)]).toEqual([name, false]);
    return value;
  });
}

test.skipIf(!present)("every text of the inbox files is that of its class, member or value", () => {
  const documents = documentsBelow();
  const stated = statedIn(documents);
  const options = { defaultNamespace: "root/cimv2" };
  const { value, diagnostics } = analyse({ roots: documents, includes: new Map() }, options);
  const found = textsOf(value.schema);
  expect(stated.filter(({ path, said }) => found.get(path) !== said)).toEqual([]);

  const counts = new Map<string, Set<string>>();
  for (const { kind, path } of stated) counts.set(kind, (counts.get(kind) ?? new Set()).add(path));
  expect(Object.fromEntries([...counts].map(([kind, paths]) => [kind, paths.size]))).toEqual({
    "class description": 41,
    "class displayname": 5,
    "method description": 49,
    "parameter bitvalues": 5,
    "parameter values": 5,
    "property description": 120,
    "property displayname": 8,
    "property values": 13,
  });
  const about = new Set(diagnostics.map(({ code }) => code));
  expect([...about].sort()).toEqual(["unknown-reference-target", "unknown-superclass"]);
});

test.skipIf(!present)("every value that has a label anywhere is paired with it", () => {
  const { schema } = analyse({ roots: documentsBelow(), includes: new Map() }).value;
  const elements = schema.classes.flatMap((cls) => [
    ...cls.ownProperties,
    ...cls.ownMethods.flatMap((method) => [
      ...(method.returns ? [{ ...method.returns, qualifiers: method.qualifiers }] : []),
      ...method.parameters,
    ]),
  ]);
  const labelled = elements.filter(({ qualifiers }) => qualifiers.has("values"));
  const entries = labelled.flatMap(({ values }) => values?.entries ?? []);
  expect({
    elements: labelled.length,
    entries: entries.length,
    unlabelled: entries.filter(({ label }) => label === undefined).length,
  }).toEqual({ elements: 18, entries: 199, unlabelled: 0 });
});
