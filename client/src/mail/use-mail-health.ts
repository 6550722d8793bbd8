import { computed } from 'vue';
import { MailHealthDocument } from '../generated/graphql';
import { usePermission } from '../identity';
import { useQuery } from '../ui/data/use-query';

/** Whether mails leave; undefined while it is asked, and where the viewer may not know. */
export function useMailHealth() {
  const { can } = usePermission();
  const { data } = useQuery(MailHealthDocument, () =>
    can('MAIL_SETTINGS', 'READ') ? {} : undefined,
  );
  return computed(() => data.value?.mailServer.health);
}
