export { type Decoded, type DecodeNote, type Encoding, decode } from "./decode.ts";
export { lineText, positionAt } from "./position.ts";
export type { Location, Position, Source, Span } from "./source.ts";
