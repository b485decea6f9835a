/** What runs the diff elsewhere, run as far as that is possible here: in real repositories, without a service. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { commands, optionsOf } from "../../src/cli/syntax/index.ts";
import { folderWith } from "../build/folder.ts";
import { environment, TestRepository } from "../git/repository.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const command = `${process.execPath} ${root}dist/cli/bin.js`;
const one = "class A { [Key] string Name; uint32 Speed; };\n";
const two = "class A { [Key] string Name; };\n";

beforeAll(() => {
  if (!existsSync(`${root}dist/cli/bin.js`)) throw new Error("run npm run build first");
});

/** A clone of one commit, as services check out a pull request. */
function pullRequest(before: string, after: string): TestRepository {
  const server = new TestRepository().commit({ "schemas/a.mof": before });
  server.git("switch", "--quiet", "--create", "topic");
  server.commit({ "schemas/a.mof": after });
  const folder = folderWith();
  const url = pathToFileURL(server.folder).href;
  server.git("clone", "--quiet", "--depth=1", "--branch=topic", url, folder);
  return new TestRepository(folder);
}

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function bash(folder: string, script: string, env: Readonly<Record<string, string>>): Ran {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd: folder,
    env: { ...environment, ...env },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly id?: string;
      readonly run?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

// On Windows `bash` may be that of another system.
const skip = process.platform === "win32";

describe.skipIf(skip)("the action", () => {
  const action = parse(readFileSync(`${root}action.yml`, "utf8")) as Action;
  const [step] = action.runs.steps;

  /** Runs the step with inputs as GitHub would set them. */
  function act(
    folder: string,
    inputs: Readonly<Record<string, string>>,
  ): Ran & { readonly outputs: Readonly<Record<string, string>>; readonly summary: string } {
    const files = folderWith({ output: "", summary: "" });
    const all: Record<string, string> = { command };
    for (const [name, { default: usual = "" }] of Object.entries(action.inputs)) {
      all[name] = inputs[name] ?? all[name] ?? usual;
    }
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(step?.env ?? {})) {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/u.exec(value)?.[1];
      env[name] = input === undefined ? "main" : (all[input] ?? "");
    }
    const ran = bash(folder, step?.run ?? "exit 9", {
      ...env,
      GITHUB_ACTION_PATH: root,
      GITHUB_WORKSPACE: folder,
      GITHUB_OUTPUT: join(files, "output"),
      GITHUB_STEP_SUMMARY: join(files, "summary"),
      RUNNER_TEMP: files,
    });
    const lines = readFileSync(join(files, "output"), "utf8").trimEnd().split("\n");
    const outputs = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );
    return { ...ran, outputs, summary: readFileSync(join(files, "summary"), "utf8") };
  }

  test("fetches the base branch, annotates, writes the summary and the page", () => {
    const { folder } = pullRequest(one, two);
    const ran = act(folder, { sources: "schemas\n" });
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toMatch(/^::error file=schemas\/a\.mof,line=1,.*title=property-removed::/u);
    expect(ran.summary).toMatch(/^## ❌ Schema diff: 1 breaking change\n/u);
    expect(ran.outputs).toEqual({
      "exit-code": "1",
      failed: "true",
      bump: "major",
      page: expect.stringMatching(/diff\.html$/u) as string,
    });
    expect(readFileSync(ran.outputs["page"] ?? "", "utf8")).toMatch(/^<!doctype html>/u);
  });

  test("passes arguments on, and no input becomes a command", () => {
    const { folder } = pullRequest(one, two);
    const sources = "schemas\n$(touch pwned)\n`touch pwned`; touch pwned";
    const wrong = act(folder, { sources });
    expect(wrong.outputs).toEqual({ "exit-code": "3" });
    expect(existsSync(join(folder, "pwned"))).toBe(false);
    const right = act(folder, {
      sources: "schemas",
      arguments: "--audience=provider\n--fail-on=risky",
    });
    expect(right.outputs).toMatchObject({ "exit-code": "0", failed: "false" });
  });

  test("runs the version that it belongs to, with outputs that its script writes", () => {
    expect(action.inputs["command"]?.default).toBe(`npx --yes mof-codegen@${packageJson.version}`);
    const script = readFileSync(`${root}integrations/github.sh`, "utf8");
    for (const name of Object.keys(action.outputs)) expect(script).toContain(`${name}=`);
  });
});

describe.skipIf(skip)("the template for GitLab", () => {
  const text = readFileSync(`${root}integrations/gitlab.yml`, "utf8");
  const job = (
    parse(text) as Readonly<
      Record<
        string,
        { readonly script: readonly string[]; readonly variables: Readonly<Record<string, string>> }
      >
    >
  )[".codegen-diff"];

  test("writes the reports that it keeps", () => {
    const { folder } = pullRequest(one, two);
    const ran = bash(folder, ["set -e", ...(job?.script ?? [])].join("\n"), {
      ...job?.variables,
      CODEGEN_SOURCES: "schemas",
      CODEGEN_COMMAND: command,
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
    });
    expect([ran.code, ran.stderr]).toEqual([1, ""]);
    expect(ran.stdout).toContain("breaking property-removed: A.Speed was removed");
    const [issue] = JSON.parse(
      readFileSync(join(folder, "codegen-diff.codequality.json"), "utf8"),
    ) as readonly object[];
    expect(issue).toMatchObject({
      check_name: "property-removed",
      location: { path: "schemas/a.mof" },
    });
    for (const file of ["codegen-diff.junit.xml", "codegen-diff.html"]) {
      expect(existsSync(join(folder, file))).toBe(true);
      expect(text).toContain(
        `- ${file}`.replace("- codegen-diff.junit", "junit: codegen-diff.junit"),
      );
    }
  });

  test("runs the version that it belongs to", () => {
    expect(job?.variables["CODEGEN_COMMAND"]).toBe(`npx --yes mof-codegen@${packageJson.version}`);
  });
});

describe.skipIf(skip)("the hook for pre-commit", () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly files: string;
    readonly args: readonly string[];
  }
  const [hook] = parse(readFileSync(`${root}.pre-commit-hooks.yaml`, "utf8")) as readonly Hook[];

  test("compares what is to be committed with what was", () => {
    const { folder } = new TestRepository()
      .commit({ "schemas/a.mof": one })
      .write({ "schemas/a.mof": two });
    const bin = join(folderWith(), "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "codegen"), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
    const line = [hook?.entry, "schemas", ...(hook?.args ?? [])].join(" ");
    const ran = bash(folder, line, { PATH: `${bin}:${process.env["PATH"] ?? ""}` });
    expect([ran.code, ran.stderr]).toEqual([1, ""]);
    expect(ran.stdout).toContain("breaking property-removed: A.Speed was removed");
  });

  test("looks at every kind of source, and says nothing that the command does not know", () => {
    const files = new RegExp(hook?.files ?? "", "u");
    for (const name of ["a.mof", "a.mfl", "page.md", "x.overlay.yaml", "snapshot.json"]) {
      expect(files.test(name), name).toBe(true);
    }
    const diff = commands.find(({ name }) => name === "diff");
    const known = diff ? optionsOf(diff).map(({ name }) => `--${name}`) : [];
    expect(hook?.args.filter((each) => each.startsWith("--") && !known.includes(each))).toEqual([]);
  });
});
