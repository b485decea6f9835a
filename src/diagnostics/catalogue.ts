/**
 * Every sentence that mof-codegen can say about an input. A stage names a code and
 * its parameters; what is not here cannot be said. Messages are one sentence without
 * a full stop, `help` says what to do.
 */
export type Severity = "error" | "warning" | "info";

interface InFile {
  readonly path: string;
}
interface Named {
  readonly name: string;
}
interface Member {
  readonly className: string;
  readonly name: string;
}
type Nothing = Record<never, never>;

/** The codes, stable across versions, and what each sentence has to be told. */
export interface Sentences {
  readonly "file-not-found": InFile;
  readonly "file-unreadable": InFile & { readonly reason: string };
  readonly "no-mof-files": InFile;
  readonly "not-utf-8": { readonly byteOffset: number };
  readonly "odd-length": { readonly byteOffset: number };
  readonly "include-not-found": InFile & { readonly tried: readonly string[] };
  readonly "include-cycle": { readonly chain: readonly string[] };
  readonly "nothing-declared": InFile;
  readonly "unexpected-character": { readonly character: string };
  readonly "unterminated-string": Nothing;
  readonly "unterminated-comment": Nothing;
  readonly "unexpected-token": { readonly found: string; readonly expected: string };
  readonly "invalid-escape": { readonly escape: string };
  readonly "unknown-escape": { readonly escape: string };
  readonly "string-with-line-break": Nothing;
  readonly "unknown-superclass": Named & { readonly superclass: string };
  readonly "superclass-cycle": { readonly chain: readonly string[] };
  readonly "duplicate-class": Named & { readonly namespace: string };
  readonly "duplicate-property": Member;
  readonly "repeated-property": Member;
  readonly "duplicate-method": Member;
  readonly "duplicate-parameter": Member & { readonly method: string };
  readonly "unknown-type": Member & { readonly type: string };
  readonly "unknown-reference-target": Member & { readonly target: string };
  readonly "amendment-without-class": Named & { readonly namespace: string };
  readonly "value-map-mismatch": Member & { readonly values: number; readonly labels: number };
  readonly "unknown-alias": { readonly alias: string };
  readonly "output-is-file": InFile;
  readonly "output-unwritable": InFile & { readonly reason: string };
  readonly "output-occupied": InFile;
  readonly "output-link": InFile;
  readonly "output-kept": InFile;
  readonly "output-half-written": InFile & { readonly reason: string; readonly rescue: string };
  readonly "manifest-damaged": InFile;
  readonly "output-missing": InFile;
  readonly "output-stale": InFile;
  readonly "output-superfluous": InFile;
}

/** The name of a sentence. */
export type Code = keyof Sentences;

/** One sentence: how bad it is, what is wrong, and what to do. */
export interface Sentence<P> {
  readonly severity: Severity;
  readonly message: (parameters: P) => string;
  readonly help?: (parameters: P) => string;
}

