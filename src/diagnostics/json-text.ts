/** What a terminal would obey or hide although JSON allows it inside strings. */
const unseen = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A JSON document, indented, that is safe to look at and ends with a line end. */
export function jsonText(value: unknown): string {
  return `${seen(JSON.stringify(value, undefined, 2))}\n`;
}

/** The same JSON, or piece of it, with escapes for what a terminal would obey or hide. */
export function seen(json: string): string {
  return json.replace(unseen, (character) => `\\u${hex(character)}`);
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}
