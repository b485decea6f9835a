/** What `codegen explain` says of a rule of `codegen diff`, and its list of all rules. */
import { createColors } from "picocolors";
import { audiences, ruleCatalogue, ruleIds, type Bump, type RuleId } from "../../diff/index.ts";
import type { ChangeLevels } from "../../diff/index.ts";
import { rulePages, type RulePage } from "../../diff/pages/index.ts";
import { audienceNames } from "../../diff/formats/words.ts";
import { indented, wrapped } from "./sheet.ts";

/** A rule as data: `--format json` prints it. */
export interface RuleExplanation extends RulePage {
  readonly version: 1;
  readonly rule: RuleId;
  readonly levels: ChangeLevels;
  readonly bump: Bump;
}

/** All that is known of a rule. */
export function explainRule(rule: RuleId): RuleExplanation {
  const { levels, bump } = ruleCatalogue[rule];
  return { version: 1, rule, levels, bump, ...rulePages[rule] };
}

/** The page of a rule, with an example of both sides. */
export function ruleText(explanation: RuleExplanation, colour: boolean): string {
  const { bold, cyan } = createColors(colour);
  const { rule, title, levels, bump, why, compatible, old, new: now } = explanation;
  const facts = audiences.map((each) => `  ${audienceNames[each].padEnd(10)}  ${levels[each]}`);
  const blocks = [
    bold(`${rule}: ${title}`),
    [...facts, `  ${"version".padEnd(10)}  ${bump}`].join("\n"),
    wrapped(why, 80).join("\n"),
    wrapped(compatible, 80).join("\n"),
    `${bold("Before:")}\n\n${cyan(indented(old))}`,
    `${bold("After:")}\n\n${cyan(indented(now))}`,
    levelText(rule),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function levelText(rule: RuleId): string {
  return `To change its level: --level ${rule}=safe, or in mof-codegen.config.json:

  { "diff": { "levels": { "${rule}": "safe" } } }`;
}

/** Every rule with its levels and what it says in general. */
export function ruleList(colour: boolean): string {
  const { bold } = createColors(colour);
  const width = Math.max(...ruleIds.map((rule) => rule.length));
  const head = audiences.map((each) => audienceNames[each].padEnd(10)).join("  ");
  const lines = ruleIds.map((rule) => {
    const { levels, bump } = ruleCatalogue[rule];
    const cells = audiences.map((each) => levels[each].padEnd(10)).join("  ");
    return `  ${rule.padEnd(width)}  ${cells}  ${bump}`;
  });
  const title = `${"Rules of codegen diff:".padEnd(width + 2)}  ${head}  version`;
  return `${[bold(title), ...lines].join("\n")}\n`;
}
