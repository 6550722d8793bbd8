import { shallowRef, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import {
  DeleteEntityGroupDocument,
  EntityGroupUseDocument,
  type EntityGroupFieldsFragment,
  type Operation,
} from '../generated/graphql';
import { usePermission } from '../identity';
import { useApollo } from '../ui/data/apollo';
import { useAction } from '../ui/data/use-action';
import { useProblemText } from '../ui/data/use-problem-text';
import { confirm } from '../ui/feedback/confirmation';
import { toastFailed } from '../ui/feedback/toasts';
import type { RowAction } from '../ui/list/row-action';
import { useFormats } from '../ui/use-formats';
import { groupResourceOf } from './entity-types';
import { pagesByUse } from './pages-by-use';

type Group = EntityGroupFieldsFragment;
export type GroupAction = 'share' | 'rename' | 'delete';

interface GroupActions {
  actionsOf: (group: Group) => RowAction<GroupAction>[];
  /** Resolves to true when the group is gone. */
  run: (action: GroupAction, group: Group) => Promise<boolean>;
  /** Set while a group is to be renamed. */
  renaming: ShallowRef<Group | undefined>;
  /** Set while a group is to be shared. */
  sharing: ShallowRef<Group | undefined>;
}

/** What can be done with a group in lists and on its page. */
export function useGroupActions(): GroupActions {
  const { t } = useI18n();
  const { missingOn } = usePermission();
  const client = useApollo();
  const problemText = useProblemText();
  const { act } = useAction();
  const { count, list } = useFormats();
  const renaming = shallowRef<Group>();
  const sharing = shallowRef<Group>();

  const missing = (group: Group, operation: Operation) =>
    group.kind === 'CUSTOM'
      ? missingOn(group, groupResourceOf(group.type), operation)
      : t(`access.groups.kept.${group.kind}`);

  /** Undefined when the server could not be asked, which the person was told. */
  async function lossesOf({ id, type }: Group): Promise<string[] | undefined> {
    const query = EntityGroupUseDocument;
    const { data, error } = await client
      .query({ query, variables: { id }, fetchPolicy: 'network-only' })
      .catch((failure: unknown) => ({ data: undefined, error: failure }));
    if (error) {
      toastFailed(problemText(error));
      return undefined;
    }
    const {
      shareCount = 0,
      customerCount = 0,
      usedBySelfRegistrations = [],
      usedByRecipients = [],
    } = data?.entityGroup ?? {};
    const { giving, entering } = pagesByUse(id, usedBySelfRegistrations);
    const hostsOf = (pages: typeof giving) => list(pages.map(({ domain }) => domain.host));
    const recipients = list(usedByRecipients.map(({ name }) => name));
    const n = { n: count(shareCount), customers: count(customerCount) };
    return [
      t(type === 'USER' ? 'access.deleteGroup.userText' : 'access.deleteGroup.text'),
      ...(shareCount ? [t('access.deleteGroup.shares', n, shareCount)] : []),
      ...(giving.length ? [t('access.deleteGroup.pages', { hosts: hostsOf(giving) })] : []),
      ...(entering.length ? [t('access.deleteGroup.entering', { hosts: hostsOf(entering) })] : []),
      ...(recipients ? [t('access.deleteGroup.recipients', { recipients })] : []),
    ];
  }

  async function remove(group: Group): Promise<boolean> {
    const { id, name } = group;
    const losses = await lossesOf(group);
    if (!losses) return false;
    const agreed = await confirm({
      title: t('access.deleteGroup.title', { name }),
      text: losses.join('\n'),
      action: t('access.deleteGroup.action'),
      danger: true,
    });
    const done = t('access.deleteGroup.done', { name });
    return agreed && !!(await act(DeleteEntityGroupDocument, { id }, done));
  }

  return {
    renaming,
    sharing,
    actionsOf: (group) => [
      {
        key: 'share',
        label: t('access.groups.share'),
        missing: missingOn(group, groupResourceOf(group.type), 'SHARE_GROUP'),
      },
      { key: 'rename', label: t('access.groups.rename'), missing: missing(group, 'WRITE') },
      {
        key: 'delete',
        label: t('access.groups.delete'),
        danger: true,
        missing: missing(group, 'DELETE'),
      },
    ],
    async run(action, group) {
      if (action === 'delete') return remove(group);
      (action === 'share' ? sharing : renaming).value = group;
      return false;
    },
  };
}
