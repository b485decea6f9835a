import { fileURLToPath } from "node:url";
import type { ViteUserConfig } from "vitest/config";
import { handlebarsTemplates } from "./scripts/handlebars-plugin.mjs";
import { pages } from "./scripts/page-plugin.mjs";

const config: ViteUserConfig = {
  plugins: [handlebarsTemplates(), pages()],
  // What generated code of the fixtures imports.
  resolve: {
    alias: {
      "mof-codegen/runtime": fileURLToPath(new URL("src/runtime/index.ts", import.meta.url)),
    },
  },
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    // Threads start faster than processes; nothing here changes the process.
    pool: "threads",
    // A test that installs the package or compiles a project sets its own limit.
    testTimeout: 20_000,
    hookTimeout: 180_000,
  },
};

export default config;
