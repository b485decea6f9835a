// @ts-check
/**
 * A schema that is nobody's and about as large as the whole CIM schema 2.41: 1,438 classes in as
 * many included files, 4.1 MB. Its shape follows counts taken from that schema: three properties
 * a class, four classes in ten are associations, most of which narrow inherited references, 1,100
 * value maps, 300 methods. The same numbers always give the same bytes.
 *
 * node bench/synthetic-schema.mjs <folder> [classes]   writes it for a look
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const words =
  "a about address allowed an and any as at attribute available been before between by can change class communicated component condition configuration conforms contains current defined describes device different each element enabled entry expected following for format from given group has have identifies if in indicates instance interface into is it its known limit managed may means must name network no not null object of on one operation or other policy port property provides range reference represents request resource result same security set shall should since specific state string such supported system that the their then this time to type unit used value version when where which with within".split(
    " ",
  );

const folders = ["Application", "Core", "Device", "Event", "Network", "Physical", "System", "User"];

const types = ["string", "string", "string", "uint16", "uint16", "uint32", "uint64", "boolean"];

const qualifierTypes = `Qualifier Abstract : boolean = false, Scope(class, association, indication), Flavor(EnableOverride, Restricted);
Qualifier Association : boolean = false, Scope(association), Flavor(DisableOverride, ToSubclass);
Qualifier Description : string = null, Scope(any), Flavor(EnableOverride, ToSubclass, Translatable);
Qualifier In : boolean = true, Scope(parameter), Flavor(DisableOverride, ToSubclass);
Qualifier Indication : boolean = false, Scope(class, indication), Flavor(DisableOverride, ToSubclass);
Qualifier Key : boolean = false, Scope(property, reference), Flavor(DisableOverride, ToSubclass);
Qualifier MaxLen : uint32 = null, Scope(property, method, parameter);
Qualifier Out : boolean = false, Scope(parameter), Flavor(DisableOverride, ToSubclass);
Qualifier Override : string = null, Scope(property, method, reference), Flavor(EnableOverride, Restricted);
Qualifier Required : boolean = false, Scope(property, method, reference, parameter), Flavor(DisableOverride, ToSubclass);
Qualifier ValueMap : string[], Scope(property, method, parameter);
Qualifier Values : string[], Scope(property, method, parameter), Flavor(EnableOverride, ToSubclass, Translatable);
Qualifier Version : string = null, Scope(class, association, indication), Flavor(EnableOverride, Restricted, Translatable);
Qualifier Write : boolean = false, Scope(property);
`;

/**
 * Mulberry32: enough chance for a benchmark, and the same on every machine.
 *
 * @param {number} seed
 */
