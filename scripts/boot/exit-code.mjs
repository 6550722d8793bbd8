import { Interrupted } from './run.mjs';

/** What a shell reports for a command that Ctrl-C ended. */
const INTERRUPTED_EXIT_CODE = 130;

/**
 * Gives the code that tells the program above what went wrong, and tells the person, unless the
 * command that failed has shown everything itself.
 */
export function exitCodeFor(error) {
  if (error instanceof Interrupted) return INTERRUPTED_EXIT_CODE;
  if (error.shown !== true) console.error(error.output?.trim() || error.message);
  return typeof error.code === 'number' ? error.code : 1;
}
