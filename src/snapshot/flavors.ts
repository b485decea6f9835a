/** Flavors as the words of MOF. */
import type { Flavors } from "../model/index.ts";
import type { SnapshotFlavor } from "./format.ts";

/** All that a declaration of a qualifier has to say; what WMI assumes by itself is not said. */
export function flavorWords(flavors: Flavors): readonly SnapshotFlavor[] {
  return [
    flavors.overridable ? "EnableOverride" : "DisableOverride",
    flavors.toSubclass ? "ToSubclass" : "Restricted",
    ...extraWords(flavors),
  ];
}

/** What has to be said at a value because the type of the qualifier does not say it. */
export function differentFlavors(flavors: Flavors, usual: Flavors): readonly SnapshotFlavor[] {
  if (flavors === usual) return [];
  const words = new Set(flavorWords(usual));
  const different = flavorWords(flavors).filter((word) => !words.has(word));
  return usual.toInstance && !flavors.toInstance ? [...different, "NotToInstance"] : different;
}

function extraWords(flavors: Flavors): readonly SnapshotFlavor[] {
  return [
    ...(flavors.toInstance ? ["ToInstance" as const] : []),
    ...(flavors.translatable ? ["Translatable" as const] : []),
    ...(flavors.amended ? ["Amended" as const] : []),
  ];
}
