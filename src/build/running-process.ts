import { codeOf } from "./reason.ts";

/** The number of the process that this is; apart from the program itself, only locks need it. */
export const ownProcess: number = process.pid;

/** Whether a process of this computer has not ended. */
export function isRunning(pid: number): boolean {
  try {
    // Signal 0 is not sent; it only asks whether it could be.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** The environment of this process with some changes, for a program that it starts. */
export function environmentWith(
  changes: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return { ...process.env, ...changes };
}
