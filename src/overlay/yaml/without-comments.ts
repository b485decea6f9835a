/**
 * The JSON of a text in which people commented, as editors let them. Every comment becomes
 * blanks, so that all else stays where it is.
 */
export function withoutComments(json: string): string {
  const pieces: string[] = [];
  let kept = 0;
  let at = 0;
  for (;;) {
    MARK.lastIndex = at;
    const mark = MARK.exec(json);
    if (!mark) break;
    const { index } = mark;
    if (mark[0] === '"') {
      at = endOfString(json, index);
      continue;
    }
    at = endOfComment(json, index);
    pieces.push(json.slice(kept, index), json.slice(index, at).replace(/[^\r\n]/g, " "));
    kept = at;
  }
  pieces.push(json.slice(kept));
  return pieces.join("");
}

const MARK = /"|\/[/*]/g;

/** A string that is not closed ends with its line; whoever reads the rest will say so. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    const character = json[at];
    if (character === "\\") at += 1;
    else if (character === '"') return at + 1;
    else if (character === "\n") return at;
  }
  return json.length;
}

function endOfComment(json: string, start: number): number {
  if (json[start + 1] === "*") {
    const end = json.indexOf("*/", start + 2);
    return end < 0 ? json.length : end + 2;
  }
  const end = json.indexOf("\n", start);
  return end < 0 ? json.length : end;
}
