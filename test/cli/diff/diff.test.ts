/** `codegen diff` as people call it: what it compares, what it fails on, and what it says to mistakes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { environment, TestRepository } from "../../git/repository.ts";
import { codegen, project, type Ran } from "../run.ts";

const one = "class A { [Key] string Name; uint32 Speed; };\n";
const two = "class A { [Key] string Name; };\n";
const more = "class A { [Key] string Name; uint32 Speed; string New; };\n";

/** Everything but the report itself. */
async function run(folder: string, line: string, options: object = {}): Promise<Ran> {
  return codegen(folder, line, { env: environment, today: "2026-11-27", ...options });
}

const summary = ({ stdout }: Ran): string | undefined => stdout.trimEnd().split("\n").at(-1);

describe("compares", () => {
  test("two files, two folders, snapshots and standard input", async () => {
    const folder = project({ "old/a.mof": one, "new/a.mof": two, "b.mof": one });
    const snapshot = await codegen(folder, "parse old");
    const kept = project({ "old.json": snapshot.stdout, "a.mof": two });
    const lines = ["diff old new", "diff old/a.mof new/a.mof", "diff old/*.mof new/**"];
    for (const line of lines) {
      const ran = await run(folder, line);
      expect([ran.code, summary(ran), ran.stderr]).toEqual([
        1,
        "1 breaking change; asks for a major version",
        "",
      ]);
    }
    expect(summary(await run(folder, "diff old b.mof"))).toBe("no changes");
    expect((await run(folder, "diff old b.mof")).code).toBe(0);
    const piped = { stdin: [Buffer.from(two)] };
    expect((await run(folder, "diff b.mof -", piped)).code).toBe(1);
    expect((await run(folder, "diff missing.mof --against b.mof")).code).toBe(3);
    expect(snapshot.code).toBe(0);
    expect((await run(kept, "diff a.mof --against old.json")).code).toBe(1);
  });

  test("classes without a namespace, whatever dialect either side shows", async () => {
    const wmi = `[dynamic, provider("P")] ${one}`;
    const folder = project({ "old.mof": one, "wmi.mof": wmi });
    const ran = await run(folder, "diff old.mof wmi.mof --format json");
    const rules = (JSON.parse(ran.stdout) as { changes: { rule: string }[] }).changes;
    expect(rules.map(({ rule }) => rule)).toEqual(["dynamic-changed", "provider-changed"]);
    const { stdout } = await run(folder, "parse wmi.mof");
    const kept = project({ "snapshot.json": stdout, "new.mof": one });
    expect(summary(await run(kept, "diff new.mof --against snapshot.json"))).toBe(
      "2 breaking changes; asks for a minor version",
    );
  });

  test("with a revision, a tag and the merge base", async () => {
    const repository = new TestRepository().commit({ "a.mof": one });
    repository.git("tag", "v1");
    repository.git("switch", "--quiet", "--create", "topic");
    repository.commit({ "a.mof": more });
    repository.git("switch", "--quiet", "main");
    repository.commit({ "a.mof": two });
    repository.git("switch", "--quiet", "topic");
    const { folder } = repository;
    expect(summary(await run(folder, "diff a.mof --against v1"))).toBe(
      "1 safe change; asks for a minor version",
    );
    expect(summary(await run(folder, "diff a.mof --against main"))).toBe(
      "2 safe changes; asks for a minor version",
    );
    expect(summary(await run(folder, "diff a.mof --against main --merge-base"))).toBe(
      "1 safe change; asks for a minor version",
    );
    expect((await run(folder, "diff a.mof --against main --fail-on any")).code).toBe(1);
  });

  test("what the configuration says, unless two sources are named", async () => {
    const folder = project({
      "s/a.mof": two,
      "old.mof": one,
      "mof-codegen.config.json": JSON.stringify({
        sources: ["s"],
        diff: {
          against: "old.mof",
          audiences: ["provider"],
          levels: { "property-removed": "risky" },
        },
      }),
    });
    const ran = await run(folder, "diff");
    expect([ran.code, summary(ran)]).toEqual([0, "1 risky change; asks for a minor version"]);
    expect(summary(await run(folder, "diff s s"))).toBe("no changes");
    expect(
      summary(await run(folder, "diff --audience ts --level property-removed:ts=breaking")),
    ).toBe("1 breaking change; asks for a major version");
  });
});

