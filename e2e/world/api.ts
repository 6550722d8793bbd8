import type { Page } from '@playwright/test';

/** The console's API, spoken as a program does; it prepares what a journey takes for granted. */
export interface ConsoleApi {
  /** Answers with the data; throws when the API refuses, or finds a fault in the input. */
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
}

interface Answer {
  readonly data?: Record<string, { userErrors?: object[] } | null> | null;
  readonly errors?: readonly object[];
}

/** @param origin of the console */
export function createConsoleApi(origin: string): ConsoleApi {
  const cookies = new Map<string, string>();

  return {
    async ask<T>(query: string, variables = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, ...(cookie && { cookie }) },
        body: JSON.stringify({ query, variables }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (name) cookies.set(name, value ?? '');
      }
      const { data, errors = [] } = (await response.json()) as Answer;
      const faults = [
        ...errors,
        ...Object.values(data ?? {}).flatMap((field) => field?.userErrors ?? []),
      ];
      if (faults.length > 0) throw new Error(`${query}\n${JSON.stringify(faults, null, 2)}`);
      return data as T;
    },
  };
}

/** What the API answers to a script. */
export interface ScriptAnswer {
  readonly data: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Asks the API with the cookies of an open page, as a script of that page could. */
export const askFromPage = (
  page: Page,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<ScriptAnswer> =>
  page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/graphql', { method: 'POST', headers, body });
    return response.json() as Promise<ScriptAnswer>;
  }, JSON.stringify({ query, variables }));
