// cspell:ignore pragam
import type { GrammarSentences } from "../catalogue/grammar.ts";
import type { Pages } from "./page.ts";

export const grammarPages: Pages<GrammarSentences> = {
  "unexpected-character": {
    why: "Outside of strings and comments MOF consists of names, numbers and a few marks. Often it is a character that an editor or a word processor put there.",
    wrong: "class ACME_Lamp { boolean On; ~ };\n",
    right: "class ACME_Lamp { };\n",
  },
  "unterminated-string": {
    why: "Everything up to the next quote would be part of the string. The place is where it begins, because the missing quote is nearest to it.",
    wrong: 'class ACME_Lamp {\n  [Description("A lamp)]\n  boolean On;\n};\n',
    right: 'class ACME_Lamp {\n  [Description("A lamp")]\n  boolean On;\n};\n',
  },
  "unterminated-comment": {
    why: "Everything behind it is part of the comment, and none of it is read. Comments do not nest: the first */ ends one.",
    wrong: "class ACME_Lamp { };\n/* class ACME_Fan { };\n",
    right: "class ACME_Lamp { };\n/* class ACME_Fan { }; */\n",
  },
  "unexpected-token": {
    why: "A declaration is made of words and marks in a certain order, and here stands another. What follows is read again from the next place where a declaration can go on.",
    wrong: "class ACME_Lamp {\n  uint32;\n};\n",
    right: "class ACME_Lamp {\n  uint32 Watts;\n};\n",
  },
  "missing-mark": {
    why: "The rest is understood as if the mark were there, so that one missing mark is one message.",
    wrong: "class ACME_Lamp {\n  boolean On\n  uint32 Watts;\n};\n",
    right: "class ACME_Lamp {\n  boolean On;\n  uint32 Watts;\n};\n",
  },
  "not-closed": {
    why: "Another declaration begins before this one has ended. Its end was assumed there.",
    wrong: "class ACME_Lamp {\n  boolean On;\n\nclass ACME_Fan { };\n",
    right: "class ACME_Lamp {\n  boolean On;\n};\n\nclass ACME_Fan { };\n",
  },
  "stray-mark": {
    why: "Nothing is open that this mark could close. One was written twice, or what it belongs to was removed.",
    wrong: "class ACME_Lamp {\n  boolean On;\n};\n};\n",
    right: "class ACME_Lamp {\n  boolean On;\n};\n",
  },
  "superfluous-comma": {
    why: "A comma stands between two things. Other languages allow one behind the last, MOF does not.",
    wrong: 'class ACME_Lamp {\n  [Values {"On", "Off",}] uint8 State;\n};\n',
    right: 'class ACME_Lamp {\n  [Values {"On", "Off"}] uint8 State;\n};\n',
  },
  "empty-qualifier-list": {
    why: "A list of qualifiers holds at least one.",
    wrong: "class ACME_Lamp {\n  [] boolean On;\n};\n",
    right: "class ACME_Lamp {\n  boolean On;\n};\n",
  },
  "misspelt-keyword": {
    why: "A declaration begins with class, instance, qualifier or #pragma. The word was read as the one that it resembles.",
    wrong: "clas ACME_Lamp { };\n",
    right: "class ACME_Lamp { };\n",
  },
  "unknown-directive": {
    why: "MOF has #pragma, and Microsoft's dialect #include. What another directive is to do cannot be known.",
    wrong: '#pragam namespace ("root/home")\nclass ACME_Lamp { };\n',
    right: '#pragma namespace ("root/home")\nclass ACME_Lamp { };\n',
  },
  "preprocessor-directive": {
    why: "Sources of drivers are run through the C preprocessor before they are MOF. Macros and conditions could stand anywhere in such a file, so nothing else of it is reported.",
    wrong: "#define LAMP ACME_Lamp\nclass LAMP { };\n",
    right: "class ACME_Lamp { };\n",
  },
  "wrong-quotes": {
    why: "Word processors turn straight quotes into curly ones, and single quotes hold one character in MOF.",
    wrong: "class ACME_Lamp {\n  [Description(“A lamp”)] boolean On;\n};\n",
    right: 'class ACME_Lamp {\n  [Description("A lamp")] boolean On;\n};\n',
  },
  "nested-too-deeply": {
    why: "No schema nests more than a few levels. Far more is a mistake, or an attempt to exhaust whoever reads it.",
  },
  "too-many-mistakes": {
    why: "A file with thousands of mistakes is seldom MOF, and nobody reads them all.",
  },
  "assigned-qualifier": {
    why: "Other languages assign values to attributes. In MOF the value of a qualifier stands behind its name in parentheses, or in braces when there are several.",
    wrong: 'class ACME_Lamp {\n  [Description = "A lamp"] boolean On;\n};\n',
    right: 'class ACME_Lamp {\n  [Description("A lamp")] boolean On;\n};\n',
  },
  "clause-without-comma": {
    why: "The parts of the declaration of a qualifier are separated by commas.",
    wrong: "Qualifier ACME_Room : string = null, Scope(class) Flavor(ToSubclass);\n",
    right: "Qualifier ACME_Room : string = null, Scope(class), Flavor(ToSubclass);\n",
  },
  "method-in-structure": {
    why: "A structure of MOF 3 is a value without behaviour.",
    wrong: "structure ACME_Colour {\n  uint8 Red;\n  uint32 Mix();\n};\n",
    right: "structure ACME_Colour {\n  uint8 Red;\n};\n",
    dialect: "mof3",
  },
  "not-in-dialect": {
    why: "It was said which dialect the file is written in, and this belongs to another: compilers of that dialect refuse it.",
    wrong: "class ACME_Lamp {\n  void Switch();\n};\n",
    right: "class ACME_Lamp {\n  uint32 Switch();\n};\n",
    dialect: "dmtf",
  },
  "line-continuation": {
    why: "In C a backslash joins a line with the next. MOF has lines only in comments, so it means nothing; other compilers refuse it.",
    wrong: "class ACME_Lamp { \\\n  boolean On;\n};\n",
    right: "class ACME_Lamp {\n  boolean On;\n};\n",
  },
  "no-break-space": {
    why: "The character looks like a blank and is none. Text that is copied from web pages has it; other compilers refuse it.",
    wrong: "class\u00a0ACME_Lamp { };\n",
    right: "class ACME_Lamp { };\n",
  },
  "unfinished-real": {
    why: "A real number of MOF has a point with at least one digit behind it.",
    wrong: "class ACME_Lamp {\n  real32 Brightness = 1.;\n};\n",
    right: "class ACME_Lamp {\n  real32 Brightness = 1.0;\n};\n",
  },
  "array-size": {
    why: "The number in brackets is that of the elements of an array, so it is positive (DSP0004 annex A: positiveDecimalValue), and no larger than what 32 bits hold.",
    wrong: "class ACME_Lamp {\n  uint8 Levels[0];\n};\n",
    right: "class ACME_Lamp {\n  uint8 Levels[3];\n};\n",
  },
  "not-octal": {
    why: "A number that begins with 0 is octal and has no 8 and 9. What was meant is probably decimal; others who read the file may think otherwise.",
    wrong: "class ACME_Lamp {\n  uint32 Watts = 089;\n};\n",
    right: "class ACME_Lamp {\n  uint32 Watts = 89;\n};\n",
  },
  "invalid-escape": {
    why: "\\x is followed by the number of a character in hexadecimal digits. Without any, it stands for no character.",
    wrong: 'class ACME_Lamp {\n  string Name = "\\xlamp";\n};\n',
    right: 'class ACME_Lamp {\n  string Name = "\\x6Camp";\n};\n',
  },
  "unknown-escape": {
    why: "A backslash in a string begins an escape. Patterns and paths of Windows are often written without doubling it; what was written is kept, backslash included.",
    wrong: 'class ACME_Lamp {\n  string Pattern = "\\w+";\n};\n',
    right: 'class ACME_Lamp {\n  string Pattern = "\\\\w+";\n};\n',
  },
  "string-with-line-break": {
    why: "Microsoft's compiler lets a string go over a line end, the specification does not, and one whose closing quote is missing does it too.",
    wrong: 'class ACME_Lamp {\n  [Description("A lamp\n    to read by")] boolean On;\n};\n',
    right: 'class ACME_Lamp {\n  [Description("A lamp "\n    "to read by")] boolean On;\n};\n',
  },
};
