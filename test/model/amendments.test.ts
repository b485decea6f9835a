import { describe, expect, test } from "vitest";
import { classNamed, meaningOf, qualifiersIn } from "./meaning.ts";

const neutral = String.raw`
  #pragma namespace ("\\\\.\\root\\x")
  [Dynamic, Provider("P")]
  class A {
    [Key] string Name;
    [ValueMap {"0", "1"}] uint32 State;
    [ValueMap {"0"}] uint32 Start([In] uint32 Delay);
  };`;

function amendment(locale: number, word: string): string {
  return String.raw`
  #pragma namespace ("\\\\.\\root\\x\\ms_${locale.toString(16)}")
  [Description("${word} class") : Amended, AMENDMENT, LOCALE(${locale})]
  class A {
    [Description("${word} name") : Amended] string Name;
    [Values {"${word} off", "${word} on"} : Amended] uint32 State;
    [Description("${word} start"), Values {"${word} done"}] uint32 Start([Description("${word} delay")] uint32 Delay);
  };`;
}

/** All that amendments say of the class. */
function words(texts: readonly string[], locale?: number) {
  const { schema, said } = meaningOf(texts, locale === undefined ? {} : { locale });
  const cls = classNamed(schema, "A");
  const [name, state] = cls.properties;
  const [start] = cls.methods;
  return {
    said,
    words: [
      cls.description,
      name?.description,
      ...(state?.values?.entries.map(({ key, label }) => `${key} ${label ?? "?"}`) ?? []),
      start?.description,
      start?.returns?.values?.entries[0]?.label,
      start?.parameters[0]?.description,
    ],
  };
}

function said(word: string) {
  return {
    said: [],
    words: [
      `${word} class`,
      `${word} name`,
      `0 ${word} off`,
      `1 ${word} on`,
      `${word} start`,
      `${word} done`,
      `${word} delay`,
    ],
  };
}

const english = amendment(0x409, "the");
const german = amendment(0x407, "das");
const spanish = amendment(0xc0a, "el");

describe("the texts of a class stand in its amendments", () => {
  test("in the same file or in another, before or behind", () => {
    expect(words([neutral + english])).toEqual(said("the"));
    expect(words([english, neutral])).toEqual(said("the"));
  });

  test("in the language that is asked for, otherwise in English, otherwise in what there is", () => {
    const all = [neutral, spanish, english, german];
    expect(words(all)).toEqual(said("the"));
    expect(words(all, 0x407)).toEqual(said("das"));
    expect(words(all, 0x40c)).toEqual(said("the"));
    expect(words([neutral, spanish, german], 0x40c)).toEqual(said("el"));
  });

  test("without any, what is written neutrally remains", () => {
    expect(words([neutral]).words).toEqual([
      undefined,
      undefined,
      "0 ?",
      "1 ?",
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("several of one language are merged, and an amendment adds no members", () => {
    const more = String.raw`#pragma namespace ("\\\\.\\root\\x\\ms_409")
      [AMENDMENT, LOCALE(0x409)] class A { [Description("of a new one")] uint32 New; [Units("s")] uint32 State; };`;
    const { schema } = meaningOf([neutral, english, more]);
    const cls = classNamed(schema, "A");
    expect(cls.properties.map(({ name, units }) => `${name} ${units ?? ""}`)).toEqual([
      "Name ",
      "State s",
    ]);
    expect(cls.description).toBe("the class");
  });

  test("they belong to the namespace above theirs alone", () => {
    const elsewhere = english.replaceAll(String.raw`\\root\\x`, String.raw`\\root\\y`);
    expect(words([neutral, elsewhere])).toEqual({
      said: ["warning: the amendment of A has no class in root/y to amend «A»"],
      words: words([neutral]).words,
    });
  });

  test("a qualifier AMENDMENT without a locale will do", () => {
    const text = `class A {}; [AMENDMENT, Description("so")] class A {};`;
    expect(classNamed(meaningOf(text).schema, "A").description).toBe("so");
  });

  test("a language's own words come before English ones, which fill what it leaves out", () => {
    const austrian = String.raw`#pragma namespace("root/x/ms_c07")
      [AMENDMENT, LOCALE(0xc07)] class A { [Description("der Name") : Amended] string Name; };`;
    const all = [neutral, english, austrian, spanish];
    expect(words(all, 0x407).words.slice(0, 2)).toEqual(["the class", "der Name"]);
    expect(words([...all, german], 0xc07).words.slice(0, 2)).toEqual(["das class", "der Name"]);
    expect(words(all).words.slice(0, 2)).toEqual(["the class", "the name"]);
  });

  test("texts replace texts; what is neutral stays, and says nothing of being an amendment", () => {
    const { schema } = meaningOf(`
      [Description("neutral"), Locale(1033), Version("1.0.0")]
      class A { [ValueMap {"1"}, Values {"neutral"}, MaxLen(5), Units("s")] string x; };
      [Description("amended"), AMENDMENT, LOCALE("ms_409"), Version("2.0.0")]
      class A { [ValueMap {"9"}, Values {"amended"}, MaxLen(9), Units("h") : Amended, ACME_New(1)] string x; };`);
    const cls = classNamed(schema, "A");
    expect(qualifiersIn(cls.qualifiers)).toEqual([
      'Description = "amended": string, Translatable',
      "Locale = 1033n: sint32, Restricted",
      'Version = "2.0.0": string, Restricted, Translatable',
    ]);
    expect(qualifiersIn(cls.properties[0]?.qualifiers)).toEqual([
      'ValueMap = {"1"}: string[]',
      'Values = {"amended"}: string[], Translatable',
      "MaxLen = 5n: uint32",
      'Units = "h": string, Translatable, Amended',
      "ACME_New = 1n: sint64",
    ]);
    expect(cls.properties[0]?.values?.entries).toEqual([{ key: "1", label: "amended" }]);
  });

  test("the text of a superclass reaches what overrides it in a subclass", () => {
    const { schema, said } = meaningOf(`
      class B : A { uint32 x; };
      class A { [ValueMap {"1"}] uint32 x; };
      [AMENDMENT] class A { [Values {"one"}, Description("of x")] uint32 x; };`);
    expect(said).toEqual([]);
    const [x] = classNamed(schema, "B").properties;
    expect([x?.description, x?.values?.entries]).toEqual(["of x", [{ key: "1", label: "one" }]]);
  });

  test("a member that the class does not have is said, unless a superclass may have it", () => {
    const { said } = meaningOf(`
      class A { uint32 x; };
      [AMENDMENT] class A { [Description("")] uint32 y; [Description("")] uint32 X(); };
      class B : A {}; [AMENDMENT] class B { [Description("")] uint32 X; };
      class C : Nobody {}; [AMENDMENT] class C { [Description("")] uint32 z; };`);
    expect(said).toEqual([
      "warning: the amendment of A speaks of y, which the class does not have «y»",
      "warning: the amendment of A speaks of X, which the class does not have «X»",
      "warning: C extends Nobody, which no source declares «Nobody»",
    ]);
  });
});
