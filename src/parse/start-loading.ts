import type { MofSet } from "../ast/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import { type Homes, homesIn } from "./homes-in.ts";
import type { Host } from "./host.ts";
import type { LoadOptions } from "./load-options.ts";
import { Loader } from "./loader.ts";
import { Others } from "./others.ts";
import type { Readers } from "./readers.ts";

/** MOF that was read, and other files that wait for readers: who needs none need not have them. */
export interface Loading {
  readonly hasPages: boolean;
  readonly hasOverlays: boolean;
  /** Reads the other files, and says what all of them are together. */
  finish(readers: Readers): Outcome<MofSet>;
}

/** The first half of `load`. */
export function startLoading(inputs: readonly string[], host: Host, options: LoadOptions): Loading {
  const loader = new Loader(host, options);
  for (const input of inputs) loader.add(input);
  for (const input of options.docs ?? []) loader.addDocs(input);
  for (const input of options.overlays ?? []) loader.addOverlay(input);
  loader.search();
  const { pages, docs, overlays } = loader;
  return {
    hasPages: pages.length + docs.length > 0,
    hasOverlays: overlays.length > 0,
    finish: (readers) => finish(loader, readers),
  };
}

function finish(loader: Loader, readers: Readers): Outcome<MofSet> {
  const { value: set, diagnostics } = loader.outcome();
  let homes: Homes | undefined;
  const documents = () => [...set.roots, ...set.includes.values()];
  const others = new Others(readers, () => (homes ??= homesIn(documents())));
  others.addPages(loader.pages);
  others.addDocs(loader.docs);
  for (const source of loader.overlays) others.addOverlay(source);
  const { roots, documentation, overlays } = others;
  const value = {
    ...set,
    roots: [...set.roots, ...roots],
    ...(documentation.length > 0 && { documentation }),
    ...(overlays.length > 0 && { overlays }),
  };
  return { value, diagnostics: [...diagnostics, ...others.diagnostics] };
}
