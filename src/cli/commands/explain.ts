import { readSchema } from "../../build/index.ts";
import { areas } from "../../diagnostics/catalogue/areas.ts";
import { catalogue, hasErrors, isCode, suggest, visible } from "../../diagnostics/index.ts";
import { isRuleId, ruleIds } from "../../diff/index.ts";
import { jsonText } from "../../diagnostics/json-text.ts";
import { wantsColour } from "../colour.ts";
import { exitCode } from "../exit-code.ts";
import { codeList, codeText, explainCode } from "../explain/code.ts";
import { explanationText } from "../explain/explanation-text.ts";
import { findTopic } from "../explain/find-topic.ts";
import { explainRule, ruleList, ruleText } from "../explain/rule.ts";
import type { Io } from "../io.ts";
import { formatOf, report } from "../report.ts";
import { schemaOptions } from "../schema-options.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/**
 * `codegen explain`: what a code or a rule means, or what a schema knows of a class or a member.
 *
 * @throws UsageError for a code that does not exist, or a class without sources
 */
export async function explain(values: Values, io: Io): Promise<number> {
  const { topic } = values;
  const asJson = formatOf(values) === "json";
  const colour = wantsColour(io.stdout, io.env, values.flag("color"));
  if (topic === undefined) {
    const codes = areas.flatMap((area) => area.codes.map(explainCode));
    const rules = ruleIds.map(explainRule);
    io.stdout.write(
      asJson ? jsonText({ version: 1, codes, rules }) : `${codeList(colour)}\n${ruleList(colour)}`,
    );
    return exitCode.done;
  }
  if (isRuleId(topic)) {
    const explanation = explainRule(topic);
    io.stdout.write(asJson ? jsonText(explanation) : ruleText(explanation, colour));
    return exitCode.done;
  }
  if (isCode(topic)) {
    const explanation = explainCode(topic);
    io.stdout.write(asJson ? jsonText(explanation) : codeText(explanation, colour));
    return exitCode.done;
  }
  // No name of MOF has a dash in it, and every code has.
  if (/^[\w-]+-[\w-]*$/.test(topic)) throw noCode(topic);
  if (values.sources.length === 0) {
    throw new UsageError(`name the MOF files that declare ${topic}, or a code or a rule`);
  }
  return await explainName(topic, asJson, colour, values, io);
}

const incomplete = "note: the sources have errors, so this may not be all; see codegen check";

async function explainName(
  topic: string,
  asJson: boolean,
  colour: boolean,
  values: Values,
  io: Io,
): Promise<number> {
  const { value, diagnostics } = await readSchema(schemaOptions(values, io));
  const answer = findTopic(topic, value.schema);
  if (typeof answer !== "string") {
    io.stdout.write(asJson ? jsonText(answer) : explanationText(answer, colour));
    if (hasErrors(diagnostics)) io.stderr.write(`${incomplete}\n`);
    return exitCode.done;
  }
  if (hasErrors(diagnostics)) {
    await report(diagnostics, values, io);
    return exitCode.noAnswer;
  }
  io.stderr.write(`error: ${visible(answer)}\n`);
  return exitCode.findings;
}

function noCode(topic: string): UsageError {
  const meant = suggest(topic, [...Object.keys(catalogue), ...ruleIds]);
  return new UsageError(
    `there is no code or rule ${topic}` + (meant === undefined ? "" : `. Did you mean ${meant}?`),
  );
}
