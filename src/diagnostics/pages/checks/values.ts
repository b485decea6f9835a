import type { ValueCheckSentences } from "../../catalogue/checks/values.ts";
import type { Pages } from "../page.ts";

export const valueCheckPages: Pages<ValueCheckSentences> = {
  "value-of-another-type": {
    why: "A default and a value of an instance are written as their type asks: strings in quotes, numbers without. A value of another type cannot be stored; servers refuse the declaration.",
    wrong: 'class ACME_Fan { uint32 Speed = "fast"; };\n',
    right: "class ACME_Fan { uint32 Speed = 3000; };\n",
  },
  "value-in-another-form": {
    why: "Microsoft's compiler takes a text for a number or a truth value if it looks like one, and a number for a text; its own files do so. Other compilers refuse it. In the WMI dialect nothing is said unless --strict.",
    wrong: 'class ACME_Fan { boolean On = "TRUE"; };\n',
    right: "class ACME_Fan { boolean On = TRUE; };\n",
  },
  "value-out-of-range": {
    why: "An integer type holds a range of numbers. A number beyond it is refused, or cut to its last bits, which is worse.",
    wrong: "class ACME_Fan { uint8 Percent = 300; };\n",
    right: "class ACME_Fan { uint8 Percent = 100; };\n",
  },
  "value-with-another-sign": {
    why: "In the WMI dialect a number that has as many bits as the type, but is signed where the type is not or the other way round, is stored bit by bit: -1 becomes 4294967295. Others refuse it, and it is reported as value-out-of-range in their dialects.",
    wrong: "[dynamic] class ACME_Fan { uint32 Speed = -1; };\n",
    right: "[dynamic] class ACME_Fan { uint32 Speed = 4294967295; };\n",
    dialect: "wmi",
  },
  "real-for-integer": {
    why: "An integer has no fraction. Microsoft's compiler rounds the number without a word, others refuse it; whole numbers such as 5.0 are not reported in the WMI dialect.",
    wrong: "class ACME_Fan { uint32 Speed = 1.5; };\n",
    right: "class ACME_Fan { real32 Speed = 1.5; };\n",
  },
  "number-for-boolean": {
    why: "A boolean is TRUE or FALSE. Some compilers take 0 and 1 for them and others refuse the file.",
    wrong: "class ACME_Fan { boolean On = 1; };\n",
    right: "class ACME_Fan { boolean On = TRUE; };\n",
  },
  "several-characters": {
    why: "A char16 is one UTF-16 unit. An empty text or a longer one does not fit; a character beyond U+FFFF takes two units and does not fit either.",
    wrong: 'class ACME_Fan { char16 Grade = "AA"; };\n',
    right: "class ACME_Fan { char16 Grade = 'A'; };\n",
  },
  "malformed-datetime": {
    why: "A datetime has 25 characters in fixed places. Whether the day exists and the seconds are below sixty is not asked, but a text of another form cannot be read at all.",
    wrong: 'class ACME_Fan { datetime Built = "2024-05-06"; };\n',
    right: 'class ACME_Fan { datetime Built = "20240506000000.000000+000"; };\n',
  },
  "array-for-scalar": {
    why: "Braces make an array, and this element holds one value. Perhaps the brackets behind its name are missing.",
    wrong: "class ACME_Fan { uint32 Speeds = {1, 2}; };\n",
    right: "class ACME_Fan { uint32 Speeds[] = {1, 2}; };\n",
  },
  "scalar-for-array": {
    why: "The value of an array stands in braces, even if it is one. WMI takes a lone value for an array of one, so nothing is said in its dialect unless --strict.",
    wrong: "class ACME_Fan { uint32 Speeds[] = 1; };\n",
    right: "class ACME_Fan { uint32 Speeds[] = {1}; };\n",
  },
  "too-many-elements": {
    why: "An array of fixed length has room for so many elements. What is beyond has no place.",
    wrong: "class ACME_Fan { uint8 Speeds[2] = {1, 2, 3}; };\n",
    right: "class ACME_Fan { uint8 Speeds[3] = {1, 2, 3}; };\n",
  },
  "value-outside-limits": {
    why: "MinValue, MaxValue, MinLen and MaxLen promise what values an element has. A default or an instance that breaks the promise surprises whoever relies on it.",
    wrong: "class ACME_Fan { [MaxValue(100)] uint32 Percent = 120; };\n",
    right: "class ACME_Fan { [MaxValue(100)] uint32 Percent = 100; };\n",
  },
  "limits-reversed": {
    why: "If the smallest allowed value is above the largest, no value is allowed. The two were probably swapped.",
    wrong: "class ACME_Fan { [MinValue(100), MaxValue(0)] uint32 Percent; };\n",
    right: "class ACME_Fan { [MinValue(0), MaxValue(100)] uint32 Percent; };\n",
  },
  "map-key-without-meaning": {
    why: "The keys of a ValueMap are values of the element: numbers and ranges of an integer, whose ends are joined by two points. Another text is never equal to a number, so its label is never shown; it becomes no member in generated code.",
    wrong: 'class ACME_Fan { [ValueMap{"off", "1"}, Values{"Off", "On"}] uint8 State; };\n',
    right: 'class ACME_Fan { [ValueMap{"0", "1"}, Values{"Off", "On"}] uint8 State; };\n',
  },
  "map-key-out-of-range": {
    why: "The element can never have a value that its type does not hold. Often the type was made smaller, or a signed number was written for an unsigned type.",
    wrong: 'class ACME_Fan { [ValueMap{"0", "256"}, Values{"Off", "On"}] uint8 State; };\n',
    right: 'class ACME_Fan { [ValueMap{"0", "255"}, Values{"Off", "On"}] uint8 State; };\n',
  },
  "duplicate-map-key": {
    why: "A value has one label. If a key stands twice, which label is shown depends on the program that reads the map.",
    wrong: 'class ACME_Fan { [ValueMap{"0", "0"}, Values{"Off", "On"}] uint8 State; };\n',
    right: 'class ACME_Fan { [ValueMap{"0", "1"}, Values{"Off", "On"}] uint8 State; };\n',
  },
  "duplicate-map-label": {
    why: "Two values with one label look the same to a person, and the label alone does not tell the value. In generated code they get different names. Labels such as Reserved are not reported.",
    wrong: 'class ACME_Fan { [ValueMap{"0", "1"}, Values{"Off", "Off"}] uint8 State; };\n',
    right: 'class ACME_Fan { [ValueMap{"0", "1"}, Values{"Off", "On"}] uint8 State; };\n',
  },
  "bit-beyond-type": {
    why: "BitMap lists positions of bits, the lowest being 0. A position beyond the type does not exist; masks such as 0x40 are a common misunderstanding.",
    wrong: 'class ACME_Fan { [BitMap{"0", "8"}, BitValues{"On", "Hot"}] uint8 State; };\n',
    right: 'class ACME_Fan { [BitMap{"0", "7"}, BitValues{"On", "Hot"}] uint8 State; };\n',
  },
  "bit-map-without-names": {
    why: "BitMap says which bits have a meaning and BitValues which one. In the WMI dialect nothing is said unless --strict, because there the names stand in an amendment that may not be at hand.",
    wrong: 'class ACME_Fan { [BitMap{"0", "1"}] uint8 State; };\n',
    right: 'class ACME_Fan { [BitMap{"0", "1"}, BitValues{"On", "Hot"}] uint8 State; };\n',
  },
};
