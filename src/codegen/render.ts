/** Views to text. Templates are compiled when the package is built. */
import Handlebars from "handlebars/runtime.js";
import classTemplate from "../../templates/class.hbs";
import indexTemplate from "../../templates/index.hbs";
import membersTemplate from "../../templates/members.hbs";
import type { ClassView, IndexView } from "./view.ts";

const handlebars = Handlebars.create();
handlebars.registerPartial("members", handlebars.template(membersTemplate));
const classFile = handlebars.template(classTemplate);
const indexFile = handlebars.template(indexTemplate);

/** The text of a class's file. */
export function renderClass(view: ClassView): string {
  return classFile(view);
}

/** The text of a namespace's index file. */
export function renderIndex(view: IndexView): string {
  return indexFile(view);
}
