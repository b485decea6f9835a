export type {
  OverlayFile,
  OverlayFileClass,
  OverlayFileMethod,
  OverlayFileParameter,
  OverlayFileProperty,
  OverlayFileValues,
} from "./overlay-file.ts";
export { readOverlay } from "./read-overlay.ts";
