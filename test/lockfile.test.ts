import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(
  readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"),
) as { packages: Readonly<Record<string, LockedPackage>> };
const locked = Object.entries(packages);

test("the lock file names what every platform needs, so that `npm ci` works on each", () => {
  const names = new Set(locked.map(([path]) => path.replace(/^.*node_modules\//, "")));
  const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test("the lock file says what a package must be, not where it was found", () => {
  const found = locked.filter(([path, { resolved, integrity }]) =>
    path === "" ? false : resolved !== undefined || integrity === undefined,
  );
  expect(found.map(([path]) => path)).toEqual([]);
});

test("no script calls a compiler by the name that several versions of it bring", () => {
  const { scripts } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as { scripts: Readonly<Record<string, string>> };
  const calls = Object.values(scripts).filter((script) => /\btsc\b/.test(script));
  expect(calls).toEqual([]);
});
