export { decode } from "./decode.ts";
export type { Decoded, DecodeNote, Encoding } from "./decoded.ts";
export { ENGLISH, languageOf, localeNumber } from "./locale.ts";
export { lineText, offsetAt, positionAt } from "./position.ts";
export type { Location, Position, Source, Span } from "./source.ts";
