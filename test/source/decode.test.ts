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

function utf16le(letters: string): Buffer {
  return Buffer.from(letters, "utf16le");
}

function utf16be(letters: string): Buffer {
  return utf16le(letters).swap16();
}

function utf32(letters: string, little: boolean): Buffer {
  const points = [...letters].map((letter) => letter.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(4 * points.length));
  for (const [index, point] of points.entries()) view.setUint32(4 * index, point, little);
  return Buffer.from(view.buffer);
}

/** What a conversion of line ends does to bytes that it takes for letters. */
function mangled(input: Uint8Array): Uint8Array {
  return bytes(...[...input].flatMap((byte) => (byte === 0x0a ? [0x0d, 0x0a] : [byte])));
}

/** With further bytes at an offset. */
function withBytes(input: Uint8Array, at: number, ...more: readonly number[]): Uint8Array {
  return bytes(...input.subarray(0, at), ...more, ...input.subarray(at));
}

function without(input: Uint8Array, at: number): Uint8Array {
  return bytes(...input.subarray(0, at), ...input.subarray(at + 1));
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

describe("UTF-16 without a mark", () => {
  const table: readonly (readonly [string, Uint8Array, Decoded["encoding"]])[] = [
    ["one letter", utf16le("a"), "utf-16le"],
    ["one letter, the other way round", utf16be("a"), "utf-16be"],
    ["a line end in front", utf16le("\r\nclass A {};"), "utf-16le"],
    ["a line end in front, the other way round", utf16be("\r\nclass A {};"), "utf-16be"],
    ["Japanese in a comment", utf16le("// 日本語の説明文\r\nclass A {};"), "utf-16le"],
    ["a zero at the end of a text", ascii("class A {};", 0), "utf-8"],
    ["some zeros in a text", ascii("class\0A {\0\0};"), "utf-8"],
    ["a zero behind the first letter", ascii("c\0lass A {};"), "utf-8"],
    ["zeros behind a text", ascii(`class A {};${"\0".repeat(9000)}`), "utf-8"],
    ["zeros only", bytes(0, 0, 0, 0), "utf-8"],
    ["a zero in each word", ascii("cla\0ss A\0 { ui\0nt8 B\0; };"), "utf-8"],
  ];
  test.each(table)("%s", (_, input, encoding) => expect(decode(input).encoding).toBe(encoding));
});

describe("UTF-32 is read, and said to be what it is", () => {
  const notes: Decoded["notes"] = [{ kind: "utf-32", byteOffset: 0, offset: 0 }];
  const letters = "class A {}; // 😀";
  const table: readonly (readonly [string, Uint8Array, Decoded])[] = [
    [
      "little end first",
      utf32(`\uFEFF${letters}`, true),
      { text: letters, encoding: "utf-32le", notes },
    ],
    [
      "big end first",
      utf32(`\uFEFF${letters}`, false),
      { text: letters, encoding: "utf-32be", notes },
    ],
    [
      "what is no character, and what is left over",
      bytes(0, 0, 0xfe, 0xff, 0, 0, 0xd8, 0, 0, 0, 0),
      { text: "\uFFFD", encoding: "utf-32be", notes },
    ],
    [
      "UTF-16 with a zero in front is none",
      bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0x42, 0),
      {
        text: "\0AB",
        encoding: "utf-16le",
        notes: [{ kind: "null-character", byteOffset: 2, offset: 0 }],
      },
    ],
  ];
  test.each(table)("%s", (_, input, decoded) => expect(decode(input)).toEqual(decoded));
});

describe("zero characters: the first of them", () => {
  const table: readonly (readonly [string, Uint8Array, Decoded["notes"][number]])[] = [
    ["UTF-8", Buffer.from("// é\0 \0"), { kind: "null-character", byteOffset: 5, offset: 4 }],
    [
      "UTF-8 with a mark",
      Buffer.from("\uFEFF// é\0"),
      { kind: "null-character", byteOffset: 8, offset: 4 },
    ],
    ["UTF-16", utf16le("\uFEFF// é\0"), { kind: "null-character", byteOffset: 10, offset: 4 }],
  ];
  test.each(table)("%s", (_, input, note) => expect(decode(input).notes).toEqual([note]));

  test("windows-1252", () => {
    expect(decode(ascii("// ", 0xe9, 0x20, 0)).notes).toEqual([
      { kind: "not-utf-8", byteOffset: 3, offset: 3 },
      { kind: "null-character", byteOffset: 5, offset: 5 },
    ]);
  });
});

