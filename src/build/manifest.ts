import { hash } from "node:crypto";
import type { GeneratedFile } from "../codegen/index.ts";
import { isTooDeep, staysInside } from "./output-path.ts";

/**
 * What earlier runs generated, by path relative to the output folder: the hash of each file.
 * While a run moves files, and after one that was killed, a file may have one of several.
 */
export type Manifest = ReadonlyMap<string, readonly string[]>;

const format = 1;
const about = "What mof-codegen generated in this folder. Keep it with the files.";

/** The manifest of files that a run is about to write. */
export function manifestOf(files: readonly GeneratedFile[]): Manifest {
  return new Map(files.map(({ path, text }) => [path, [hashOf(text)]]));
}

/**
 * Reads a manifest. Files are removed on its word, so one that says anything unexpected
 * is refused as a whole.
 *
 * @returns `undefined` for a manifest that is damaged or of a later version
 */
export function readManifest(text: string): Manifest | undefined {
  return filesOf(parseJson(text));
}

/** The text of a manifest: the same files give the same bytes. */
export function printManifest(manifest: Manifest): string {
  const sorted = [...manifest].sort(([left], [right]) => (left < right ? -1 : 1));
  const entries = sorted.map(([path, hashes]) => [path, hashes.length === 1 ? hashes[0] : hashes]);
  const files: unknown = Object.fromEntries(entries);
  return `${JSON.stringify({ format, about, files }, undefined, 2)}\n`;
}

/** What may be found while one manifest replaces another. */
export function eitherOf(before: Manifest, after: Manifest): Manifest {
  const both = new Map(before);
  for (const [path, hashes] of after) {
    both.set(path, [...new Set([...(before.get(path) ?? []), ...hashes])]);
  }
  return both;
}

/** The hash of a text, whichever line ends it has. */
export function hashOf(text: string): string {
  return hash("sha256", withLineFeeds(text)).slice(0, 16);
}

/** A checkout on Windows turns the line ends of generated files into CRLF. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function filesOf(content: unknown): Manifest | undefined {
  if (!isRecord(content) || content["format"] !== format) return undefined;
  const files = content["files"];
  if (!isRecord(files)) return undefined;
  const manifest = new Map<string, readonly string[]>();
  for (const [path, entry] of Object.entries(files)) {
    const hashes = hashesOf(entry);
    if (!hashes || !staysInside(path) || isTooDeep(path)) return undefined;
    manifest.set(path, hashes);
  }
  return manifest;
}

function hashesOf(entry: unknown): readonly string[] | undefined {
  const hashes: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
  return hashes.length > 0 && hashes.every(isHash) ? hashes : undefined;
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{16}$/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
