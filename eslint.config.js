import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'dist/',
    '.cache/',
    'tests/bench/peers/',
    'eslint.config.js',
    'src/universal.d.ts',
  ]),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs['flat/recommended'],
  {
    languageOptions: {
      globals: { ...globals.browser, Temporal: 'readonly' },
      parserOptions: {
        projectService: { allowDefaultProject: ['pwa/sw.ts', 'scripts/bootstrap.mjs'] },
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      'no-restricted-globals': [
        'error',
        { name: 'chrome', message: 'Only extension/ speaks to the browser.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the time from the caller.' },
        { object: 'Math', property: 'random', message: 'Take randomness from the caller.' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Minutes, counts and ids read best where they stand.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'svelte/button-has-type': 'error',
      'svelte/no-unused-props': 'error',
      'svelte/no-at-html-tags': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"][value.length=1] > SvelteLiteral',
          message: 'A static style attribute breaks the content security policy: use a class.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    // To ESLint a component's props and events are `any`; svelte-check knows and checks their types.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['extension/**'],
    languageOptions: { globals: globals.webextensions },
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    // The one place in each shell where its clock comes from.
    files: ['extension/clock.ts', 'pwa/clock.ts', 'relay/clock.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['relay/**'], languageOptions: { globals: globals.node } },
  {
    files: ['scripts/**', 'tests/**', 'extension/build/**', 'pwa/build/**', 'vite.config.ts'],
    languageOptions: { globals: { ...globals.node, ...globals.webextensions } },
    rules: {
      // Scripts and tests talk to the terminal, the machine's clock and the browsers they drive.
      'no-console': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
    },
  },
  { files: ['**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
);
