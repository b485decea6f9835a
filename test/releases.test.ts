/**
 * What earlier releases generated is kept, a folder a release, and loaded with the runtime of
 * today. A release's folder is recorded once, with `RECORD_RELEASE=0.1 npx vitest run
 * test/releases.test.ts`, and never changed afterwards.
 */
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import {
  type ClassData,
  type ClassDescriptor,
  createClient,
  fromJson,
  labelOf,
  memoryTransport,
} from "../src/runtime/index.ts";
import { startServer } from "../src/simulator/index.ts";
import { failure } from "./runtime/caught.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const releases = join(root, "fixtures/releases");

/** Golden folders that show everything that a descriptor may hold. */
const kept = [
  "arguments-are-named",
  "arrays-bits-and-limits-are-told",
  "associations-refer-to-classes",
  "classes-without-keys-are-called-on-the-class",
  "embedded-instances-need-not-be-complete",
  "every-type-has-its-typescript",
  "rdmanagement",
  "reserved-names-become-safe",
  "static-methods-live-apart",
  "what-is-written-has-types-of-its-own",
];

const recorded = process.env["RECORD_RELEASE"];
if (recorded !== undefined) {
  const folder = join(releases, recorded);
  rmSync(folder, { recursive: true, force: true });
  for (const name of kept) {
    cpSync(join(root, "fixtures/golden", name, "expected"), join(folder, name), {
      recursive: true,
      filter: (path) => !path.endsWith(".txt"),
    });
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every descriptor that the files of a folder export. */
async function descriptorsOf(folder: string): Promise<ClassData[]> {
  const classes: ClassData[] = [];
  for (const file of filesBelow(folder).filter((path) => !path.endsWith("index.ts"))) {
    const exported = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as object;
    // As: a constant with a format is a descriptor; value maps have none.
    const found = Object.values(exported).filter(
      (each: unknown) => typeof each === "object" && each !== null && "format" in each,
    ) as ClassData[];
    expect(found, file).toHaveLength(1);
    classes.push(...found);
  }
  return classes;
}

describe.each(readdirSync(releases).filter((name) => /^\d/.test(name)))("release %s", (release) => {
  const folders = readdirSync(join(releases, release)).map((name) => join(releases, release, name));

  test("its classes load, and a server of today serves them", async () => {
    expect(folders).toHaveLength(kept.length);
    for (const folder of folders) {
      const classes = await descriptorsOf(folder);
      expect(classes.length).toBeGreaterThan(0);
      expect(classes.every((cls) => Object.isFrozen(cls))).toBe(true);
      const server = await startServer({ classes });
      expect(classes.filter((cls) => !server.store.classes.includes(cls))).toEqual([]);
      await server.close();
    }
  });

  test("its classes are called, labelled and read as on the day of the release", async () => {
    const rdms = join(releases, release, "rdmanagement/root/cimv2/rdms");
    const { Win32_VirtualDesktopSession: Session } = (await import(
      /* @vite-ignore */ pathToFileURL(join(rdms, "Win32_VirtualDesktopSession.ts")).href
    )) as { Win32_VirtualDesktopSession: ClassDescriptor<{ Logoff(): number }> };
    const transport = memoryTransport({
      classes: [Session],
      instances: { Win32_VirtualDesktopSession: [{ VMHostName: "vh01", SessionId: 3 }] },
      handlers: { Win32_VirtualDesktopSession: { Logoff: () => 5 } },
    });
    const cim = createClient(transport);
    const keys = { VMHostName: "vh01", SessionId: 3 } as never;
    expect(await cim.invoke(cim.at(Session, keys), "Logoff")).toBe(5);

    const disks = join(releases, release, "arrays-bits-and-limits-are-told/root/cimv2");
    const { Sample_Disk: Disk } = (await import(
      /* @vite-ignore */ pathToFileURL(join(disks, "Sample_Disk.ts")).href
    )) as { Sample_Disk: ClassDescriptor<{ readonly Heads: number | null; Check(): number }> };
    expect(labelOf(Disk, "Heads", 12)).toBe("Many");
    expect(labelOf(Disk, "Check", 4096)).toBe("Job Started");
    expect(fromJson(Disk, { Heads: 2 }).Heads).toBe(2);
  });
});

test("of a later release, the format is refused at import, with what to do", async () => {
  const file = join(releases, "later/Sample_Later.ts");
  expect(existsSync(file)).toBe(true);
  expect(await failure(() => import(/* @vite-ignore */ pathToFileURL(file).href))).toEqual([
    "configuration",
    "Sample_Later is written in format 99, but this mof-codegen runtime reads format 1: " +
      "run `npm install mof-codegen@latest`, or `npx codegen generate` with the mof-codegen that is installed",
  ]);
});
