/** What activation needs of a page; kept with its pending registrations when the page goes. */
export interface SavedGrants {
  readonly assignments: readonly {
    roleId: string | null;
    roleName: string;
    entityGroupId: string | null;
    entityGroupName: string | null;
  }[];
  readonly customerTitlePrefix: string | null;
  /** Hours. */
  readonly activationLinkLifetime: number;
}
