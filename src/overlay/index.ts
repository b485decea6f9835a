export { isOverlay } from "./is-overlay.ts";
export type {
  OverlayFile,
  OverlayFileClass,
  OverlayFileMethod,
  OverlayFileParameter,
  OverlayFileProperty,
  OverlayFileValues,
} from "./overlay-file.ts";
export { readOverlay } from "./read-overlay.ts";
