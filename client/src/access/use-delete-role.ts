import { useI18n } from 'vue-i18n';
import { DeleteRoleDocument, type RoleUseFragment } from '../generated/graphql';
import { useAction } from '../ui/data/use-action';
import { confirm } from '../ui/feedback/confirmation';
import { useFormats } from '../ui/use-formats';

type UsedRole = RoleUseFragment & { id: string; name: string };

/** Says who loses what, asks, deletes. Resolves to true when the role is gone. */
export function useDeleteRole(): (role: UsedRole) => Promise<boolean> {
  const { t } = useI18n();
  const { count } = useFormats();
  const { act } = useAction();

  return async (role) => {
    const { id, name, userCount, customerCount, usedBySelfRegistrations, usedByRecipients } = role;
    const hosts = usedBySelfRegistrations.map(({ domain }) => domain.host);
    const recipients = usedByRecipients.map(({ name: recipient }) => recipient).join(', ');
    const losses = [
      ...(userCount ? [t('access.deleteRole.people', { n: count(userCount) }, userCount)] : []),
      ...(customerCount
        ? [t('access.deleteRole.customers', { n: count(customerCount) }, customerCount)]
        : []),
      ...(hosts.length ? [t('access.deleteRole.pages', { hosts: hosts.join(', ') })] : []),
      ...(recipients ? [t('access.deleteRole.recipients', { recipients })] : []),
    ];
    const agreed = await confirm({
      title: t('access.deleteRole.title', { name }),
      text: losses.length ? losses.join('\n') : t('access.deleteRole.unused'),
      action: t('access.deleteRole.action'),
      danger: true,
    });
    const done = t('access.deleteRole.done', { name });
    return agreed && !!(await act(DeleteRoleDocument, { id }, done));
  };
}
