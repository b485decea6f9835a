import type { Code, Hint, Sentence, Sentences } from "./sentences.ts";

/**
 * Every sentence that mof-codegen can say about an input. A stage names a code and
 * its parameters; what is not here cannot be said. Messages are one sentence without
 * a full stop, `help` says what to do.
 */
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
    help: ({ hint }) => (hint ? hints[hint] : undefined),
  },
  "missing-mark": {
    severity: "error",
    message: ({ mark, after }) => `${mark} is missing after ${after}`,
  },
  "not-closed": {
    severity: "error",
    message: ({ what }) => `${what} is never closed`,
    help: () => "Close it with };",
  },
  "stray-mark": {
    severity: "error",
    message: ({ mark }) => `this "${mark}" closes nothing`,
  },
  "superfluous-comma": {
    severity: "error",
    message: ({ before }) => `nothing stands between this "," and the "${before}"`,
    help: () => "Remove the comma, or write what was to follow it.",
  },
  "empty-qualifier-list": {
    severity: "error",
    message: () => "the qualifier list is empty",
    help: () => "Remove the brackets, or write a qualifier between them.",
  },
  "misspelt-keyword": {
    severity: "error",
    message: ({ found }) => `"${found}" begins no declaration`,
    help: ({ meant }) => `Did you mean "${meant}"?`,
  },
  "unknown-directive": {
    severity: "error",
    message: ({ directive }) => `MOF has no directive ${directive}`,
    help: ({ meant }) =>
      meant === undefined ? "The directives are #pragma and #include." : `Did you mean #${meant}?`,
  },
  "preprocessor-directive": {
    severity: "error",
    message: ({ directive }) => `the file is written for the C preprocessor: it uses ${directive}`,
    help: () =>
      "Run the preprocessor first and read what it writes, as with cl /EP in.mof > out.mof or cpp -P in.mof out.mof.",
  },
  "wrong-quotes": {
    severity: "error",
    message: ({ quote }) => `a string of MOF is written in ", not in ${quote}`,
    help: () => 'Write it in straight double quotes: "text"',
  },
  "nested-too-deeply": {
    severity: "error",
    message: ({ limit }) => `values stand within values more than ${limit} levels deep`,
  },
  "line-continuation": {
    severity: "warning",
    message: () => "the backslash at the end of the line has no meaning in MOF",
    help: () => "Remove it: a line end separates words as a blank does.",
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
  "too-many-superclasses": {
    severity: "error",
    message: ({ name, limit }) => `more than ${limit} superclasses stand above ${name}`,
    help: ({ name }) => `What ${name} inherits is missing from the output.`,
  },
  "superclass-cycle": {
    severity: "error",
    message: ({ chain }) => `classes extend each other in a circle: ${circle(chain)}`,
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
  "parameter-named-return-value": {
    severity: "warning",
    message: ({ className, method }) =>
      `${className}.${method} has a parameter with the name of its return value, which is left out`,
    help: () => "Give the parameter another name, or make the method void.",
  },
  "unknown-type": {
    severity: "warning",
    message: ({ className, name, type }) =>
      `${className}.${name} has the type ${type}, which is neither a CIM type nor a declared class`,
    help: ({ meant }) =>
      meant === undefined
        ? "It is generated as an embedded instance of any class."
        : `Did you mean ${meant}?`,
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
    help: () =>
      "Move it away, or choose another folder with --out. If the list .mof-codegen.json was lost, delete the file.",
  },
  "output-busy": {
    severity: "error",
    message: ({ path }) => `another run is writing into the output folder ${path}`,
    help: ({ lock }) =>
      `Nothing was changed. Run again when it is done; if none is running, delete ${lock}.`,
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

/** Habits of other languages: what to do when one of them explains what does not fit. */
const hints: Readonly<Record<Hint, string>> = {
  "array-behind-name": "The brackets of an array stand behind the name: string Names[];",
  "superclass-after-colon": "The superclass stands behind a colon: class Name : Superclass",
  "several-values": "Several values stand in braces: Values {1, 2}",
  "type-and-name": "A type and a name are needed: uint32 Name",
  "alias-with-dollar": "An alias begins with a dollar sign: as $Name",
  "nested-type":
    "A class is declared on its own, outside of any other; its name is then used as a type.",
  "name-without-blank": "A name holds no blank.",
  "array-before": 'The array that goes on here may lack its "}".',
  "pragma-without-semicolon": 'No ";" stands behind a #pragma.',
  "assignment-with-equals": 'A value stands behind "=": Name = 1;',
};

/** A circle of thousands is shown by its ends. */
function circle(chain: readonly string[]): string {
  const names = chain.length > 12 ? [...chain.slice(0, 6), "…", ...chain.slice(-5)] : chain;
  return names.join(" → ");
}
