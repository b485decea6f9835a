// @ts-check
/** Reads the pages of a folder as documents: `pages-read <folder>`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode, readPages } from "../dist/index.js";

const [folder = ""] = process.argv.slice(2);
const sources = readdirSync(folder)
  .sort()
  .map((name) => ({ name, text: decode(readFileSync(join(folder, name))).text }));
const { value, diagnostics } = readPages(sources);
console.log(value.length, diagnostics.length);
