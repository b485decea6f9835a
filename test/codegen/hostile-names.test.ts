/** Generated code with hostile names behaves: fixtures/golden/sixty-hostile-names-and-texts. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import {
  X,
  X_State_2,
} from "../../fixtures/golden/sixty-hostile-names-and-texts/expected/root/cimv2/X.ts";
import {
  type ClassData,
  type Client,
  connect,
  createClient,
  fromJson,
  labelOf,
  memoryTransport,
  provide,
} from "../../src/runtime/index.ts";
import { startServer } from "../../src/simulator/index.ts";
import { collect } from "../runtime/caught.ts";

const folder = fileURLToPath(
  new URL("../../fixtures/golden/sixty-hostile-names-and-texts/expected/root/", import.meta.url),
);

/** `__proto__` in an object literal would be no member. */
const row: Readonly<Record<string, string | number>> = Object.fromEntries<string | number>([
  ["Id", "1"],
  ["State", X_State_2.__proto___],
  ["constructor", "c"],
  ["__proto__", "p"],
  ["then", "t"],
  ["toString", "s"],
  ["valueOf", "v"],
  ["prototype", "o"],
  ["new", "n"],
  ["get", "g"],
  ["default", "d"],
  ["Ünïcode", "ü"],
  ["名称", "名"],
]);

const entries = (value: object): [string, unknown][] => Object.entries(value);

const handlers = [
  provide(X, {
    await: (input) => ({ ReturnValue: 1, then: input.arguments }),
    toJSON: () => 2,
    isPrototypeOf: () => undefined,
    hasOwnProperty: (input) => ({
      ReturnValue: Object.keys(input).length,
      constructor: Object.getOwnPropertyDescriptor(input, "__proto__")?.value as string,
    }),
  }),
];

const options = { classes: [X], instances: { X: [row] }, handlers };

test.each<[string, () => Promise<Client>]>([
  ["memory", async () => createClient(memoryTransport(options))],
  ["HTTP", async () => connect((await startServer(options)).url)],
])("properties and methods keep their names, by way of %s", async (_, start) => {
  const cim = await start();
  const [instance] = await collect(cim.enumerate(X));
  if (!instance) throw new Error("there is no instance");
  expect(entries(instance)).toEqual(entries(row));
  // A property called `then` does not make it something to wait for.
  expect(await Promise.resolve(instance)).toBe(instance);
  expect(labelOf(X, "State", instance.State)).toBe("__proto__");

  expect(await instance.await({ arguments: "a" })).toEqual({ ReturnValue: 1, then: "a" });
  expect(await cim.invoke(instance, "isPrototypeOf")).toBeUndefined();
  const { isPrototypeOf } = instance;
  expect(await isPrototypeOf.call(instance)).toBeUndefined();
  const named = Object.fromEntries([["__proto__", "q"]]) as { __proto__: string };
  const statics = cim.class(X);
  const { hasOwnProperty } = statics;
  expect(await hasOwnProperty.call(statics, named)).toEqual({ ReturnValue: 1, constructor: "q" });
  // On a handle, JSON.stringify would call it.
  expect(await cim.invoke(instance, "toJSON")).toBe(2);
  const json = JSON.stringify(instance);
  expect(entries(JSON.parse(json) as object)).toEqual(entries(row));
  expect(entries(fromJson(X, json))).toEqual(entries(row));
  expect(Object.prototype).not.toHaveProperty("Id");
  await cim.close();
});

/** The classes that the MOF declares; two of them in two namespaces. */
const declared = [
  ...readFileSync(join(folder, "../../input.mof"), "utf8").matchAll(/^class (\S+)/gm),
]
  .map(([, name]) => name)
  .map((name) => name?.normalize());

test("every file has a name of its own on every system, and its class the MOF's", async () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"));
  const folded = files.map((path) => path.normalize("NFC").toUpperCase());
  expect(new Set(folded).size).toBe(files.length);
  for (const path of files) {
    for (const part of path.split("/")) {
      expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      expect(Buffer.byteLength(part)).toBeLessThan(200);
    }
  }
  const classes = files.filter((path) => !path.endsWith("/index.ts"));
  const names = await Promise.all(
    classes.map(async (path) => {
      const url = pathToFileURL(join(folder, path)).href;
      const exported = (await import(/* @vite-ignore */ url)) as Record<string, unknown>;
      // As: the descriptor is what has a format.
      const [cls] = Object.values(exported).filter(
        (each) => typeof each === "object" && each !== null && "format" in each,
      ) as ClassData[];
      return cls?.name.normalize();
    }),
  );
  expect(names.sort()).toEqual(declared.sort());
});