describe("fails", () => {
  const folder = (): string => project({ "old.mof": one, "new.mof": two, "more.mof": more });

  test.each([
    ["", 1],
    ["--fail-on risky", 1],
    ["--fail-on none", 0],
    ["--audience provider", 0],
    ["--audience provider --fail-on any", 1],
    ["--level property-removed=safe", 0],
    ["--level property-removed=off --fail-on any", 0],
    ["--level property-removed:wire=safe --audience wire", 0],
  ])("diff old.mof new.mof %s: %i", async (options, code) => {
    expect((await run(folder(), `diff old.mof new.mof ${options}`)).code).toBe(code);
  });

  test("less for what was deprecated or experimental", async () => {
    const old =
      'class A { [Key] string Name; [Deprecated{"x"}] string D; [Experimental] string E; };\n';
    const without = (name: string): string =>
      old.replace(new RegExp(`\\[[^\\]]*\\] string ${name};`, "u"), "");
    const place = project({ "old.mof": old, "d.mof": without("D"), "e.mof": without("E") });
    expect((await run(place, "diff old.mof d.mof")).code).toBe(1);
    expect((await run(place, "diff old.mof d.mof --allow-deprecated-removals")).code).toBe(0);
    expect((await run(place, "diff old.mof e.mof")).code).toBe(1);
    expect((await run(place, "diff old.mof e.mof --allow-experimental")).code).toBe(0);
  });
});

describe("accepts", () => {
  const fingerprint = async (folder: string): Promise<string> => {
    const { stdout } = await run(folder, "diff old.mof new.mof --format json");
    return (
      (JSON.parse(stdout) as { changes: { fingerprint: string }[] }).changes[0]?.fingerprint ?? ""
    );
  };

  test("a change with a reason until a day, and says when that is over", async () => {
    const folder = project({ "old.mof": one, "new.mof": two });
    const print = await fingerprint(folder);
    const ran = await run(
      folder,
      `diff old.mof new.mof --accept ${print} --reason unused --until 2026-12-01`,
    );
    expect(ran).toEqual({
      code: 0,
      stdout: "Accepted 1 change in codegen.accept.json\n",
      stderr: "",
    });
    expect(JSON.parse(readFileSync(join(folder, "codegen.accept.json"), "utf8"))).toEqual({
      version: 1,
      accepted: [
        {
          fingerprint: print,
          change: "property-removed: A.Speed was removed; it was uint32",
          reason: "unused",
          until: "2026-12-01",
        },
      ],
    });
    const accepted = await run(folder, "diff old.mof new.mof");
    expect([accepted.code, summary(accepted)]).toEqual([
      0,
      "1 accepted change; asks for a major version",
    ]);
    expect((await run(folder, "diff old.mof new.mof", { today: "2026-12-01" })).code).toBe(0);
    const over = await run(folder, "diff old.mof new.mof", { today: "2026-12-02" });
    expect([over.code, over.stderr]).toEqual([
      1,
      `warning: codegen.accept.json: the acceptance of ${print} was over on 2026-12-01; accept the change anew or take it back\n`,
    ]);
    await run(folder, `diff --accept ${print} --accept ${print} --reason still`);
    expect((await run(folder, "diff old.mof new.mof", { today: "2030-01-01" })).code).toBe(0);
  });

  test("and keeps what else stands in the file", async () => {
    const folder = project({
      "codegen.accept.json": '{"$schema":"x","version":1,"accepted":[]}',
    });
    await run(folder, "diff --accept 000000000000 --reason x");
    expect(JSON.parse(readFileSync(join(folder, "codegen.accept.json"), "utf8"))).toEqual({
      $schema: "x",
      version: 1,
      accepted: [{ fingerprint: "000000000000", reason: "x" }],
    });
  });

  test.each([
    ["--accept 000000000000 --reason x", "no change has the fingerprint 000000000000"],
    ["--accept 00 --reason x", "--accept is twelve hexadecimal digits, not 00"],
    ["--accept 000000000000", '--accept needs a reason: --reason "…"'],
    ["--reason x", "--reason belongs to --accept <fingerprint>"],
    ["--accept 000000000000 --reason x --until 2026-02-30", "--until 2026-02-30 is no day"],
    [
      "--accept 000000000000 --reason x --until 2026-11-26",
      "--until 2026-11-26 is over; name a day that is still to come",
    ],
  ])("nothing that makes no sense: %s", async (options, sentence) => {
    const folder = project({ "old.mof": one, "new.mof": two });
    const ran = await run(folder, `diff old.mof new.mof ${options}`);
    expect([ran.code, ran.stderr.split("\n")[0]]).toEqual([2, `error: ${sentence}`]);
  });

  test.each([
    ["{", "codegen.accept.json is no JSON: "],
    ["[]", "codegen.accept.json: it holds an object, not this list"],
    ['{"version":2}', "codegen.accept.json: version is 1, not 2"],
    [
      '{"version":1,"accepted":[{}]}',
      "codegen.accept.json: accepted[0]: fingerprint is twelve hexadecimal digits, not undefined",
    ],
    [
      '{"version":1,"accepted":[{"fingerprint":"000000000000","reason":"x","until":"soon"}]}',
      'codegen.accept.json: accepted[0]: until is a date such as 2026-12-31, not "soon"',
    ],
    ['{"version":1,"accepted":[],"more":1}', "codegen.accept.json: there is no key more"],
  ])("no damaged file: %s", async (text, sentence) => {
    const folder = project({ "old.mof": one, "new.mof": two, "codegen.accept.json": text });
    const ran = await run(folder, "diff old.mof new.mof");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(`error: ${sentence}`);
    const schema = JSON.parse(
      readFileSync(new URL("../../../schemas/accept.schema.json", import.meta.url), "utf8"),
    ) as object;
    const isJson = text !== "{";
    if (isJson) expect(new Ajv2020().validate(schema, JSON.parse(text))).toBe(false);
    await run(folder, "diff --accept 000000000000 --reason x");
    expect(readFileSync(join(folder, "codegen.accept.json"), "utf8")).toBe(text);
  });
});

