import type { UserConfig } from "tsdown";
import { bundledPackages } from "./scripts/bundled-packages-plugin.mjs";
import { handlebarsTemplates, withoutSourceMap } from "./scripts/handlebars-plugin.mjs";
import { modulesInPages, pages } from "./scripts/page-plugin.mjs";
import { modulesInRuntimeSource, runtimeSource } from "./scripts/runtime-source-plugin.mjs";

const config: UserConfig = {
  entry: {
    index: "src/index.ts",
    "runtime/index": "src/runtime/index.ts",
    testing: "src/simulator/index.ts",
    "cli/bin": "src/cli/bin.ts",
  },
  format: "esm",
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  hash: false,
  dts: { oxc: true, entry: ["src/index.ts", "src/runtime/index.ts", "src/simulator/index.ts"] },
  outputOptions: {
    chunkFileNames: "chunks/[name].js",
    // Readable when somebody opens it in a debugger; comments are for the sources.
    comments: { annotation: true, legal: true, jsdoc: false },
  },
  // The client can be disposed of; a consumer's own lib may be older than the word.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
  // What may end up inside dist; whatever else is imported must be a dependency.
  deps: {
    onlyBundle: [
      "chevrotain",
      /^@chevrotain\//,
      "lodash-es",
      "handlebars",
      "yargs",
      "yargs-parser",
      "y18n",
      "cliui",
      "escalade",
      "get-caller-file",
      "string-width",
      "strip-ansi",
      "ansi-regex",
      "ansi-styles",
      "wrap-ansi",
      "emoji-regex",
      "get-east-asian-width",
      "picocolors",
      "lilconfig",
      "markdown-it",
      "mdurl",
      "uc.micro",
      "entities",
      "linkify-it",
      "punycode.js",
      "yaml",
      "tinyglobby",
      "fdir",
      "picomatch",
      "semver",
    ],
  },
  // Of yargs only its parser is used; the rest would be loaded for nothing at every start.
  treeshake: {
    moduleSideEffects: [
      { test: /node_modules[\\/](?:yargs|cliui|y18n|escalade)[\\/]/, sideEffects: false },
    ],
  },
  plugins: [
    handlebarsTemplates(),
    withoutSourceMap(),
    runtimeSource(),
    pages(),
    bundledPackages(async () => [...(await modulesInRuntimeSource()), ...(await modulesInPages())]),
  ],
  report: false,
  // How long a plugin took says more about the machine than about the build.
  checks: { pluginTimings: false },
};

export default config;
