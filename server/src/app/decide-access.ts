import {
  holdsSomewhere,
  type Operation,
  type Resource,
  type ViewerContext,
} from '../access/index.js';
import { consentRequired, forbidden, unauthenticated } from '../platform/failures.js';
import type { AccessRule } from '../platform/graphql/allow.js';

/**
 * Whether the caller may call an operation at all.
 * @throws UNAUTHENTICATED, CONSENT_REQUIRED or FORBIDDEN
 */
export const decideAccess = ({ viewer }: ViewerContext, rule: AccessRule | null): void => {
  if (rule?.kind === 'public') return;
  if (!viewer) throw unauthenticated();
  if (rule === null) throw forbidden('that nobody has');
  const isBeforeConsent = rule.kind === 'signed-in' && rule.beforeConsent === true;
  if (viewer.consentRequired && !isBeforeConsent) throw consentRequired();
  const { principal } = viewer;
  if (rule.kind === 'authority' && !rule.authorities.includes(principal.authority)) {
    throw forbidden(rule.authorities.join(' or '));
  }
  if (rule.kind === 'permission') {
    const resource = rule.resource as Resource;
    const operation = rule.operation as Operation;
    if (!holdsSomewhere(principal, resource, operation))
      throw forbidden(`${resource}:${operation}`);
  }
};