describe("checks the version", () => {
  const manifest = (version: string): string => JSON.stringify({ version });

  test("against that of the revision", async () => {
    const repository = new TestRepository().commit({
      "a.mof": one,
      "package.json": manifest("1.2.3"),
    });
    const { folder } = repository.write({ "a.mof": two, "package.json": manifest("1.3.0") });
    const line = "diff a.mof --against HEAD --semver --fail-on none";
    const low = await run(folder, line);
    expect([low.code, summary(low)]).toEqual([
      1,
      "1 breaking change; the version went from 1.2.3 to 1.3.0, but has to be at least 2.0.0",
    ]);
    repository.write({ "package.json": manifest("2.0.0-beta.1") });
    expect((await run(folder, line)).code).toBe(0);
  });

  test.each([
    ["0.4.0", "0.5.0", two, 0],
    ["0.4.0", "0.4.1", two, 1],
    ["0.4.0", "0.4.1", more, 0],
    ["1.0.0", "1.0.1", more, 1],
    ["1.0.0", "1.1.0", more, 0],
    ["1.0.0", "1.0.0", one, 0],
    ["1.0.1", "1.0.0", one, 1],
  ])("%s to %s for %j: %i", async (old, now, mof, code) => {
    const folder = project({ "old.mof": one, "new.mof": mof, "package.json": manifest(now) });
    const line = `diff old.mof new.mof --semver --fail-on none --old-version ${old}`;
    expect((await run(folder, line)).code).toBe(code);
  });

  test.each([
    ["--semver", "--semver does not know the version of before; say --old-version <version>"],
    ["--old-version 1.0.0", "--old-version belongs to --semver"],
  ])("and says what is missing: %s", async (options, sentence) => {
    const folder = project({ "old.mof": one, "new.mof": two, "package.json": manifest("1.0.0") });
    const ran = await run(folder, `diff old.mof new.mof ${options}`);
    expect([ran.code, ran.stderr.split("\n")[0]]).toEqual([2, `error: ${sentence}`]);
  });
});

