import { randomBytes } from 'node:crypto';
import type { Browser, TestApp } from '../harness/app.js';
import type { TestTenant } from '../harness/tenants.js';

export interface Entry {
  readonly resource: string;
  readonly operations: readonly string[];
}

interface Made {
  readonly apiKey: { id: string; name: string; expiresAt: string } | null;
  readonly token: string | null;
  readonly userErrors: { field: string[]; code: string; message: string }[];
}

export const createMutation = `
  mutation ($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey { id name createdBy expiresAt lastUsedAt permissions { resource operations } }
      token
      userErrors { field code message }
    }
  }`;

/** Makes a key under a name of its own unless one is given. */
export const createKey = async (
  by: Browser,
  permissions: readonly Entry[],
  more: Record<string, unknown> = {},
): Promise<Made> => {
  const name = randomBytes(6).toString('hex');
  const { createApiKey } = await by.data<{ createApiKey: Made }>(createMutation, {
    input: { name, permissions, ...more },
  });
  return createApiKey;
};

export const readDevices: Entry = { resource: 'DEVICE', operations: ['READ'] };

/** A tool that calls with a new key, on the console's address unless a host is given. */
export const toolWith = async (
  app: TestApp,
  owner: TestTenant,
  permissions: readonly Entry[],
  host?: string,
): Promise<Browser> => {
  const { token } = await createKey(owner.admin, permissions);
  return app.browser(host, { authorization: `Bearer ${token}` });
};

/** The code of what was wrong, or `fine`. */
export const codeOf = async (browser: Browser, query: string): Promise<string> => {
  const { errors } = await browser.graphql(query);
  return errors.map(({ extensions }) => extensions.code).join(' ') || 'fine';
};

export const countDevices = '{ devices(first: 1) { totalCount } }';
