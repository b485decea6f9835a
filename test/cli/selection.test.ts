import { describe, expect, test } from "vitest";
import { contentsOf, fill } from "../build/folder.ts";
import { codegen, project } from "./run.ts";

const home = `#pragma namespace("root/home")
class Lamp {
  [Key] string Id;
  [EmbeddedInstance("Room")] string Room;
};
class DeskLamp : Lamp { };
class Room {
  [Key] string Name;
};
class Fan {
  [Key] string Id;
};
`;
const sources = { "home.mof": home };

/** The generated files, without the list of them. */
function generated(folder: string): string[] {
  return Object.keys(contentsOf(folder))
    .filter((path) => path.startsWith("gen/") && path.endsWith(".ts"))
    .sort();
}

describe("generate", () => {
  test("writes the classes that are wanted with what they need, and removes others", async () => {
    const folder = project(sources);
    await codegen(folder, "generate home.mof --out gen");
    expect(await codegen(folder, "generate home.mof --out gen --include desk*")).toEqual({
      code: 0,
      stdout: "Generated 3 classes into gen/ (1 file written, 3 unchanged, 1 removed)\n",
      stderr: "",
    });
    expect(generated(folder)).toEqual([
      "gen/root/home/DeskLamp.ts",
      "gen/root/home/Lamp.ts",
      "gen/root/home/Room.ts",
      "gen/root/home/index.ts",
    ]);
  });

  test("--check compares with the same selection, and says how to write it", async () => {
    const folder = project(sources);
    const options = String.raw`--include Lamp --include F?n --exclude *Room --namespace \\.\root\home`;
    await codegen(folder, `generate home.mof --out gen ${options}`);
    expect(await codegen(folder, `generate home.mof --out gen ${options} --check`)).toMatchObject({
      code: 0,
      stdout: "gen/ is up to date (3 classes)\n",
    });
    expect(
      await codegen(
        folder,
        "generate home.mof --out gen --exclude Room --namespace root/** --check",
      ),
    ).toMatchObject({
      code: 1,
      stderr: `note excluded-class-needed: Room is excluded by Room but needed: Lamp.Room embeds it
help: Without it the types of Lamp are not complete.

error output-missing: gen/root/home/DeskLamp.ts would be created
error output-stale: gen/root/home/index.ts differs from what would be generated

2 errors, 1 note

To update: codegen generate home.mof --out gen --exclude Room --namespace "root/**"
`,
    });
  });

  test("a pattern that matches nothing leaves the output as it was", async () => {
    const folder = project(sources);
    await codegen(folder, "generate home.mof --out gen");
    const before = contentsOf(folder);
    const line = "generate home.mof --out gen --include Lam --include Fan";
    expect(await codegen(folder, line)).toEqual({
      code: 1,
      stdout: "",
      stderr: `error no-class-matches: no class matches Lam
help: Did you mean Lamp?

1 error
`,
    });
    expect(await codegen(folder, `${line} --check`)).toMatchObject({ code: 3, stdout: "" });
    expect(contentsOf(folder)).toEqual(before);
  });

  test("what is said about it has the severity that a person gives it", async () => {
    const folder = project(sources);
    const line = "generate home.mof --out gen --exclude Room --severity excluded-class-needed=";
    expect(await codegen(folder, `${line}off`)).toMatchObject({ code: 0, stderr: "" });
    expect(await codegen(folder, `${line}error`)).toMatchObject({ code: 1, stdout: "" });
    expect(
      (
        await codegen(
          folder,
          "generate home.mof -o gen --include X --severity no-class-matches=off",
        )
      ).code,
    ).toBe(2);
  });

  test("where a source has errors nothing is said about patterns", async () => {
    const folder = project({ ...sources, "bad.mof": "class Fun {" });
    const { code, stderr } = await codegen(folder, "generate . --out gen --include Fun");
    expect(code).toBe(1);
    expect(stderr).not.toContain("no-class-matches");
  });
});

describe("a configuration", () => {
  const configuration = {
    sources: ["home.mof"],
    out: "gen",
    include: ["*Lamp"],
    exclude: ["DeskLamp"],
    namespaces: ["root/home"],
  };

  test("selects classes, and the command line counts more, option by option", async () => {
    const folder = project({
      ...sources,
      "mof-codegen.config.json": JSON.stringify(configuration),
    });
    const { code, stdout } = await codegen(folder, "generate --why");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `root/home:Lamp is selected by *Lamp
root/home:Room is needed: Lamp.Room embeds it
`,
    });
    expect((await codegen(folder, "generate --why --exclude Lamp")).stdout).toBe(
      `root/home:DeskLamp is selected by *Lamp
root/home:Lamp is needed although Lamp excludes it: DeskLamp extends it
root/home:Room is needed: Lamp.Room embeds it
`,
    );
    expect((await codegen(folder, "parse --emit mof")).stdout).toContain("class Lamp {");
    expect((await codegen(folder, "parse --emit mof")).stdout).not.toContain("DeskLamp");
    // Other commands look at everything.
    expect((await codegen(folder, "check")).stdout).toBe(
      "Checked 4 classes in 1 file: no errors\n",
    );
    expect(await codegen(folder, "parse --emit ast")).toMatchObject({ code: 0 });
  });
});

