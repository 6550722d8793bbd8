import { useI18n } from 'vue-i18n';
import { CustomerContentsDocument, DeleteCustomerDocument } from '../generated/graphql';
import { useApollo } from '../ui/data/apollo';
import { useAction } from '../ui/data/use-action';
import { useProblemText } from '../ui/data/use-problem-text';
import { confirm } from '../ui/feedback/confirmation';
import { toastFailed } from '../ui/feedback/toasts';

const CONTENTS = [
  'users',
  'devices',
  'assets',
  'dashboards',
  'subCustomers',
  'roles',
  'groups',
] as const;

/** Lists what goes with a customer, asks, deletes. Resolves to true when it is gone. */
export function useDeleteCustomer(): (customer: { id: string; title: string }) => Promise<boolean> {
  const client = useApollo();
  const problemText = useProblemText();
  const { t } = useI18n();
  const { act } = useAction();

  async function ask({ id, title }: { id: string; title: string }): Promise<boolean> {
    const { data } = await client.query({
      query: CustomerContentsDocument,
      variables: { id },
      fetchPolicy: 'network-only',
    });
    const contents = data?.customerContents;
    const lost = CONTENTS.filter((key) => contents?.[key]).map((key) =>
      t(`customers.delete.lost.${key}`, contents?.[key] ?? 0),
    );
    return confirm({
      title: t('customers.delete.title', { title }),
      text: lost.length
        ? [t('customers.delete.losing'), ...lost.map((line) => `• ${line}`)].join('\n')
        : t('customers.delete.empty'),
      action: t('customers.delete.action'),
      danger: true,
      ...(lost.length ? { typed: title } : {}),
    });
  }

  return async (customer) => {
    try {
      if (!(await ask(customer))) return false;
    } catch (failure) {
      toastFailed(problemText(failure));
      return false;
    }
    const done = t('customers.delete.done', { title: customer.title });
    return !!(await act(DeleteCustomerDocument, { id: customer.id }, done));
  };
}
