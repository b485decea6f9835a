/** What an editor shows of a comment is what the MOF says, and the tags in it are ours alone. */
import fc from "fast-check";
import { marked } from "marked";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { comment, inlineProse, prose } from "../../src/codegen/comment.ts";
import { inline } from "../../src/codegen/documentation/inline.ts";
import { wrap } from "../../src/codegen/documentation/index.ts";
import { textWidth } from "../../src/codegen/text-width.ts";
import { generated, quoted } from "./from-mof.ts";

/** Pieces that mean something to Markdown, TSDoc, TypeScript or HTML, between ordinary ones. */
const piece = fc.constantFrom(
  "*/", "/*", "//", "`", "``", "```", "${", "}", "{", "'", '"', "\\", "\\\\", "\t", "@deprecated", "@",
  "{@link", "{@link X}", "<script>", "<b>", "</b>", "<OrgID>", "<", "-->", ">", "word", "words", " ",
  " ", " ", "..", "/", "C:", "é", "中", "文。", "*", "**", "_", "__", "~", "~~", "#", "##", "1.", "2)",
  "-", "+", "=", "---", "===", "|", "|---|", "[x]", "[x](y)", "[x]:", "[ ]", "![", "](", "](http", "[",
  "]", "(", ")", "!", "&", "&foo;", ";", "CIM_Foo", "CIM_Foo.Bar", "__Class", "a_b", "_x_", "**b**",
  "http://a.b/c_d", "http://", "https://x.y/_z_*", "www.x.y", "a@b.c", ".", ",", ":", "A", "0",
  "\u00A0", "\u3000", "😀", "ن", "$", "^", "%", "C:\\x\\y", "\\\\s\\t", "\u202E", "\u2029", "\0",
); // prettier-ignore
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

/** Where lines begin, so that there are lists, tables and code. */
const lines = fc
  .array(
    fc.oneof(
      piece,
      fc.constantFrom(
        "\n", "\n\n", "\n- ", "\n* ", "\n1. ", "\n2. ", "\no ", "\n    ", "\n(a) ", "\n0 = ",
        "\n```", "\n|", "|\n", "\n|---|---|\n", " | ", "   ", "\nSELECT * ", "\nFROM x",
        "\nclass X {", "\n};", "x = 1;\n", "\n+---+\n",
      ), // prettier-ignore
    ),
    { maxLength: 16 },
  )
  .map((pieces) => pieces.join(""));

/** The comment of a declaration as TypeScript reads it. */
function read(source: string | undefined): ts.JSDoc {
  const file = ts.createSourceFile(
    "x.ts",
    `${source ?? ""}\ninterface X {}`,
    ts.ScriptTarget.Latest,
    true,
  );
  expect(file.statements.map(({ kind }) => ts.SyntaxKind[kind])).toEqual(["InterfaceDeclaration"]);
  const [read] = file.statements.flatMap((node) => ts.getJSDocCommentsAndTags(node));
  if (!read || !ts.isJSDoc(read)) throw new Error("there is no comment");
  return read;
}

/** What an editor shows of a description: all of its words, without HTML. */
function shown(doc: ts.JSDoc): string {
  // Inline tags would be more than a text.
  expect(typeof (doc.comment ?? "")).toBe("string");
  const html = marked.parse(ts.getTextOfJSDocComment(doc.comment) ?? "");
  if (typeof html !== "string") throw new Error("marked waits for nothing");
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** Without blanks, and without marks of code and emphasis that a text may have. */
function bare(words: string): string {
  return words.replace(/[\s`*_\0\u202E]+/g, "");
}

describe("what a text says", () => {
  test("is what an editor shows, wherever it is wrapped", () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 16 }), (said, words) => {
        const long = `${said} ${"word ".repeat(words)}${said}`;
        const paragraph = inlineProse(long);
        fc.pre(paragraph !== "" && !/<(?:https?|ftp):/.test(said));
        expect(bare(shown(read(comment([paragraph], 0))))).toBe(bare(long));
      }),
      { numRuns: 1500 },
    );
  });

  test("loses no word to lists, tables and code", () => {
    // Marks of lists and rules are not shown as text, nor the language of code.
    const letters = (words: string) => words.replace(/[^\p{L}<>@{}&$%^!'"/]|o/gu, "");
    const language = /^\s*```[^\s`]+\s*$/m;
    fc.assert(
      fc.property(lines, (said) => {
        const paragraphs = prose(said);
        fc.pre(paragraphs.length > 0 && !/<(?:https?|ftp):/.test(said) && !language.test(said));
        expect(letters(shown(read(comment(paragraphs, 0))))).toBe(letters(said));
      }),
      { numRuns: 1500 },
    );
  });

  test("is read however long it is", () => {
    // Whatever took time that grows faster than the text would never end here.
    const pieces = [
      "a", "word ", "*", "a_", "`", "a`", "~", "\\", "<", "<a ", "<OrgID>", "[", "[x](", "&", "&lt;",
      "http://", "a.b", "a_b.c", "@", "{@", "*/", "- x\n", "1. x\n", "\n", "\t", "|", "a|b\n---|---\n",
      "```a\n", "x = 1;\n", "= ", "0 = x\n", "a: b\n", "(a) x\n", "a   b\n", "    x\n", "<li>",
      "中", "（", "中`x`", "ن ", "# ", "_a_ ", "a,\n", " \n", "'",
    ]; // prettier-ignore
    for (const repeated of pieces) {
      const long = repeated.repeat(50_000 / repeated.length);
      const paragraphs = [...prose(long), "@remarks Ours."];
      expect(read(comment(paragraphs, 2)).tags?.map(({ tagName }) => tagName.text)).toEqual([
        "remarks",
      ]);
    }
  });
});

