/** Inputs of every kind: noise, words without order, what the grammar allows, real texts changed. */
import fc from "fast-check";
import { grammatical } from "./grammar.ts";
import { mutated } from "./mutate.ts";

/** How a text becomes bytes, some of which are then wrong. */
const ENCODINGS = ["utf-8", "utf-8", "utf-8", "marked", "utf-16le", "utf-16be", "latin1"] as const;

const WORDS =
  'class instance of qualifier as ref #pragma include namespace [ ] { } ( ) ; , : = " \' \\ / // /* */ $ $A 0 1 -1 0x1F 101b 1.5 true null "a" "a\\n" A B string uint8 [Key] \r\n \t é \0 \u00A0 \uFEFF enumeration structure value association Scope Flavor codegen-disable-next-line'.split(
    " ",
  );

/**
 * The bytes of files.
 *
 * @param texts - real ones, to be changed
 */
export function inputs(texts: readonly string[]): fc.Arbitrary<Uint8Array> {
  const words = fc
    .array(fc.constantFrom(...WORDS), { maxLength: 60 })
    .chain((list) => fc.constantFrom(" ", "", "\n").map((separator) => list.join(separator)));
  const text = fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 100 }) },
    { weight: 2, arbitrary: words },
    { weight: 4, arbitrary: grammatical },
    { weight: 8, arbitrary: mutated(texts) },
  );
  const flips = fc.array(fc.tuple(fc.nat(0xffff), fc.nat(255)), { maxLength: 3 });
  const encoded = fc
    .tuple(text, fc.constantFrom(...ENCODINGS), fc.oneof(fc.constant([]), flips))
    .map(([text, encoding, flips]) => flipped(bytesOf(text, encoding), flips));
  return fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 20, arbitrary: encoded },
  );
}

function bytesOf(text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array {
  switch (encoding) {
    case "marked":
      return Buffer.from(`\uFEFF${text}`);
    case "utf-16be":
      return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
    case "utf-16le":
      return Buffer.from(`\uFEFF${text}`, "utf16le");
    default:
      return Buffer.from(text, encoding);
  }
}

function flipped(bytes: Uint8Array, flips: readonly (readonly [number, number])[]): Uint8Array {
  for (const [at, byte] of flips) {
    if (bytes.length > 0) bytes[Math.floor((at / 0x10000) * bytes.length)] = byte;
  }
  return bytes;
}
