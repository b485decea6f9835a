import { otherEdits } from "./classes.ts";
import type { Edit } from "./edit.ts";
import { lineageEdits } from "./lineage.ts";
import { methodEdits } from "./methods.ts";
import { propertyEdits } from "./properties.ts";
import { qualifierEdits } from "./qualifiers.ts";

/** Every edit that there is. */
export const allEdits: readonly Edit[] = [
  ...otherEdits,
  ...lineageEdits,
  ...propertyEdits,
  ...methodEdits,
  ...qualifierEdits,
];