export const catalogue: { readonly [C in Code]: Sentence<Sentences[C]> } = {
  // source
  "file-not-found": {
    severity: "error",
    message: ({ path }) => `there is no file or folder ${path}`,
    help: () => "Check the spelling, and the folder that the command runs in.",
  },
  "file-unreadable": {
    severity: "error",
    message: ({ path, reason }) => `${path} cannot be read: ${reason}`,
  },
  "no-mof-files": {
    severity: "error",
    message: ({ path }) => `the folder ${path} holds no .mof file`,
    help: () => "Name a folder with MOF files in it or below it, or the files themselves.",
  },
  "not-utf-8": {
    severity: "warning",
    message: ({ byteOffset }) =>
      `byte ${byteOffset} is not UTF-8, so the file was read as windows-1252`,
    help: () => "Save the file as UTF-8 or as UTF-16 with a byte order mark.",
  },
  "odd-length": {
    severity: "warning",
    message: ({ byteOffset }) =>
      `the file is UTF-16 with an odd number of bytes; byte ${byteOffset} was dropped`,
  },
  "include-not-found": {
    severity: "error",
    message: ({ path }) => `the included file ${path} was not found`,
    help: ({ tried }) => `Looked for ${tried.join(", ")}. Name further folders with -I.`,
  },
  "include-cycle": {
    severity: "error",
    message: ({ chain }) => `files include each other in a circle: ${chain.join(" → ")}`,
    help: () => "Remove one of the #pragma include lines of the circle.",
  },
  "nothing-declared": {
    severity: "warning",
    message: ({ path }) => `${path} declares nothing`,
  },

  // grammar
  "unexpected-character": {
    severity: "error",
    message: ({ character }) => `the character ${character} has no place in MOF`,
  },
  "unterminated-string": {
    severity: "error",
    message: () => "the string that begins here is never closed",
    help: () => 'Close it with ". A quote inside a string is written \\".',
  },
  "unterminated-comment": {
    severity: "error",
    message: () => "the comment that begins here is never closed",
    help: () => "Close it with */.",
  },
  "unexpected-token": {
    severity: "error",
    message: ({ found, expected }) => `expected ${expected}, found ${found}`,
  },
  "invalid-escape": {
    severity: "error",
    message: ({ escape }) => `${escape} is no escape that MOF knows`,
    help: () =>
      "MOF knows \\b \\t \\n \\f \\r \\\" \\' \\\\ and \\x with one to four hexadecimal digits.",
  },
  "unknown-escape": {
    severity: "warning",
    message: ({ escape }) => `${escape} is no escape that MOF knows, so it was kept as it stands`,
    help: () => "Write a backslash as \\\\.",
  },
  "string-with-line-break": {
    severity: "warning",
    message: () => "this string goes over a line end",
    help: () =>
      "Close it at the line end and open it again on the next line: adjacent strings are joined.",
  },

  // model
  "unknown-superclass": {
    severity: "warning",
    message: ({ name, superclass }) => `${name} extends ${superclass}, which no source declares`,
    help: ({ superclass }) =>
      `Add the file that declares ${superclass}; its members are missing from the output.`,
  },
  "superclass-cycle": {
    severity: "error",
    message: ({ chain }) => `classes extend each other in a circle: ${chain.join(" → ")}`,
  },
  "duplicate-class": {
    severity: "error",
    message: ({ name, namespace }) => `${name} is declared more than once in ${namespace}`,
    help: () => "Keep one of the declarations, or give each its own namespace.",
  },
  "duplicate-property": {
    severity: "error",
    message: ({ className, name }) =>
      `${className} declares the property ${name} twice, with different types`,
  },
  "repeated-property": {
    severity: "warning",
    message: ({ className, name }) => `${className} declares the property ${name} twice`,
  },
  "duplicate-method": {
    severity: "error",
    message: ({ className, name }) => `${className} declares the method ${name} twice`,
  },
  "duplicate-parameter": {
    severity: "error",
    message: ({ className, method, name }) =>
      `${className}.${method} has two parameters named ${name}`,
  },
  "unknown-type": {
    severity: "warning",
    message: ({ className, name, type }) =>
      `${className}.${name} has the type ${type}, which is neither a CIM type nor a declared class`,
    help: () => "It is generated as an embedded instance of any class.",
  },
  "unknown-reference-target": {
    severity: "warning",
    message: ({ className, name, target }) =>
      `${className}.${name} refers to ${target}, which no source declares`,
    help: () => "It is generated as a reference to any class.",
  },
  "amendment-without-class": {
    severity: "warning",
    message: ({ name, namespace }) =>
      `the amendment of ${name} has no class in ${namespace} to amend`,
    help: () => "Add the MOF file that declares the class.",
  },
  "value-map-mismatch": {
    severity: "warning",
    message: ({ className, name, values, labels }) =>
      `${className}.${name} has ${values} ValueMap entries but ${labels} Values; the first ${Math.min(values, labels)} are paired`,
  },
  "unknown-alias": {
    severity: "warning",
    message: ({ alias }) => `no instance or class has the alias ${alias}`,
  },

  // build
  "output-is-file": {
    severity: "error",
    message: ({ path }) => `the output folder ${path} is a file`,
    help: () => "Name a folder with --out, or move that file away.",
  },
  "output-unwritable": {
    severity: "error",
    message: ({ path, reason }) => `${path} cannot be written: ${reason}`,
    help: () => "Nothing was changed.",
  },
  "output-occupied": {
    severity: "error",
    message: ({ path }) => `${path} was not generated by mof-codegen, so it is not overwritten`,
    help: () => "Move it away, or choose another folder with --out.",
  },
  "output-link": {
    severity: "error",
    message: ({ path }) => `${path} leads through a symbolic link, so nothing is written there`,
    help: () => "Replace the link by a folder, or choose another folder with --out.",
  },
  "output-kept": {
    severity: "warning",
    message: ({ path }) => `${path} is no longer generated but was changed by hand, so it stays`,
    help: () => "Delete it when you do not need it.",
  },
  "output-half-written": {
    severity: "error",
    message: ({ path, reason }) =>
      `${path} cannot be written: ${reason}; putting the old files back failed as well`,
    help: ({ rescue }) => `The old files are in ${rescue}. Generate again when the cause is gone.`,
  },
  "manifest-damaged": {
    severity: "error",
    message: ({ path }) => `the manifest ${path} cannot be understood`,
    help: () => "Delete it and the files generated beside it, then generate again.",
  },
  "output-missing": {
    severity: "error",
    message: ({ path }) => `${path} would be created`,
  },
  "output-stale": {
    severity: "error",
    message: ({ path }) => `${path} differs from what would be generated`,
  },
  "output-superfluous": {
    severity: "error",
    message: ({ path }) => `${path} would be removed`,
  },
};
