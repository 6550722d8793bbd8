import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import { batched } from '../../platform/graphql/batched.js';
import {
  checkPageSize,
  decodeIdCursor,
  toIdConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { AuditLogEntry } from '../audit-log.js';
import type { ReadAuditLog } from '../read-audit-log.js';
import { idsIn, type ThingName } from '../thing-names.js';
import {
  AuditLogConnection,
  AuditLogEntryType,
  AuditLogFilterInput,
  AuditLogNameType,
} from './audit-log.type.js';

/** The tenant of the viewer. Sessions stand above this slice, so it is told how to find out. */
export type TenantOf = (context: RequestContext) => string;

@Resolver(() => AuditLogEntryType)
export class AuditLogResolver {
  private readonly nameOf;

  constructor(
    private readonly readAuditLog: ReadAuditLog,
    private readonly tenantOf: TenantOf,
  ) {
    this.nameOf = batched<RequestContext, ThingName>('names in the audit log', (context, ids) =>
      this.readAuditLog.namesOf(this.tenantOf(context), ids),
    );
  }

  @Allow.permission('AUDIT_LOG', 'READ')
  @Query(() => AuditLogConnection, { description: 'What was done in the tenant, newest first.' })
  async auditLog(
    @Ctx() context: RequestContext,
    @Arg('filter', () => AuditLogFilterInput, { nullable: true }) input: AuditLogFilterInput | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<AuditLogEntryType>> {
    const tenantId = this.tenantOf(context);
    const filter = {
      action: checkSearch('action', input?.action),
      entityId: input?.entityId ?? null,
      actorId: input?.actorId ?? null,
      search: checkSearch('search', input?.search),
    };
    const page = await this.readAuditLog.list(
      tenantId,
      filter,
      checkPageSize('first', first),
      decodeIdCursor(after),
    );
    return toIdConnection({ rows: page.rows.map(toType), hasNextPage: page.hasNextPage }, () =>
      this.readAuditLog.count(tenantId, filter),
    );
  }

  @FieldResolver(() => [AuditLogNameType], {
    description: 'What the ids in `before` and `after` stand for; of the first 50.',
  })
  names(
    @Ctx() context: RequestContext,
    @Root() { before, after }: AuditLogEntryType,
  ): Promise<AuditLogNameType[]> {
    return Promise.all(
      idsIn(before, after).map(async (id) => ({
        id,
        name: (await this.nameOf(context, id))?.name ?? null,
      })),
    );
  }
}

const toType = ({ actor, ...entry }: AuditLogEntry): AuditLogEntryType => ({
  ...entry,
  actor: actor.name,
  actorId: actor.id,
  impersonator: actor.impersonatorName ?? null,
  before: entry.before ?? null,
  after: entry.after ?? null,
  ip: actor.ip ?? null,
});
