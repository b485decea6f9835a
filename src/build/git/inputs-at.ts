import { join, resolve } from "node:path";
import { hasInput, type Host, type InputKind } from "../../parse/index.ts";
import type { SchemaOptions } from "../read-schema.ts";
import type { Checkout } from "./checkout.ts";
import { formerNames } from "./former-names.ts";
import { RevisionError } from "./revision-error.ts";
import type { RevisionFiles } from "./revision-files.ts";
import { listed, shown } from "./shown.ts";

/** A commit and its files. */
export interface Revision {
  /** As people know it. */
  readonly name: string;
  readonly checkout: Checkout;
  readonly files: RevisionFiles;
  readonly host: Host;
}

const kinds: readonly InputKind[] = ["sources", "docs", "overlays", "searchFolders"];

/**
 * The inputs as a commit knows them: what was renamed since under its former name, and what is
 * new left out where that is allowed.
 *
 * @throws RevisionError when something is new, and that is not allowed
 */
export function inputsAt(
  options: SchemaOptions,
  revision: Revision,
  allowNewSources: boolean,
): SchemaOptions {
  const search = searchIn(options, revision);
  const missing = new Set<string>();
  const found: Partial<Record<InputKind, readonly string[]>> = {};
  for (const kind of kinds) {
    const inputs = options[kind];
    if (!inputs) continue;
    found[kind] = inputs.flatMap((input) => {
      const there = search(input, kind);
      if (there === undefined) missing.add(input);
      return there ?? [];
    });
  }
  if (missing.size === 0 || allowNewSources) return { ...options, ...found };
  const names = listed([...missing].map((input) => shown(input)));
  const [verb, them] = missing.size > 1 ? ["are", "them"] : ["is", "it"];
  const sentence = `${names} ${verb} not in ${revision.name}; \`--allow-new-sources\` treats ${them} as empty there`;
  throw new RevisionError("no-answer", sentence);
}

/** Looks for an input under its name, and for a file under its former one. */
function searchIn(
  options: SchemaOptions,
  { checkout, files, host }: Revision,
): (input: string, kind: InputKind) => string | undefined {
  const { workingFolder = ".", standardInput } = options;
  let former: ReadonlyMap<string, string> | undefined;
  return (input, kind) => {
    if (input === "-" && standardInput) return input;
    if (hasInput(input, kind, host, options)) return input;
    const path = resolve(workingFolder, host.resolve(".", input));
    // Outside of the repository nothing is new; that it is missing is said when it is read.
    const place = files.placeOf(path);
    if (place === undefined) return input;
    former ??= formerNames(checkout.git, checkout.commit);
    const name = former.get(place);
    return name === undefined ? undefined : join(checkout.folder, name);
  };
}
