import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { ok } from '../../platform/result.js';
import type { ImportDashboard } from '../import-dashboard.js';
import type { ManageDashboards } from '../manage-dashboards.js';
import { DashboardPayload, toSavedPayload } from './dashboard.payload.js';
import {
  DashboardExport,
  DashboardImportPreview,
  ImportDashboardInput,
  PreviewDashboardImportInput,
  toImportPlan,
} from './import.type.js';

/** The only operations that take large requests. */
export const fileOperations: readonly string[] = ['importDashboard', 'previewDashboardImport'];

@Resolver()
export class ImportResolver {
  constructor(
    private readonly importDashboards: ImportDashboard,
    private readonly manage: Pick<ManageDashboards, 'export'>,
  ) {}

  @Allow.permission('DASHBOARD', 'CREATE')
  @Mutation(() => DashboardImportPreview, {
    description:
      'Says what importDashboard would make of every widget of a file of ours or of ThingsBoard. Writes nothing.',
  })
  async previewDashboardImport(
    @Ctx() context: ViewerContext,
    @Arg('input', () => PreviewDashboardImportInput) input: PreviewDashboardImportInput,
  ): Promise<DashboardImportPreview> {
    const plan = await this.importDashboards.preview(viewerOf(context), input);
    return toPayload('plan', plan.ok ? ok(toImportPlan(plan.value)) : plan);
  }

  @Allow.permission('DASHBOARD', 'CREATE')
  @Mutation(() => DashboardPayload, {
    description:
      'Makes a dashboard of a file of ours or of ThingsBoard. No script of the file is run or kept.',
  })
  async importDashboard(
    @Ctx() context: ViewerContext,
    @Arg('input', () => ImportDashboardInput) input: ImportDashboardInput,
  ): Promise<DashboardPayload> {
    return toSavedPayload(await this.importDashboards.import(viewerOf(context), input));
  }

  @Allow.permission('DASHBOARD', 'READ')
  @Query(() => DashboardExport, { description: 'NOT_FOUND when the viewer may not read it.' })
  exportDashboard(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DashboardExport> {
    return this.manage.export(viewerOf(context), id);
  }
}
