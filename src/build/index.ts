export {
  type AcceptFile,
  AcceptFileError,
  readAcceptFile,
  writeAcceptFile,
} from "./accept-file.ts";
export { defineConfig, type Configuration, type DiffConfiguration } from "./configuration.ts";
export { readConfiguration } from "./configuration-file.ts";
export {
  generateFolder,
  type GenerateFolderOptions,
  type GenerateFolderReport,
} from "./generate-folder.ts";
export { fileAt, isRevision } from "./git/file-at.ts";
export { readSchemaAt, type ReadSchemaAtOptions } from "./git/read-schema-at.ts";
export { RevisionError } from "./git/revision-error.ts";
export { nodeHost } from "./host.ts";
export { readDocuments, readSchema, type ReadSchema, type SchemaOptions } from "./read-schema.ts";
export { readSelection } from "./read-selection.ts";
export { updateOutput, type OutputReport } from "./update-output.ts";
