import tseslint from 'typescript-eslint';

/** Nothing that reads a clock by itself: time is given (lib/domain and companion/clock.ts). */
const clocks = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take the clock as a parameter.' },
  { selector: 'NewExpression[callee.name=Date][arguments.length=0]', message: 'Take the clock as a parameter.' },
];
const unsafe = [
  { selector: "MemberExpression[property.name='innerHTML']", message: 'Text is never HTML.' },
  { selector: "MemberExpression[property.name='outerHTML']", message: 'Text is never HTML.' },
  { selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: 'Text is never HTML.' },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is never HTML.' },
];

export default tseslint.config(
  { ignores: ['.output/', '.wxt/', 'node_modules/', 'out/', 'dist/', 'public/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...unsafe],
      'max-len': ['error', { code: 160, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['lib/domain/**', 'lib/services/**', 'lib/contract/**', 'lib/report/**', 'companion/**'], ignores: ['companion/clock.ts'], rules: { 'no-restricted-syntax': ['error', ...unsafe, ...clocks] } },
  { files: ['tests/**', '*.js', '*.ts', '*.cjs'], rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off', 'no-undef': 'off' } },
);
