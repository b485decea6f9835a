import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isFingerprint, isDay, type Acceptance } from "../diff/judge/acceptance.ts";
import { isObject, isText, shown } from "./configuration-forms.ts";
import { reasonOf } from "./reason.ts";

/** An accept file that cannot be used, one sentence without a full stop. */
export class AcceptFileError extends Error {
  override readonly name = "AcceptFileError";
}

const keys = ["fingerprint", "change", "reason", "until"] as const;

/** What an accept file says. */
export interface AcceptFile {
  readonly acceptances: readonly Acceptance[];
  /** For editors, which find the schema of a JSON file by it. */
  readonly schema?: string;
}

/**
 * The changes that somebody has agreed to; none when there is no file.
 *
 * @param path - absolute
 * @param name - how the file is called in messages
 * @throws AcceptFileError when the file cannot be read or understood
 */
export function readAcceptFile(path: string, name: string): AcceptFile {
  if (!existsSync(path)) return { acceptances: [] };
  const content = contentOf(path, name);
  if (!isObject(content)) throw damaged(name, "it holds an object", shown(content));
  const { version, accepted, $schema, ...rest } = content;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new AcceptFileError(`${name}: there is no key ${unknown}`);
  if ($schema !== undefined && !isText($schema))
    throw damaged(name, "$schema is a text", shown($schema));
  if (version !== 1) throw damaged(name, "version is 1", shown(version));
  if (!Array.isArray(accepted)) throw damaged(name, "accepted is a list", shown(accepted));
  const found = accepted.map((each: unknown, index) =>
    acceptanceOf(each, `${name}: accepted[${index}]`),
  );
  const twice = found.find((each, index) => found.findIndex(sameAs(each)) < index);
  if (twice)
    throw new AcceptFileError(`${name}: ${twice.fingerprint} is accepted twice; remove one`);
  return { acceptances: found, ...($schema !== undefined && { schema: $schema }) };
}

/** Writes an accept file, all of it or nothing. */
export function writeAcceptFile(path: string, { acceptances, schema }: AcceptFile): void {
  const accepted = acceptances.map(({ fingerprint, change, reason, until }) => ({
    fingerprint,
    ...(change !== undefined && { change }),
    reason,
    ...(until !== undefined && { until }),
  }));
  const staged = `${path}.${randomUUID()}.tmp`;
  try {
    const content = { ...(schema !== undefined && { $schema: schema }), version: 1, accepted };
    writeFileSync(staged, `${JSON.stringify(content, undefined, 2)}\n`);
    renameSync(staged, path);
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}

function sameAs({ fingerprint }: Acceptance): (other: Acceptance) => boolean {
  return (other) => other.fingerprint === fingerprint;
}

function contentOf(path: string, name: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\ufeff/u, "");
  } catch (error) {
    throw new AcceptFileError(`${name} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : "";
    const what = `${name} is no JSON: ${reason}; repair it or take it from git again`;
    throw new AcceptFileError(what, { cause: error });
  }
}

function acceptanceOf(value: unknown, place: string): Acceptance {
  if (!isObject(value)) throw damaged(place, "an acceptance is an object", shown(value));
  const unknown = Object.keys(value).find((key) => !keys.some((known) => known === key));
  if (unknown !== undefined) throw new AcceptFileError(`${place}: there is no key ${unknown}`);
  const { fingerprint, reason, until, change } = value;
  if (!isText(fingerprint) || !isFingerprint(fingerprint)) {
    throw damaged(place, "fingerprint is twelve hexadecimal digits", shown(fingerprint));
  }
  if (!isText(reason)) throw damaged(place, "reason is a text", shown(reason));
  if (until !== undefined && !(isText(until) && isDay(until))) {
    throw damaged(place, "until is a date such as 2026-12-31", shown(until));
  }
  if (change !== undefined && !isText(change))
    throw damaged(place, "change is a text", shown(change));
  return {
    fingerprint,
    reason,
    ...(until !== undefined && { until }),
    ...(change !== undefined && { change }),
  };
}

function damaged(place: string, expected: string, found: string): AcceptFileError {
  return new AcceptFileError(`${place}: ${expected}, not ${found}`);
}
