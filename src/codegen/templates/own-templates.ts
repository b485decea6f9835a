/** The templates that mof-codegen brings, as text: for those who want to write others. */
import classTemplate from "../../../templates/class.hbs?text";
import declarationsTemplate from "../../../templates/declarations.hbs?text";
import indexTemplate from "../../../templates/index.hbs?text";
import membersTemplate from "../../../templates/members.hbs?text";
import singleTemplate from "../../../templates/single.hbs?text";

/** A template that can be replaced. */
interface OwnTemplate {
  /** The name that a template has to have to take its place, without `.hbs`. */
  readonly name: string;
  /** What it is for. */
  readonly about: string;
  readonly text: string;
}

/** In the order of their names. */
export const ownTemplates: readonly OwnTemplate[] = [
  own("class", classTemplate),
  own("declarations", declarationsTemplate),
  own("index", indexTemplate),
  own("members", membersTemplate),
  own("single", singleTemplate),
];

/** The first line of each says what it is for. */
function own(name: string, text: string): OwnTemplate {
  const [, about = ""] = /^\{\{!-- mof-codegen view \d+: (.+) --\}\}\n/.exec(text) ?? [];
  return { name, about, text };
}
