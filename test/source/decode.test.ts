import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, type Decoded } from "../../src/source/index.ts";

const text = 'class A { string Größe = "€"; };\r\n';

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}

function ascii(letters: string, ...rest: readonly number[]): Uint8Array {
  return bytes(...Buffer.from(letters, "latin1"), ...rest);
}

function utf16be(letters: string): Buffer {
  return Buffer.from(letters, "utf16le").swap16();
}

describe("an encoding", () => {
  const table: readonly (readonly [string, Uint8Array, Decoded])[] = [
    ["nothing", bytes(), { text: "", encoding: "utf-8", notes: [] }],
    ["UTF-8", Buffer.from(text), { text, encoding: "utf-8", notes: [] }],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`), { text, encoding: "utf-8", notes: [] }],
    [
      "UTF-16LE with a mark",
      Buffer.from(`\uFEFF${text}`, "utf16le"),
      { text, encoding: "utf-16le", notes: [] },
    ],
    ["UTF-16LE without", Buffer.from(text, "utf16le"), { text, encoding: "utf-16le", notes: [] }],
    ["UTF-16BE with a mark", utf16be(`\uFEFF${text}`), { text, encoding: "utf-16be", notes: [] }],
    ["UTF-16BE without", utf16be(text), { text, encoding: "utf-16be", notes: [] }],
    ["a mark alone", bytes(0xff, 0xfe), { text: "", encoding: "utf-16le", notes: [] }],
    [
      "UTF-16 with an odd number of bytes",
      bytes(0xff, 0xfe, 0x41, 0x00, 0x42),
      {
        text: "A",
        encoding: "utf-16le",
        notes: [{ kind: "odd-length", byteOffset: 4, offset: 1 }],
      },
    ],
    [
      "windows-1252",
      ascii("// 5 ", 0x80, 0x2c, 0x20, 0x93, 0x41, 0x94, 0x96, 0x81, 0xe9),
      {
        text: "// 5 €, “A”–\u0081é",
        encoding: "windows-1252",
        notes: [{ kind: "not-utf-8", byteOffset: 5, offset: 5 }],
      },
    ],
    [
      "windows-1252 behind a mark of UTF-8",
      bytes(0xef, 0xbb, 0xbf, 0x41, 0xe9, 0x42),
      {
        text: "AéB",
        encoding: "windows-1252",
        notes: [{ kind: "not-utf-8", byteOffset: 4, offset: 1 }],
      },
    ],
    [
      "UTF-8 that breaks off",
      ascii("// ", 0xe2, 0x82),
      {
        text: "// â‚",
        encoding: "windows-1252",
        notes: [{ kind: "not-utf-8", byteOffset: 3, offset: 3 }],
      },
    ],
    [
      "a genuine U+FFFD before what is not UTF-8",
      bytes(0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd, 0xff),
      {
        text: "ï¿½ï¿½ÿ",
        encoding: "windows-1252",
        notes: [{ kind: "not-utf-8", byteOffset: 6, offset: 6 }],
      },
    ],
  ];

  test.each(table)("%s", (_, input, decoded) => expect(decode(input)).toEqual(decoded));
});

test("all bytes of windows-1252 are read as Windows reads them", () => {
  const upper = Array.from({ length: 128 }, (_, index) => 0x80 + index);
  const latin1 = String.fromCharCode(...upper.slice(32));
  expect(decode(bytes(...upper)).text).toBe(
    `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ${latin1}`,
  );
});

test("a megabyte of U+FFFD before a wrong byte is no burden", () => {
  const many = Buffer.concat([Buffer.from("\uFFFD".repeat(350_000)), bytes(0xff)]);
  expect(decode(many).notes).toEqual([
    { kind: "not-utf-8", byteOffset: 1_050_000, offset: 1_050_000 },
  ]);
});

test("whatever is UTF-8 comes back, with a mark or without", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.boolean(), (content, marked) => {
      // Zero bytes in the right places are taken for UTF-16, and a mark is no text.
      fc.pre(!content.slice(0, 4).includes("\0") && !content.startsWith("\uFEFF"));
      const written = Buffer.from((marked ? "\uFEFF" : "") + content);
      expect(decode(written)).toEqual({ text: content, encoding: "utf-8", notes: [] });
    }),
  );
});

test("any bytes give a text, and notes point into the bytes and into the text", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (input) => {
      const decoded = decode(input);
      for (const { byteOffset, offset } of decoded.notes) {
        expect(byteOffset).toBeLessThan(input.length);
        expect(offset).toBeLessThanOrEqual(decoded.text.length);
      }
    }),
  );
});
