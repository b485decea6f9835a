// @ts-check
/**
 * Encodes fixtures/source/RDManagement.mof (UTF-8, LF) the way most MOF files of
 * Windows are stored: fixtures/RDManagement.mof in UTF-16LE with BOM and CRLF, and the
 * same in the example that uses it, which has to be complete in its folder.
 *
 * node scripts/encode-fixture.mjs           writes the encoded files
 * node scripts/encode-fixture.mjs --check   exits 1 if an encoded file differs
 */
import { readFileSync, writeFileSync } from "node:fs";

const source = new URL("../fixtures/source/RDManagement.mof", import.meta.url);
const targets = ["fixtures/RDManagement.mof", "examples/logoff/RDManagement.mof"];

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
for (const target of targets) {
  const file = new URL(`../${target}`, import.meta.url);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, encoded);
  } else if (!readIfPresent(file)?.equals(encoded)) {
    console.error(`${target} is out of date; run: node scripts/encode-fixture.mjs`);
    process.exitCode = 1;
  }
}
