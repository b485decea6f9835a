/** Views to text. Templates are compiled when the package is built. */
import Handlebars from "handlebars/runtime.js";
import classTemplate from "../../templates/class.hbs";
import declarationsTemplate from "../../templates/declarations.hbs";
import indexTemplate from "../../templates/index.hbs";
import membersTemplate from "../../templates/members.hbs";
import singleTemplate from "../../templates/single.hbs";
import type { Templates } from "./templates/templates.ts";

const handlebars = Handlebars.create();
handlebars.registerPartial("declarations", handlebars.template(declarationsTemplate));
handlebars.registerPartial("members", handlebars.template(membersTemplate));
const templates = {
  class: handlebars.template(classTemplate),
  index: handlebars.template(indexTemplate),
  single: handlebars.template(singleTemplate),
};

/** The templates that are used when nobody brings others. */
export const usualTemplates: Templates = {
  render: (template, view) => ({ value: templates[template](view), diagnostics: [] }),
};
