import { useI18n } from 'vue-i18n';
import {
  DeleteTenantDocument,
  ResumeTenantDocument,
  SuspendTenantDocument,
  type TenantFieldsFragment,
} from '../generated/graphql';
import { useAction } from '../ui/data/use-action';
import { confirm } from '../ui/feedback/confirmation';
import type { RowAction } from '../ui/list/row-action';
import { useFormats } from '../ui/use-formats';

export type TenantAction = 'suspend' | 'resume' | 'delete';

interface TenantActions {
  actionsOf: (tenant: TenantFieldsFragment) => RowAction<TenantAction>[];
  /** Asks where needed, then does it. Resolves to true when it was done. */
  run: (action: TenantAction, tenant: TenantFieldsFragment) => Promise<boolean>;
}

export function useTenantActions(): TenantActions {
  const { t } = useI18n();
  const { count } = useFormats();
  const { act } = useAction();

  function actionsOf({ state }: TenantFieldsFragment): RowAction<TenantAction>[] {
    const toggle = state === 'ACTIVE' ? 'suspend' : 'resume';
    return [
      { key: toggle, label: t(`tenants.action.${toggle}`) },
      { key: 'delete', label: t('tenants.action.delete'), danger: true },
    ];
  }

  async function suspend({ id, name }: TenantFieldsFragment): Promise<boolean> {
    const agreed = await confirm({
      title: t('tenants.suspend.title', { name }),
      text: t('tenants.suspend.text'),
      action: t('tenants.action.suspend'),
      danger: true,
    });
    return (
      agreed && !!(await act(SuspendTenantDocument, { id }, t('tenants.suspend.done', { name })))
    );
  }

  async function remove(tenant: TenantFieldsFragment): Promise<boolean> {
    const { id, name } = tenant;
    const agreed = await confirm({
      title: t('tenants.delete.title', { name }),
      text: t('tenants.delete.text', {
        pages: count(tenant.selfRegistrationCount),
        customers: count(tenant.customerCount),
        users: count(tenant.userCount),
        devices: count(tenant.deviceCount),
      }),
      action: t('tenants.delete.action'),
      typed: name,
      danger: true,
    });
    const done = t('tenants.delete.done', { name });
    return agreed && !!(await act(DeleteTenantDocument, { id, confirmation: name }, done));
  }

  return {
    actionsOf,
    async run(action, tenant) {
      if (action === 'suspend') return suspend(tenant);
      if (action === 'delete') return remove(tenant);
      const { id, name } = tenant;
      return !!(await act(ResumeTenantDocument, { id }, t('tenants.resumed', { name })));
    },
  };
}
