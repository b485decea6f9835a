// @ts-check
import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const nodeGlobals = Object.fromEntries(
  [
    "AbortController",
    "AbortSignal",
    "Buffer",
    "TextDecoder",
    "URL",
    "clearTimeout",
    "console",
    "performance",
    "process",
    "setTimeout",
  ].map((name) => [name, "readonly"]),
);

/** Prettier owns the layout, test/architecture.test.ts the imports; here is what a reader would object to. */
export default defineConfig(
  globalIgnores(["dist/", "coverage/", ".cache/", "fixtures/", "test/consumer/", "examples/"]),
  {
    files: ["**/*.ts"],
    ignores: ["**/*.d.ts"],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { prefer: "type-imports", fixStyle: "inline-type-imports" },
      ],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true, allowNever: true },
      ],
      // `return log()` from an arrow function of type void is fine.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // It overflows the stack on a recursive union such as that of CIM values.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: true },
      ],
      // `[...text]` takes a string apart into code points, and that is what is wanted.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" },
      ],
      // An async method without `await` is how a contract of promises is met, errors included.
      "@typescript-eslint/require-await": "off",
      // A sentence of the catalogue without parameters is `Record<never, never>`.
      "@typescript-eslint/no-generated-empty-object-type": "off",
      eqeqeq: ["error", "always"],
      // Patterns that name control characters mean them: wires, terminals and paths refuse them.
      "no-control-regex": "off",
      "no-console": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
    },
  },
  {
    files: ["src/**/*.ts", "grammar/**/*.ts"],
    ignores: ["**/*.d.ts"],
    rules: {
      complexity: ["error", 20],
      "max-depth": ["error", 4],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 5],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // `expect(mock.method)` and a `describe` of arrow functions are how tests are written.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "no-console": "off",
    },
  },
  {
    // Only compiled: what is wrong there is wrong on purpose, and what is unused is not to be used.
    files: ["test/types/**/*.ts"],
    rules: {
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unused-expressions": "off",
    },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    extends: [js.configs.recommended, tseslint.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { eqeqeq: ["error", "always"] },
  },
);
