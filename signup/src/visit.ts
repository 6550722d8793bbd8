import type { SignUpField } from './page-config.js';
import type { State } from './state.js';

/** What outlives a reload of the tab. Never a password, never a mailed code. */
export interface SignUpDraft {
  screen: 'form' | 'check-mail' | 'waiting';
  values: Record<string, string>;
  resendAt: number;
}

const DRAFT = 'gatehouse.sign-up';
const SECRET = 'gatehouse.activation';
const LANGUAGE = 'gatehouse.language';
const SIGNED_IN = 'gatehouse.signed-in';

/** Where a visit is kept: this tab for what is typed, this browser for the language. */
export interface VisitStorage {
  tab: Storage;
  browser: Storage;
}

/** The memory of one visit. In a browser that refuses storage it lasts until a reload. */
export function createVisit(storage: () => VisitStorage) {
  const memory = new Map<string, string>();
  let ended = false;

  function read(where: keyof VisitStorage, key: string): string | null {
    return tryTo(() => storage()[where].getItem(key)) ?? memory.get(key) ?? null;
  }

  function write(where: keyof VisitStorage, key: string, value: string) {
    memory.set(key, value);
    tryTo(() => storage()[where].setItem(key, value));
  }

  function forget(where: keyof VisitStorage, key: string) {
    memory.delete(key);
    tryTo(() => storage()[where].removeItem(key));
  }

  const draft = () => tryTo(() => JSON.parse(read('tab', DRAFT) ?? 'null') as SignUpDraft | null);

  return {
    draft,
    keepDraft(state: State, fields: SignUpField[]) {
      const { screen, resendAt } = state;
      const isKept = screen === 'form' || screen === 'check-mail' || screen === 'waiting';
      if (ended || !isKept) return;
      const values = withoutSecrets(state.values, fields);
      write('tab', DRAFT, JSON.stringify({ screen, resendAt, values } satisfies SignUpDraft));
    },
    secret: () => read('tab', SECRET),
    keepSecret(secret: string) {
      write('tab', SECRET, secret);
      // Another link is another registration than the one that waits.
      if (draft()?.screen === 'waiting') forget('tab', DRAFT);
    },
    /** The console left word in this browser; the server knows. */
    mayBeSignedIn: () => read('browser', SIGNED_IN) !== null,
    language: () => read('browser', LANGUAGE),
    keepLanguage: (language: string) => write('browser', LANGUAGE, language),
    /** Forgets the sign-up, which has come to its end: what is still on the screen, too. */
    end() {
      ended = true;
      forget('tab', DRAFT);
      forget('tab', SECRET);
    },
  };
}

export type Visit = ReturnType<typeof createVisit>;

/** The values that may be kept: all but passwords. */
export function withoutSecrets(
  values: Record<string, string>,
  fields: SignUpField[],
): Record<string, string> {
  const names = ['email', 'inviteCode', ...fields.filter(isKept).map((field) => field.name)];
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** Storage may be switched off or full, and what is in it may be anything. */
function tryTo<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function isKept({ kind }: SignUpField): boolean {
  return !kind.startsWith('PASSWORD');
}
