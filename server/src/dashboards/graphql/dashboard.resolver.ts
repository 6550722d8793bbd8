import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { batched } from '../../platform/graphql/batched.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { DashboardSort } from '../dashboard-repository.js';
import type { ManageDashboards } from '../manage-dashboards.js';
import type { Widget } from '../widget.js';
import {
  CreateDashboardInput,
  DashboardFilterInput,
  DashboardSortInput,
  UpdateDashboardInput,
} from './dashboard.input.js';
import { DashboardPayload, toSavedPayload } from './dashboard.payload.js';
import { DashboardList, DashboardType, toDashboardType } from './dashboard.type.js';
import { DashboardWidgetType } from './widget.type.js';

const byTitle: DashboardSort = { field: 'TITLE', direction: 'ASC' };

@Resolver(() => DashboardType)
export class DashboardResolver {
  private readonly widgetsOf;

  constructor(private readonly manage: ManageDashboards) {
    this.widgetsOf = batched<ViewerContext, { widgets: Widget[] }>('widgets', (context, ids) =>
      manage.widgetsOf(viewerOf(context), ids),
    );
  }

  @Allow.permission('DASHBOARD', 'READ')
  @Query(() => DashboardList, { description: 'The dashboards that the viewer may read.' })
  async dashboards(
    @Ctx() context: ViewerContext,
    @Arg('filter', () => DashboardFilterInput, { nullable: true })
    filter: DashboardFilterInput | null,
    @Arg('sort', () => DashboardSortInput, { nullable: true }) sort: DashboardSortInput | null,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<DashboardList> {
    const { items, totalCount } = await this.manage.list(viewerOf(context), {
      filter: {
        search: checkSearch('filter.search', filter?.search),
        ownerCustomerId: filter?.ownerCustomerId ?? null,
        groupId: filter?.groupId ?? null,
      },
      sort: sort ?? byTitle,
      offset: checkOffset(offset),
      limit: checkPageSize('limit', limit),
    });
    return { items: items.map(toDashboardType), totalCount };
  }

  @Allow.permission('DASHBOARD', 'READ')
  @Query(() => DashboardType, { description: 'NOT_FOUND when the viewer may not read it.' })
  async dashboard(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DashboardType> {
    return toDashboardType(await this.manage.find(viewerOf(context), id));
  }

  @Allow.permission('DASHBOARD', 'CREATE')
  @Mutation(() => DashboardPayload, { description: 'Makes a dashboard.' })
  async createDashboard(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateDashboardInput) input: CreateDashboardInput,
  ): Promise<DashboardPayload> {
    return toSavedPayload(await this.manage.create(viewerOf(context), input));
  }

  @Allow.permission('DASHBOARD', 'WRITE')
  @Mutation(() => DashboardPayload, { description: 'Saves a dashboard. What is absent stays.' })
  async updateDashboard(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateDashboardInput) input: UpdateDashboardInput,
  ): Promise<DashboardPayload> {
    return toSavedPayload(await this.manage.update(viewerOf(context), id, input));
  }

  @Allow.permission('DASHBOARD', 'DELETE')
  @Mutation(() => DeletePayload, {
    description: 'Also takes it out of its groups. IN_USE while a sign-up page opens it.',
  })
  async deleteDashboard(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return toPayload('deletedId', await this.manage.delete(viewerOf(context), id));
  }

  @FieldResolver(() => [DashboardWidgetType], { description: 'In the order of their making.' })
  async widgets(
    @Ctx() context: ViewerContext,
    @Root() { id }: DashboardType,
  ): Promise<DashboardWidgetType[]> {
    const found = await this.widgetsOf(context, id);
    return (found?.widgets ?? []) as DashboardWidgetType[];
  }
}
