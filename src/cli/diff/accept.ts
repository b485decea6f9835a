import { resolve } from "node:path";
import {
  type AcceptFile,
  AcceptFileError,
  readAcceptFile,
  writeAcceptFile,
} from "../../build/index.ts";
import { reasonOf } from "../../build/reason.ts";
import { suggest } from "../../diagnostics/index.ts";
import { isDay, type Acceptance, type Change } from "../../diff/index.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { count } from "../report.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/** What the accept file is called, as the user says it. */
export function acceptFileName(values: Values): string {
  return values.text("accept-file") ?? "codegen.accept.json";
}

/**
 * Reads the accept file; there may be none.
 *
 * @throws UsageError when it cannot be understood
 */
export function readAcceptances(values: Values, io: Io): AcceptFile {
  const name = acceptFileName(values);
  try {
    return readAcceptFile(resolve(io.cwd, name), name);
  } catch (error) {
    if (error instanceof AcceptFileError) throw new UsageError(error.message);
    throw error;
  }
}

/** An acceptance as the command line states it. */
export interface Wanted {
  readonly fingerprints: readonly string[];
  readonly reason: string;
  readonly until?: string;
}

/**
 * What `--accept`, `--reason` and `--until` say together; `undefined` without the first.
 *
 * @throws UsageError when one of them is missing or makes no sense
 */
export function wantedAcceptance(values: Values, { today }: Io): Wanted | undefined {
  const fingerprints = values.texts("accept");
  const reason = values.text("reason");
  const until = values.text("until");
  if (fingerprints.length === 0) {
    const alone = reason === undefined ? until && "--until" : "--reason";
    if (alone) throw new UsageError(`${alone} belongs to --accept <fingerprint>`);
    return undefined;
  }
  if (reason === undefined || reason.trim() === "") {
    throw new UsageError('--accept needs a reason: --reason "…"');
  }
  if (until !== undefined && !isDay(until)) throw new UsageError(`--until ${until} is no day`);
  if (until !== undefined && until < today) {
    throw new UsageError(`--until ${until} is over; name a day that is still to come`);
  }
  return { fingerprints, reason, ...(until !== undefined && { until }) };
}

/**
 * Adds acceptances to the file. An older one of the same change is replaced.
 *
 * @param changes - what there is to be accepted; unless they are known, any fingerprint is
 */
export function accept(
  wanted: Wanted,
  changes: readonly Change[] | undefined,
  values: Values,
  io: Io,
): number {
  const name = acceptFileName(values);
  const fingerprints = new Set(wanted.fingerprints);
  const added = Array.from(fingerprints, (each) => acceptanceOf(each, wanted, changes));
  const file = readAcceptances(values, io);
  const kept = file.acceptances.filter(({ fingerprint }) => !fingerprints.has(fingerprint));
  try {
    writeAcceptFile(resolve(io.cwd, name), { ...file, acceptances: [...kept, ...added] });
  } catch (error) {
    io.stderr.write(`error: ${name} cannot be written: ${reasonOf(error)}\n`);
    return exitCode.findings;
  }
  io.stdout.write(`Accepted ${count(added.length, "change")} in ${name}\n`);
  return exitCode.done;
}

function acceptanceOf(
  fingerprint: string,
  { reason, until }: Wanted,
  changes: readonly Change[] | undefined,
): Acceptance {
  const found = changes?.find((each) => each.fingerprint === fingerprint);
  if (changes && !found) {
    const meant = suggest(
      fingerprint,
      changes.map((each) => each.fingerprint),
    );
    const question = meant === undefined ? "" : `. Did you mean ${meant}?`;
    throw new UsageError(`no change has the fingerprint ${fingerprint}${question}`);
  }
  return {
    fingerprint,
    ...(found && { change: `${found.rule}: ${found.message}` }),
    reason,
    ...(until !== undefined && { until }),
  };
}
