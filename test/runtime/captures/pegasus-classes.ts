/** Classes of the recorded OpenPegasus, and how its exchanges are told. */
import { expect } from "vitest";
import {
  type CimDateTime,
  type CimInstance,
  type CimInterval,
  type ClassDescriptor,
  type Embedded,
  type EmbeddedInput,
  defineClass,
  type real32,
  type real64,
  type Reference,
  type sint16,
  type sint32,
  type sint64,
  type sint8,
  type uint16,
  type uint32,
  type uint64,
  type uint8,
} from "../../../src/runtime/index.ts";
import type { Recorded } from "./exchange.ts";
import type { Difference } from "./meaning.ts";
import { partOf } from "./replay.ts";

/** Folder of the recordings. */
export const server = "pegasus-cimxml";

/** First number that each test file covers; it ends where the next one begins. */
const parts = { definitions: 1, instances: 6, queries: 16, writing: 27, methods: 35, faults: 49 };

/** Names of the exchanges that a test file has to cover. */
export function namesOf(part: keyof typeof parts): readonly string[] {
  return partOf(server, parts, part);
}

/** Those of them that entries have, each once; the others are there as helpers. */
export function namesIn(part: keyof typeof parts, entries: readonly Recorded[]): readonly string[] {
  const own = new Set(namesOf(part));
  const names = new Set(entries.flatMap((entry) => entry.names).filter((name) => own.has(name)));
  return [...names].sort();
}

/** Entries with all their names in front: what a test is called by. */
export function titled(entries: readonly Recorded[]): (readonly [string, Recorded])[] {
  return entries.map((entry) => [entry.names.join(" "), entry] as const);
}

/** The answer that makes a client fall back to the operation that does not pull. */
export const unknownOperation = "56-fault-unknown-op";

/** Opened first, of a server that does not know how: `unknownOperation` answers another request. */
export function opened(operation: string): Readonly<Record<string, Difference>> {
  const difference: unknown = expect.objectContaining({
    ours: expect.arrayContaining([`cimmethod: ${operation}`]) as unknown,
  });
  // As: a matcher stands for what it matches.
  return { [unknownOperation]: difference as Difference };
}

/** An operation that does not pull, and what its request differs in beside what was opened before. */
export function classic(
  operation: string,
  recorded: Omit<Recorded, "names" | "request"> & { readonly name: string },
  differs: Readonly<Record<string, Difference>> = {},
): Recorded {
  const { name, ...others } = recorded;
  return {
    ...others,
    names: [unknownOperation, name],
    request: {
      because: "pulling is tried first; properties are asked for as a whole class has them",
      differs: { ...opened(operation), ...differs },
    },
  };
}

const call =
  "/CIM@CIMVERSION=2.0@DTDVERSION=2.0/MESSAGE@PROTOCOLVERSION=1.0/SIMPLEREQ/IMETHODCALL@NAME=";

/** A line about a place in an intrinsic operation. */
export function line(operation: string, place: string): string {
  return `${call}${operation}/${place}`;
}

/** Lines of a parameter of an intrinsic operation. */
export function parameter(operation: string, name: string, value: string): readonly string[] {
  const place = line(operation, `IPARAMVALUE@NAME=${name}`);
  return [place, `${place}/VALUE=${value}`];
}

/** The lines of parameters that only our request has. */
export function ours(operation: string, parameters: Readonly<Record<string, string>>): Difference {
  return {
    recorded: [],
    ours: Object.entries(parameters)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([name, value]) => parameter(operation, name, value)),
  };
}

type Many<T> = readonly T[] | null;

interface Scalars {
  readonly scalBool: boolean | null;
  readonly scalUint8: uint8 | null;
  readonly scalSint8: sint8 | null;
  readonly scalUint16: uint16 | null;
  readonly scalSint16: sint16 | null;
  readonly scalUint32: uint32 | null;
  readonly scalSint32: sint32 | null;
  readonly scalUint64: uint64 | null;
  readonly scalReal32: real32 | null;
  readonly scalReal64: real64 | null;
  readonly scalString: string | null;
  readonly scalDateTime: CimDateTime | CimInterval | null;
}

