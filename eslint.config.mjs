import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", "coverage/**", ".stryker-tmp/**", "test/rig/excel/fakehost.js"] },
  ...tseslint.configs.recommended,
  regexp.configs["flat/recommended"],
  {
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: {
      // The readers walk typed arrays within their bounds; noUncheckedIndexedAccess would ask for a check per cell.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "regexp/no-obscure-range": ["error", { allowed: ["alphanumeric", "а-я", "А-Я"] }],
      "regexp/use-ignore-case": "off",
      "no-implied-eval": "error",
      "no-eval": "error",
      "no-restricted-properties": ["error",
        { property: "innerHTML", message: "text from a workbook is hostile: build elements" },
        { property: "outerHTML", message: "text from a workbook is hostile: build elements" },
        { property: "insertAdjacentHTML", message: "text from a workbook is hostile: build elements" },
        { property: "dangerouslySetInnerHTML", message: "text from a workbook is hostile: build elements" },
      ],
      "no-restricted-syntax": ["error", { selector: "NewExpression[callee.name='Function']", message: "no code from text" }],
    },
  },
  {
    // The core is pure: no clock, no chance.
    files: ["src/core/**", "src/plan/**", "src/catalogue/**"],
    rules: {
      "no-restricted-globals": ["error", "window", "document", "Office", "SpreadsheetApp", "fetch", "localStorage"],
      "no-restricted-properties": ["error", { object: "Math", property: "random" }, { object: "Date", property: "now" }],
    },
  },
  {
    files: ["**/*.cjs", "**/*.js"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  { files: ["test/**"], rules: { "no-eval": "off", "no-restricted-properties": "off", "@typescript-eslint/no-explicit-any": "error" } },
);
