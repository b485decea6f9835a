/** Words that mean something to Markdown where a line begins: marks of lists, headings, rules, tables. */
const MARK = /^(?:[-+*_=~#>]+|[:|-]*[-|][:|-]*|\d{1,9}[.)]|\|.*)$/;

/** Whether a line must not begin with a word. */
export function isMark(word: string): boolean {
  // Asked of every line, and most words begin with a letter.
  return word < "A" || word > "z" ? MARK.test(word) : word.startsWith("_") && MARK.test(word);
}

/** A word that means itself where a line begins. */
export function escapedMark(word: string): string {
  return /^\d/.test(word) ? `${word.slice(0, -1)}\\${word.slice(-1)}` : `\\${word}`;
}

/** A paragraph that is one: neither its first word nor a bracket makes it anything else. */
export function startedSafely(text: string): string {
  if (text.startsWith("[")) return isLink(text) ? text : `\\${text}`;
  const blank = text.indexOf(" ");
  const word = blank < 0 ? text : text.slice(0, blank);
  return isMark(word) ? escapedMark(word) + text.slice(word.length) : text;
}

/** What begins with a bracket and is no link could be a target of links, or a box to tick. */
function isLink(text: string): boolean {
  let end = text.indexOf("]");
  while (end > 0 && text[end - 1] === "\\") end = text.indexOf("]", end + 1);
  return text[end + 1] === "(";
}
