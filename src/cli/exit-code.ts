/** What the exit code of every command means. They do not change between versions. */
export const exitCode = {
  /** Done, and nothing to complain about. */
  done: 0,
  /** Mistakes in the sources, or an output that is stale or cannot be written. */
  findings: 1,
  /** Options that do not exist, contradict each other or lack a value. */
  usage: 2,
  /** A question has no answer because a source cannot be read. */
  noAnswer: 3,
  /** A server refused, or could not be reached. */
  server: 4,
} as const;
