import { createLog } from '../../src/platform/log/log.js';

/** A log at its most talkative, as the product makes it, kept for looking into. */
export const captureLog = () => {
  const lines: string[] = [];
  return { lines, log: createLog('trace', { write: (line: string) => void lines.push(line) }) };
};
