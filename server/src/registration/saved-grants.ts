/** What activation needs of a page; kept with its pending registrations when the page goes. */
export interface SavedGrants {
  readonly assignments: readonly {
    roleId: string | null;
    roleName: string;
    entityGroupId: string | null;
    entityGroupName: string | null;
  }[];
  readonly customerTitlePrefix: string | null;
  /** Absent in what was saved before there were such groups. */
  readonly targetCustomerGroupId?: string | null;
  /** Hours. */
  readonly activationLinkLifetime: number;
  /** Absent in what was saved before there were dashboards. */
  readonly defaultDashboardId?: string | null;
  readonly alwaysFullscreen?: boolean;
  /** Absent in what was saved before there was approval. */
  readonly requiresApproval?: boolean;
}

/** Exactly these of a page: its other settings are nobody's business once it is gone. */
export const savedGrantsOf = (page: SavedGrants): SavedGrants => ({
  assignments: page.assignments.map(({ roleId, roleName, entityGroupId, entityGroupName }) => ({
    roleId,
    roleName,
    entityGroupId,
    entityGroupName,
  })),
  customerTitlePrefix: page.customerTitlePrefix,
  targetCustomerGroupId: page.targetCustomerGroupId ?? null,
  activationLinkLifetime: page.activationLinkLifetime,
  defaultDashboardId: page.defaultDashboardId ?? null,
  alwaysFullscreen: page.alwaysFullscreen ?? false,
  requiresApproval: page.requiresApproval ?? false,
});