test(
  "marks without blanks between them are read however many they are",
  { timeout: 60_000 },
  () => {
    // Longer than a comment can be, so that only this part takes its time.
    for (const repeated of ["**a_", "<![CDATA[", "_["]) {
      const long = repeated.repeat(2_000_000 / repeated.length);
      expect(inline(long).length).toBeGreaterThan(long.length);
    }
  },
);

describe("our own tags", () => {
  /** The tags of every comment in a file that has any, and the inline tags in it. */
  function tags(code: string): string[][] {
    const file = ts.createSourceFile("x.ts", code, ts.ScriptTarget.Latest, true);
    // The parts of a declaration share its comment.
    const comments = new Set<ts.JSDoc>();
    const visit = (node: ts.Node) => {
      const docs = ts.getJSDocCommentsAndTags(node).filter((each) => ts.isJSDoc(each));
      for (const doc of docs) comments.add(doc);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return [...comments].map(tagsOf).filter((names) => names.length > 0);
  }

  function tagsOf({
    comment,
    tags = ts.factory.createNodeArray<ts.JSDocTag>(),
  }: ts.JSDoc): string[] {
    const texts = [comment, ...tags.map((tag) => tag.comment)];
    const parts = texts.flatMap((each) => (typeof each === "object" ? [...each] : []));
    const links = parts.filter(({ kind }) => kind !== ts.SyntaxKind.JSDocText);
    return [...tags.map(({ tagName }) => tagName.text), ...links.map((link) => link.getText())];
  }

  test("are all that there are, and end no earlier than they should", () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 4, maxLength: 4 }), (texts) => {
        const [a, b, c, d] = texts.map(quoted);
        const files = generated(`
          [Description(${a}), Provider(${b}), Deprecated {${c}}, Experimental]
          class Sample
          {
            [Key, Description(${d}), Units(${a}), Deprecated {${b}}] string Id = ${c};
            [Static, Description(${b}), Deprecated {${d}}, ValueMap {"1", ".."}, Values {${c}, ${a}}]
            uint32 Do([In, Description(${c}), Units(${d}), Experimental] string Hint = ${a},
              [Out, Description(${d}), Deprecated {${a}}] string Answer);
          };`);
        const file = files.find(({ path }) => path.endsWith("Sample.ts"));
        expect(tags(file?.text ?? "")).toEqual([
          ["remarks", "deprecated", "experimental"],
          ["deprecated", "defaultValue"],
          ["{@link Sample}"],
          ["returns", "deprecated"],
          ["experimental", "defaultValue"],
          ["deprecated"],
          // What a new instance is made of, the provider, and the descriptor.
          ["{@link Sample}"],
          ["{@link Sample}"],
          ["{@link Sample}"],
        ]);
        expect(file?.text).toMatch(/^ {3}\*(?: .*)? Key\.$/m);
      }),
      { numRuns: 300 },
    );
  });
});

describe("lines", () => {
  const word = fc.constantFrom(
    "a",
    "of",
    "word",
    "sentences",
    "internationalisation",
    "x".repeat(50),
  );
  const mark = fc.constantFrom("-", "+", "*", "#", "##", "1.", "20)", "=", "---", "|", "~~~", "_");
  const columns = fc.integer({ min: 20, max: 77 });

  test("hold as many words as there is room for", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), columns, (words, room) => {
        const broken = wrap(words.join(" "), room);
        expect(broken.join(" ")).toBe(words.join(" "));
        for (const [index, line] of broken.entries()) {
          if (line.includes(" ")) expect(line.length).toBeLessThanOrEqual(room);
          const next = broken[index + 1]?.split(" ")[0];
          if (next !== undefined) expect(`${line} ${next}`.length).toBeGreaterThan(room);
        }
        // What is not of ASCII alone is broken elsewhere, and in the same way.
        const accented = wrap(words.join(" ").replaceAll("a", "á"), room);
        expect(accented.map((line) => line.replaceAll("á", "a"))).toEqual(broken);
      }),
    );
  });

  test("begin like nothing else than a paragraph", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, mark), { maxLength: 40 }), columns, (words, room) => {
        const text = ["Begin", ...words].join(" ");
        const broken = wrap(text, room);
        const accented = wrap(text.replaceAll("a", "á"), room);
        expect(accented.map((line) => line.replaceAll("á", "a"))).toEqual(broken);
        expect(broken.join(" ").replaceAll("\\", "")).toBe(text);
        for (const line of broken) {
          expect(line).not.toMatch(/^(?:[-+*#=_~|]+|\d+[.)])(?: |$)/);
        }
      }),
    );
  });

  test("are as wide as they look, and break no rule of Chinese", () => {
    const ideograph = fc.constantFrom(
      "表",
      "示",
      "灯",
      "，",
      "。",
      "（",
      "）",
      "《",
      "》",
      "A",
      "1",
      "`b`",
      " ",
    );
    fc.assert(
      fc.property(fc.array(ideograph, { minLength: 1, maxLength: 120 }), columns, (parts, room) => {
        const text = parts.join("").replace(/ +/g, " ").trim();
        const broken = wrap(text, room);
        expect(broken.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of broken) {
          const breakable = /[表示灯][^，。）》]*[表示灯]/.test(line.slice(1, -1));
          if (breakable) expect(textWidth(line)).toBeLessThanOrEqual(room);
        }
        const inside = broken.filter(
          (line) => !text.includes(` ${line}`) && !text.includes(`${line} `),
        );
        for (const line of inside.slice(1)) expect(line).not.toMatch(/^[，。）》]/);
        for (const line of inside.slice(0, -1)) expect(line).not.toMatch(/[（《]$/);
      }),
    );
  });
});
