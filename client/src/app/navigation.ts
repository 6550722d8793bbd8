import {
  Bell,
  Box,
  Brush,
  Collection,
  Cpu,
  DataBoard,
  Document,
  EditPen,
  Finished,
  House,
  Key,
  Link,
  Message,
  MessageBox,
  OfficeBuilding,
  Postcard,
  Promotion,
  Setting,
  Suitcase,
  Tickets,
  Unlock,
  User,
} from '@element-plus/icons-vue';
import type { Component } from 'vue';
import { UnreadBadge } from '../notifications';

export interface NavigationEntry {
  /** Name of the route; who may see the page is said there (`meta.allowed`). */
  route: string;
  /** Key of the text. */
  label: string;
  /** The same for system administrators, who see something else there. */
  systemLabel?: string;
  icon: Component;
  /** Stands at the end of the entry, when there is something to say. */
  badge?: Component;
}

interface NavigationGroup {
  /** Key of the heading. */
  label?: string;
  entries: readonly NavigationEntry[];
}

export const navigation: readonly NavigationGroup[] = [
  {
    entries: [
      { route: 'home', label: 'app.nav.home', icon: House },
      { route: 'tenants', label: 'app.nav.tenants', icon: OfficeBuilding },
    ],
  },
  {
    label: 'app.nav.security',
    entries: [
      { route: 'self-registrations', label: 'app.nav.selfRegistrations', icon: Postcard },
      { route: 'registrations', label: 'app.nav.registrations', icon: Tickets },
      { route: 'roles', label: 'app.nav.roles', icon: Key },
      { route: 'domains', label: 'app.nav.domains', icon: Link },
      { route: 'consents', label: 'app.nav.consents', icon: Finished },
      { route: 'audit-log', label: 'app.nav.auditLog', icon: Document },
    ],
  },
  {
    label: 'app.nav.manage',
    entries: [
      { route: 'customers', label: 'app.nav.customers', icon: Suitcase },
      {
        ...{ route: 'users', label: 'app.nav.users', systemLabel: 'users.system.title' },
        icon: User,
      },
      { route: 'devices', label: 'app.nav.devices', icon: Cpu },
      { route: 'assets', label: 'app.nav.assets', icon: Box },
      { route: 'dashboards', label: 'app.nav.dashboards', icon: DataBoard },
      { route: 'entity-groups', label: 'app.nav.entityGroups', icon: Collection },
    ],
  },
  {
    label: 'app.nav.notifications',
    entries: [
      { route: 'inbox', label: 'app.nav.inbox', icon: Bell, badge: UnreadBadge },
      { route: 'recipients', label: 'app.nav.recipients', icon: Message },
      { route: 'deliveries', label: 'app.nav.deliveries', icon: Promotion },
    ],
  },
  {
    label: 'app.nav.settings',
    entries: [
      { route: 'branding', label: 'app.nav.branding', icon: Brush },
      { route: 'mail-server', label: 'app.nav.mailServer', icon: Setting },
      { route: 'mail-templates', label: 'app.nav.mailTemplates', icon: EditPen },
      { route: 'mail-messages', label: 'app.nav.mailMessages', icon: MessageBox },
      { route: 'api-keys', label: 'app.nav.apiKeys', icon: Unlock },
    ],
  },
];
