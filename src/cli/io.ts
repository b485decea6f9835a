/** All that a command meets of the outside world besides files. */
export interface Io {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** What the source `-` stands for; asked for only then. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where text goes, such as `process.stdout`. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}
