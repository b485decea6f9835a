import type { SourceSentences } from "../catalogue/source.ts";
import type { Pages } from "./page.ts";

export const sourcePages: Pages<SourceSentences> = {
  "file-not-found": {
    why: "Nothing stands at the path that was named. Paths start from the folder that the command runs in; those of a configuration from the folder of its file.",
  },
  "file-unreadable": {
    why: "The system does not let the file be read, or it is no regular file: devices, pipes and what is far larger than any schema are not opened, because any MOF file may name any other as included.",
  },
  "no-mof-files": {
    why: "A folder stands for the MOF files in it and below it, or where there are none for the documentation pages, which end in .md. Folders that begin with a dot and node_modules are left out.",
  },
  "no-pages": {
    why: "A folder of documentation stands for the files in it and below it that end in .md. Folders that begin with a dot and node_modules are left out.",
  },
  "no-overlays": {
    why: "A folder of overlays stands for the files in it and below it that end in .overlay.json, .overlay.yaml or .overlay.yml. An overlay of another name has to be named itself.",
  },
  "no-file-matches": {
    why: "A pattern with * or ? was named, and no file has such a path. Shells that expand patterns themselves pass on one that matches nothing, quotes keep them from it.",
  },
  "no-folder": {
    why: "A folder to search for classes was named, with --search or in the configuration, that does not exist. What is to be found there would be missing without a word.",
  },
  "variable-not-set": {
    why: "Paths of Windows name folders by environment variables, as in %SystemRoot%. Without a value the path means nothing.",
  },
  "name-in-other-case": {
    why: "Windows finds a file by its name in any case, other systems do not. The file was found by comparing the names in its folder.",
  },
  "not-utf-8": {
    why: "MOF is written in UTF-8 or UTF-16. Older files of Windows are in its Western code page, so that is how the bytes were read; in another code page, letters beyond ASCII come out wrong.",
  },
  "odd-length": {
    why: "Every character of UTF-16 takes an even number of bytes. The file was cut off, or something was appended to it.",
  },
  "mangled-line-ends": {
    why: "A tool took a UTF-16 file for text in ASCII and put a byte in front of every line end, which moves all that follows by one byte. Transfers in text mode do that, and version control that converts line ends.",
  },
  "stray-byte": {
    why: "A single byte between the characters of a UTF-16 file moves all that follows. It was left out, so that the rest could be read.",
  },
  "utf-32": {
    why: "The file was read, but other compilers refuse it: MOF is written in UTF-8 or UTF-16.",
  },
  "null-character": {
    why: "A character without a shape, that editors hide and many programs take for the end of the text. It was read as a blank.",
  },
  "include-not-found": {
    why: "What the missing file declares is missing from the schema, and whatever refers to it would be reported as unknown. Files are looked for beside the file that includes them, then in the folders of -I.",
    wrong: '#pragma include ("parts/missing.mof")\nclass ACME_Lamp { };\n',
    right: "class ACME_Lamp { };\n",
  },
  "include-left-out": {
    why: "Files of Windows include others that only their build has. Microsoft's dialect goes on without them; what they declare is missing from the schema.",
    wrong: '#include ("%SYSTEMROOT%\\system32\\wbem\\missing.mof")\nclass ACME_Lamp { };\n',
    right: "class ACME_Lamp { };\n",
    dialect: "wmi",
  },
  "include-without-path": {
    why: "The directive stands for the text of another file, and does not say which.",
    wrong: "#pragma include (lamps)\nclass ACME_Lamp { };\n",
    right: "class ACME_Lamp { };\n",
  },
  "include-cycle": {
    why: "A file includes itself, directly or by way of others. Each file is read once, but which of its declarations are known first would depend on where reading begins.",
    wrong: '#pragma include ("input.mof")\nclass ACME_Lamp { };\n',
    right: "class ACME_Lamp { };\n",
  },
  "nothing-declared": {
    why: "The file is empty, or holds only comments and directives. It may be the wrong one, or the whole of it stands in a comment.",
    wrong: "/* class ACME_Lamp { }; */\n",
    right: "class ACME_Lamp { };\n",
  },
};
