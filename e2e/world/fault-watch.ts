import type { BrowserContext, ConsoleMessage, Request } from '@playwright/test';

/** Collects what no journey may bring about: complaints of the browser and calls to others. */
export interface FaultWatch {
  /** What it saw and nobody expected, one line each. */
  readonly faults: readonly string[];
  /** From now on lines like this one are part of the journey. */
  expect(line: RegExp): void;
  /** Follows a browser from its first page on. */
  follow(context: BrowserContext): void;
}

/** Chromium tells of refused content (CSP), failed requests and thrown errors in its console. */
const COMPLAINTS = new Set(['error', 'warning', 'assert']);

/** The test's own scripts meet the sandbox that shows mails, and that is as it should be. */
const OF_THE_TEST = /^console error on \/mails\/.* the document's frame is sandboxed/;

export function createFaultWatch(): FaultWatch {
  const faults: string[] = [];
  const expected: RegExp[] = [OF_THE_TEST];

  const report = (line: string) => {
    if (!expected.some((pattern) => pattern.test(line))) faults.push(line);
  };

  const hear = (message: ConsoleMessage) => {
    if (!COMPLAINTS.has(message.type())) return;
    report(`console ${message.type()} on ${pathOf(message.page()?.url())}: ${message.text()}`);
  };

  const look = (request: Request) => {
    const { protocol, origin } = new URL(request.url());
    if (!protocol.startsWith('http') || request.isNavigationRequest()) return;
    const page = new URL(request.frame().url());
    if (page.protocol.startsWith('http') && origin !== page.origin) {
      report(`request to another host on ${page.pathname}: ${request.url()}`);
    }
  };

  return {
    faults,
    expect: (line) => void expected.push(line),
    follow(context) {
      context.on('console', hear);
      context.on('weberror', (fault) => report(`thrown: ${fault.error().message}`));
      context.on('request', look);
    },
  };
}

function pathOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).pathname : 'no page';
}
