import type { Operation, OwnedRow } from '../access/index.js';
import type { TextFault } from '../platform/text.js';
import type { Widget } from './widget.js';

/** What of a dashboard people choose. */
export interface DashboardContent {
  readonly title: string;
  readonly description: string | null;
  readonly widgets: readonly Widget[];
}

/** A dashboard without its widgets: what lists show. */
export interface DashboardSummary extends OwnedRow, Omit<DashboardContent, 'widgets'> {
  readonly widgetCount: number;
  /** Grows with every save. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A page of widgets. What they show is what the viewer may see, whoever made the page. */
export interface Dashboard extends DashboardSummary {
  readonly widgets: readonly Widget[];
}

/** A dashboard as one viewer may use it. */
export interface DashboardView extends DashboardSummary {
  readonly viewerCan: readonly Operation[];
}

export type DashboardErrorCode =
  | TextFault
  | 'OUT_OF_RANGE'
  | 'NOT_FOUND'
  | 'TOO_MANY'
  | 'NOT_ONE_PART'
  | 'DUPLICATE'
  | 'REVISION_OUTDATED'
  | 'NOT_ALLOWED'
  | 'FILE_TOO_LARGE'
  | 'FILE_NOT_JSON'
  | 'FILE_REFUSED'
  | 'FILE_NOT_A_DASHBOARD';

/** For the audit log: what a dashboard looks like, without the texts in it. */
export const auditedFields = (dashboard: Dashboard): Record<string, unknown> => ({
  title: dashboard.title,
  description: dashboard.description,
  ownerCustomerId: dashboard.ownerCustomerId,
  revision: dashboard.revision,
  widgets: dashboard.widgets.map(({ kind, title, column, row, width, height }) =>
    [kind, title, `${width}×${height} at ${column}, ${row}`].filter(Boolean).join(' '),
  ),
});
