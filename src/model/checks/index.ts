import { diagnose, type Diagnostic } from "../../diagnostics/index.ts";
import type { Source } from "../../source/index.ts";
import type { Analysis } from "../analysis.ts";
import { rules } from "./rules.ts";
import { hooksOf } from "./walk/hooks.ts";
import type { PlaceOf } from "./walk/rule.ts";
import type { Place } from "./walk/subject.ts";
import { walkClasses } from "./walk/walk-classes.ts";
import { walkDocuments } from "./walk/walk-documents.ts";
import { walkInstances } from "./walk/walk-instances.ts";
import { locate } from "./walk/words.ts";

const hooks = hooksOf(rules);

/** What is wrong with a schema that can be understood: each rule of `rules` looks at all that concerns it, in one walk. */
export function runChecks(analysis: Analysis): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const places = new Map<Source, Place>();
  const placeOf: PlaceOf = (source) => {
    let place = places.get(source);
    if (!place) {
      place = makePlace(source, analysis, diagnostics);
      places.set(source, place);
    }
    return place;
  };
  walkDocuments(analysis, hooks, placeOf);
  walkClasses(analysis, hooks, placeOf);
  walkInstances(analysis, hooks, placeOf);
  for (const hook of hooks.whole) hook(analysis, placeOf);
  return diagnostics;
}

function makePlace(source: Source, analysis: Analysis, diagnostics: Diagnostic[]): Place {
  const lenient = !analysis.strict && analysis.dialectOf(source) === "wmi";
  const place: Place = {
    analysis,
    source,
    lenient,
    report: (code, parameters, span, related) =>
      diagnostics.push(diagnose(code, parameters, locate(place, span), related)),
  };
  return place;
}
