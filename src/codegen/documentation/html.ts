/** The tags of HTML that divide a text: all others are part of it. */

/** A name in angle brackets that is part of something, `<p>:<q>`, is none of them. */
const TAG = /<(\/?)(p(?!>[:._\\/=])|br|ul|ol|li)(?:\s[^<>]*)?\/?>/gi;

/** As deep as anybody nests lists; deeper ones are shown at this depth. */
const DEPTH = 6;

/** A text whose paragraphs, line breaks and lists are written with line ends. */
export function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  /** For each list that is open, the number of its last item; none for bullets. */
  const lists: (number | undefined)[] = [];
  return text.replace(TAG, (_, slash: string, tag: string) => {
    const ends = slash !== "";
    switch (tag.toLowerCase()) {
      case "br":
        return "\n";
      case "li":
        return ends ? "\n" : `\n${nextItem(lists)}`;
      case "p":
        return "\n\n";
      default:
        if (ends) lists.pop();
        else if (lists.length < DEPTH) lists.push(tag.toLowerCase() === "ol" ? 0 : undefined);
        return "\n";
    }
  });
}

function nextItem(lists: (number | undefined)[]): string {
  const indent = "  ".repeat(Math.max(0, lists.length - 1));
  const number = lists.at(-1);
  if (number === undefined) return `${indent}- `;
  lists[lists.length - 1] = number + 1;
  return `${indent}${number + 1}. `;
}
