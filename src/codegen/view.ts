/**
 * What a template is given: plain strings, already decided and laid out. Texts that
 * stand on their own lines carry their indentation.
 */

/**
 * The version of the views: it grows when a field is taken away or means something else.
 * A new field changes nothing for templates that there are.
 */
export const viewVersion = 1;

/** What each template that makes a file is given, by its name without `.hbs`. */
export interface Views {
  readonly class: ClassView;
  readonly index: IndexView;
  readonly single: SingleView;
}

/** `class.hbs`: the file of one class. */
export interface ClassView {
  /** The version of the views. */
  readonly version: number;
  /** The MOF file's name without a folder: a plain text of one line. */
  readonly source: string;
  /** Import statements; none in `single.hbs`, where they are those of the whole file. */
  readonly imports: readonly string[];
  /** The value maps of the class's own members. */
  readonly enumerations: readonly EnumerationView[];
  /** The documentation comment of the interface. */
  readonly comment: string;
  /** What the interface and the descriptor are called. */
  readonly name: string;
  /** The first line or lines of the interface, up to its brace. */
  readonly header: string;
  /** The class's own properties, then its own methods that are not static. */
  readonly members: readonly MemberView[];
  /** The class's own static methods, if it declares any. */
  readonly static: InterfaceView | undefined;
  /** What a new instance is made of: `X_Create`. */
  readonly create: TypeView | undefined;
  /** What may be written: `X_Write`. */
  readonly write: TypeView | undefined;
  /** What implements the class's methods: `X_Provider`. */
  readonly provider: InterfaceView | undefined;
  /** What the runtime reads about the class. */
  readonly descriptor: DescriptorView;
}

/** A property or a method of an interface. */
export interface MemberView {
  /** Its documentation comment, indented, if there is anything to say. */
  readonly comment: string | undefined;
  /** The declaration, indented, with its semicolon. */
  readonly text: string;
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
}

/** A value map: a constant and its open union. */
export interface EnumerationView {
  /** The documentation comment of both. */
  readonly comment: string;
  /** What both are called. */
  readonly name: string;
  /** `export const X = {`, laid out. */
  readonly opening: string;
  /** The values that have names, in the order of the MOF. */
  readonly members: readonly EnumerationMemberView[];
  /** `} as const;`, laid out. */
  readonly closing: string;
  /** The type's whole declaration. */
  readonly type: string;
}

/** A value with a name. */
export interface EnumerationMemberView {
  /** A comment with the MOF's own words, indented, where the name is not just these. */
  readonly comment: string | undefined;
  /** `Name: value,`, indented. */
  readonly text: string;
}

/** A type alias. */
export interface TypeView {
  /** Its documentation comment. */
  readonly comment: string;
  /** What it is called. */
  readonly name: string;
  /** The whole declaration. */
  readonly text: string;
}

/** An interface beside that of the class. */
export interface InterfaceView {
  /** Its documentation comment. */
  readonly comment: string;
  /** What it is called. */
  readonly name: string;
  /** Its first line or lines, up to the brace. */
  readonly header: string;
  /** Its methods. */
  readonly members: readonly MemberView[];
}

/** The constant that the runtime reads. */
export interface DescriptorView {
  /** Its documentation comment. */
  readonly comment: string;
  /** `export const X: ClassDescriptor<…> = defineClass(`, laid out. */
  readonly opening: string;
  /** The object literal, laid out to stand behind `opening`. */
  readonly data: string;
}

/** `index.hbs`: the file that exports all classes of a namespace. */
export interface IndexView {
  /** The version of the views. */
  readonly version: number;
  /** The namespace with backslashes, as WMI writes it: a plain text of one line. */
  readonly namespace: string;
  /** Paths of the class files, as an import writes them. */
  readonly paths: readonly string[];
}

/** `single.hbs`: the file of all classes, with `--layout single`. */
export interface SingleView {
  /** The version of the views. */
  readonly version: number;
  /** Import statements. */
  readonly imports: readonly string[];
  /** In the order of the schema. */
  readonly classes: readonly ClassView[];
}
