/** What `codegen explain` says of a class or a member, as data: `--format json` prints it. */

export type Explanation = ClassExplanation | PropertyExplanation | MethodExplanation;

/** Where something stands; without a line when it stands in no file. */
export interface Declared {
  /** The class that declares it. */
  readonly class: string;
  readonly namespace: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

interface Explained {
  readonly version: 1;
  readonly name: string;
  readonly namespace: string;
  /** As MOF, with the qualifiers that say what it is and what it takes. */
  readonly signature: string;
  readonly description?: string;
  readonly declared: Declared;
}

export interface ClassExplanation extends Explained {
  readonly kind: "class";
  /** `abstract`, `association`, `indication`, `singleton`. */
  readonly traits: readonly string[];
  /** The nearest first. */
  readonly superclasses: readonly string[];
  /** The class that the last superclass names and no source declares. */
  readonly missingSuperclass?: string;
  readonly subclasses: readonly string[];
  readonly keys: readonly string[];
  readonly properties: readonly PropertyLine[];
  readonly methods: readonly MethodLine[];
  /** Other namespaces that have a class of this name. */
  readonly alsoIn: readonly string[];
}

export interface PropertyLine {
  readonly name: string;
  readonly type: string;
  readonly key: boolean;
  /** The class that declares it. */
  readonly class: string;
}

export interface MethodLine {
  readonly name: string;
  readonly static: boolean;
  readonly class: string;
}

/** What is known of something that has a type. */
export interface Typed {
  readonly type: string;
  readonly units?: string;
  readonly values?: Values;
  readonly default?: string;
  readonly description?: string;
}

/** Values and what they mean; of bits, their numbers. */
export interface Values {
  readonly kind: "values" | "bits";
  readonly entries: readonly {
    readonly key: string;
    readonly label?: string;
    readonly description?: string;
  }[];
}

interface Member extends Explained {
  readonly class: string;
  /** Declarations that it replaces, the nearest first. */
  readonly overrides: readonly Declared[];
  readonly deprecated: boolean;
}

export interface PropertyExplanation extends Member, Typed {
  readonly kind: "property";
  readonly key: boolean;
  readonly required: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
}

export interface MethodExplanation extends Member {
  readonly kind: "method";
  readonly static: boolean;
  /** Whether nobody says it; `static` is false then. */
  readonly staticUnknown?: true;
  /** Why it is, or is not. */
  readonly evidence: string;
  /** Absent for `void`. */
  readonly returns?: Typed;
  readonly parameters: readonly ParameterExplanation[];
}

export interface ParameterExplanation extends Typed {
  readonly name: string;
  readonly direction: "in" | "out" | "in, out";
  readonly optional: boolean;
  readonly required: boolean;
}
