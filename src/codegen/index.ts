export { generate } from "./generate.ts";
export type { GeneratedFile, GenerateOptions } from "./options.ts";
export { compileTemplates } from "./templates/compile-templates.ts";
export type { Templates } from "./templates/templates.ts";
export {
  type ClassView,
  type DescriptorView,
  type EnumerationMemberView,
  type EnumerationView,
  type IndexView,
  type MemberView,
  type StaticView,
  type Views,
  viewVersion,
} from "./view.ts";
