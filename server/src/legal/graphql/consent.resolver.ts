import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import {
  checkPageSize,
  decodeIdCursor,
  encodeCursor,
  toIdConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { ConsentFilter } from '../consent-repository.js';
import type { ConsentFormat } from '../format-consents.js';
import type { ReadConsents } from '../read-consents.js';
import {
  ConsentConnection,
  ConsentExportType,
  ConsentFilterInput,
  ConsentFormatType,
  type ConsentType,
} from './consent.type.js';

const checkFilter = (filter: ConsentFilterInput | null): ConsentFilter => ({
  ...filter,
  search: checkSearch('search', filter?.search),
});

/** What administrators see of consents. */
@Resolver()
export class ConsentResolver {
  constructor(private readonly read: ReadConsents) {}

  @Allow.permission('CONSENT', 'READ')
  @Query(() => ConsentConnection, { description: 'Who accepted what, newest first.' })
  async consents(
    @Ctx() context: ViewerContext,
    @Arg('filter', () => ConsentFilterInput, { nullable: true }) input: ConsentFilterInput | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<ConsentType>> {
    const viewer = viewerOf(context);
    const filter = checkFilter(input);
    const size = checkPageSize('first', first);
    return toIdConnection(await this.read.list(viewer, filter, size, decodeIdCursor(after)), () =>
      this.read.count(viewer, filter),
    );
  }

  @Allow.permission('CONSENT', 'READ')
  @Query(() => ConsentExportType, {
    description: 'The proof as a file of at most 10,000 consents; the audit log records it.',
  })
  async consentExport(
    @Ctx() context: ViewerContext,
    @Arg('format', () => ConsentFormatType, { description: 'Form of the file.' })
    format: ConsentFormat,
    @Arg('filter', () => ConsentFilterInput, { nullable: true }) input: ConsentFilterInput | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<ConsentExportType> {
    const viewer = viewerOf(context);
    const file = await this.read.exportTo(
      viewer,
      format,
      checkFilter(input),
      decodeIdCursor(after),
    );
    return { ...file, endCursor: file.lastId && encodeCursor([file.lastId]) };
  }
}
