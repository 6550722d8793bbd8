// Runs every check, tells each one's outcome in a line, and ends with the sum of all of them.
import { ensureBuilt } from '../boot/build.mjs';
import { forwardSignals, Interrupted } from '../boot/run.mjs';
import { ensureChromium } from './chromium.mjs';
import { perform } from './perform.mjs';
import { BROWSER_TESTS, STATIC_CHECKS, TESTS } from './steps.mjs';

forwardSignals();
const sum = { passed: 0, failed: 0 };

/** One after the other; several such lanes share the cores. */
async function lane(steps) {
  for (const step of steps) {
    const { passed, failed } = await perform(step);
    sum.passed += passed;
    sum.failed += failed;
  }
}

try {
  // The build comes first: it makes the typed operations that the checks of the console read.
  await Promise.all([
    lane([{ name: 'build', work: ensureBuilt }]),
    lane([{ name: 'chromium', work: ensureChromium }]),
  ]);
  await Promise.all([lane(STATIC_CHECKS), lane(TESTS)]);
  // Alone, because a browser that gets no processor time looks like a product that is broken.
  await lane(BROWSER_TESTS);
  process.exitCode = sum.failed > 0 ? 1 : 0;
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
} catch (error) {
  if (!(error instanceof Interrupted)) throw error;
  process.exitCode = 130;
}
