/** All that a command meets of the outside world besides files. */
export interface Io {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** What the source `-` stands for; asked for only then. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** The day, as `2026-11-27`: what has an expiry is compared with it. */
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where text goes, such as `process.stdout`. */
export interface TextStream {
  /**
   * @param done - called when the text has been taken, or cannot be
   * @returns `false` when it is worth waiting for that before more is written
   */
  write(text: string, done?: (error?: Error | null) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}
