import { nearest } from "./walk/nearest.ts";
import type { Rule } from "./walk/rule.ts";

/** The pragmas that somebody documents (DSP0004 7.12, Microsoft's compiler), and that the namespace has a name. */
export const pragmas: Rule = {
  codes: ["unknown-pragma", "namespace-without-name"],
  pragma({ place, node }) {
    const name = node.name.text.toLowerCase();
    if (!PRAGMAS.includes(name)) {
      const sentence = { name: node.name.text, meant: nearest(place.analysis, name, PRAGMAS) };
      place.report("unknown-pragma", sentence, node.name);
    } else if (name === "namespace") {
      const [parameter] = node.parameters;
      if (parameter?.kind === "string" && parameter.value.trim() !== "") return;
      place.report("namespace-without-name", {}, parameter ?? node.name);
    }
  },
};

const PRAGMAS = [
  "include",
  "locale",
  "instancelocale",
  "namespace",
  "source",
  "nonlocal",
  "sourcetype",
  "nonlocaltype",
  "autorecover",
  "classflags",
  "instanceflags",
  "deleteclass",
  "deleteinstance",
  "amendment",
];
