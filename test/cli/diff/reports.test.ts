/** Ten planted changes of RDManagement.mof, in every format. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { expectGolden } from "../../golden.ts";
import { codegen, project } from "../run.ts";
import { after, before, plantedRules } from "./planted.ts";

const golden = fileURLToPath(new URL("../../../fixtures/diff-reports", import.meta.url));

/** The formats whose whole output is looked at; that of the page stands elsewhere. */
const formats = {
  text: "report.txt",
  json: "report.json",
  sarif: "report.sarif",
  junit: "report.junit.xml",
  github: "report.github.txt",
  gitlab: "report.gitlab.json",
  markdown: "report.md",
} as const;

const accepted = {
  version: 1,
  accepted: [{ fingerprint: "000000000000", reason: "Left over from last year." }],
};

test("ten planted changes are ten findings with both places, in every format", async () => {
  const folder = project({
    "old/RDManagement.mof": before,
    "new/RDManagement.mof": after,
    "codegen.accept.json": JSON.stringify(accepted),
  });
  const written: Record<string, string> = {};
  for (const [format, file] of Object.entries(formats)) {
    const ran = await codegen(folder, `diff old new --format ${format}`);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe(
      "warning: codegen.accept.json: there is no change 000000000000; remove the acceptance\n",
    );
    written[file] = ran.stdout;
  }
  expectGolden(golden, written);
  const { changes } = JSON.parse(written["report.json"] ?? "") as {
    readonly changes: readonly { readonly rule: string; before?: object; after?: object }[];
  };
  expect(changes.map(({ rule }) => rule).sort()).toEqual(plantedRules);
  expect(changes.filter((each) => each.before && each.after)).toHaveLength(10);
});
