/** docs/templates.md says what templates are given, in the words of the types themselves. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import ts from "typescript";
import { expect, test } from "vitest";
import { helpers } from "../../src/codegen/templates/helpers.ts";
import { ownTemplates } from "../../src/codegen/templates/own-templates.ts";
import { viewVersion } from "../../src/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const path = join(root, "docs/templates.md");
const marker = /^<!-- The rest is made from .* -->\n/m;

const source = ts.createSourceFile(
  "view.ts",
  readFileSync(join(root, "src/codegen/view.ts"), "utf8"),
  ts.ScriptTarget.Latest,
  true,
);

/** The interfaces, in the order of the file, but for the list of them. */
const interfaces = source.statements
  .filter((statement) => ts.isInterfaceDeclaration(statement))
  .filter(({ name }) => name.text !== "Views");

function commentOf(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter((each) => ts.isJSDoc(each));
  const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment) ?? "";
  return text.replace(/\s+/g, " ");
}

function tableOf({ name, members }: ts.InterfaceDeclaration): string[] {
  const rows = members.filter(ts.isPropertySignature).map((member) => {
    const type = member.type?.getText().replaceAll("readonly ", "").replaceAll("|", "\\|");
    return `| \`${member.name.getText()}\` | \`${type ?? ""}\` | ${commentOf(member).replaceAll("|", "\\|")} |`;
  });
  return [`### ${name.text}`, "", "| field | type | what it is |", "| --- | --- | --- |", ...rows];
}

/** What stands below the marker. */
async function views(): Promise<string> {
  const parts = interfaces.map((each) => {
    const [heading = "", ...table] = tableOf(each);
    return [heading, "", commentOf(each), ...table].join("\n");
  });
  return await prettier.format(parts.join("\n\n"), { parser: "markdown", printWidth: 100 });
}

test("every view and every field says what it is", () => {
  const silent = interfaces.flatMap((each) => [
    ...(commentOf(each) === "" ? [each.name.text] : []),
    ...each.members
      .filter((member) => commentOf(member) === "")
      .map((member) => `${each.name.text}.${member.name?.getText() ?? ""}`),
  ]);
  expect(silent).toEqual([]);
});

test("a field that may be absent is there all the same, for templates that ask for it", () => {
  const optional = interfaces.flatMap((each) =>
    each.members
      .filter((member) => member.questionToken !== undefined)
      .map((member) => `${each.name.text}.${member.name?.getText() ?? ""}: write | undefined`),
  );
  expect(optional).toEqual([]);
});

test("the page has all views with all fields", async () => {
  const page = readFileSync(path, "utf8");
  const [introduction = "", shown] = page.split(marker);
  const line = marker.exec(page)?.[0] ?? "";
  const wanted = `\n${await views()}`;
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, introduction + line + wanted);
  const now = process.env["UPDATE_GOLDEN"] === "1" ? wanted : shown;
  expect(now).toBe(wanted);
});

test("the page has all helpers, and the templates that make files", () => {
  const page = readFileSync(path, "utf8");
  const rows = [...page.matchAll(/^\| `\{\{(?:#if \(|#)?(\w+)/gm)].map(([, name]) => name);
  expect(rows).toEqual(Object.keys(helpers));
  expect(page).toContain(`{{!-- mof-codegen view ${viewVersion} --}}`);
  expect(ownTemplates.filter(({ name }) => !page.includes(`\`${name}.hbs\``))).toEqual([]);
});