describe("UTF-16 that was damaged", () => {
  const two = "// one\r\n\r\nclass A {};\r\n";
  const marked = `\uFEFF${two}`;
  const table: readonly (readonly [string, Uint8Array, Decoded])[] = [
    [
      "a 0D before every 0A",
      mangled(utf16le(marked)),
      {
        text: two,
        encoding: "utf-16le",
        notes: [{ kind: "mangled-line-ends", byteOffset: 16, offset: 7 }],
      },
    ],
    [
      "a 0D before every 0A, the other way round",
      mangled(utf16be(marked)),
      {
        text: two,
        encoding: "utf-16be",
        notes: [{ kind: "mangled-line-ends", byteOffset: 17, offset: 7 }],
      },
    ],
    [
      "a 0D before every 0A, without a mark",
      mangled(utf16le(two)),
      {
        text: two,
        encoding: "utf-16le",
        notes: [{ kind: "mangled-line-ends", byteOffset: 14, offset: 7 }],
      },
    ],
    [
      "lines that ended in 0A alone",
      mangled(utf16le("\uFEFFclass A\n{};\n")),
      {
        text: "class A\n{};\n",
        encoding: "utf-16le",
        notes: [{ kind: "mangled-line-ends", byteOffset: 16, offset: 7 }],
      },
    ],
    [
      "one line end, at the end",
      mangled(utf16be("\uFEFFclass A {};\r\n")),
      {
        text: "class A {};\r\n",
        encoding: "utf-16be",
        notes: [{ kind: "mangled-line-ends", byteOffset: 27, offset: 12 }],
      },
    ],
    [
      "a zero behind the mark",
      withBytes(utf16le(marked), 2, 0),
      {
        text: two,
        encoding: "utf-16le",
        notes: [{ kind: "stray-byte", byteOffset: 2, offset: 0 }],
      },
    ],
    [
      "a letter behind the mark",
      withBytes(utf16be(marked), 2, 0x20),
      {
        text: two,
        encoding: "utf-16be",
        notes: [{ kind: "stray-byte", byteOffset: 2, offset: 0 }],
      },
    ],
    [
      "a byte between two characters",
      withBytes(utf16le(marked), 8, 0xff),
      {
        text: two,
        encoding: "utf-16le",
        notes: [{ kind: "stray-byte", byteOffset: 8, offset: 3 }],
      },
    ],
    [
      "a byte inside a character, the other way round",
      withBytes(utf16be(marked), 9, 0x41),
      {
        text: "// Ane\r\n\r\nclass A {};\r\n",
        encoding: "utf-16be",
        notes: [{ kind: "stray-byte", byteOffset: 10, offset: 4 }],
      },
    ],
    [
      "two bytes at two places: the first is named",
      withBytes(withBytes(utf16le(marked), 30, 0), 8, 0),
      {
        text: two,
        encoding: "utf-16le",
        notes: [{ kind: "stray-byte", byteOffset: 8, offset: 3 }],
      },
    ],
    [
      "a byte that got lost, as 0D from a line end",
      without(utf16le(marked), 14),
      {
        text: "// one\n\r\nclass A {};\r\n",
        encoding: "utf-16le",
        notes: [{ kind: "stray-byte", byteOffset: 14, offset: 6 }],
      },
    ],
  ];
  test.each(table)("%s", (_, input, decoded) => expect(decode(input)).toEqual(decoded));
});

describe("UTF-16 that is as it should be, though it looks damaged", () => {
  const table: readonly (readonly [string, string])[] = [
    ["letters of Malayalam before line ends", "// \u0D05\n// \u0D07\n"],
    ["letters of Malayalam alone", "\u0D0A\u0D0A\u0D15"],
    ["blanks of Japanese", `// ${"\u3000".repeat(20)}\n`],
    ["letters of Gurmukhi behind a carriage return", "// a\r\u0A05\r\u0A06"],
    ["characters that end in a zero byte", "// \u4E00\u4E00\u4E00\u4E00\u4E00\u3000\u4E00\n"],
  ];
  test.each(table)("%s", (_, letters) => {
    for (const encode of [utf16le, utf16be]) {
      expect(decode(encode(`\uFEFF${letters}`))).toMatchObject({ text: letters, notes: [] });
    }
  });

  test("half a character is none", () => {
    expect(decode(utf16le("\uFEFFa\uD83Db")).text).toBe("a\uFFFDb");
  });
});

/** Whole characters without what a mark or a zero would be taken for. */
const characters = fc
  .string({ unit: "binary", maxLength: 200 })
  .filter((content) => !content.includes("\0") && !content.startsWith("\uFEFF"));
/** Text of MOF: something in ASCII, then anything. */
const mofText = characters.map((content) => `// a comment\r\nclass A {};\r\n// ${content}\r\n`);

test("whatever is UTF-8 comes back, with a mark or without", () => {
  fc.assert(
    fc.property(characters, fc.boolean(), (content, isMarked) => {
      const written = Buffer.from((isMarked ? "\uFEFF" : "") + content);
      expect(decode(written)).toEqual({ text: content, encoding: "utf-8", notes: [] });
    }),
  );
});

test("whatever is UTF-16 or UTF-32 comes back", () => {
  fc.assert(
    fc.property(mofText, (content) => {
      const written = `\uFEFF${content}`;
      expect(decode(utf16le(written))).toMatchObject({ text: content, notes: [] });
      expect(decode(utf16be(written))).toMatchObject({ text: content, notes: [] });
      expect(decode(utf32(written, true))).toMatchObject({ text: content });
      expect(decode(utf32(written, false))).toMatchObject({ text: content });
    }),
  );
});

test("whatever is windows-1252 comes back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ max: 0xff, min: 1, maxLength: 200 }), (some) => {
      const written = ascii("// ", 0xff, 0x20, ...some);
      const units = [...decode(written).text].map((letter) => letter.charCodeAt(0));
      expect(units.length).toBe(written.length);
      const plain = (unit: number): boolean => unit < 0x80 || (unit > 0x9f && unit < 0x100);
      for (const [index, byte] of written.entries()) {
        if (plain(byte)) expect(units[index]).toBe(byte);
        else expect(plain(units[index] ?? 0)).toBe(false);
      }
    }),
  );
});

test("every conversion of line ends is undone, whatever the text", () => {
  fc.assert(
    fc.property(mofText, (content) => {
      for (const encode of [utf16le, utf16be]) {
        const decoded = decode(mangled(encode(`\uFEFF${content}`)));
        expect(decoded.text).toBe(content);
        expect(decoded.notes).toEqual([
          { kind: "mangled-line-ends", byteOffset: encode === utf16le ? 28 : 29, offset: 13 },
        ]);
      }
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
