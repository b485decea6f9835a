import type { CheckSentences } from "../catalogue/checks.ts";
import { classCheckPages } from "./checks/classes.ts";
import { instanceCheckPages } from "./checks/instances.ts";
import { memberCheckPages } from "./checks/members.ts";
import { qualifierCheckPages } from "./checks/qualifiers.ts";
import { valueCheckPages } from "./checks/values.ts";
import type { Pages } from "./page.ts";

export const checkPages: Pages<CheckSentences> = {
  ...classCheckPages,
  ...memberCheckPages,
  ...qualifierCheckPages,
  ...valueCheckPages,
  ...instanceCheckPages,
  "unused-suppression": {
    why: "A comment that silences a code is there for a reason. When the reason is gone the comment stays behind, and would hide the next mistake of that kind.",
    wrong: "// codegen-disable-next-line void-property\nclass ACME_Fan { };\n",
    right: "class ACME_Fan {\n  // codegen-disable-next-line void-property\n  void Stop;\n};\n",
  },
};