interface Arrays {
  readonly arrayBool: Many<boolean>;
  readonly arrayUint8: Many<uint8>;
  readonly arraySint8: Many<sint8>;
  readonly arrayUint16: Many<uint16>;
  readonly arraySint16: Many<sint16>;
  readonly arrayUint32: Many<uint32>;
}

const scalars = {
  scalBool: "boolean",
  scalUint8: "uint8",
  scalSint8: "sint8",
  scalUint16: "uint16",
  scalSint16: "sint16",
  scalUint32: "uint32",
  scalSint32: "sint32",
  scalUint64: "uint64",
  scalReal32: "real32",
  scalReal64: "real64",
  scalString: "string",
  scalDateTime: "datetime",
};

const arrays = {
  arrayBool: "boolean[]",
  arrayUint8: "uint8[]",
  arraySint8: "sint8[]",
  arrayUint16: "uint16[]",
  arraySint16: "sint16[]",
  arrayUint32: "uint32[]",
};

/** All types, as properties and as parameters. */
export interface AllTypes extends Scalars, Arrays {
  readonly Id: string;
  readonly Name: string | null;
  readonly requestInputParameters: string | null;
  readonly scalSint64: sint64 | null;
  readonly defaultBool: boolean | null;
  readonly defaultUint8: uint8 | null;
  readonly defaultSint8: sint8 | null;
  readonly defaultUint16: uint16 | null;
  readonly defaultSint16: sint16 | null;
  readonly defaultUint32: uint32 | null;
  readonly defaultSint32: sint32 | null;
  readonly defaultUint64: uint64 | null;
  readonly defaultSint64: sint64 | null;
  readonly defaultReal32: real32 | null;
  readonly defaultReal64: real64 | null;
  readonly defaultString: string | null;
  readonly defaultDateTime: CimDateTime | null;
  readonly arraySint32: Many<sint32>;
  readonly arrayUint64: Many<uint64>;
  readonly arraySint64: Many<sint64>;
  readonly arrayReal32: Many<real32>;
  readonly arrayReal64: Many<real64>;
  readonly arrayString: Many<string | null>;
  readonly arrayDateTime: Many<CimDateTime>;
  InOutParamTest(input: Scalars & Arrays): Scalars & Arrays & { ReturnValue: uint32 };
  ReferenceParamTest(input: {
    InParam1: Reference<AllTypes>;
    InParam2: readonly Reference<AllTypes>[];
  }): {
    ReturnValue: uint32;
    OutParam1: Reference<AllTypes> | null;
    OutParam2: Many<Reference<AllTypes>>;
  };
  NoSuchMethod(): uint32;
}

interface AllTypesStatic {
  reset(): uint32;
  delayedMethodResponse(input: { delayInSeconds: uint32 }): {
    ReturnValue: uint32;
    delayInSeconds: uint32 | null;
  };
}

/** `NoSuchMethod` is one that the server does not have. */
export const AllTypes: ClassDescriptor<AllTypes, "Id", AllTypesStatic> = defineClass({
  format: 1,
  name: "Test_CLITestProviderClass",
  namespace: "test/TestProvider",
  keys: ["Id"],
  properties: {
    Id: "string",
    Name: "string",
    requestInputParameters: "string",
    ...scalars,
    scalSint64: "sint64",
    defaultBool: "boolean",
    defaultUint8: "uint8",
    defaultSint8: "sint8",
    defaultUint16: "uint16",
    defaultSint16: "sint16",
    defaultUint32: "uint32",
    defaultSint32: "sint32",
    defaultUint64: "uint64",
    defaultSint64: "sint64",
    defaultReal32: "real32",
    defaultReal64: "real64",
    defaultString: "string",
    defaultDateTime: "datetime",
    ...arrays,
    arraySint32: "sint32[]",
    arrayUint64: "uint64[]",
    arraySint64: "sint64[]",
    arrayReal32: "real32[]",
    arrayReal64: "real64[]",
    arrayString: "string[]",
    arrayDateTime: "datetime[]",
  },
  methods: {
    InOutParamTest: {
      in: { ...scalars, ...arrays },
      out: { ...scalars, ...arrays },
      returns: "uint32",
    },
    ReferenceParamTest: {
      in: {
        InParam1: "ref Test_CLITestProviderClass",
        InParam2: "ref Test_CLITestProviderClass[]",
      },
      out: {
        OutParam1: "ref Test_CLITestProviderClass",
        OutParam2: "ref Test_CLITestProviderClass[]",
      },
      returns: "uint32",
    },
    NoSuchMethod: { returns: "uint32" },
    reset: { static: true, returns: "uint32" },
    delayedMethodResponse: {
      static: true,
      in: { delayInSeconds: "uint32" },
      out: { delayInSeconds: "uint32" },
      returns: "uint32",
    },
  },
});

