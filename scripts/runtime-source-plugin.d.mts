/** The modules of packages that the runtime's source contains, by their paths. */
export function modulesInRuntimeSource(): Promise<readonly string[]>;

interface Context {
  emitFile(file: { type: "asset"; fileName: string; source: string }): unknown;
}

/** A plugin that writes the runtime's source as `runtime-source.json`. */
export function runtimeSource(): {
  name: string;
  generateBundle(this: Context): Promise<void>;
};
