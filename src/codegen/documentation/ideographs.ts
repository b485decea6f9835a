/** Where Chinese and Japanese, which have no blanks between words, may be broken: simple kinsoku rules. */

const WIDE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF60`;

/** What must not end a line. */
const OPENING = "（〔［｛〈《「『【〖〘“‘";

/** What must not begin one. */
const CLOSING = String.raw`、。，．：；？！）〕］｝〉》」』】〗〙々ゝゞヽヾ・…‥ー〜％‰”’ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ\p{M}.,:;!?)%`;

/** Roughly; what exactly, {@link PIECE} says. The last are halves of characters. */
const ANY = /[\u2E80-\uA4CF\uF900-\uFAFF\uFF00-\uFF60\uD840-\uD88F]/;
const PIECE = new RegExp(
  `[${OPENING}]*(?:[${WIDE}]|[^${WIDE}${OPENING}]+)[${CLOSING}]*|[${OPENING}]+`,
  "gu",
);

/** Code and addresses, which are not broken. */
const WHOLE = new RegExp(
  `[${OPENING}]{0,3}(?:(?<!\\\\)\`[^\`]*\`|<?(?:https?|ftp):\\/\\/[^\\s>]*>?|\\]\\([^\\s)]*\\))[${CLOSING}]*`,
  "gu",
);

/** Whether a text may have a place to break without a blank. */
export function hasIdeographs(word: string): boolean {
  return ANY.test(word);
}

/** A word in the pieces between which a line may end. */
export function piecesOf(word: string): string[] {
  const pieces: string[][] = [];
  let end = 0;
  for (const whole of word.matchAll(WHOLE)) {
    pieces.push(broken(word.slice(end, whole.index)), [whole[0]]);
    end = whole.index + whole[0].length;
  }
  return [...pieces, broken(word.slice(end))].flat();
}

function broken(text: string): string[] {
  return text.match(PIECE) ?? [];
}
