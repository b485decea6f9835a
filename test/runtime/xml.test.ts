import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  attribute,
  child,
  childText,
  isNil,
  parseXml,
  type XmlElement,
} from "../../src/runtime/xml/parse.ts";
import { writeXml, xml, type XmlNode } from "../../src/runtime/xml/write.ts";
import { failure } from "./caught.ts";

describe("parseXml", () => {
  test("keeps local names, URIs and text, and drops prefixes", () => {
    expect(
      parseXml(
        '<?xml version="1.0"?><a:b xmlns:a="urn:a" x="1" a:y="2">t<c/><![CDATA[<]]>&amp;</a:b>',
      ),
    ).toEqual({
      name: "b",
      uri: "urn:a",
      attributes: [
        { name: "x", uri: "", value: "1" },
        { name: "y", uri: "urn:a", value: "2" },
      ],
      children: [{ name: "c", uri: "", attributes: [], children: [], text: "" }],
      text: "t<&",
    });
  });

  test.each([
    ["", "protocol"],
    ["text", "protocol"],
    ["<a>", "protocol"],
    ["<a></b>", "protocol"],
    ["<a/><b/>", "protocol"],
    ["<p:a/>", "protocol"],
    ["<a>&unknown;</a>", "protocol"],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "protocol"],
    ["<!DOCTYPE html><html></html>", "protocol"],
    ["<a>".repeat(257) + "</a>".repeat(257), "too-large"],
  ])("refuses %.40s", async (text, code) => {
    expect((await failure(() => parseXml(text)))[0]).toBe(code);
  });

  test("bounds the number of elements", async () => {
    expect(await failure(() => parseXml("<a><b/><b/></a>", { maxElements: 2 }))).toEqual([
      "too-large",
      "XML with more than 2 elements",
    ]);
  });

  test("takes names that JavaScript knows for names", () => {
    const root = parseXml('<__proto__ constructor="1"><toString/></__proto__>');
    expect([root.name, attribute(root, "constructor"), child(root, "toString")?.name]).toEqual([
      "__proto__",
      "1",
      "toString",
    ]);
    expect([attribute(root, "toString"), child(root, "constructor")]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("reads nil and blank children as absent text", () => {
    const root = parseXml(
      '<a xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><b i:nil="true"/><c> </c><d> x </d></a>',
    );
    expect(["b", "c", "d", "e"].map((name) => childText(root, name))).toEqual([
      undefined,
      undefined,
      "x",
      undefined,
    ]);
    expect(root.children.map(isNil)).toEqual([true, false, false]);
  });
});

describe("writeXml", () => {
  test("escapes text and attributes", () => {
    expect(writeXml(xml("a", { b: "\"<&>'\t\n\r" }, ["\"<&>'\t\n\r"]))).toBe(
      '<a b="&quot;&lt;&amp;&gt;\'&#9;&#10;&#13;">"&lt;&amp;&gt;\'\t\n&#13;</a>',
    );
  });

  test("replaces what XML cannot carry", () => {
    expect(writeXml(xml("a", {}, ["\u0000\u001f\ufffe\ud800x\u{1f600}"]))).toBe(
      "<a>\ufffd\ufffd\ufffd\ufffdx\u{1f600}</a>",
    );
  });

  test.each(["", "a b", "1a", "a>", "a:b:c", "<a", 'a"', "a:"])(
    "refuses the name %j",
    async (name) => {
      expect(await failure(() => writeXml(xml(name)))).toEqual([
        "invalid-parameter",
        `${JSON.stringify(name)} cannot be an XML name`,
      ]);
    },
  );

  test("is undone by parseXml", () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(parseXml(writeXml(node))).toEqual(read(node));
      }),
    );
  });
});

const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/).filter((text) => !/^xml/i.test(text));
// Of characters that XML cannot carry another test speaks; a reader turns lone CR into LF unless written as &#13;.
const text = fc
  .string({ unit: "binary" })

  .map((value) => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ""));
const { tree } = fc.letrec<{ tree: XmlNode }>((tie) => ({
  tree: fc
    .record({
      name,
      attributes: fc.dictionary(name, text, { noNullPrototype: true }),
      children: fc.array(fc.oneof({ maxDepth: 4 }, text, tie("tree")), { maxLength: 4 }),
    })
    .map((parts) => xml(parts.name, parts.attributes, parts.children)),
}));

function read(node: XmlNode): XmlElement {
  return {
    name: node.name,
    uri: "",
    attributes: node.attributes.map(([attributeName, value]) => ({
      name: attributeName,
      uri: "",
      value,
    })),
    children: node.children.filter((item) => typeof item !== "string").map(read),
    text: node.children.filter((item) => typeof item === "string").join(""),
  };
}
