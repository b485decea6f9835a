import type { OverlaySentences } from "../catalogue/overlay.ts";
import type { Pages } from "./page.ts";

export const overlayPages: Pages<OverlaySentences> = {
  "overlay-damaged": {
    why: "An overlay states facts that the sources leave out, as JSON or YAML of a fixed shape. Something in the file is not of that shape.",
  },
};
