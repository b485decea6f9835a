/** What every log of SARIF 2.1.0 that we write is made of. */
import type { Location } from "../source/index.ts";
import { jsonText } from "./json-text.ts";
import { placeOf } from "./place.ts";
import { visible } from "./render-line.ts";

/** An object of the format. */
export type Json = Readonly<Record<string, unknown>>;

/** What differs from one log to another. */
export interface SarifParts {
  /** The version of mof-codegen. */
  readonly version: string | undefined;
  readonly rules: readonly Json[];
  readonly invocation: Json;
  readonly results: readonly Json[];
}

const root = "%SRCROOT%";

/** Writes a log with one run of this tool. */
export function sarifLog({ version, rules, invocation, results }: SarifParts): string {
  const driver = {
    name: "mof-codegen",
    ...(version !== undefined && { version }),
    informationUri: "https://www.npmjs.com/package/mof-codegen",
    rules,
  };
  const run = {
    tool: { driver },
    invocations: [invocation],
    originalUriBaseIds: { [root]: { description: { text: "The folder that paths start from." } } },
    columnKind: "utf16CodeUnits",
    results,
  };
  return jsonText({
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  });
}

/** Where something stands, as an object of type `location` (SARIF 2.1.0 3.28). */
export function locationOf(location: Location, pathOf: (name: string) => string): Json {
  const { file, line, column, endLine, endColumn } = placeOf(location);
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation: artifactLocation(pathOf(file)), region } };
}

/** A path of this computer as a URI reference; an absolute one stands for itself. */
function artifactLocation(path: string): Json {
  const slashes = path.replaceAll("\\", "/");
  if (slashes.startsWith("//")) return { uri: `file:${encoded(slashes)}` };
  if (slashes.startsWith("/")) return { uri: `file://${encoded(slashes)}` };
  if (/^[a-z]:\//i.test(slashes)) {
    return { uri: `file:///${slashes.slice(0, 2)}${encoded(slashes.slice(2))}` };
  }
  return { uri: encoded(slashes), uriBaseId: root };
}

function encoded(path: string): string {
  return path.split("/").map(encodeSegment).join("/");
}

/** A name may hold half a surrogate pair, which no URI can. */
function encodeSegment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** Braces and links mean something in the messages of SARIF (3.11.5, 3.11.6); texts of files must not. */
export function messageText(text: string): string {
  return text
    .split("\n")
    .map(visible)
    .join("\n")
    .replaceAll("{", "{{")
    .replaceAll("}", "}}")
    .replaceAll("](", "\\](");
}
