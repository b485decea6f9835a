import { hashOf, type Manifest } from "./manifest.ts";

/** The first line of every generated file; an editor may have put a byte order mark before it. */
const header = /^\uFEFF?\/\/ @generated [^\n]*\bby mof-codegen\b/;

/** Whether a file is as a run of ours left it. */
export function isUntouched(path: string, text: string, manifest: Manifest): boolean {
  return manifest.get(path)?.includes(hashOf(text)) ?? false;
}

/**
 * Whether a file is ours to overwrite: one that the manifest lists, and that is as it was
 * generated or still says that it is generated. Without that line, somebody put a file of
 * their own in its place.
 */
export function isOurs(path: string, text: string, manifest: Manifest): boolean {
  return manifest.has(path) && (header.test(text) || isUntouched(path, text, manifest));
}
