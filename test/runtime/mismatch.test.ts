import { afterEach, expect, test, vi } from "vitest";
import { Sample_Share } from "../../fixtures/golden/what-is-written-has-types-of-its-own/expected/root/cimv2/Sample_Share.ts";
import {
  createClient,
  memoryTransport,
  type Mismatch,
  type MismatchPolicy,
} from "../../src/runtime/index.ts";
import { failure } from "./caught.ts";

const { emitWarning } = vi.hoisted(() => ({ emitWarning: vi.fn() }));
vi.mock("node:process", () => ({ emitWarning }));

afterEach(() => {
  emitWarning.mockReset();
});

/** A server whose share has no path and no limit, though both are required. */
function client(mismatch?: MismatchPolicy) {
  const transport = memoryTransport({
    classes: [Sample_Share],
    instances: { Sample_Share: [{ Name: "a" }, { Name: "b", Path: "/b" }] },
  });
  return createClient(transport, mismatch === undefined ? {} : { mismatch });
}

const sentence = (member: string): unknown[] => [
  `Sample_Share: the server answered with null for ${member}, which its schema rules out`,
  { type: "CimWarning", code: "CIM_MISMATCH" },
];

test("a null that the schema rules out is a warning, once for each property", async () => {
  const cim = client();
  await cim.get(Sample_Share, { Name: "a" });
  await cim.get(Sample_Share, { Name: "b" });
  expect(emitWarning.mock.calls).toEqual([sentence("Path"), sentence("Limit")]);
});

test("or an error", async () => {
  expect(await failure(() => client("error").get(Sample_Share, { Name: "a" }))).toEqual([
    "protocol",
    "Sample_Share: the server answered with null for Path, which its schema rules out",
  ]);
});

test("or whatever a function does", async () => {
  const told: Mismatch[] = [];
  await client((mismatch) => told.push(mismatch)).get(Sample_Share, { Name: "b" });
  expect(told).toEqual([
    {
      cls: Sample_Share,
      member: "Limit",
      path: { namespace: "root/cimv2", className: "Sample_Share", keys: { Name: "b" } },
    },
  ]);
  expect(emitWarning).not.toHaveBeenCalled();
});

test("or nothing", async () => {
  const share = await client("ignore").get(Sample_Share, { Name: "a" });
  expect(share.Path).toBeNull();
  expect(emitWarning).not.toHaveBeenCalled();
});
