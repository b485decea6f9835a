import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

function read(path: string): Buffer {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
}

test("RDManagement.mof is stored as Windows stores MOF: UTF-16LE, BOM, CRLF", () => {
  const bytes = read("RDManagement.mof");
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
  expect(bytes.toString("utf16le", 2).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("RDManagement.mof says what its readable source says", () => {
  const text = read("RDManagement.mof").toString("utf16le", 2);
  expect(text.replaceAll("\r\n", "\n")).toBe(read("source/RDManagement.mof").toString("utf8"));
});

test("git leaves RDManagement.mof alone", () => {
  const attributes = readFileSync(new URL("../.gitattributes", import.meta.url), "utf8");
  expect(attributes.split("\n")).toContain("fixtures/RDManagement.mof binary");
});
