// @ts-check
/**
 * One list of instances, as large as wanted: the declarations of a file, or a single value.
 *
 * node bench/giant-list.mjs <file> [megabytes] [value]   writes one for a look
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const classes = `class BENCH_Item { [Key] string Name; uint32 Size; string Text; };
class BENCH_List { [Key] string Name; [EmbeddedInstance("BENCH_Item")] string Items[]; };
`;

/**
 * @param {string} file
 * @param {number} bytes at least
 * @param {"declarations" | "value"} kind
 * @returns {number} how many bytes it has
 */
export function writeGiantList(file, bytes, kind) {
  const out = openSync(file, "w");
  let written = 0;
  let waiting = "";
  const write = (/** @type {string} */ text) => {
    waiting += text;
    if (waiting.length > 1 << 20) flush();
  };
  const flush = () => {
    written += writeSync(out, waiting);
    waiting = "";
  };
  write(classes);
  if (kind === "value") write('instance of BENCH_List {\n  Name = "list";\n  Items = {\n');
  for (let index = 0; written + waiting.length < bytes; index++) {
    const item = `instance of BENCH_Item {\n  Name = "item ${index}";\n  Size = ${index % 1000};\n  Text = "as long as a text would be here";\n}`;
    write(kind === "value" ? `${index > 0 ? ",\n" : ""}${item}` : `${item};\n`);
  }
  if (kind === "value") write("\n  };\n};\n");
  flush();
  closeSync(out);
  return written;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [file = "giant.mof", megabytes = "50", kind] = process.argv.slice(2);
  console.log(
    writeGiantList(file, Number(megabytes) * 1e6, kind === "value" ? kind : "declarations"),
  );
}
