import { shallowRef, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import {
  DashboardUseDocument,
  DeleteDashboardDocument,
  ExportDashboardDocument,
  type Operation,
} from '../generated/graphql';
import { usePermission } from '../identity';
import { useApollo } from '../ui/data/apollo';
import { useAction } from '../ui/data/use-action';
import { useProblemText } from '../ui/data/use-problem-text';
import { confirm } from '../ui/feedback/confirmation';
import { toastFailed } from '../ui/feedback/toasts';
import type { RowAction } from '../ui/list/row-action';
import { saveFile } from '../ui/save-file';

export interface NamedDashboard {
  id: string;
  title: string;
  viewerCan: readonly Operation[];
}

export type DashboardAction = 'open' | 'edit' | 'share' | 'export' | 'changeOwner' | 'delete';

interface DashboardActions {
  actionsOf: (dashboard: NamedDashboard) => RowAction<DashboardAction>[];
  /** Resolves to true when the dashboard is gone. */
  run: (action: DashboardAction, dashboard: NamedDashboard) => Promise<boolean>;
  /** Set while a dashboard is to be shared. */
  sharing: ShallowRef<NamedDashboard | undefined>;
  /** Set while a dashboard is to get another owner. */
  moving: ShallowRef<NamedDashboard | undefined>;
}

/** What can be done with a dashboard, in the list and on its page. */
export function useDashboardActions(): DashboardActions {
  const { t } = useI18n();
  const router = useRouter();
  const client = useApollo();
  const problemText = useProblemText();
  const { missingOn } = usePermission();
  const { act } = useAction();
  const sharing = shallowRef<NamedDashboard>();
  const moving = shallowRef<NamedDashboard>();

  /** A question to the server that can only be answered or complained about. */
  async function ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (failure) {
      toastFailed(problemText(failure));
      return undefined;
    }
  }

  async function useOf(id: string) {
    const answer = await ask(() =>
      client.query({ query: DashboardUseDocument, variables: { id }, fetchPolicy: 'network-only' }),
    );
    return answer?.data;
  }

  async function download({ id }: NamedDashboard) {
    const answer = await ask(() =>
      client.query({
        query: ExportDashboardDocument,
        variables: { id },
        fetchPolicy: 'network-only',
      }),
    );
    const file = answer?.data?.exportDashboard;
    if (!file) return;
    const { filename: fileName, content } = file;
    saveFile({ fileName, mediaType: 'application/json', content });
  }

  async function remove({ id, title }: NamedDashboard): Promise<boolean> {
    const use = await useOf(id);
    if (!use) return false;
    const hosts = use.dashboard.usedBySelfRegistrations.map(({ domain }) => domain.host).join(', ');
    if (hosts) {
      toastFailed(t('dashboards.delete.used', { title, hosts }));
      return false;
    }
    const groups = use.entityGroups.items.map(({ name }) => name).join(', ');
    const agreed = await confirm({
      title: t('dashboards.delete.title', { title }),
      text: groups ? t('dashboards.delete.shared', { groups }) : t('dashboards.delete.text'),
      action: t('dashboards.delete.action'),
      danger: true,
    });
    const done = t('dashboards.delete.done', { title });
    return agreed && !!(await act(DeleteDashboardDocument, { id }, done));
  }

  return {
    sharing,
    moving,
    actionsOf: (dashboard) => [
      { key: 'open', label: t('dashboards.open') },
      {
        key: 'edit',
        label: t('dashboards.edit'),
        missing: missingOn(dashboard, 'DASHBOARD', 'WRITE'),
      },
      { key: 'share', label: t('dashboards.share.action') },
      { key: 'export', label: t('dashboards.export') },
      {
        key: 'changeOwner',
        label: t('customers.changeOwner.open'),
        missing: missingOn(dashboard, 'DASHBOARD', 'CHANGE_OWNER'),
      },
      {
        key: 'delete',
        label: t('dashboards.delete.open'),
        danger: true,
        missing: missingOn(dashboard, 'DASHBOARD', 'DELETE'),
      },
    ],
    async run(action, dashboard) {
      const to = (name: string) => router.push({ name, params: { id: dashboard.id } });
      if (action === 'delete') return remove(dashboard);
      if (action === 'export') await download(dashboard);
      else if (action === 'share') sharing.value = dashboard;
      else if (action === 'changeOwner') moving.value = dashboard;
      else await to(action === 'edit' ? 'edit-dashboard' : 'dashboard');
      return false;
    },
  };
}
