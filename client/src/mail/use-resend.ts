import { useI18n } from 'vue-i18n';
import { ResendMailMessageDocument, type MailMessageFieldsFragment } from '../generated/graphql';
import { usePermission } from '../identity';
import { useAction } from '../ui/data/use-action';

/** Sending a mail of the log again, and why that can't be done. */
export function useResend() {
  const { t } = useI18n();
  const { missingOn } = usePermission();
  const { act, pending } = useAction();

  return {
    pending,
    noResend: (message: MailMessageFieldsFragment): string | undefined =>
      message.state === 'SKIPPED'
        ? t('mail.log.needless')
        : missingOn(message, 'MAIL_MESSAGE', 'WRITE'),
    resend: ({ id, recipient }: MailMessageFieldsFragment) =>
      act(ResendMailMessageDocument, { id }, t('mail.log.resent', { recipient })),
  };
}
