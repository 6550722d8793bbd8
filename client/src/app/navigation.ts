import { HomeFilled, Link, Postcard, Tickets } from '@element-plus/icons-vue';
import type { Component } from 'vue';

interface NavigationEntry {
  /** Name of the route; who may see the page is said there (`meta.allowed`). */
  route: string;
  /** Key of the text. */
  label: string;
  icon: Component;
}

interface NavigationGroup {
  /** Key of the heading. */
  label?: string;
  entries: readonly NavigationEntry[];
}

export const navigation: readonly NavigationGroup[] = [
  { entries: [{ route: 'home', label: 'app.nav.home', icon: HomeFilled }] },
  {
    label: 'app.nav.security',
    entries: [
      { route: 'self-registrations', label: 'app.nav.selfRegistrations', icon: Postcard },
      { route: 'registrations', label: 'app.nav.registrations', icon: Tickets },
      { route: 'domains', label: 'app.nav.domains', icon: Link },
    ],
  },
];
