import { expect, test } from "vitest";
import type { SchemaInstance } from "../../src/model/index.ts";
import { meaningOf } from "./meaning.ts";

/** An instance without its place. */
function plain({ location, values, ...rest }: SchemaInstance): unknown {
  const entries = [...values].map(([name, value]) => [
    name,
    isInstance(value)
      ? plain(value)
      : Array.isArray(value)
        ? value.map((item: unknown) => (isInstance(item) ? plain(item) : item))
        : value,
  ]);
  const at = location.source.text.slice(location.span.start, location.span.end);
  return { ...rest, at, values: Object.fromEntries(entries) as object };
}

function isInstance(value: unknown): value is SchemaInstance {
  return (
    typeof value === "object" && value !== null && "kind" in value && value.kind === "instance"
  );
}

test("instances in the order of the sources, with aliases, arrays and instances within", () => {
  const { schema, said } = meaningOf(String.raw`
    instance of A { Peer = $B; Text = "a" "b"; Sizes = {1, -2}; None = null; Off = FALSE; Unset; };
    #pragma namespace ("root\\x")
    instance of A as $B {
      Inside = instance of C { Deep = {instance of D as $D { n = 1.5; }}; };
      Other = $d;
    };`);
  expect(said).toEqual([]);
  expect(schema.instances.map(plain)).toEqual([
    {
      kind: "instance",
      className: "A",
      namespace: "root/cimv2",
      at: "A",
      values: {
        Peer: { kind: "alias", alias: "$B" },
        Text: "ab",
        Sizes: [1n, -2n],
        None: null,
        Off: false,
        Unset: null,
      },
    },
    {
      kind: "instance",
      className: "A",
      namespace: "root/x",
      alias: "$B",
      at: "A",
      values: {
        Inside: {
          kind: "instance",
          className: "C",
          namespace: "root/x",
          at: "C",
          values: {
            Deep: [
              {
                kind: "instance",
                className: "D",
                namespace: "root/x",
                alias: "$D",
                at: "D",
                values: { n: 1.5 },
              },
            ],
          },
        },
        Other: { kind: "alias", alias: "$d" },
      },
    },
  ]);
});
