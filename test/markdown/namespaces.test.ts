// cspell:disable -- words of a translation, some of them damaged
/** Namespaces as pages write them, and which one a page without any is in. */
import { describe, expect, test } from "vitest";
import { readNamespace, repairNamespace } from "../../src/markdown/meaning/namespace.ts";
import { mofOf, saidOf } from "./meant.ts";
import { pageOf, type Parts } from "./pages.ts";

/** What is read of a text alone; empty for none. */
function read(text: string): string {
  const written = readNamespace(text);
  switch (written.kind) {
    case "none":
      return "";
    case "damaged":
      return `repaired: ${repairNamespace(written.parts, [])}`;
    case "excerpt":
      return `excerpt: ${written.namespace}`;
    case "namespace":
      return written.namespace;
  }
}

test.each([
  ["Root\\CIMv2\\rdms", "root/cimv2/rdms"],
  ["root/cimv2", "root/cimv2"],
  ["  ROOT\\wmi\\ ", "root/wmi"],
  ["\\\\.\\root\\cimv2", "root/cimv2"],
  ["Root \\ StandardCimv2", "root/StandardCimv2"],
  ["Root\\\\Microsoft\\\\Windows\\\\Storage", "root/Microsoft/Windows/Storage"],
  ["root", "root"],
  ["RDMs raíz de \\ CIMv2 \\", "repaired: root/cimv2/rdms"],
  ["Rdms \\ cimv2 \\ raíz", "repaired: root/cimv2/rdms"],
  ["Rdms \\ de CIMv2 \\ raíz", "repaired: root/cimv2/rdms"],
  ["Racine\\CIMV2\\power", "repaired: root/cimv2/power"],
  ["Stamm\\WMI", "repaired: root/wmi"],
  ["Корень\\cimv2", "repaired: root/cimv2"],
  ["ルート\\CIMv2\\rdms", "repaired: root/cimv2/rdms"],
  ["根 \\ virtualization \\ v2", "repaired: root/virtualization/v2"],
  ["루트\\Microsoft\\Windows", "repaired: root/microsoft/windows"],
  ["cimv2\\rdms", "repaired: root/cimv2/rdms"],
  ["CIMV2", "repaired: root/cimv2"],
  ["Microsoft \\ Windows \\ Storage raíz \\", "repaired: root/microsoft/windows/storage"],
  ["Root\\CIMV2 (Windows 10)", "excerpt: root/cimv2"],
  ["Root\\CIMV2, Root\\WMI", "excerpt: root/cimv2"],
  ["All WMI namespaces", ""],
  ["Todos los espacios de nombres", ""],
  ["MSFT_Other", ""],
  ["..\\..\\x", ""],
  ["Root\\..\\..\\x", ""],
  ["C:\\x", ""],
  ["file:///etc", ""],
  ["Every namespace below root, as in root\\cimv2 \\ or any other", ""],
  ["", ""],
])("%j is %j", (text, expected) => {
  expect(read(text)).toBe(expected);
});

/** The namespace and what is said, page by page. */
function placed(...parts: readonly Parts[]) {
  const pages = parts.map((each, index) =>
    pageOf({
      path: `${String(index)}.md`,
      code: each.names?.[0]?.includes(".") ? "uint32 F();" : `class ${each.names?.[0] ?? "T"} {};`,
      ...each,
    }),
  );
  const namespaces = [
    ...mofOf(pages).matchAll(/^\/\/ (\S+).*(?:\n#pragma namespace \("(.*)"\))?/gm),
  ];
  const infos = /page-(?:class-missing|method-unknown)/;
  return {
    namespaces: namespaces.map(([, page = "", namespace = "-"]) => `${page} ${namespace}`),
    said: saidOf(pages).filter((line) => !infos.test(line)),
  };
}

describe("where a class is", () => {
  test("the row counts, then the location of the front matter", () => {
    const both = { requirements: { namespace: "Root\\A" }, locations: ["Root\\B"] };
    expect(
      placed(
        { names: ["X"], ...both },
        { names: ["Y"], locations: ["Y.dll", "Root\\B"] },
        { names: ["Z"], requirements: { namespace: "All namespaces" }, locations: ["Root\\B"] },
      ),
    ).toEqual({ namespaces: ["0.md root/A", "1.md root/B", "2.md root/B"], said: [] });
  });

  test("pages of the same class tell it, then pages of the same MOF file", () => {
    expect(
      placed(
        { names: ["X"], requirements: { mof: "X. mof", namespace: "Root\\A" } },
        { names: ["X.F"] },
        { names: ["Y"], requirements: { mof: "x.MOF" } },
      ),
    ).toEqual({ namespaces: ["0.md root/A", "1.md root/A", "2.md root/A"], said: [] });
  });

  test("pages that disagree tell nothing", () => {
    expect(
      placed(
        { names: ["X"], requirements: { mof: "x.mof", namespace: "Root\\A" } },
        { names: ["Y"], requirements: { mof: "x.mof", namespace: "Root\\B" } },
        { names: ["Z"], requirements: { mof: "x.mof" } },
      ),
    ).toEqual({
      namespaces: ["0.md root/A", "1.md root/B", "2.md -"],
      said: ['info page-without-namespace at "Z": no page says which namespace Z is in'],
    });
  });

  test("a damaged row is what other pages write undamaged, and is said once", () => {
    const damaged = { requirements: { namespace: "V2 \\ Sub raíz \\ Virtualization" } };
    expect(
      placed(
        { names: ["X"], ...damaged },
        { names: ["Y"], ...damaged },
        { names: ["Z"], requirements: { namespace: "Root\\Virtualization\\V2\\Sub" } },
      ),
    ).toEqual({
      namespaces: [0, 1, 2].map((index) => `${String(index)}.md root/Virtualization/V2/Sub`),
      said: [
        'warning page-namespace-repaired at "V2 \\\\ Sub raíz \\\\ Virtualization": the namespace "V2 \\ Sub raíz \\ Virtualization", on 2 pages, is read as root/Virtualization/V2/Sub',
      ],
    });
  });

  test("the page of a class counts more than those of methods that it links", () => {
    const methods = { F: ["x-f.md"] } as const;
    const method: Parts = { path: "x-f.md", names: ["X.F"] };
    const ofClass: Parts = { names: ["X"], methods, requirements: { namespace: "Root\\CIMv2" } };
    const said =
      'warning page-namespace-differs at "Root\\\\CIMv": this page says that X is in root/CIMv, but the page of X, which leads here, says root/cimv2';
    expect(placed({ ...method, requirements: { namespace: "Root\\CIMv" } }, ofClass)).toEqual({
      namespaces: ["1.md root/cimv2", "x-f.md root/cimv2"],
      said: [said],
    });
    // Without a link they may be two classes.
    const unlinked = { ...method, path: "other.md", requirements: { namespace: "Root\\CIMv" } };
    expect(placed(unlinked, ofClass)).toEqual({
      namespaces: ["1.md root/cimv2", "other.md root/CIMv"],
      said: [],
    });
  });

  test("system classes are everywhere", () => {
    expect(placed({ names: ["__X"] })).toEqual({ namespaces: ["0.md -"], said: [] });
  });
});
