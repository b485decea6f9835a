/** A version of TypeScript. */
export interface Compiler {
  readonly version: string;
  /** The script that Node is to run. */
  readonly script: string;
}

/** From the oldest to the newest. */
export const compilers: readonly Compiler[];

/** One run of a compiler. */
export interface Compilation {
  readonly compiler: Compiler;
  /** How imports find what they name. */
  readonly resolution: "nodenext" | "bundler";
  /** `web`: TypeScript's default lib alone; `node`: that of the language alone, and Node's types. */
  readonly platform: "web" | "node";
  /** Folders of the project. */
  readonly include: readonly string[];
}

/**
 * What a compiler says about a project under every strict flag that it knows; nothing when
 * it is content. The types of packages are checked as well.
 */
export function compile(project: string, compilation: Compilation): Promise<string>;
