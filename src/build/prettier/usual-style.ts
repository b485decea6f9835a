/** Prettier's defaults, which the generated text has anyway, for what matters to TypeScript. */
const usual: Readonly<Record<string, readonly unknown[]>> = {
  arrowParens: ["always"],
  bracketSpacing: [true],
  checkIgnorePragma: [false],
  embeddedLanguageFormatting: ["auto"],
  // What is to be kept as it is has line feeds.
  endOfLine: ["lf", "auto"],
  experimentalOperatorPosition: ["end"],
  experimentalTernaries: [false],
  insertPragma: [false],
  objectWrap: ["preserve"],
  plugins: [],
  printWidth: [80],
  quoteProps: ["as-needed"],
  requirePragma: [false],
  semi: [true],
  singleQuote: [false],
  tabWidth: [2],
  trailingComma: ["all"],
  useTabs: [false],
};

/** Options for other languages, and for what nobody generates. */
const elsewhere: ReadonlySet<string> = new Set([
  "$schema",
  "bracketSameLine",
  "htmlWhitespaceSensitivity",
  "jsxBracketSameLine",
  "jsxSingleQuote",
  "proseWrap",
  "singleAttributePerLine",
  "vueIndentScriptAndStyle",
]);

/** Whether options of Prettier, without overrides, could give a file of TypeScript another text. */
export function isUnusual(options: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(options).some(([name, value]) => {
    if (value === undefined || elsewhere.has(name)) return false;
    if (name === "plugins" && Array.isArray(value) && value.length === 0) return false;
    return !usual[name]?.includes(value);
  });
}
