import type { ModelSentences } from "../catalogue/model.ts";
import type { Pages } from "./page.ts";

export const modelPages: Pages<ModelSentences> = {
  "duplicate-class": {
    why: "The name of a class and its namespace are its identity. Of two declarations only one can be meant, and which one would depend on the order of the files.",
    wrong: "class A { uint32 X; };\nclass A { uint32 Y; };\n",
    right: "class A { uint32 X; uint32 Y; };\n",
  },
};
