/**
 * Files of Windows itself, which are not part of the project: where they are absent, what
 * they would show is skipped and says so.
 */
// cspell:ignore Polic SYSTEMROOT subscrpt scrcons smtpcons wbemcons
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeHost } from "../../src/build/index.ts";
import { load, type LoadOptions } from "../../src/parse/index.ts";
import { folderWith } from "./folder.ts";

const slice = fileURLToPath(new URL("../../../shared/data/mof/wmi-inbox-slice", import.meta.url));
const present = existsSync(slice);
if (!present)
  console.warn(`test/build/inbox.test.ts: skipped, there are no real files in ${slice}`);

/** The folder of Windows in which the files lie as they do there. */
function windows(): string {
  const folder = folderWith();
  mkdirSync(join(folder, "System32"));
  symlinkSync(slice, join(folder, "System32", "wbem"), "junction");
  return folder;
}

function names(input: string, options: LoadOptions) {
  const { value, diagnostics } = load([input], nodeHost(slice), options);
  const short = (name: string): string => name.split("/").slice(-2).join("/");
  return {
    roots: value.roots.map(({ source }) => short(source.name)),
    includes: [...value.includes.values()].map(({ source }) => short(source.name)),
    dialect: value.dialect,
    said: diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code),
  };
}

describe.skipIf(!present)("files of Windows find each other", () => {
  test("includes with a variable, in another case, and the text of each", () => {
    const environment = { SystemRoot: windows() };
    const found = names("%systemroot%\\system32\\wbem\\subscrpt.mof", {
      environment,
      variables: environment,
    });
    expect(found).toEqual({
      roots: ["wbem/subscrpt.mof", "en-US/subscrpt.mfl"],
      includes: ["wbem/WBEMCons.mof", "wbem/smtpcons.mof", "wbem/scrcons.mof"],
      dialect: "wmi",
      said: ["include-left-out", "include-left-out", "include-left-out"],
    });
  });

  test("a whole folder: 12 files and the 3 texts that belong to one of them, each once", () => {
    const found = names(".", {});
    expect(found.roots.map((name) => name.split("/").at(-1))).toEqual([
      "PolicMan.mof",
      "PolicMan.mfl",
      "WBEMCons.mof",
      "Wdf01000.mof",
      "Wdf01000Uninstall.mof",
      "Win32_Tpm.mof",
      "bcd.mof",
      "filetrace.mof",
      "profileassociationprovider.mof",
      "scrcons.mof",
      "smtpcons.mof",
      "subscrpt.mof",
      "subscrpt.mfl",
      "wmi.mof",
      "wmi.mfl",
    ]);
  });
});
