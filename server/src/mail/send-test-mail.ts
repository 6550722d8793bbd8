import { requireOnTenant, type Viewer } from '../access/index.js';
import type { Clock } from '../platform/clock.js';
import {
  emailAddressMessages,
  parseEmailAddress,
  type EmailAddressErrorCode,
} from '../platform/email/email-address.js';
import { RequestFailure } from '../platform/failures.js';
import { newId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import { supportedLocale } from '../platform/locale/locale.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type { MailBudget } from './mail-budget.js';
import type { MailMessage } from './mail-message.js';
import type { MailRepository, TryResult } from './mail-repository.js';
import type { MailServerOf } from './mail-server.js';
import type { Deliver, Delivery } from './mail-transport.js';
import type { RenderFor } from './render-for.js';

export type TestMailErrorCode = EmailAddressErrorCode | 'RATE_LIMITED';

/** What the mail server said, in words. */
export interface TestMailOutcome {
  readonly accepted: boolean;
  readonly answer: string;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly messages: Pick<MailRepository, 'insert' | 'recordTry'>;
  readonly serverOf: MailServerOf;
  readonly deliver: Deliver;
  readonly render: RenderFor;
  readonly budget: MailBudget;
  /** Takes one of the tenant's tests. @returns the seconds to wait, 0 when there are some left */
  readonly takeTest: (tenantId: string) => Promise<number>;
  /** The console's host: says where the mail is from. */
  readonly consoleHost: string;
}

const toTry = (delivery: Delivery, now: Date): TryResult => {
  if (delivery.kind === 'accepted') return { state: 'SENT', sentAs: 'test-mail', at: now };
  const state = delivery.kind === 'bounced' ? 'BOUNCED' : 'FAILED';
  return { state, lastError: delivery.reason, at: now };
};

/** Sends a mail at once, past the queue, and says what the mail server answered. */
export const createSendTestMail = (deps: Deps) => {
  const waitFor = async (viewer: Viewer, limitKey: string): Promise<number> => {
    const { tenantId, userId } = viewer.principal;
    try {
      await deps.budget.check({ tenantId, limitKey, network: userId });
    } catch (error) {
      if (error instanceof RequestFailure && error.retryAfter) return error.retryAfter;
      throw error;
    }
    return deps.takeTest(tenantId);
  };

  return async (
    viewer: Viewer,
    input: { readonly to: string; readonly locale?: string | null },
  ): Promise<Result<TestMailOutcome, InputFaults<TestMailErrorCode>>> => {
    requireOnTenant(viewer, 'MAIL_SETTINGS', 'WRITE');
    const { tenantId, userId } = viewer.principal;
    const to = parseEmailAddress(input.to);
    if (!to.ok) return failWith(inputFault('to', to.failure, emailAddressMessages[to.failure]));
    const wait = await waitFor(viewer, to.value.limitKey);
    if (wait > 0) {
      const message = `That was the last one for now. Try again in ${wait} s.`;
      return failWith(inputFault('to', 'RATE_LIMITED', message));
    }
    const message: MailMessage = {
      ...{ id: newId(), template: 'test-mail', sentAs: null, recipient: to.value.asTyped },
      ...{ registrationId: null, userId: null, variables: {}, state: 'QUEUED', attempts: 0 },
      ...{ lastError: null, createdAt: deps.clock.now(), sentAt: null, triedAt: null },
      locale: supportedLocale(input.locale),
    };
    const content = {
      template: 'test-mail',
      variables: { host: deps.consoleHost },
      secrets: {},
    } as const;
    const delivery = await deps.deliver(await deps.serverOf(tenantId), {
      ...(await deps.render(tenantId, content, message.locale)),
      id: message.id,
      to: to.value.mailbox,
    });
    await deps.transact(tenantId, async (tx) => {
      await deps.messages.insert(tx, message);
      await deps.messages.recordTry(tx, message.id, toTry(delivery, deps.clock.now()));
    });
    if (delivery.kind !== 'accepted') return ok({ accepted: false, answer: delivery.reason });
    await deps.budget.take({ tenantId, limitKey: to.value.limitKey, network: userId });
    return ok({ accepted: true, answer: delivery.answer });
  };
};

export type SendTestMail = ReturnType<typeof createSendTestMail>;
