/** Views to text. Templates are compiled when the package is built. */
import Handlebars from "handlebars/runtime.js";
import classTemplate from "../../templates/class.hbs";
import indexTemplate from "../../templates/index.hbs";
import membersTemplate from "../../templates/members.hbs";
import type { Templates } from "./templates/templates.ts";

const handlebars = Handlebars.create();
handlebars.registerPartial("members", handlebars.template(membersTemplate));
const templates = {
  class: handlebars.template(classTemplate),
  index: handlebars.template(indexTemplate),
};

/** The templates that are used when nobody brings others. */
export const usualTemplates: Templates = {
  render: (template, view) => ({ value: templates[template](view), diagnostics: [] }),
};
