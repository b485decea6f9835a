/** What OMI answers to Identify, Create, Enumerate, Pull, Release and Get. */
import { describe, expect, test } from "vitest";
import { omi, select, wql } from "../../../src/runtime/index.ts";
import { collect, failure } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import {
  all,
  Base,
  farewell,
  namesIn,
  namesOf,
  optimized,
  Person,
  PhysicalDisk,
  placeOf,
  server,
  unsupported,
  withEndpoints,
} from "./omi-classes.ts";
import { captureNames, haveCaptures, messageIdOf } from "./replay.ts";

const person = (number: number) => ({
  Key: number,
  Species: "human",
  Last: `L&${number}`,
  First: `F${number}`,
  ExpensiveProperty: null,
});
const exchanges: readonly Recorded[] = [
  {
    names: ["01-identify"],
    call: (cim) => cim.identify(),
    gives: {
      vendor: "Open Management Infrastructure",
      version: "1.0.8-6",
      protocolVersion: "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd",
      securityProfiles: ["http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/basic"],
      dialect: "omi",
    },
    request: "same",
  },
  ...[1, 2, 3].map((number): Recorded => ({
    names: [`0${number + 1}-create-person-${number}`],
    call: async (cim) => {
      const { Key, Species, Last, First } = person(number);
      return placeOf(await cim.create(Person, { Key, Species, Last, First }));
    },
    gives: `root/test:MSFT_Person.Key=${number}`,
    request: "same",
  })),
  {
    names: ["05-enumerate", "06-pull-1", "07-pull-rest"],
    call: (cim) => all(cim.enumerate(Person)),
    gives: [person(1), person(2), person(3)],
    request: {
      because: "we want items in the first answer, and endpoints beside them",
      differs: { "05-enumerate": optimized },
    },
  },
  {
    names: ["10-enumerate-optimized-object-and-epr"],
    call: (cim) => all(cim.enumerate(Person)),
    gives: [person(1), person(2), person(3)],
    request: "same",
  },
  {
    names: ["11-enumerate-optimized-epr"],
    call: async (cim) => (await collect(cim.enumerate(Person, { keysOnly: true }))).map(placeOf),
    gives: [1, 2, 3].map((number) => `root/test:MSFT_Person.Key=${number}`),
    request: "same",
  },
  {
    names: ["12-enumerate-wql"],
    call: (cim) =>
      all(cim.query(wql(PhysicalDisk)`SELECT * FROM Test_PhysicalDisk WHERE serialNumber="10001"`)),
    gives: [{ serialNumber: "10001", numSectors: 488281250n, sectorSize: 512 }],
    request: {
      because: "we want endpoints beside whole instances",
      differs: { "12-enumerate-wql": withEndpoints },
    },
  },
  {
    names: ["13-enumerate-cql"],
    call: (cim) => all(cim.query(select(Person, ["Last"]).in("CQL"))),
    gives: [1, 2, 3].map((number) => ({ Key: number, Last: `L&${number}` })),
    request: "same",
  },
  {
    names: ["14-enumerate-polymorphism-none"],
    call: (cim) => collect(cim.enumerate(Base, { subclasses: false })),
    fails: unsupported,
    request: {
      because: "we want endpoints beside the instances",
      differs: {
        "14-enumerate-polymorphism-none": {
          recorded: ["/s:Envelope/s:Body/n:Enumerate/w:EnumerationMode=EnumerateObject"],
          ours: withEndpoints.ours,
        },
      },
    },
  },
];

describe.skipIf(!haveCaptures)("what OMI says when it is read", () => {
  test.each(exchanges)("$names", (recorded) =>
    check(server, "/wsman", { ...recorded, options: { dialect: omi, ...recorded.options } }),
  );

  const left = ["08-enumerate-for-release", farewell];

  test("an enumeration that is ended before its first pull", async () => {
    const abort = new AbortController();
    const ids = left.map((name) => messageIdOf(server, name));
    let messages = 0;
    await check(server, "/wsman", {
      names: left,
      call: async (cim) => {
        const [code] = await failure(() =>
          collect(cim.enumerate(Person, { signal: abort.signal })),
        );
        // Waits for the release, which goes on behind the error.
        await cim.close();
        return code;
      },
      gives: "aborted",
      request: {
        because: "we want items in the first answer, and endpoints beside them",
        differs: { "08-enumerate-for-release": optimized },
      },
      options: {
        dialect: omi,
        createMessageId() {
          // The second message is the pull: the recorded client left before it.
          if (++messages === 2) abort.abort();
          return messages === 2 ? "none" : (ids.shift() ?? "none");
        },
      },
    });
  });

  test("all of them are here", () => {
    const alone: Recorded = { names: left, call: () => Promise.resolve(), request: "same" };
    expect(namesIn("reading", [...exchanges, alone])).toEqual(namesOf("reading"));
    expect(
      (["reading", "values", "methods", "embedded", "writing", "faults"] as const).flatMap((part) =>
        namesOf(part),
      ),
    ).toEqual(captureNames(server));
  });
});
