import { nearest } from "./walk/nearest.ts";
import { perAnalysis } from "./walk/per-analysis.ts";
import type { Rule } from "./walk/rule.ts";

/** Classes that were reported: a list of instances has one class. */
const reported = perAnalysis(() => new Set<string>());
const classNames = perAnalysis(({ schema }) => schema.classes.map(({ name }) => name));

/** An instance is one of a class that exists and is not abstract (DSP0004 5.6.3.1, 7.7). */
export const instanceClass: Rule = {
  codes: ["unknown-instance-class", "abstract-instance"],
  instance({ place, node, cls }) {
    const className = node.className.text;
    if (cls) {
      if (!cls.abstract || cls.builtin) return;
      place.report("abstract-instance", { className: cls.name }, node.className, [
        { message: "the class is declared here", location: cls.location },
      ]);
      return;
    }
    const said = reported(place.analysis);
    if (said.has(className.toLowerCase())) return;
    said.add(className.toLowerCase());
    const meant = nearest(place.analysis, className, classNames(place.analysis));
    place.report("unknown-instance-class", { className, meant }, node.className);
  },
};