function dice(seed) {
  let state = seed;
  /** @param {number} limit @returns {number} a whole number from 0 to limit - 1 */
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/**
 * @typedef {{ name: string, association: boolean, bases: readonly Class[], targets: readonly Class[] }} Class
 * what later classes have to know of an earlier one; `targets` are those of its two references
 */

class Generator {
  /** @type {Class[]} */
  classes = [];

  /** @param {(limit: number) => number} roll */
  constructor(roll) {
    this.roll = roll;
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[this.roll(list.length)]);
  }

  /** @param {number} count @returns {string} MOF: a sentence in quotes, continued on further lines */
  sentence(count) {
    const lines = [];
    for (let left = count; left > 0; left -= 9) {
      const line = Array.from({ length: Math.min(9, left) }, () => this.pick(words)).join(" ");
      lines.push(`"${line}${left > 9 ? " " : "."}"`);
    }
    return lines.join("\n          ");
  }

  /** @param {number} count @returns {string} MOF: two qualifiers */
  valueMap(count) {
    const numbers = Array.from({ length: count }, (_, index) => `"${index + 1}"`);
    const labels = numbers.map(
      (_, index) => `"${this.pick(words)} ${this.pick(words)} ${index + 1}"`,
    );
    return `ValueMap { ${numbers.join(", ")}, ".." },\n       Values { ${labels.join(",\n          ")}, "Reserved" }`;
  }

  /** @param {string} name @param {boolean} isKey */
  property(name, isKey) {
    const type = isKey ? "string" : this.pick(types);
    const qualifiers = [`Description (\n          ${this.sentence(26 + this.roll(53))} )`];
    if (isKey) qualifiers.unshift("Key");
    if (type === "uint16" && this.roll(10) < 8) qualifiers.push(this.valueMap(3 + this.roll(30)));
    if (type === "string") qualifiers.push(`MaxLen ( ${64 << this.roll(4)} )`);
    if (this.roll(5) === 0) qualifiers.push("Write");
    const array = !isKey && this.roll(8) === 0 ? "[]" : "";
    return `      [${qualifiers.join(",\n       ")}]\n   ${type} ${name}${array};\n`;
  }

  /** @param {string} name */
  method(name) {
    const parameters = Array.from({ length: this.roll(5) }, (_, index) => {
      const direction = this.roll(3) === 0 ? "IN ( false ), OUT" : "IN";
      return `\n         [${direction}, Description (\n          ${this.sentence(15 + this.roll(20))} )]\n      ${this.pick(types)} Parameter${index}`;
    });
    return `      [Description (\n          ${this.sentence(50)} ),\n       ${this.valueMap(9)}]\n   uint32 ${name}(${parameters.join(",")});\n`;
  }

  /** @param {Class | undefined} base */
  references(base) {
    const things = this.classes.filter((each) => !each.association);
    return ["Antecedent", "Dependent"].map((name, index) => {
      const inherited = base?.targets[index];
      const target = this.pick(
        inherited === undefined
          ? things
          : things.filter((each) => each === inherited || each.bases.includes(inherited)),
      );
      const qualifier = inherited === undefined ? "Key" : `Override ( "${name}" )`;
      return {
        target,
        text: `      [${qualifier}, Description (\n          ${this.sentence(16)} )]\n   ${target.name} REF ${name};\n`,
      };
    });
  }

  /** @param {boolean} association */
  base(association) {
    const candidates = this.classes.filter(
      (each) => each.association === association && each.bases.length < 9,
    );
    if (candidates.length === 0 || this.roll(14) === 0) return undefined;
    const [one, other] = [this.pick(candidates), this.pick(candidates)];
    return one.bases.length < other.bases.length ? one : other;
  }

  /** @param {number} number @returns {{ path: string, text: string }} the next class */
  next(number) {
    const association = number > 40 && this.roll(100) < 42;
    const base = this.base(association);
    const name = `SYN_${association ? "Link" : "Thing"}${String(number).padStart(5, "0")}`;
    const references = association ? this.references(base) : [];
    const members = references.map(({ text }) => text);
    const count = association ? this.roll(3) : 2 + this.roll(6);
    for (let index = 0; index < count; index++) {
      const isKey = base === undefined && !association && index === 0;
      members.push(this.property(`Property${number}_${index}`, isKey));
    }
    if (!association && this.roll(20) < 7) members.push(this.method(`Method${number}`));
    this.classes.push({
      name,
      association,
      bases: base === undefined ? [] : [base, ...base.bases],
      targets: references.map(({ target }) => target),
    });
    const qualifiers = `${association ? "Association,\n    " : ""}Version ( "2.${this.roll(42)}.0" ),\n    Description (\n       ${this.sentence(20 + this.roll(60))} )`;
    const heading = `class ${name}${base === undefined ? "" : ` : ${base.name}`}`;
    return {
      path: `${this.pick(folders)}/${name}.mof`,
      text: `// Synthetic.\n   [${qualifiers}]\n${heading} {\n\n${members.join("\n")}\n};\n`,
    };
  }
}

/**
 * Writes the schema below a folder.
 *
 * @param {string} folder
 * @param {number} [classes]
 * @returns {{ main: string, classes: number, bytes: number }}
 */
export function writeSyntheticSchema(folder, classes = 1438) {
  const generator = new Generator(dice(20));
  const files = Array.from({ length: classes }, (_, index) => generator.next(index + 1));
  const includes = files.map(({ path }) => `#pragma include ("${path}")`);
  files.push({ path: "qualifiers.mof", text: qualifierTypes });
  files.push({
    path: "schema.mof",
    text: `#pragma include ("qualifiers.mof")\n${includes.join("\n")}\n`,
  });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { main: join(folder, "schema.mof"), classes, bytes };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder = "synthetic", classes = "1438"] = process.argv.slice(2);
  console.log(writeSyntheticSchema(folder, Number(classes)));
}
