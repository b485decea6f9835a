// @ts-check
/**
 * Encodes fixtures/source/RDManagement.mof (UTF-8, LF) the way most MOF files of
 * Windows are stored: fixtures/RDManagement.mof in UTF-16LE with BOM and CRLF.
 *
 * node scripts/encode-fixture.mjs           writes the encoded file
 * node scripts/encode-fixture.mjs --check   exits 1 if the encoded file differs
 */
import { readFileSync, writeFileSync } from "node:fs";

const source = new URL("../fixtures/source/RDManagement.mof", import.meta.url);
const target = new URL("../fixtures/RDManagement.mof", import.meta.url);

/**
 * @param {Uint8Array} utf8 the source, which must be well-formed UTF-8
 * @returns {Buffer}
 */
function encode(utf8) {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(utf8);
  return Buffer.from("\uFEFF" + text.replace(/\r?\n/g, "\r\n"), "utf16le");
}

/**
 * @param {URL} file
 * @returns {Buffer | undefined} undefined if there is no such file
 */
function readIfPresent(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

const encoded = encode(readFileSync(source));
if (!process.argv.includes("--check")) {
  writeFileSync(target, encoded);
} else if (!readIfPresent(target)?.equals(encoded)) {
  console.error("fixtures/RDManagement.mof is out of date; run: node scripts/encode-fixture.mjs");
  process.exitCode = 1;
}
