import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { shallowRef, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import {
  CreateInvitationLinkDocument,
  DeleteUserDocument,
  DisableUserDocument,
  EnableUserDocument,
  EndUserSessionsDocument,
  ResendInvitationDocument,
  SendPasswordResetDocument,
  SignInAsDocument,
  UnlockUserDocument,
  type EnableUserMutation,
  type EnableUserMutationVariables,
  type UserFieldsFragment,
} from '../generated/graphql';
import { useMe, usePermission } from '../identity';
import { useMailHealth } from '../mail';
import { useAction } from '../ui/data/use-action';
import { confirm } from '../ui/feedback/confirmation';
import type { RowAction } from '../ui/list/row-action';
import { neededOperation, offeredActions, type UserAction } from './user-actions';

/** A fresh link of an invitation; the API shows it once. */
export interface InvitationLink {
  name: string;
  url: string;
  expiresAt: string | null;
}

interface UserActions {
  actionsOf: (user: UserFieldsFragment) => RowAction<UserAction>[];
  /** Asks where needed, then does it. Resolves to true when it was done. */
  run: (action: UserAction, user: UserFieldsFragment) => Promise<boolean>;
  /** After an invitation went out by mail: a link instead, while mails do not leave. */
  offerLink: (user: UserFieldsFragment) => Promise<void>;
  /** Set while a link is to be shown. */
  link: ShallowRef<InvitationLink | undefined>;
  /** Set while somebody is to get another owner. */
  moving: ShallowRef<UserFieldsFragment | undefined>;
}

type ChangeDocument = TypedDocumentNode<EnableUserMutation, EnableUserMutationVariables>;

/** Without a question and without more to show than a message. */
const SIMPLE: Record<'resend' | 'enable' | 'unlock' | 'sendReset', ChangeDocument> = {
  resend: ResendInvitationDocument,
  enable: EnableUserDocument,
  unlock: UnlockUserDocument,
  sendReset: SendPasswordResetDocument,
};

/** Asked before. */
const ASKED: Record<'disable' | 'endSessions', ChangeDocument> = {
  disable: DisableUserDocument,
  endSessions: EndUserSessionsDocument,
};

export function useUserActions(): UserActions {
  const { t } = useI18n();
  const me = useMe();
  const { missingOn } = usePermission();
  const { act } = useAction();
  const health = useMailHealth();
  const link = shallowRef<InvitationLink>();
  const moving = shallowRef<UserFieldsFragment>();

  function actionsOf(user: UserFieldsFragment): RowAction<UserAction>[] {
    // Administrators belong to the tenant and stay there.
    const offered = offeredActions(user.state, user.id === me.value.user.id).filter(
      (key) => key !== 'changeOwner' || user.customer,
    );
    return offered.map((key) => ({
      key,
      label: t(`users.action.${key}`),
      danger: key === 'delete',
      missing: missingOn(user, 'USER', neededOperation(key)),
    }));
  }

  async function showLink({ id, name }: UserFieldsFragment): Promise<boolean> {
    const payload = await act(CreateInvitationLinkDocument, { id });
    if (!payload?.url) return false;
    link.value = { name, url: payload.url, expiresAt: payload.expiresAt ?? null };
    return true;
  }

  async function offerLink(user: UserFieldsFragment) {
    const state = health.value?.state ?? 'WORKING';
    if (state === 'WORKING' || missingOn(user, 'USER', neededOperation('link'))) return;
    const agreed = await confirm({
      title: t(`users.link.offer.${state}.title`),
      text: t(`users.link.offer.${state}.text`, { email: user.email }),
      action: t('users.link.offer.action'),
    });
    if (agreed) await showLink(user);
  }

  async function signInAs({ id }: UserFieldsFragment): Promise<boolean> {
    const payload = await act(SignInAsDocument, { id });
    if (!payload?.me) return false;
    // Loaded anew, so that nothing of the own session stays in memory.
    window.location.assign('/');
    return true;
  }

  async function ask(action: keyof typeof ASKED | 'delete', { id, name }: UserFieldsFragment) {
    const agreed = await confirm({
      title: t(`users.ask.${action}.title`, { name }),
      text: t(`users.ask.${action}.text`),
      action: t(`users.action.${action}`),
      danger: action !== 'endSessions',
    });
    if (!agreed) return false;
    const done = t(`users.done.${action}`, { name });
    return action === 'delete'
      ? !!(await act(DeleteUserDocument, { id }, done))
      : !!(await act(ASKED[action], { id }, done));
  }

  async function run(action: UserAction, user: UserFieldsFragment): Promise<boolean> {
    switch (action) {
      case 'link':
        return showLink(user);
      case 'signInAs':
        return signInAs(user);
      case 'changeOwner':
        moving.value = user;
        return false;
      case 'disable':
      case 'endSessions':
      case 'delete':
        return ask(action, user);
      default: {
        const text = t(`users.done.${action}`, { name: user.name, email: user.email });
        const done = !!(await act(SIMPLE[action], { id: user.id }, text));
        if (done && action === 'resend') await offerLink(user);
        return done;
      }
    }
  }

  return { actionsOf, run, offerLink, link, moving };
}
