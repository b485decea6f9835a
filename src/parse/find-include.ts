import { expandVariables, variableIn } from "./expand-variables.ts";
import type { Folders } from "./folders.ts";
import type { Host } from "./host.ts";

/** Where an included file is, or where it was looked for. */
export type FoundInclude =
  | {
      readonly path: string;
      /** Whether the file has this name in another case only. */
      readonly inOtherCase: boolean;
    }
  | {
      readonly path: undefined;
      readonly tried: readonly string[];
      /** The variable of the path that has no value. */
      readonly variable?: string;
    };

/** Where included files are looked for. */
export interface IncludePlaces {
  /** In the order of the search. */
  readonly folders: readonly string[];
  /** What `%NAME%` stands for; taken as it is unless stated. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Looks for an included file, folder by folder, in each first under the very name. */
export function findInclude(
  wanted: string,
  places: IncludePlaces,
  host: Host,
  folders: Folders,
): FoundInclude {
  const path = expandVariables(wanted, places.variables ?? {}).text;
  const tried = [...new Set(places.folders.map((folder) => host.resolve(folder, path)))];
  for (const candidate of tried) {
    if (host.kindOf(candidate) === "file") return { path: candidate, inOtherCase: false };
    const other = folders.inOtherCase(candidate);
    if (other !== undefined && host.kindOf(other) === "file") {
      return { path: other, inOtherCase: other !== candidate };
    }
  }
  const variable = variableIn(path);
  return { path: undefined, tried, ...(variable !== undefined && { variable }) };
}
