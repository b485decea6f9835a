/** Pages as careless hands, transfers and hostile people leave them. */
import fc from "fast-check";

const TAGS = ["<dl>", "</dl>", "<dt>", "</dt>", "<dd>", "</dd>", "<table>", "<td>", "</table>"];
const STRANGE = [
  ...["\0", "\uD800", "\uFEFF", "\u2028", "\u00A0", "\r", "`", "```", "~~~", "---\n", "|", "\\"],
  ...[
    "[",
    "](",
    "<span id=",
    "<!--",
    "{",
    "}",
    ";",
    "//",
    "/*",
    '"',
    "&#x0;",
    "**",
    "_".repeat(50),
  ],
  ...["<dl>".repeat(40), "> ".repeat(30), "* ".repeat(30), "[".repeat(60)],
];

/** One thing that happens to a text. */
type Damage = (text: string) => string;

const at = (text: string, place: number): number => Math.floor(place * (text.length + 1));

const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map(
    (place): Damage =>
      (text) =>
        text.slice(0, at(text, place)),
  ),
  fc.double({ min: 0, max: 1, noNaN: true }).map(
    (place): Damage =>
      (text) =>
        text.slice(at(text, place)),
  ),
  fc.tuple(fc.constantFrom(...TAGS), fc.nat(20)).map(([tag, index]): Damage => (text) => {
    const parts = text.split(tag);
    const cut = index % parts.length;
    return parts.slice(0, cut + 1).join(tag) + parts.slice(cut + 1).join(tag);
  }),
  fc.constantFrom(...TAGS).map(
    (tag): Damage =>
      (text) =>
        text.replaceAll(tag, ""),
  ),
  fc.tuple(fc.constantFrom(...TAGS, ...STRANGE), fc.double({ min: 0, max: 1, noNaN: true })).map(
    ([put, place]): Damage =>
      (text) =>
        text.slice(0, at(text, place)) + put + text.slice(at(text, place)),
  ),
  fc.tuple(fc.nat(30), fc.nat(30)).map(([one, other]): Damage => (text) => {
    const sections = text.split(/^(?=## )/m);
    const [a, b] = [one % sections.length, other % sections.length];
    const swapped = [...sections];
    [swapped[a], swapped[b]] = [swapped[b] ?? "", swapped[a] ?? ""];
    return swapped.join("");
  }),
  fc.tuple(fc.nat(400), fc.nat(400)).map(([one, other]): Damage => (text) => {
    const lines = text.split("\n");
    lines.splice(one % lines.length, 0, lines[other % lines.length] ?? "");
    return lines.join("\n");
  }),
  fc.nat(400).map((line): Damage => (text) => {
    const lines = text.split("\n");
    lines.splice(line % lines.length, 1);
    return lines.join("\n");
  }),
);

/** Pages, each damaged a few times. */
export function damagedPages(pages: readonly string[]): fc.Arbitrary<readonly string[]> {
  const page = fc
    .tuple(fc.constantFrom(...pages), fc.array(damages, { maxLength: 6 }))
    .map(([text, each]) => each.reduce((damaged, damage) => damage(damaged), text));
  return fc.array(page, { minLength: 1, maxLength: 4 });
}
