/** Default values that are no values of MOF. */
import { diagnose } from "../../diagnostics/index.ts";
import type { Damage, Repair } from "./damage.ts";
import type { Edit } from "./edited-text.ts";
import { elementsOf } from "./elements.ts";
import type { ElementOutline } from "./outline.ts";

/** `= ,` and `= ;` */
export function emptyDefaults({ classes }: Damage): readonly Repair[] {
  return elementsOf(classes).flatMap((element): Repair[] => {
    const { equals, value } = element;
    return equals && value.length === 0 ? [leftOut(element, "")] : [];
  });
}

/** `00000000000500.000000:000` and `Auto Start` without quotation marks. */
export function unquotedDefaults({ classes, text }: Damage): readonly Repair[] {
  return elementsOf(classes).flatMap((element): Repair[] => {
    const [first] = element.value;
    const last = element.value.at(-1);
    if (!first || !last) return [];
    const at = { start: first.start, end: last.end };
    const written = text.slice(at.start, at.end);
    const type = element.words[0]?.text.toLowerCase();
    const isText = type === "string" || type === "datetime";
    if (DATETIME.test(written)) return isText ? [quoted(element, written, at)] : [];
    if (!isProse(element, written)) return [];
    return [isText ? quoted(element, written, at) : leftOut(element, written)];
  });
}

/** DSP0004 5.2.4: a point in time or an interval, digits that do not count as asterisks. */
const DATETIME = /^[\d*]{14}\.[\d*]{6}[:+-][\d*]{3}$/;

/** Words where a value stands, perhaps with numbers between. */
function isProse({ value }: ElementOutline, written: string): boolean {
  const words = value.filter(({ kind }) => kind === "word");
  const [first] = words;
  if (!first || /^(?:instance$|\$)/i.test(first.text)) return false;
  if (value.length === 1 && /^(?:true|false|null)$/i.test(first.text)) return false;
  return /^[\w .:/-]+$/.test(written);
}

function quoted({ words }: ElementOutline, written: string, at: Omit<Edit, "text">): Repair {
  const sentence = { name: words.at(-1)?.text ?? "", written };
  return {
    edits: [{ ...at, text: `"${written}"` }],
    at,
    say: (location) => diagnose("page-default-unquoted", sentence, location),
  };
}

/** Without the equals sign and what stands behind it. */
function leftOut({ equals, value, words, array }: ElementOutline, written: string): Repair {
  const behind = array.at(-1) ?? words.at(-1);
  const start = behind?.end ?? equals?.start ?? 0;
  const end = value.at(-1)?.end ?? equals?.end ?? start;
  const name = words.at(-1)?.text ?? "";
  return {
    edits: [{ start, end, text: "" }],
    at: { start: equals?.start ?? start, end },
    say: (location) => diagnose("page-default-left-out", { name, written }, location),
  };
}
