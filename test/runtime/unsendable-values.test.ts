/** Values that WS-Management has no form for: both sides say so, and nothing is lost in silence. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  Sample_Cargo,
  type Sample_Cargo_Static,
  type Sample_Item,
  Sample_Place,
} from "../../fixtures/golden/every-type-travels/expected/root/cimv2/index.ts";
import { CimDateTime, type Client, type Reference, referenceTo } from "../../src/runtime/index.ts";
import { type CimServer, startServer } from "../../src/simulator/index.ts";
import { connect } from "./connect-windows.ts";
import { at, classes, dock, handlers, type Input, type Values } from "./cargo.ts";
import { collect, failure } from "./caught.ts";

let server: CimServer;
beforeAll(async () => {
  server = await startServer({ classes, handlers });
});
afterAll(() => server.close());

const nothing: Values = Object.fromEntries(
  Object.keys(Sample_Cargo.methods?.["Load"]?.in ?? {}).map((name) => [name, null]),
);
const item = (Name: string): object => ({ Name, Inside: null });
const link = (Name: string): Reference<Sample_Item> =>
  referenceTo({ namespace: "root/cimv2", className: "Sample_Item", keys: { Name } });

/** What there is no form for, and what is said about it. */
const impossible: readonly [what: string, values: Record<string, unknown>, sentence: string][] = [
  ...(
    [
      ["a control character", { Text: "a\u0007b" }, "Text has the character U+0007"],
      ["the character zero", { Text: "\u0000" }, "Text has the character U+0000"],
      ["half a character", { Text: "half \ud83d" }, "Text has the character U+D83D"],
      [
        "a member that is no character",
        { Texts: ["", "\ufffe"] },
        "Texts has the character U+FFFE",
      ],
      ["a char16", { Letter: "\u001b" }, "Letter has the character U+001B"],
      ["a member of what is embedded", { Item: item("\u0001") }, "Name has the character U+0001"],
      ["a key of a reference", { Link: link("\uffff") }, "key Name has the character U+FFFF"],
    ] as const
  ).map(([what, values, has]): [string, Record<string, unknown>, string] => [
    what,
    values,
    `${has}, which XML cannot carry`,
  ]),
  ...["Flags", "Blobs"].map((name): [string, Record<string, unknown>, string] => [
    `an array of one null, ${name}`,
    { [name]: [null] },
    `${name} is an array of one null, which WS-Management writes like a null array`,
  ]),
];

const providerFailure = "WBEM_E_PROVIDER_FAILURE 0x80041004";

const place = {
  Street: "",
  Number: 1n,
  Floor: 0,
  Left: true,
  Door: "a",
  Since: CimDateTime.parse("20260101000000.000000+000"),
};

describe("what WS-Management cannot carry is refused", () => {
  let client: Client;
  beforeAll(() => {
    client = connect(server.url, { classes });
  });
  afterAll(() => client.close());

  test.each(impossible)("before it is sent: %s", async (_what, value, sentence) => {
    const before = server.requests.length;
    // As: what the types rule out is tried as well.
    const input = { ...nothing, ...value } as Input<Sample_Cargo_Static["Load"]>;
    expect(await failure(() => client.class(Sample_Cargo).Load(input))).toEqual([
      "invalid-parameter",
      `Sample_Cargo.Load: ${sentence}`,
    ]);
    expect(server.requests.length).toBe(before);
  });

  test("before it is sent: a key", async () => {
    const keys = { ...place, Street: "\u0002" };
    expect(await failure(() => client.get(Sample_Place, keys))).toEqual([
      "invalid-parameter",
      "Sample_Place: key Street has the character U+0002, which XML cannot carry",
    ]);
  });

  test.each(impossible)("as a server's failure: %s", async (_what, value, sentence) => {
    // As: what the types rule out is tried as well.
    dock.toUnload = value as Values;
    expect(await failure(() => client.class(Sample_Cargo).Unload())).toEqual([
      "failed",
      `Sample_Cargo.Unload: Provider failure: ${sentence} (${providerFailure})`,
    ]);
  });

  test("as a server's failure: a property, when read or enumerated", async () => {
    const path = at(2);
    server.store.add("Sample_Cargo", { Id: 2, Text: "\u0003" });
    const sentence = "Provider failure: Text has the character U+0003, which XML cannot carry";
    expect(await failure(() => client.get(Sample_Cargo, { Id: 2 }))).toEqual([
      "failed",
      `Sample_Cargo: ${sentence} (${providerFailure})`,
    ]);
    expect(await failure(() => collect(client.enumerate(Sample_Cargo)))).toEqual([
      "failed",
      `Sample_Cargo: ${sentence} (${providerFailure})`,
    ]);
    expect(server.store.delete(path)).toBe(true);
  });
});