describe("--why", () => {
  test("prints a line for each class, and writes nothing", async () => {
    const folder = project(sources);
    expect(await codegen(folder, "generate home.mof --out gen --why")).toEqual({
      code: 0,
      stdout: `root/home:DeskLamp is selected
root/home:Fan is selected
root/home:Lamp is selected
root/home:Room is selected
`,
      stderr: "",
    });
    expect(contentsOf(folder)).toEqual(sources);
  });

  test("is one document for programs, and what else there is to say goes to standard error", async () => {
    const folder = project(sources);
    const line = "generate home.mof --include DeskLamp --exclude lamp --why --format json";
    const { code, stdout, stderr } = await codegen(folder, line);
    expect(code).toBe(0);
    const named = (name: string) => ({ name, namespace: "root/home" });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      classes: [
        { ...named("DeskLamp"), reason: "selected", patterns: ["DeskLamp"] },
        {
          ...named("Lamp"),
          reason: "needed",
          by: named("DeskLamp"),
          through: { kind: "superclass" },
          excludedBy: "lamp",
        },
        {
          ...named("Room"),
          reason: "needed",
          by: named("Lamp"),
          through: { kind: "property", member: "Room", as: "embedded-instance" },
        },
      ],
    });
    expect(JSON.parse(stderr)).toMatchObject({ counts: { errors: 0, warnings: 0, notes: 1 } });
  });

  test("with --check compares as well", async () => {
    const folder = project(sources);
    const line = "generate home.mof --out gen --include Room";
    await codegen(folder, line);
    const reason = "root/home:Room is selected by Room\n";
    expect(await codegen(folder, `${line} --check --why`)).toEqual({
      code: 0,
      stdout: `${reason}gen/ is up to date (1 class)\n`,
      stderr: "",
    });
    fill(folder, { "gen/root/home/Room.ts": "// @generated by mof-codegen.\n" });
    const { code, stdout, stderr } = await codegen(folder, `${line} --check --why --format json`);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ classes: [{ name: "Room" }] });
    expect(JSON.parse(stderr)).toMatchObject({ diagnostics: [{ code: "output-stale" }] });
  });

  test.each(["", " --out gen --check"])(
    "prints nothing when a pattern is wrong%s",
    async (more) => {
      const folder = project(sources);
      const line = `generate home.mof --why --include Nothing --format json${more}`;
      const { code, stdout, stderr } = await codegen(folder, line);
      expect({ code, stdout }).toEqual({ code: more === "" ? 1 : 3, stdout: "" });
      expect(JSON.parse(stderr)).toMatchObject({ diagnostics: [{ code: "no-class-matches" }] });
    },
  );

  test("nothing of a name reaches the terminal as a command", async () => {
    const folder = project({ "a.mof": '#pragma namespace("root/\\x1b[31m")\nclass A { };\n' });
    expect((await codegen(folder, "generate a.mof --why")).stdout).toBe(
      "root/␛[31m:A is selected\n",
    );
  });
});

describe("parse", () => {
  test.each(["schema", "mof"])("--emit %s prints a part that can be read alone", async (form) => {
    const folder = project({
      "home.mof": `#pragma namespace("root/home")
class Room { [Key] string Name; };
class Fan { [Key] string Id; };
[Association] class Doors { [Key] Room REF From; [Key] Room REF To; };
instance of Room as $Kitchen { Name = "kitchen"; };
instance of Room as $Hall { Name = "hall"; };
instance of Fan { Id = "1"; };
instance of Doors { From = $Kitchen; To = $Hall; };
`,
    });
    const line = `parse home.mof --include Doors --emit ${form}`;
    const { code, stdout, stderr } = await codegen(folder, line);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const name = form === "mof" ? "part.mof" : "part.json";
    const part = project({ [name]: stdout });
    expect(await codegen(part, `parse ${name} --emit mof`)).toEqual({
      code: 0,
      stdout: `#pragma namespace ("root/home")

[Association]
class Doors {
  [Key]
  Room REF From;

  [Key]
  Room REF To;
};

class Room {
  [Key]
  string Name;
};

instance of Room as $Kitchen {
  Name = "kitchen";
};

instance of Room as $Hall {
  Name = "hall";
};

instance of Doors {
  From = $Kitchen;
  To = $Hall;
};
`,
      stderr: "",
    });
  });

  test("--emit ast prints files as a whole", async () => {
    const folder = project(sources);
    expect(await codegen(folder, "parse home.mof --emit ast --exclude Fan")).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: --emit ast prints files as a whole, so no classes can be selected
Usage: codegen parse <sources…> [options]
More:  codegen parse --help
`,
    });
  });

  test("a pattern that matches nothing prints nothing", async () => {
    const folder = project(sources);
    expect(await codegen(folder, "parse home.mof --namespace root/hom")).toMatchObject({
      code: 1,
      stdout: "",
    });
  });
});
