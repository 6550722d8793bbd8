import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../boot/environment.mjs';

const REPORTS = join(root, 'test-results');

export const STATIC_CHECKS = [
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'boundaries',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', 'server/src', 'client/src', 'signup/src'],
  },
  { name: 'dead code', command: 'knip', args: ['--no-progress', '--treat-config-hints-as-errors'] },
  types('server', ['-p', 'tsconfig.test.json', '--noEmit']),
  types('client', ['-p', 'tsconfig.json', '--noEmit'], 'vue-tsc'),
  types('signup', ['-p', 'tsconfig.json', '--noEmit']),
  types('e2e', ['-p', 'tsconfig.json', '--noEmit']),
  { name: 'lint', command: 'eslint', args: ['.', '--max-warnings', '0'] },
];

export const TESTS = [
  vitest('password-rules'),
  vitest('server'),
  vitest('client'),
  vitest('signup'),
];

const browserReport = join(root, 'e2e/test-results/results.json');

export const BROWSER_TESTS = [
  {
    name: 'browser tests',
    command: join(root, 'e2e/node_modules/.bin/playwright'),
    args: ['test'],
    cwd: 'e2e',
    report: browserReport,
    count: () => {
      const { stats } = readReport(browserReport);
      return {
        passed: stats?.expected ?? 0,
        failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
      };
    },
  },
];

function types(packageName, args, compiler = 'tsc') {
  const command = join(root, packageName, 'node_modules/.bin', compiler);
  return { name: `types ${packageName}`, command, args, cwd: packageName };
}

function vitest(packageName) {
  const report = join(REPORTS, `${packageName}.json`);
  return {
    name: `tests ${packageName}`,
    command: join(root, packageName, 'node_modules/.bin/vitest'),
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    cwd: packageName,
    report,
    count: () => {
      const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
      return { passed: numPassedTests, failed: numFailedTests };
    },
  };
}

/** A run that breaks off writes no report. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
