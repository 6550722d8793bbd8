import { holdsSomewhere, operationsOf, resources } from '../../access/index.js';
import type { SignedIn } from '../authenticate.js';
import type { Me, SessionType } from './me.type.js';
import type { Session } from '../session.js';

export const toSessionType = (session: Session, currentId: string): SessionType => ({
  id: session.id,
  createdAt: session.createdAt,
  lastUsedAt: session.lastUsedAt,
  expiresAt: session.expiresAt,
  ip: session.ip,
  userAgent: session.userAgent,
  current: session.id === currentId,
});

/** The signed-in person as the API shows them; `user` and `tenant` fill themselves in. */
export const toMe = (signedIn: SignedIn): Me => {
  const { principal, session, user, tenant, impersonatorName } = signedIn;
  const somewhere = resources.map((resource) => ({
    resource,
    operations: operationsOf[resource].filter((operation) =>
      holdsSomewhere(principal, resource, operation),
    ),
  }));
  return {
    user: user as Me['user'],
    tenant: tenant as Me['tenant'],
    permissions: [...principal.permissions.generic].map(([resource, operations]) => ({
      resource,
      operations: [...operations],
    })),
    permissionsSomewhere: somewhere.filter(({ operations }) => operations.length > 0),
    impersonatedBy: impersonatorName,
    consentState: signedIn.consentState,
    session: toSessionType(session, session.id),
  };
};
