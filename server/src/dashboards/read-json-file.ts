import { fail, ok, type Result } from '../platform/result.js';
import type { DashboardErrorCode } from './dashboard.js';

/** What a file may be. Exports of real dashboards stay far below depth and parts. */
const largest = { bytes: 5 * 1024 * 1024, depth: 64, parts: 200_000 } as const;

/** They would change the object that is built from them, instead of being its members. */
const refusedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const longestRefused = Math.max(...[...refusedNames].map((name) => name.length));

export interface FileFault {
  readonly code: Extract<DashboardErrorCode, `FILE_${string}`>;
  readonly message: string;
}

const refused = (message: string): FileFault => ({ code: 'FILE_REFUSED', message });

const tooLarge: FileFault = {
  code: 'FILE_TOO_LARGE',
  message: 'The file is larger than 5 MB: export the dashboard without its pictures.',
};
const notJson: FileFault = {
  code: 'FILE_NOT_JSON',
  message: 'This is no JSON file, or it is damaged: export the dashboard again.',
};
const tooDeep = refused(`The file is nested more than ${largest.depth} levels deep.`);
const tooManyParts = refused(
  `The file has more than ${largest.parts.toLocaleString('en')} parts, which no dashboard has.`,
);
const unstorable = refused('The file has texts with characters that can not be stored.');
const refusedName = refused('The file has names that no dashboard has, such as “__proto__”.');

const code = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  u: 0x75,
  open: 0x7b,
  close: 0x7d,
} as const;

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Walks over a JSON text once, without building anything, so that hostile ones cost nothing. */
class Scanner {
  private at = 0;
  private depth = 0;
  private parts = 0;

  constructor(private readonly text: string) {}

  fault(): FileFault | null {
    for (; this.at < this.text.length; this.at += 1) {
      const fault = this.lookAt(this.text.charCodeAt(this.at));
      if (fault) return fault;
    }
    return null;
  }

  private lookAt(unit: number): FileFault | null {
    if (unit === code.quote) return this.string();
    if (unit === code.open || unit === code.openList) this.depth += 1;
    else if (unit === code.close || unit === code.closeList) this.depth -= 1;
    else if (unit === code.comma || unit === code.colon) this.parts += 1;
    if (this.depth > largest.depth) return tooDeep;
    return this.parts > largest.parts ? tooManyParts : null;
  }

  /** Leaves off at the closing quote. */
  private string(): FileFault | null {
    const start = this.at;
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const unit = this.text.charCodeAt(this.at);
      if (unit === code.quote) return this.isRefusedName(start) ? refusedName : null;
      if (unit === code.backslash && !this.escape()) return unstorable;
    }
    return null;
  }

  /** Leaves off at the last character of the escape. @returns false for what can't be stored */
  private escape(): boolean {
    this.at += 1;
    if (this.text.charCodeAt(this.at) !== code.u) return true;
    const unit = this.hexAt(this.at + 1);
    this.at += 4;
    if (unit === 0 || isLow(unit)) return false;
    if (!isHigh(unit)) return true;
    const isPair = this.text.startsWith('\\u', this.at + 1) && isLow(this.hexAt(this.at + 3));
    this.at += 6;
    return isPair;
  }

  private hexAt(start: number): number {
    return Number.parseInt(this.text.slice(start, start + 4), 16);
  }

  private isRefusedName(start: number): boolean {
    const quoted = this.text.slice(start, this.at + 1);
    // Each character takes at most six as an escape.
    if (quoted.length > longestRefused * 6 + 2) return false;
    if (!/^\s*:/.test(this.text.slice(this.at + 1, this.at + 100))) return false;
    return refusedNames.has(parsed(quoted) as string);
  }
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
};

/** The content of a JSON file, or why it is refused; quick and in bounded memory for any text. */
export const readJsonFile = (text: string): Result<unknown, FileFault> => {
  // Some programs put a mark of the byte order in front.
  const json = text.replace(/^\uFEFF/, '');
  if (json.length > largest.bytes || Buffer.byteLength(json) > largest.bytes) return fail(tooLarge);
  if (/\p{Cs}/u.test(json)) return fail(unstorable);
  const fault = new Scanner(json).fault();
  if (fault) return fail(fault);
  const value = parsed(json);
  return value === undefined ? fail(notJson) : ok(value);
};
