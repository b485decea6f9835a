/** Instances to JSON and back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Sample_Part } from "../../fixtures/golden/every-type-has-its-typescript/expected/root/cimv2/Sample_Part.ts";
import { Sample_Types } from "../../fixtures/golden/every-type-has-its-typescript/expected/root/cimv2/Sample_Types.ts";
import {
  CimDateTime,
  CimInterval,
  type CimValue,
  createClient,
  fromJson,
  memoryTransport,
  parseDateTime,
  pathOf,
  referenceTo,
  toJson,
} from "../../src/runtime/index.ts";
import { failure } from "./caught.ts";

const classes = [Sample_Types, Sample_Part];

/** What a client says of an instance with these properties. */
async function instanceOf(properties: Record<string, unknown>): Promise<object> {
  const transport = memoryTransport({ classes, instances: { Sample_Types: [properties] } });
  return createClient(transport, { classes, mismatch: "ignore" }).get(Sample_Types, {
    Id: properties["Id"] as number,
  });
}

const part = referenceTo<Sample_Part>({
  namespace: "root/cimv2",
  className: "Sample_Part",
  keys: { Name: 'a "part", \\ more' },
});

describe("fromJson", () => {
  test("reads what JSON.stringify made of an instance", async () => {
    const instance = await instanceOf({
      Id: 1,
      Flag: true,
      Big: 18446744073709551615n,
      Signed: -9223372036854775808n,
      Single: Number.POSITIVE_INFINITY,
      Double: 0.1,
      Letter: "x",
      Name: "n",
      Taken: parseDateTime("20261125******.******+060"),
      Lasted: parseDateTime("00000001020304.000005:000"),
      Bytes: [0, 255],
      Words: ["a", ""],
      Blob: new Uint8Array([1, 2, 255]),
      Blobs: [new Uint8Array([]), new Uint8Array([7])],
      Part: { Name: "inner" },
      Parts: [{ Name: "one" }, { Name: "two" }],
      Anything: { className: "Sample_Part", properties: { Name: "any" } },
      Other: part,
    });
    const json = JSON.stringify(instance);
    expect(JSON.parse(json)).toMatchObject({
      Big: "18446744073709551615",
      Single: "Infinity",
      Taken: "20261125******.******+060",
      Lasted: "00000001020304.000005:000",
      Blob: "AQL/",
      Blobs: ["", "Bw=="],
      Other: 'root/cimv2:Sample_Part.Name="a \\"part\\", \\\\ more"',
    });
    const read = fromJson(Sample_Types, json, { classes });
    expect(read).toEqual({ ...instance });
    expect(read.Other && pathOf(read.Other)).toEqual(pathOf(part));
    expect(read.Taken).toBeInstanceOf(CimDateTime);
    expect(read.Lasted).toBeInstanceOf(CimInterval);
    expect(JSON.stringify(toJson(read))).toBe(json);
    expect(fromJson(Sample_Types, JSON.parse(json) as object, { classes })).toEqual(read);
  });

  test("properties that the text leaves out are null", () => {
    const read = fromJson(Sample_Part, "{}");
    expect(read).toEqual({ Name: null });
  });

  test.each([
    ["no JSON", "{", "Sample_Types: the text is no JSON"],
    ["no object", "[]", "Sample_Types: an instance is an object"],
    ["a property of another class", '{"Colour":1}', "Sample_Types: Colour is no property"],
    [
      "a number that is too large",
      '{"Byte":256}',
      "Sample_Types: property Byte must be a uint8, not the number 256",
    ],
    [
      "a text where a 64-bit integer is wanted",
      '{"Big":"many"}',
      "Sample_Types: property Big must be a uint64 (bigint, or a safe integer), not a string",
    ],
    [
      "octets that are none",
      '{"Blob":"%"}',
      "Sample_Types: property Blob must be an octetstring (Uint8Array), not a string",
    ],
    [
      "a member of an embedded instance",
      '{"Part":{"Colour":1}}',
      "Sample_Part: Colour is no property",
    ],
  ])("refuses %s", async (_, json, sentence) => {
    expect(await failure(() => fromJson(Sample_Types, json, { classes }))).toEqual([
      "invalid-parameter",
      sentence,
    ]);
  });

  test("refuses instances that are nested deeper than the stack is high", async () => {
    const deep = `${'{"Anything":{"className":"Sample_Types","properties":'.repeat(30_000)}{}${"}}".repeat(30_000)}`;
    expect(await failure(() => fromJson(Sample_Types, deep))).toEqual([
      "invalid-parameter",
      expect.stringMatching(
        /^Sample_Types: the (?:instances are nested too deeply|text is no JSON)$/,
      ),
    ]);
  });

  test("every value of every type comes back", async () => {
    const integer = (bits: number, signed: boolean) =>
      signed
        ? fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 })
        : fc.integer({ min: 0, max: 2 ** bits - 1 });
    const real = fc.double();
    const octets = fc.uint8Array({ maxLength: 20 }).map((bytes) => new Uint8Array(bytes));
    const nullable = <V>(values: fc.Arbitrary<V>) => fc.option(values, { nil: null });
    const properties = fc.record({
      Id: integer(32, false),
      Flag: nullable(fc.boolean()),
      Byte: nullable(integer(8, false)),
      Small: nullable(integer(8, true)),
      Word: nullable(integer(16, false)),
      Short: nullable(integer(16, true)),
      Int: nullable(integer(32, true)),
      Big: nullable(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })),
      Signed: nullable(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      Single: nullable(fc.float()),
      Double: nullable(real),
      Letter: nullable(fc.string({ minLength: 1, maxLength: 1 })),
      Name: fc.string({ unit: "binary" }),
      Bytes: nullable(fc.array(integer(8, false))),
      Words: nullable(fc.array(nullable(fc.string()))),
      Blob: nullable(octets),
      Blobs: nullable(fc.array(octets)),
      Parts: nullable(fc.array(fc.record({ Name: fc.string() }))),
    });
    await fc.assert(
      fc.asyncProperty(properties, async (values: Record<string, CimValue | object>) => {
        const instance = await instanceOf(values);
        const read = fromJson(Sample_Types, JSON.stringify(instance), { classes });
        expect(read).toEqual({ ...instance });
      }),
      { numRuns: 300 },
    );
  });
});
