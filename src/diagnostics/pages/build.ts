import type { BuildSentences } from "../catalogue/build.ts";
import type { Pages } from "./page.ts";

export const buildPages: Pages<BuildSentences> = {
  "output-is-file": {
    why: "Generated files go into a folder. A file stands where it should be, and is not replaced.",
  },
  "output-unwritable": {
    why: "The system does not let a file or folder be written: permissions, a full disk, another program. Either all files are written or none.",
  },
  "output-occupied": {
    why: "A file stands where one should be generated, and it is not in the list of files that an earlier run wrote. It may be somebody's work, so it is not overwritten.",
  },
  "output-busy": {
    why: "Two runs that write into one folder at once would leave files that neither knows of. The one that came first holds a lock.",
  },
  "output-link": {
    why: "Behind a symbolic link lies another folder, whose files are not those of this output. Writing there could change anything.",
  },
  "output-kept": {
    why: "The class is gone, so the file would be removed; but somebody has changed it since it was generated, and the change would be lost.",
  },
  "output-half-written": {
    why: "Writing failed in the middle, and so did the attempt to undo it. The files of before are kept in the folder that is named.",
  },
  "manifest-damaged": {
    why: "The list of generated files says which may be replaced or removed. Without it, no file in the folder can be told from one written by hand.",
  },
  "output-missing": {
    why: "With --check, codegen generate compares and writes nothing. The sources have a class whose file is not there: generate and commit it.",
  },
  "output-stale": {
    why: "With --check, codegen generate compares and writes nothing. The file is not what would be generated: the sources have changed since, or somebody edited it.",
  },
  "output-superfluous": {
    why: "With --check, codegen generate compares and writes nothing. The sources no longer have the class of this file.",
  },
  "prettier-configuration": {
    why: "Files are formatted as the project that they are for wants it, and what it wants could not be found out.",
  },
  "prettier-failed": {
    why: "Prettier formats only what is TypeScript. Templates of one's own may give something else; the place is in the text that they gave.",
  },
  "prettier-missing": {
    why: "What is generated is laid out as Prettier does by default. The project of the output folder has a configuration that may ask for something else, and only Prettier can do that; npx prettier --check would complain.",
  },
  "prettier-unusable": {
    why: "Files are formatted by the Prettier that is installed where the output folder lies. Versions before 3 are called in another way.",
  },
};
