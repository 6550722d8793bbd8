import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Finds an installed Chromium; CHROMIUM names another one. */
export function chromiumProgram(): string {
  const program = [process.env.CHROMIUM ?? '', ...PLACES].find((place) => existsSync(place));
  if (program) return program;
  throw new Error('There is no Chromium. Install one: apt-get install -y chromium');
}
