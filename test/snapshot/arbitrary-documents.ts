/** Declarations of MOF 2.x, of whatever the grammar can make. */
import fc from "fast-check";
import type {
  ArraySuffix,
  Assignment,
  ClassDeclaration,
  Declaration,
  Feature,
  InstanceDeclaration,
  Name,
  ParameterDeclaration,
  PragmaDirective,
  Qualifier,
  QualifierDeclaration,
  TypeName,
  Value,
} from "../../src/ast/index.ts";

const nowhere = { start: 0, end: 0 };
/** Words that begin something elsewhere are names where a name is expected. */
const KEYWORDS = ["Class", "instance", "of", "as", "REF", "Qualifier", "true", "null", "Void"];
const letters = fc.stringMatching(/^[A-Za-z_\u00e9\u4e2d][0-9A-Za-z_\u00e9\u4e2d]{0,12}$/);
const name = (text: string): Name => ({ kind: "name", text, ...nowhere });
const names = letters.map(name);
const members = fc
  .oneof(letters, fc.constantFrom(...KEYWORDS.slice(0, 6), "constructor", "__proto__"))
  .map(name);
const aliases = letters.map((text) => name(`$${text}`));
const intrinsic = fc.constantFrom(
  "boolean",
  "uint8",
  "sint64",
  "real32",
  "char16",
  "string",
  "datetime",
);

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom("a", "F", "0", " ", "\n", "\r", "\\", '"', "\ud800", "\u0001", "\u2028"),
    maxLength: 300,
  }),
  fc.lorem({ maxCount: 60 }),
);
const scalars: fc.Arbitrary<Value> = fc.oneof(
  texts.map((value): Value => ({ kind: "string", value, ...nowhere })),
  fc
    .bigInt({ min: -(2n ** 70n), max: 2n ** 70n })
    .map((value): Value => ({ kind: "integer", value, ...nowhere })),
  fc.double({ noNaN: true }).map((value): Value => ({ kind: "real", value, ...nowhere })),
  fc
    .integer({ min: 0, max: 0xffff })
    .map((code): Value => ({ kind: "char", value: String.fromCharCode(code), ...nowhere })),
  fc.boolean().map((value): Value => ({ kind: "boolean", value, ...nowhere })),
  fc.constant<Value>({ kind: "null", ...nowhere }),
  aliases.map(({ text }): Value => ({ kind: "alias", text, ...nowhere })),
);
const list = (items: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc
    .array(items, { maxLength: 12 })
    .map((values): Value => ({ kind: "array", items: values, ...nowhere }));

const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalars,
    list(tie("value")),
    fc
      .record({
        className: names,
        alias: fc.option(aliases),
        assigned: fc.array(fc.tuple(members, tie("value")), { maxLength: 4 }),
      })
      .map(instanceOf),
  ),
})).value;

function instanceOf(parts: {
  readonly className: Name;
  readonly alias: Name | null;
  readonly assigned: readonly [Name, Value][];
}): InstanceDeclaration {
  const assignments = parts.assigned.map(([each, value]): Assignment => ({
    kind: "assignment",
    qualifiers: [],
    name: each,
    value,
    ...nowhere,
  }));
  return {
    kind: "instance",
    qualifiers: [],
    className: parts.className,
    ...(parts.alias && { alias: parts.alias }),
    assignments,
    ...nowhere,
  };
}

const flavors = fc.array(fc.constantFrom("ToSubclass", "DisableOverride", "Amended").map(name), {
  maxLength: 3,
});
const qualifier: fc.Arbitrary<Qualifier> = fc
  .record({ name: names, value: fc.option(fc.oneof(scalars, list(scalars))), flavors })
  .map(({ value, ...rest }) => ({
    kind: "qualifier",
    ...rest,
    ...(value && { value }),
    ...nowhere,
  }));
const qualifiers = fc.array(qualifier, { maxLength: 5 });
const suffix: fc.Arbitrary<ArraySuffix | undefined> = fc.constantFrom(
  undefined,
  { kind: "array-suffix", ...nowhere } as const,
  { kind: "array-suffix", size: 4, ...nowhere } as const,
);
const type: fc.Arbitrary<TypeName> = fc.oneof(
  intrinsic.map((text): TypeName => ({
    kind: "type",
    name: name(text),
    reference: false,
    ...nowhere,
  })),
  fc
    .tuple(names, fc.boolean())
    .map(([each, reference]): TypeName => ({ kind: "type", name: each, reference, ...nowhere })),
);
const element = fc
  .record({ qualifiers, type, name: members, array: suffix, initializer: fc.option(values) })
  .map(({ array, initializer, ...rest }) => ({
    ...rest,
    ...(array && { array }),
    ...(initializer && { initializer }),
    ...nowhere,
  }));
const parameter: fc.Arbitrary<ParameterDeclaration> = element.map((each) => ({
  kind: "parameter",
  ...each,
}));
const feature: fc.Arbitrary<Feature> = fc.oneof(
  element.map((each): Feature => ({ kind: "property", ...each })),
  fc
    .record({ qualifiers, type, name: members, parameters: fc.array(parameter, { maxLength: 5 }) })
    .map((each): Feature => ({ kind: "method", ...each, ...nowhere })),
);

const classes: fc.Arbitrary<ClassDeclaration> = fc
  .record({
    qualifiers,
    name: names,
    alias: fc.option(aliases),
    superclass: fc.option(names),
    features: fc.array(feature, { maxLength: 6 }),
  })
  .map(({ alias, superclass, ...rest }) => ({
    kind: "class",
    ...rest,
    ...(alias && { alias }),
    ...(superclass && { superclass }),
    ...nowhere,
  }));
const instances: fc.Arbitrary<InstanceDeclaration> = fc
  .record({
    className: names,
    alias: fc.option(aliases),
    assigned: fc.array(fc.tuple(members, values), { maxLength: 6 }),
  })
  .map(instanceOf);
const pragmas: fc.Arbitrary<PragmaDirective> = fc
  .record({ name: names, parameters: fc.array(scalars, { maxLength: 3 }) })
  .map((each) => ({ kind: "pragma", ...each, ...nowhere }));
const qualifierTypes: fc.Arbitrary<QualifierDeclaration> = fc
  .record({
    name: names,
    type: intrinsic.map((text): TypeName => ({
      kind: "type",
      name: name(text),
      reference: false,
      ...nowhere,
    })),
    array: suffix,
    initializer: fc.option(fc.oneof(scalars, list(scalars))),
    scopes: fc.array(fc.constantFrom("any", "class", "reference").map(name), { maxLength: 3 }),
    flavors,
  })
  .map(({ array, initializer, ...rest }) => ({
    kind: "qualifier-declaration",
    ...rest,
    ...(array && { array }),
    ...(initializer && { initializer }),
    ...nowhere,
  }));

/** Up to five declarations. */
export const declarations: fc.Arbitrary<readonly Declaration[]> = fc.array(
  fc.oneof<fc.Arbitrary<Declaration>[]>(classes, instances, pragmas, qualifierTypes),
  { maxLength: 5 },
);
