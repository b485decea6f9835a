import type { TemplateSentences } from "../catalogue/templates.ts";
import type { Pages } from "./page.ts";

export const templatePages: Pages<TemplateSentences> = {
  "no-templates": {
    why: "The folder of --templates holds .hbs files that replace the templates of the same name. In this one there is nothing to take, so its name is probably wrong.",
  },
  "template-arguments": {
    why: "A helper takes a certain number of values, and is either a block ({{#each members}} … {{/each}}) or gives a text ({{camelCase name}}). Otherwise it would give nothing, without a word.",
  },
  "template-endless": {
    why: "A template includes itself, directly or through others, and nothing on the way ever ends that.",
  },
  "template-failed": {
    why: "Handlebars gave up while it made the text of a file, for the reason that is named.",
  },
  "template-missing-field": {
    why: "A template may only name fields that there are where it names them: in a block with each or with, those of the element; in a partial, those of what it was given; ../ leads out of a block. A missing one would leave a gap in the code. The page docs/templates.md of mof-codegen lists the fields.",
  },
  "template-occupied": {
    why: "With --eject, codegen templates writes all templates or none. A file that differs from what would be written is somebody's work, so it is overwritten only with --force.",
  },
  "template-syntax": {
    why: "The file is not a template as Handlebars knows them, or uses what is left out here: decorators such as {{#*inline}}, and partials whose name is calculated.",
  },
  "template-unknown-helper": {
    why: "What stands first in braces with something behind it, or after #, is the name of a helper, and only a few are known. A block on a field is written with each, if, unless or with.",
  },
  "template-unknown-partial": {
    why: "What {{> name}} includes is the template name.hbs: one in the folder of --templates, or one that mof-codegen brings.",
  },
  "template-unused": {
    why: "A template counts when it has the name of one that mof-codegen brings, or when a template that counts includes it. A misspelt name would leave the usual template in force, without a word.",
  },
  "template-value": {
    why: "Only texts, numbers and truth values can be written into a file, and a helper takes values of certain kinds. Of anything else, JavaScript would write something like [object Object].",
  },
  "template-version": {
    why: "What templates are given, the view, has a version, which changes when a field is taken away or means something else. A template that states another version in its first line would not fit.",
  },
};
