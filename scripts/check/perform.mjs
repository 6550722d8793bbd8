import { rmSync } from 'node:fs';
import { childEnvironment, root } from '../boot/environment.mjs';
import { Interrupted, run } from '../boot/run.mjs';
import { join } from 'node:path';

/** A step that hangs must not hold up the whole run for ever. */
const STEP_TIMEOUT_MS = 25 * 60_000;

/**
 * Does one step, prints a line about it, and everything it said if it failed. Resolves to how many
 * tests passed and failed in it; a step without tests counts as one.
 */
export async function perform(step) {
  const started = performance.now();
  const fault = await attempt(step);
  const counts = addUp(step.count?.(), fault);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const result = step.count ? `${counts.passed} passed, ${counts.failed} failed, ` : '';
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${step.name.padEnd(16)} ${result}${seconds} s`);
  if (fault) console.log(`\n${(fault.output ?? '').trim() || fault.message}\n`);
  return counts;
}

async function attempt({ work, command, args, cwd = '.', env, report }) {
  try {
    if (work) return void (await work());
    if (report) rmSync(report, { force: true });
    await run(command, args, {
      cwd: join(root, cwd),
      env: childEnvironment(env),
      timeoutMs: STEP_TIMEOUT_MS,
    });
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return error;
  }
}

/** A step that failed has at least one failure, also when it never came to its first test. */
function addUp(counted, fault) {
  if (!counted) return fault ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
  return { passed: counted.passed, failed: fault ? Math.max(counted.failed, 1) : counted.failed };
}
