/** What can be said about files and what they include. */
import type { Catalogue, InFile, Nothing } from "../sentence.ts";
import { circle } from "./circle.ts";

export interface SourceSentences {
  readonly "file-not-found": InFile;
  readonly "file-unreadable": InFile & { readonly reason: string };
  readonly "no-mof-files": InFile;
  readonly "no-pages": InFile;
  readonly "no-overlays": InFile;
  readonly "not-utf-8": InBytes;
  readonly "odd-length": InBytes;
  readonly "mangled-line-ends": InBytes;
  readonly "stray-byte": InBytes;
  readonly "utf-32": InBytes;
  readonly "null-character": InBytes;
  readonly "no-file-matches": { readonly pattern: string };
  readonly "no-folder": InFile;
  readonly "variable-not-set": InFile & { readonly variable: string };
  readonly "name-in-other-case": InFile & { readonly real: string };
  readonly "include-not-found": MissingInclude;
  readonly "include-left-out": MissingInclude;
  readonly "include-without-path": Nothing;
  readonly "include-cycle": { readonly chain: readonly string[] };
  readonly "nothing-declared": InFile;
}

/** Where something stands among the bytes of a file. */
interface InBytes {
  readonly byteOffset: number;
}

/** An included file that is not there, and the variable in its path that has no value. */
interface MissingInclude extends InFile {
  readonly tried: readonly string[];
  readonly variable?: string;
}

export const sourceSentences: Catalogue<SourceSentences> = {
  "file-not-found": {
    severity: "error",
    message: ({ path }) => `there is no file or folder ${path}`,
    help: () => "Check the spelling, and the folder that the command runs in.",
  },
  "file-unreadable": {
    severity: "error",
    message: ({ path, reason }) => `${brief(path)} cannot be read: ${reason}`,
  },
  "no-mof-files": {
    severity: "error",
    message: ({ path }) => `the folder ${path} holds no .mof file and no documentation page`,
    help: () => "Name a folder with such files in it or below it, or the files themselves.",
  },
  "no-pages": {
    severity: "error",
    message: ({ path }) => `the folder ${path} holds no documentation page`,
    help: () => "Name a folder with .md files in it or below it, or the files themselves.",
  },
  "no-overlays": {
    severity: "error",
    message: ({ path }) => `the folder ${path} holds no overlay`,
    help: () =>
      "Name a folder with .overlay.json or .overlay.yaml files in it or below it, or the files themselves.",
  },
  "not-utf-8": {
    severity: "warning",
    adjustable: true,
    message: ({ byteOffset }) =>
      `byte ${byteOffset} is not UTF-8, so the file was read as windows-1252`,
    help: () => "Save the file as UTF-8 or as UTF-16 with a byte order mark.",
  },
  "odd-length": {
    severity: "warning",
    adjustable: true,
    message: ({ byteOffset }) =>
      `the file is UTF-16 with an odd number of bytes; byte ${byteOffset} was dropped`,
  },
  "mangled-line-ends": {
    severity: "warning",
    adjustable: true,
    message: ({ byteOffset }) =>
      `the line ends of this UTF-16 file were converted as if it were ASCII, from byte ${byteOffset} on; that was undone`,
    help: () =>
      "Get the file again, and tell the tool that changed it that it is binary, as with *.mof -text in .gitattributes.",
  },
  "stray-byte": {
    severity: "warning",
    adjustable: true,
    message: ({ byteOffset }) =>
      `byte ${byteOffset} of this UTF-16 file belongs to no character, so it was left out`,
    help: () => "Get the file again: something inserted bytes into it, or took some away.",
  },
  "utf-32": {
    severity: "warning",
    adjustable: true,
    message: () => "the file is UTF-32, which no compiler of MOF reads",
    help: () => "Save the file as UTF-8 or as UTF-16 with a byte order mark.",
  },
  "null-character": {
    severity: "warning",
    adjustable: true,
    message: () => "the file holds the character U+0000, which was read as a blank",
    help: () => "Remove it wherever it stands; it is not shown by most editors.",
  },
  "no-file-matches": {
    severity: "error",
    message: ({ pattern }) => `no file matches ${pattern}`,
    help: () =>
      "* stands for any letters of one name, ** for any folders. Folders that begin with a dot and node_modules are left out.",
  },
  "no-folder": {
    severity: "error",
    message: ({ path }) => `there is no folder ${path}`,
    help: () => "Check the spelling, and the folder that the command runs in.",
  },
  "variable-not-set": {
    severity: "error",
    message: ({ path, variable }) => `%${variable}% in ${path} has no value`,
    help: ({ variable }) =>
      `Set the environment variable ${variable}, or write the path without it.`,
  },
  "name-in-other-case": {
    severity: "info",
    adjustable: true,
    message: ({ path, real }) => `${path} is named ${real}, in another case`,
    help: () => "Write the name as it is: other systems and compilers may not find the file.",
  },
  "include-not-found": {
    severity: "error",
    message: ({ path }) => `the included file ${brief(path)} was not found`,
    help: whereToLook,
  },
  "include-left-out": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ path }) => `the included file ${brief(path)} was not found, so it is left out`,
    help: whereToLook,
  },
  "include-without-path": {
    severity: "error",
    message: () => "this #pragma include names no file",
    help: () => 'Write the path in quotes: #pragma include ("file.mof")',
  },
  "include-cycle": {
    severity: "error",
    message: ({ chain }) => `files include each other in a circle: ${circle(chain)}`,
    help: () => "Remove one of the #pragma include lines of the circle.",
  },
  "nothing-declared": {
    severity: "warning",
    adjustable: true,
    message: ({ path }) => `${path} declares nothing`,
  },
};

/** A file can name any text as included; its ends show which. */
function brief(path: string): string {
  return path.length > 200 ? `${path.slice(0, 100)}…${path.slice(-100)}` : path;
}

function whereToLook({ tried, variable }: MissingInclude): string {
  const looked = `Looked for ${tried.map(brief).join(", ")}.`;
  return variable === undefined
    ? `${looked} Name further folders with -I.`
    : `${looked} Say what %${variable}% stands for with --env ${variable}=value.`;
}
