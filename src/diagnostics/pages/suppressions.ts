import type { SuppressionSentences } from "../catalogue/suppressions.ts";
import type { Pages } from "./page.ts";

export const suppressionPages: Pages<SuppressionSentences> = {
  "wrong-suppression": {
    why: "A comment that is to silence something and does not would be believed to work.",
    wrong: "// codegen-disable-next-line unknown-super-class\nclass ACME_Lamp { };\n",
    right:
      "// codegen-disable-next-line unknown-superclass -- the server has it\nclass ACME_Lamp : ACME_Device { };\n",
  },
};
