/** Which names had to differ from the MOF's, for people and for programs. */
import type { NameNote, NameReason } from "../codegen/index.ts";
import { visible } from "../diagnostics/index.ts";

/** A line for each: `root/cimv2:CIM_X: class CIM_X_ stands for CIM_X: …`. */
export function namesText(notes: readonly NameNote[]): string {
  if (notes.length === 0) return "Every name is the MOF's own.\n";
  return notes.map((note) => `${visible(sentence(note))}\n`).join("");
}

function sentence({ thing, of, wanted, name, reason }: NameNote): string {
  const isPath = thing === "file" || thing === "folder";
  const why = `${because[reason]}${isPath && reason === "taken" ? ", as Windows and macOS see it" : ""}`;
  if (name === "") return `${of}: ${thing} ${wanted} is left off: ${why}`;
  return `${of}: ${thing} ${name} stands for ${JSON.stringify(wanted)}: ${why}`;
}

const because: Readonly<Record<NameReason, string>> = {
  reserved: "it is a word of TypeScript, or a name that generated files need themselves",
  characters: "it has characters that cannot stand in such a name",
  digit: "no name begins with a digit",
  taken: "something beside it has that name",
  device: "Windows takes a file of that name for a device",
  long: "file systems do not take a name of that length",
  index: "the file that exports the namespace has that name",
  unlabelled: "its label has no letters that could be a name",
  prototype: "as a member of an object it would set the prototype",
  await: "await would call it; a client's invoke does when it is wanted",
  json: "JSON.stringify would call it; a client's invoke does when it is wanted",
};
