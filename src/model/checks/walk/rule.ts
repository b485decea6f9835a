import type { Code } from "../../../diagnostics/index.ts";
import type { Analysis } from "../../analysis.ts";
import type {
  AssignmentSubject,
  ClassSubject,
  InstanceSubject,
  MethodSubject,
  ParameterSubject,
  Place,
  PragmaSubject,
  PropertySubject,
  QualifierTypeSubject,
  QualifierUse,
  TypedValue,
} from "./subject.ts";

/** A check: what it can say, and what it wants to see. The walk calls it for each subject of that kind. */
export interface Rule {
  readonly codes: readonly Code[];
  readonly class?: (subject: ClassSubject) => void;
  readonly property?: (subject: PropertySubject) => void;
  readonly method?: (subject: MethodSubject) => void;
  readonly parameter?: (subject: ParameterSubject) => void;
  readonly qualifier?: (use: QualifierUse) => void;
  /** Only uses for which flavors are stated; there are few. */
  readonly flavored?: (use: QualifierUse) => void;
  /** Only uses behind another one in the same list. */
  readonly repeated?: (use: QualifierUse) => void;
  /** Only uses whose type is not known. */
  readonly undeclared?: (use: QualifierUse) => void;
  /** Uses of some qualifiers only, by name in lower case; the first one in each list. */
  readonly qualifiers?: Readonly<Record<string, (use: QualifierUse) => void>>;
  readonly value?: (value: TypedValue) => void;
  readonly instance?: (subject: InstanceSubject) => void;
  readonly assignment?: (subject: AssignmentSubject) => void;
  readonly pragma?: (subject: PragmaSubject) => void;
  readonly qualifierType?: (subject: QualifierTypeSubject) => void;
  /** What concerns several declarations at once. */
  readonly whole?: (analysis: Analysis, placeOf: PlaceOf) => void;
}

/** Where things of a file are reported. */
export type PlaceOf = (source: Place["source"]) => Place;
