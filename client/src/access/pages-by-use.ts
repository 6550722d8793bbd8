interface UsingPage {
  readonly targetCustomerGroup?: { readonly id: string } | null;
}

/** What sign-up pages do with a group: give a role on it, or put the customers they make into it. */
export function pagesByUse<Page extends UsingPage>(
  groupId: string,
  pages: readonly Page[],
): { giving: Page[]; entering: Page[] } {
  const enters = (page: Page) => page.targetCustomerGroup?.id === groupId;
  return { giving: pages.filter((page) => !enters(page)), entering: pages.filter(enters) };
}
