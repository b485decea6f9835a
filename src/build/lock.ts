import { randomUUID } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { attempt } from "./attempt.ts";
import type { FileSystem } from "./file-system.ts";
import { lockName } from "./output-path.ts";
import { codeOf } from "./reason.ts";
import { isRunning, ownProcess } from "./running-process.ts";

/** No run writes this long; whoever holds a lock that is older has gone. */
const staleAfter = 10 * 60 * 1000;
/** Our own locks are far shorter. */
const longest = 4096;

/** The right to change an output folder, which one run has at a time. */
export interface Lock {
  release(): void;
}

/** Whether a run is writing into a folder right now. */
export function isLocked(root: string): boolean {
  const found = lockAt(join(root, lockName));
  return found !== undefined && isHeld(found);
}

/**
 * Takes the lock of an output folder, also from a run that was killed.
 *
 * @param temporary - a folder of this run on the same disk: the lock is written there and then gets
 *   its name in one step, so that no other run ever sees half of it
 * @returns `undefined` when another run holds it
 */
export function takeLock(
  root: string,
  temporary: string,
  fileSystem: FileSystem,
): Lock | undefined {
  const path = join(root, lockName);
  const own = join(temporary, "lock");
  const text = JSON.stringify({ pid: ownProcess, host: hostname(), run: randomUUID() });
  fileSystem.writeNew(own, text);
  const taken =
    claim(own, path, fileSystem) ||
    (putAside(path, join(temporary, "stale-lock"), fileSystem) && claim(own, path, fileSystem));
  if (!taken) return undefined;
  return {
    release: () => {
      if (lockAt(path)?.text === text) fileSystem.removeFile(path);
    },
  };
}

function claim(own: string, path: string, fileSystem: FileSystem): boolean {
  try {
    fileSystem.keepAs(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Moves a lock that nobody holds any more out of the way. */
function putAside(path: string, aside: string, fileSystem: FileSystem): boolean {
  const found = lockAt(path);
  if (!found) return true;
  if (isHeld(found) || !attempt(() => fileSystem.rename(path, aside))) return false;
  if (lockAt(aside)?.text === found.text) return true;
  // Another run was faster, and this is its lock.
  attempt(() => fileSystem.keepAs(aside, path));
  return false;
}

interface FoundLock {
  /** `undefined` for what cannot be a lock of ours, such as a folder. */
  readonly text: string | undefined;
  readonly age: number;
}

function lockAt(path: string): FoundLock | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  const age = Date.now() - stats.mtimeMs;
  if (!stats.isFile() || stats.size > longest) return { text: undefined, age };
  try {
    return { text: readFileSync(path, "utf8"), age };
  } catch (error) {
    // It was released meanwhile.
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** What is not a lock of ours counts as held: it is not ours to remove. */
function isHeld({ text, age }: FoundLock): boolean {
  // Without hard links, a lock is empty for a moment, or for good when its run was killed then.
  if (text === "") return age < staleAfter;
  const holder = holderOf(text);
  if (!holder) return true;
  if (age >= staleAfter) return false;
  return holder.host !== hostname() || isRunning(holder.pid);
}

function holderOf(text: string | undefined): { pid: number; host: string } | undefined {
  try {
    const content: unknown = JSON.parse(text ?? "");
    if (typeof content !== "object" || content === null) return undefined;
    if (!("pid" in content) || !("host" in content)) return undefined;
    const { pid, host } = content;
    // Zero and negative numbers mean groups of processes.
    if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
    return typeof host === "string" ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}
