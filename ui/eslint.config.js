import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** Only one file may know that the window is made by Tauri. */
const noTauri = {
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          group: ["@tauri-apps/*"],
          message: "Only backend/tauri.ts speaks to Tauri: use `command` or `query` from state/.",
        },
      ],
    },
  ],
};

/**
 * ESLint sees snippets, bindings and whatever comes out of a component as `any`. svelte-check gives
 * them their types and checks them, with warnings as errors.
 */
const templatesAreChecked = {
  "@typescript-eslint/no-redundant-type-constituents": "off",
  "@typescript-eslint/no-unsafe-argument": "off",
  "@typescript-eslint/no-unsafe-assignment": "off",
  "@typescript-eslint/no-unsafe-call": "off",
  "@typescript-eslint/no-unsafe-member-access": "off",
  "@typescript-eslint/no-unsafe-return": "off",
};

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/backend/contract.ts"] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js", "public/*.js"] },
        extraFileExtensions: [".svelte"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...noTauri,
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // A leading underscore says that a thing is left out on purpose.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      // Numbers read the same in a template as through String().
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `onclick={() => save()}` is how a handler is written; its value goes nowhere.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: {
        projectService: true,
        parser: ts.parser,
        extraFileExtensions: [".svelte"],
        svelteConfig,
      },
    },
    rules: {
      // The content security policy refuses style attributes; `style:` directives go through CSSOM.
      "no-restricted-syntax": [
        "error",
        {
          selector: "SvelteAttribute[key.name='style']",
          message: "The content security policy refuses style attributes: use a `style:` directive.",
        },
      ],
      ...templatesAreChecked,
      // Reading a value on its own line is how an effect says that it depends on it.
      "@typescript-eslint/no-meaningless-void-operator": "off",
      // What has to be reactive is `$state`; a plain Map or Date beside it is meant to be plain.
      "svelte/prefer-svelte-reactivity": "off",
      // The compiler reports through svelte-check, which knows the settings of this project.
      "svelte/no-unused-svelte-ignore": "off",
      "svelte/no-at-html-tags": "error",
      "svelte/button-has-type": "error",
      "svelte/no-target-blank": "error",
      // The window has hash addresses; there is no server whose base path could be missing.
      "svelte/no-navigation-without-resolve": "off",
      "prefer-const": "off",
      "svelte/prefer-const": ["error", { excludedRunes: ["$props", "$state", "$derived"] }],
    },
  },
  {
    files: ["**/*.test.ts", "**/*.examples.ts", "src/testing/**", "src/gallery/**"],
    rules: {
      ...templatesAreChecked,
      // A failure of the program is a tagged object, not an Error: so are those that tests make.
      "@typescript-eslint/prefer-promise-reject-errors": "off",
    },
  },
  {
    files: ["src/backend/tauri.ts"],
    rules: { "no-restricted-imports": "off" },
  },
  {
    files: ["*.js", "public/*.js"],
    extends: [ts.configs.disableTypeChecked],
  },
);
