/** What can be said about overlays, the files in which people state what sources leave out. */
import type { Catalogue, InFile } from "../sentence.ts";

export interface OverlaySentences {
  readonly "overlay-damaged": InFile & { readonly reason: string };
}

export const overlaySentences: Catalogue<OverlaySentences> = {
  "overlay-damaged": {
    severity: "error",
    message: ({ path, reason }) => `${path} is no overlay: ${reason}`,
    help: () => "schemas/overlay.schema.json in the package says what may stand in one.",
  },
};
