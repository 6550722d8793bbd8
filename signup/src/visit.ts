import type { SignUpField } from './page-config.js';
import type { State } from './state.js';

/** What outlives a reload of the tab. Never a password, never a code. */
export interface SignUpDraft {
  screen: 'form' | 'check-mail';
  values: Record<string, string>;
  resendAt: number;
}

const DRAFT = 'gatehouse.sign-up';
const SECRET = 'gatehouse.activation';
const LANGUAGE = 'gatehouse.language';

/** Where a visit is kept: this tab for what is typed, this browser for the language. */
export interface VisitStorage {
  tab: Storage;
  browser: Storage;
}

/** The memory of one visit. A browser that refuses storage forgets, and works otherwise. */
export function createVisit(storage: () => VisitStorage) {
  function read(where: keyof VisitStorage, key: string): string | null {
    try {
      return storage()[where].getItem(key);
    } catch {
      return null;
    }
  }

  function write(where: keyof VisitStorage, key: string, value: string | null) {
    try {
      if (value === null) storage()[where].removeItem(key);
      else storage()[where].setItem(key, value);
    } catch {
      // Storage is switched off or full: the page only loses its memory of a reload.
    }
  }

  return {
    draft(): SignUpDraft | null {
      try {
        return JSON.parse(read('tab', DRAFT) ?? 'null') as SignUpDraft | null;
      } catch {
        return null;
      }
    },
    keepDraft(state: State, fields: SignUpField[]) {
      if (state.screen !== 'form' && state.screen !== 'check-mail') return;
      const { screen, resendAt } = state;
      const draft: SignUpDraft = { screen, resendAt, values: withoutSecrets(state.values, fields) };
      write('tab', DRAFT, JSON.stringify(draft));
    },
    secret: () => read('tab', SECRET),
    keepSecret: (secret: string) => write('tab', SECRET, secret),
    language: () => read('browser', LANGUAGE),
    keepLanguage: (language: string) => write('browser', LANGUAGE, language),
    /** Forgets the sign-up: it has come to its end. */
    end() {
      write('tab', DRAFT, null);
      write('tab', SECRET, null);
    },
  };
}

export type Visit = ReturnType<typeof createVisit>;

/** The values that may be kept: those of text and e-mail fields. */
export function withoutSecrets(
  values: Record<string, string>,
  fields: SignUpField[],
): Record<string, string> {
  const names = ['email', ...fields.filter(isKept).map((field) => field.name)];
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function isKept({ kind }: SignUpField): boolean {
  return kind === 'TEXT' || kind === 'EMAIL';
}
