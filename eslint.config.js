import vue from 'eslint-plugin-vue';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

const typeScript = ['**/*.ts', '**/*.tsx', '**/*.vue'];
const tests = ['**/*.test.ts', '**/test/**', 'e2e/**'];
/** Tools read the default export of these. */
const configurations = [
  '**/*.config.{js,ts}',
  'client/codegen.ts',
  'e2e/built-product.ts',
  '**/*.d.ts',
];

/** The console and the sign-up page never render HTML of others, but for this one component. */
const htmlRenderer = 'client/src/ui/SafeHtml.vue';

/** Rules that follow a value of type `any` around. */
const unsafeAny = ['argument', 'assignment', 'call', 'member-access', 'return'].map(
  (use) => `@typescript-eslint/no-unsafe-${use}`,
);
const off = (rules) => Object.fromEntries(rules.map((rule) => [rule, 'off']));

export default defineConfig(
  globalIgnores(['**/dist/', '**/generated/', '**/test-results/', '**/playwright-report/']),
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            ...{ direct: true, named: true, defaultFrom: true },
            ...{ namedFrom: true, namespaceFrom: true },
          },
        },
      ],
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: typeScript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
        project: [
          'password-rules/tsconfig.json',
          'server/tsconfig.test.json',
          'client/tsconfig.json',
          'signup/tsconfig.json',
          'e2e/tsconfig.json',
        ],
      },
    },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // An index signature says that the key may be missing; brackets show that at the use.
      '@typescript-eslint/dot-notation': 'off',
      // Ports and fakes answer with promises whether or not they wait for something themselves.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-deprecated': [
        'error',
        // What replaces it is still an experiment.
        { allow: [{ from: 'package', package: 'vue-router', name: 'scrollBehavior' }] },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      // Spreading a string gives its code points, which is what our limits count.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // Rows that knex gives are of any type until they are asserted.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Resolvers answer with plain objects in the shape of the GraphQL class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Ports are objects of functions: none of them looks at `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['server/src/**'],
    // The programs themselves hand the environment to config/ and talk to the person who starts them.
    ignores: ['server/src/config/**', 'server/src/app/{main,emit-schema}.ts', ...tests],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config/ reads the environment.' },
      ],
    },
  },
  {
    files: ['client/**/*.{ts,vue}'],
    // Only vue-tsc knows the types of components; here each of them is `any`.
    rules: off(unsafeAny),
  },
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
    rules: {
      'max-lines': ['error', { max: 200 }],
      'no-restricted-exports': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      // The content security policy refuses inline styles.
      'vue/no-static-inline-styles': 'error',
      'vue/no-undef-components': [
        'error',
        { ignorePatterns: ['^Router(Link|View)$', '^El[A-Z]', '^i18n-t$'] },
      ],
      'vue/no-unused-refs': 'error',
      'vue/no-v-html': 'error',
      'vue/prefer-separate-static-class': 'error',
    },
  },
  { files: [htmlRenderer], rules: { 'vue/no-v-html': 'off' } },
  { files: configurations, rules: { 'no-restricted-exports': 'off' } },
  {
    files: tests,
    // Answers of the API are JSON, and a wrong guess about them fails the test.
    rules: off([
      ...unsafeAny,
      '@typescript-eslint/no-explicit-any',
      '@typescript-eslint/no-non-null-assertion',
    ]),
  },
);