test("writes reports to files beside what it prints", async () => {
  const folder = project({ "old.mof": one, "new.mof": two });
  const reports =
    "--report json=out/diff.json --report html=out/diff.html --report junit=out/diff.xml";
  const ran = await run(folder, `diff old.mof new.mof ${reports} --format github`);
  expect([ran.code, ran.stderr]).toEqual([1, ""]);
  expect(ran.stdout).toMatch(/^::error file=new\.mof/u);
  expect(JSON.parse(readFileSync(join(folder, "out/diff.json"), "utf8"))).toMatchObject({
    failed: true,
  });
  expect(readFileSync(join(folder, "out/diff.html"), "utf8")).toMatch(/^<!doctype html>/u);
  const blocked = await run(folder, "diff old.mof old.mof --report json=old.mof/x.json");
  expect([blocked.code, blocked.stderr]).toEqual([
    1,
    expect.stringMatching(/^error: old\.mof\/x\.json cannot be written: /u),
  ]);
});

test("says of both sides why they cannot be compared", async () => {
  const folder = project({ "old.mof": "class A {", "new.mof": "class B : {};" });
  const ran = await run(folder, "diff old.mof new.mof --format json");
  expect(ran.code).toBe(3);
  expect(ran.stdout).toBe("");
  expect(ran.stderr).toMatch(/^error: old\.mof cannot be compared, because it has errors:/u);
  expect(ran.stderr).toMatch(/\nerror: new\.mof cannot be compared, because it has errors:/u);
});

describe("says what is wrong in one sentence", () => {
  test.each([
    ["diff", 2, "name an old and a new source, or sources and --against <old>"],
    ["diff old.mof", 2, "name what old.mof is to be compared with, or say --against <old>"],
    [
      "diff old.mof new.mof c.mof",
      2,
      "two sources are compared, not 3; quote a pattern so that the shell leaves it alone, or say --against <old>",
    ],
    ["diff - -", 2, "standard input can be one side, not both"],
    ["diff old.mof new.mof --merge-base", 2, "--merge-base is for --against <revision>"],
    [
      "diff old.mof new.mof --level property-remove=safe",
      2,
      "there is no rule property-remove. Did you mean property-removed?",
    ],
    [
      "diff old.mof new.mof --level class-removed=bad",
      2,
      "--level class-removed=bad names no level: write off, breaking, risky or safe",
    ],
    [
      "diff old.mof new.mof --level class-removed:all=safe",
      2,
      "--level names ts, wire or provider behind the colon, not all",
    ],
    [
      "diff old.mof new.mof --audience everybody",
      2,
      "--audience is ts, wire, provider, or several with commas between them, not everybody",
    ],
    ["diff old.mof new.mof --report pdf=x", 2, "--report names no format pdf"],
    ["diff old.mof new.mof --report htm=x", 2, "--report names no format htm. Did you mean html?"],
  ])("%s", async (line, code, sentence) => {
    const ran = await run(project({ "old.mof": one, "new.mof": two }), line);
    expect([ran.code, ran.stdout, ran.stderr.split("\n")[0]]).toEqual([
      code,
      "",
      `error: ${sentence}`,
    ]);
  });

  test("about revisions", async () => {
    const nowhere = project({ "a.mof": one });
    expect(await run(nowhere, "diff a.mof --against main")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("is not in a git repository") as string,
    });
    const { folder } = new TestRepository().commit({ "a.mof": one }).write({ "b.mof": one });
    expect(await run(folder, "diff a.mof --against mian")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "no branch, tag or commit is called mian; did you mean main?",
      ) as string,
    });
    expect(await run(folder, "diff b.mof --against main")).toEqual({
      code: 3,
      stdout: "",
      stderr: "error: b.mof is not in main; `--allow-new-sources` treats it as empty there\n",
    });
    expect((await run(folder, "diff b.mof --against main --allow-new-sources")).code).toBe(0);
    expect(await run(folder, "diff - --against main", { stdin: [Buffer.from(one)] })).toMatchObject(
      {
        code: 2,
        stderr: expect.stringContaining(
          "standard input has no revisions; compare it with a source",
        ) as string,
      },
    );
  });
});