/** Embedded in other instances only. */
export interface Part {
  readonly Id: string;
  readonly name: string | null;
  readonly comment: string | null;
}

/** Has one more instance in it. */
export interface Nested extends Part {
  readonly recursiveEmbeddedInst: Embedded<Part> | null;
  readonly recursiveEmbeddedObj: CimInstance | null;
  readonly recursiveEmbeddedInstArray: Many<Embedded<Part>>;
  readonly recursiveEmbeddedObjArray: Many<CimInstance>;
}

interface EmbeddedParameters {
  readonly firstArg: string | null;
  readonly EmbedInstArg: Embedded<Part> | null;
  readonly embedObjArg: CimInstance | null;
  readonly embedInstArrayArg: Many<Embedded<Part>>;
  readonly lastArg: string | null;
}

/** Instances as properties and as parameters. */
export interface Embedding {
  readonly Id: string;
  readonly embeddedInst: Embedded<Part> | null;
  readonly embeddedInst2: Embedded<Nested> | null;
  readonly embeddedObj: CimInstance | null;
  readonly embeddedInstArray: Many<Embedded<Part>>;
  readonly embeddedObjArray: Many<CimInstance>;
  readonly comment: string | null;
  readonly requestInputParameters: string | null;
  embeddedInstParamMethod(input: {
    firstArg: string;
    EmbedInstArg: EmbeddedInput<Part>;
    embedObjArg: CimInstance;
    embedInstArrayArg: readonly EmbeddedInput<Part>[];
    lastArg: string;
  }): EmbeddedParameters & { ReturnValue: uint32 };
}

const embeddedParameters = {
  firstArg: "string",
  EmbedInstArg: "instance Test_CLITestEmbedded1",
  embedObjArg: "object",
  embedInstArrayArg: "instance Test_CLITestEmbedded1[]",
  lastArg: "string",
};
const part = { Id: "string", name: "string", comment: "string" };

export const Embedding: ClassDescriptor<Embedding, "Id"> = defineClass({
  format: 1,
  name: "Test_CLITestEmbeddedClass",
  namespace: "test/TestProvider",
  keys: ["Id"],
  properties: {
    Id: "string",
    embeddedInst: "instance Test_CLITestEmbedded1",
    embeddedInst2: "instance Test_CLITestEmbedded2",
    embeddedObj: "object",
    embeddedInstArray: "instance Test_CLITestEmbedded1[]",
    embeddedObjArray: "object[]",
    comment: "string",
    requestInputParameters: "string",
  },
  embedded: {
    Test_CLITestEmbedded1: part,
    Test_CLITestEmbedded2: {
      ...part,
      recursiveEmbeddedInst: "instance Test_CLITestEmbedded3",
      recursiveEmbeddedObj: "object",
      recursiveEmbeddedInstArray: "instance Test_CLITestEmbedded3[]",
      recursiveEmbeddedObjArray: "object[]",
    },
    Test_CLITestEmbedded3: part,
  },
  methods: {
    embeddedInstParamMethod: {
      in: embeddedParameters,
      out: embeddedParameters,
      returns: "uint32",
    },
  },
});
