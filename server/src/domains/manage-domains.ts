import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { forbidden, notFound } from '../platform/failures.js';
import { isId, newId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import { parseHost, type Domain, type DomainErrorCode } from './domain.js';
import type { DomainRepository } from './domain-repository.js';

export interface DomainsDeps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly repository: DomainRepository;
  /** The console's host: no domain may take it. */
  readonly consoleHost: string;
}

export interface NewDomain {
  readonly host: string;
  /** For which tenant; system administrators only. */
  readonly tenantId?: string | null;
}

const unknownTenant = inputFault('tenantId', 'NOT_FOUND' as const, 'Choose a tenant that exists.');

/** What administrators do with the host names of their tenant. */
export const createManageDomains = ({
  transact,
  clock,
  recordAudit,
  repository,
  consoleHost,
}: DomainsDeps) => ({
  list: (
    viewer: Viewer,
    search: string | null,
    page: { offset: number; limit: number },
  ): Promise<OffsetPage<Domain>> => {
    requireOnTenant(viewer, 'DOMAIN', 'READ');
    return transact(viewer.principal.tenantId, (tx) => repository.list(tx, search, page));
  },

  /** Domains of a tenant that a system administrator looks at. */
  listOfTenant: (viewer: Viewer, tenantId: string): Promise<OffsetPage<Domain>> => {
    if (viewer.principal.authority !== 'SYS_ADMIN') throw forbidden('TENANT:READ');
    return transact(tenantId, (tx) => repository.list(tx, null, { offset: 0, limit: 100 }));
  },

  find: async (viewer: Viewer, id: string): Promise<Domain> => {
    requireOnTenant(viewer, 'DOMAIN', 'READ');
    const domain = await transact(viewer.principal.tenantId, (tx) => repository.find(tx, id));
    if (!domain) throw notFound('domain');
    return domain;
  },

  create: async (
    viewer: Viewer,
    input: NewDomain,
  ): Promise<Result<Domain, InputFaults<DomainErrorCode>>> => {
    const bySystem = viewer.principal.authority === 'SYS_ADMIN';
    if (!bySystem) requireOnTenant(viewer, 'DOMAIN', 'CREATE');
    const tenantId = input.tenantId ?? null;
    if (bySystem !== (tenantId !== null)) {
      return failWith(
        inputFault(
          'tenantId',
          bySystem ? 'REQUIRED' : 'NOT_FOUND',
          'System administrators say for which tenant; nobody else does.',
        ),
      );
    }
    if (tenantId !== null && !isId(tenantId)) return failWith(unknownTenant);
    const host = parseHost(input.host, { consoleHost, mayAddUnproven: bySystem });
    if (!host.ok) return failWith(host.failure);
    return transact(tenantId ?? viewer.principal.tenantId, async (tx) => {
      const domain: Domain = { id: newId(), host: host.value, createdAt: clock.now() };
      const inserted = await repository.insert(tx, domain);
      if (inserted === 'no-tenant') return failWith(unknownTenant);
      if (inserted === 'host-taken') {
        return failWith(
          inputFault(
            'host',
            'HOST_UNAVAILABLE',
            'This host name can not be used here. Choose another one.',
          ),
        );
      }
      await recordAudit(tx, viewer.actor, {
        action: 'domain.created',
        entityType: 'DOMAIN',
        entityId: domain.id,
        entityName: domain.host,
      });
      return ok(domain);
    });
  },

  delete: async (viewer: Viewer, id: string): Promise<Result<string, InputFaults<'IN_USE'>>> => {
    requireOnTenant(viewer, 'DOMAIN', 'DELETE');
    return transact(viewer.principal.tenantId, async (tx) => {
      const domain = await repository.find(tx, id);
      if (!domain) throw notFound('domain');
      if ((await repository.delete(tx, id)) === 'in-use') {
        return failWith({
          field: ['id'],
          code: 'IN_USE' as const,
          message: `The sign-up page on ${domain.host} uses this domain: delete the page or give it another domain first.`,
        });
      }
      await recordAudit(tx, viewer.actor, {
        action: 'domain.deleted',
        entityType: 'DOMAIN',
        entityId: id,
        entityName: domain.host,
      });
      return ok(id);
    });
  },
});

export type ManageDomains = ReturnType<typeof createManageDomains>;
