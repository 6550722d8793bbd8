import type { Permissions } from '../identity/permissions';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string;
    /** Open to people who are not signed in. */
    public?: boolean;
    /** It takes all the width that there is. */
    wide?: boolean;
    /** Who may see the page; absent: everybody who is signed in. Navigation follows it, too. */
    allowed?: (permissions: Permissions) => boolean;
  }
}
