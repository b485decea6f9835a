export { explainNames } from "./explain-names.ts";
export { generate } from "./generate.ts";
export type { NamedThing, NameNote, NameReason } from "./name-notes.ts";
export type { GeneratedFile, GenerateOptions, RuntimeChoice } from "./options.ts";
export { compileTemplates } from "./templates/compile-templates.ts";
export type { Templates } from "./templates/templates.ts";
export {
  type ClassView,
  type DescriptorView,
  type EnumerationMemberView,
  type EnumerationView,
  type IndexView,
  type InterfaceView,
  type MemberView,
  type SingleView,
  type TypeView,
  type Views,
  viewVersion,
} from "./view.ts";
