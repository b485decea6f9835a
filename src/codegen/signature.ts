/** The signature of a method: its arguments named, its outputs in the result. */
import {
  type CimClass,
  type CimMethod,
  type CimParameter,
  inputsOf,
  outsOf,
} from "../model/index.ts";
import type { FileContext } from "./context.ts";
import { parameterParagraphs } from "./paragraphs.ts";
import { type Field, expandedObject, inlineObject } from "./fields.ts";
import { methodKey, typeKey } from "./identifiers.ts";
import { fits } from "./text-width.ts";
import { inputType, outputType, returnType } from "./ts-type.ts";

/** What a signature is made of. */
interface Signature {
  readonly inputs: readonly Field[];
  /** `input` or, when every argument may be left out, `input?`. */
  readonly input: string;
  /** What the method returns by itself, `void` included. */
  readonly returns: string;
  /** With outputs, an object of the return value and the outputs. */
  readonly result: readonly Field[] | undefined;
}

/** The parts of a method's signature, in the words of a class's file. */
function signatureOf(cls: CimClass, method: CimMethod, context: FileContext): Signature {
  const inputs = inputsOf(method);
  const returns = returnType(cls, method, context);
  const outs = outsOf(method).map((parameter) => ({
    name: typeKey(parameter.name),
    type: outputType(cls, method, parameter, context),
    nullable: true,
    comment: parameterParagraphs(parameter),
  }));
  const returned: Field = { name: "ReturnValue", type: returns, nullable: false, comment: [] };
  return {
    inputs: inputs.map((parameter) => inputField(cls, method, parameter, context)),
    input: inputs.every((parameter) => parameter.optional) ? "input?" : "input",
    returns,
    result: outs.length === 0 ? undefined : returns === "void" ? outs : [returned, ...outs],
  };
}

function inputField(
  cls: CimClass,
  method: CimMethod,
  parameter: CimParameter,
  context: FileContext,
): Field {
  return {
    name: `${typeKey(parameter.name)}${parameter.optional ? "?" : ""}`,
    type: inputType(cls, method, parameter, context),
    nullable: !parameter.required,
    comment: parameterParagraphs(parameter),
  };
}

/** A line, or several, of the contract: `Logoff(): uint32;` */
export function contractMethod(cls: CimClass, method: CimMethod, context: FileContext): string {
  const { inputs, input, returns, result } = signatureOf(cls, method, context);
  const head = `  ${methodKey(method.name)}(`;
  const documented = (fields: readonly Field[]) => fields.some(({ comment }) => comment.length > 0);
  const flatInput = inputs.length === 0 ? "" : `${input}: ${inlineObject(inputs)}`;
  if (!documented(inputs) && !documented(result ?? [])) {
    const flat = `${head}${flatInput}): ${result ? inlineObject(result) : returns};`;
    if (fits(flat)) return flat;
  }
  const output = result ? expandedObject(result, 2) : returns;
  // Prettier pulls an input that fits onto the line, even where it keeps other objects open.
  const firstLine = `${head}${flatInput}): ${result ? "{" : `${returns};`}`;
  const onLine = !documented(inputs) && fits(firstLine);
  const argument =
    inputs.length === 0 || onLine ? flatInput : `${input}: ${expandedObject(inputs, 2)}`;
  return `${head}${argument}): ${output};`;
}

/**
 * The same as a provider implements it: the call as `this`, and an answer now or later.
 *
 * @param caller - the type of `this`
 */
export function providerMethod(
  cls: CimClass,
  method: CimMethod,
  caller: string,
  context: FileContext,
): string {
  const signature = signatureOf(cls, method, context);
  const { inputs, input } = signature;
  const head = `  ${methodKey(method.name)}(`;
  const self = `this: ${caller}`;
  const argument = inputs.length === 0 ? undefined : `${input}: ${inlineObject(inputs)}`;
  const answer = signature.result ? context.imports.runtimeType("Answer") : "";
  const flat = `${head}${argument === undefined ? self : `${self}, ${argument}`}): ${flatAnswer(signature, answer)};`;
  if (fits(flat)) return flat;
  const last = lastAnswer(signature, answer);
  // Prettier leaves a lone parameter on the line when what is returned breaks by itself.
  const alone = `${head}${self}):${last}`;
  if (argument === undefined && last.endsWith("\n  }>") && fits(firstLine(alone)))
    return `${alone};`;
  const line = `    ${argument ?? ""},`;
  const below = fits(line) ? line : `    ${input}: ${expandedObject(plain(inputs), 4)},`;
  const parameters = argument === undefined ? "" : `${below}\n`;
  return `${head}\n    ${self},\n${parameters}  ):${last};`;
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf("\n"));
}

function plain(fields: readonly Field[]): Field[] {
  return fields.map((field) => ({ ...field, comment: [] }));
}

function flatAnswer({ result, returns }: Signature, answer: string): string {
  return result ? `${answer}<${inlineObject(result)}>` : `${returns} | Promise<${returns}>`;
}

/** The answer on the last line, or as Prettier breaks it. */
function lastAnswer(signature: Signature, answer: string): string {
  const { result, returns } = signature;
  const flat = flatAnswer(signature, answer);
  if (fits(`  ): ${flat};`)) return ` ${flat}`;
  if (result) return ` ${answer}<${expandedObject(plain(result), 2)}>`;
  return `\n    | ${returns}\n    | ${promiseOf(returns)}`;
}

/** A member of a union on its own line; Prettier breaks the argument unless that is a mere name. */
function promiseOf(type: string): string {
  const line = `Promise<${type}>`;
  if (fits(`    | ${line};`) || !/[<[]/.test(type)) return line;
  return `Promise<\n        ${type}\n      >`;
}
