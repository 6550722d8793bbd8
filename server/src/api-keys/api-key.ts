import {
  parsePermissions,
  type PermissionEntry,
  type PermissionFault,
  type PermissionMap,
} from '../access/index.js';
import { dayMs } from '../platform/clock.js';
import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textFaults, type TextFault } from '../platform/text.js';

/** A key with which a tool calls the API. It belongs to the tenant and outlives who made it. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** As a generic role holds them: wildcards included. */
  readonly permissions: PermissionMap;
  readonly createdAt: Date;
  /** The name of the administrator, as it was then. */
  readonly createdBy: string;
  readonly expiresAt: Date;
  /** Written down at most once a minute. */
  readonly lastUsedAt: Date | null;
}

export type ApiKeyErrorCode =
  TextFault | PermissionFault | 'OUT_OF_RANGE' | 'NAME_TAKEN' | 'GRANT_EXCEEDS_OWN' | 'TOO_MANY';

/** Days until a key expires: a key that nobody remembers must not open the door for ever. */
const keyLifetime = { min: 1, max: 365, default: 90 } as const;

/** Most keys of a tenant. */
export const mostKeys = 100;

const nameRule = { max: 255, required: true } as const;

export interface ApiKeyDraft {
  readonly name: string;
  readonly permissions: readonly PermissionEntry[];
  readonly expiresInDays?: number | null;
}

export type NewApiKey = Pick<ApiKey, 'name' | 'permissions' | 'expiresAt'>;

/** All faults at once; what is fine comes back trimmed. */
export const parseApiKey = (
  draft: ApiKeyDraft,
  now: Date,
): Result<NewApiKey, InputFaults<ApiKeyErrorCode>> => {
  const name = parseText(draft.name, nameRule);
  const permissions = parsePermissions(draft.permissions);
  const days = draft.expiresInDays ?? keyLifetime.default;
  const faults: InputFault<ApiKeyErrorCode>[] = [
    ...textFaults('name', name, nameRule),
    ...(permissions.ok ? [] : permissions.failure),
  ];
  if (days < keyLifetime.min || days > keyLifetime.max) {
    const message = `Choose ${keyLifetime.min} to ${keyLifetime.max} days.`;
    faults.push(inputFault('expiresInDays', 'OUT_OF_RANGE', message));
  }
  if (!name.ok || !permissions.ok || faults.length > 0) return fail(faults);
  return ok({
    name: name.value,
    permissions: permissions.value,
    expiresAt: new Date(now.getTime() + days * dayMs),
  });
};
