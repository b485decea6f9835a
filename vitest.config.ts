import { defineConfig } from "vitest/config";
import { handlebarsTemplates } from "./scripts/handlebars-plugin.mjs";

export default defineConfig({
  plugins: [handlebarsTemplates()],
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    // Threads start faster than processes; nothing here changes the process.
    pool: "threads",
    // A test that installs the package or compiles a project sets its own limit.
    testTimeout: 20_000,
    hookTimeout: 180_000,
  },
});
