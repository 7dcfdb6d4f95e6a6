import js from '@eslint/js';
import globals from 'globals';

export default [
  {
    ignores: [
      'build/',
      '**/node_modules/',
      '**/generated/',
      'bindings/browser/wasm/built/',
      'docs/site/.astro/',
      'examples/desk/page/dist/',
    ],
  },
  js.configs.recommended,
  { languageOptions: { globals: globals.node } },
  { files: ['**/*.js', '**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  { files: ['bindings/browser/**'], languageOptions: { globals: globals['shared-node-browser'] } },
  {
    files: ['tests/browser/**', 'tests/desk/**', 'tests/site/**', 'tests/wasm/**', 'docs/site/src/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      'no-self-compare': 'off', // NaN is what is not itself
      'no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-useless-assignment': 'off', // null before a `try`
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
];
