import type { RecordAudit } from '../audit/index.js';
import type { Captcha } from '../captcha/index.js';
import type { LimitName } from '../config/limits.js';
import type { PasswordHasher } from '../identity/index.js';
import { checkConsents, type ConsentFault, type GivenConsent, type Legal } from '../legal/index.js';
import type { MailBudget, QueueMail } from '../mail/index.js';
import { hourMs, type Clock } from '../platform/clock.js';
import { rateLimited } from '../platform/failures.js';
import { newId } from '../platform/ids.js';
import { failWith, type InputFault } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { supportedLocale } from '../platform/locale/locale.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type { InvitedEntry, InviteFault } from './invited-entry.js';
import { shownDocuments } from './legal-choice.js';
import type { OpenPages } from './open-pages.js';
import { isHeadless, type PublicCall, type SiteOfCall } from './public-call.js';
import { keptAfterExpiryMs } from './registration.js';
import type { RegistrationRepository } from './registration-repository.js';
import { giveSignUpCookie, signUpCookieHash } from './sign-up-cookie.js';
import { parseSignUpForm, type SignUpFormErrorCode, type SignUpFormInput } from './sign-up-form.js';

export type RegisterErrorCode =
  | SignUpFormErrorCode
  | InviteFault
  | 'CONSENT_OUTDATED'
  | 'CAPTCHA_REQUIRED'
  | 'CAPTCHA_FAILED'
  | 'CAPTCHA_UNAVAILABLE'
  | 'DISABLED';

/** A fault of the form; of a consent with what is current now. */
export type RegisterFault = InputFault<RegisterErrorCode> &
  Partial<Pick<ConsentFault, 'currentDocument'>>;

export interface RegisterInput extends SignUpFormInput {
  readonly inviteCode?: string | null;
  readonly captchaToken?: string | null;
  readonly fallbackToken?: string | null;
  readonly locale?: string | null;
  readonly consents?: readonly GivenConsent[] | null;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly openPages: OpenPages;
  readonly siteOfCall: SiteOfCall;
  readonly registrations: RegistrationRepository;
  readonly invitedEntry: InvitedEntry;
  readonly captcha: Captcha;
  readonly hasher: PasswordHasher;
  readonly legal: Pick<Legal, 'documents'>;
  readonly limits: RateLimits<LimitName>;
  readonly mailBudget: MailBudget;
  readonly queueMail: QueueMail;
  readonly recordAudit: RecordAudit;
}

const disabled = () =>
  failWith({
    field: ['domain'],
    code: 'DISABLED' as const,
    message: 'Sign-up is not available here.',
  });

const captchaAgain = () =>
  failWith({
    field: ['input', 'captchaToken'],
    code: 'CAPTCHA_REQUIRED' as const,
    message: 'Solve the captcha once more.',
  });

/**
 * Takes a registration (product, step 3). It does the same work for every address: whether one has
 * an account is found out only when the mail is sent.
 */
export const createRegister =
  (deps: Deps) =>
  async (
    call: PublicCall,
    domain: string | null | undefined,
    input: RegisterInput,
  ): Promise<Result<true, readonly RegisterFault[]>> => {
    const { http } = call;
    const site = await deps.siteOfCall(call, domain);
    const headless = isHeadless(call);
    const { tenantId } = site;
    const open = await deps.openPages.ofHost(site.host);
    if (!open) return disabled();
    const { page } = open;
    const form = parseSignUpForm(input, page, site.tenantName);
    const limitKey = form.ok && form.value.address.limitKey;
    const recipient = limitKey && { tenantId, limitKey, network: http.network };
    // The network of a tool is that of all whom it signs up.
    const ofNetwork = ['registerPerNetwork', `${tenantId} ${http.network}`] as const;
    const wait = await deps.limits.takeAndWait(
      [...(headless ? [] : [ofNetwork]), ['registerPerPage', page.id]],
      recipient ? deps.mailBudget.bucketsOf(recipient) : [],
    );
    if (wait.taken > 0) throw rateLimited(wait.taken);

    const lifetime = page.activationLinkLifetime * hourMs + keptAfterExpiryMs;
    const mayHavePass = signUpCookieHash(http) !== null;
    const cookieHash = giveSignUpCookie(http, lifetime / 1000);
    const invited = await deps.invitedEntry.check(tenantId, page, input.inviteCode);
    // Not from memory: a text may have been published a moment ago.
    const shown =
      open.documents.length > 0
        ? await deps.transact(tenantId, (tx) => shownDocuments(tx, deps.legal, page))
        : [];
    const consents = checkConsents(shown, input.consents ?? []);
    if (!invited.ok || !form.ok || !recipient || !consents.ok) {
      const parts: Result<unknown, readonly RegisterFault[]>[] = [invited, form, consents];
      return fail(parts.flatMap((part) => (part.ok ? [] : part.failure)));
    }
    const inviteCodeId = invited.value;
    const { address, firstName, lastName, fields } = form.value;
    if (wait.awaited > 0) throw rateLimited(wait.awaited);

    const pass = { settings: page.captcha, selfRegistrationId: page.id, cookieHash };
    const human = headless
      ? ok(null)
      : await deps.captcha.ensurePass({
          ...pass,
          tenantId,
          mayHavePass,
          token: input.captchaToken ?? null,
          fallbackToken: input.fallbackToken ?? null,
          remoteIp: http.ip,
          expectedHost: site.host,
        });
    if (!human.ok) return human;
    const passwordHash = await deps.hasher.hash(form.value.password);
    await deps.mailBudget.take(recipient);

    return deps.transact(tenantId, async (tx) => {
      const now = deps.clock.now();
      const id = newId();
      const locale = supportedLocale(input.locale);
      if (!headless && !(await deps.captcha.consumePass(tx, pass, now))) return captchaAgain();
      const place = inviteCodeId && (await deps.invitedEntry.reserve(tx, inviteCodeId));
      if (place && !place.ok) return place;
      const taken = await deps.registrations.insertIfOpen(tx, {
        id,
        selfRegistrationId: page.id,
        inviteCodeId,
        host: site.host,
        email: address.asTyped,
        emailKey: address.key,
        firstName,
        lastName,
        fields,
        locale,
        passwordHash,
        cookieHash,
        ip: http.ip,
        userAgent: http.userAgent,
        consents: consents.value,
        submittedAt: now,
      });
      if (!taken) return disabled();
      await deps.recordAudit(
        tx,
        headless && call.viewer
          ? call.viewer.actor
          : { kind: 'REGISTRANT', id: null, name: address.asTyped, ip: http.ip },
        {
          action: 'registration.submitted',
          entityType: 'REGISTRATION',
          entityId: id,
          entityName: address.asTyped,
        },
      );
      await deps.queueMail(tx, {
        template: 'activation',
        to: address.asTyped,
        locale,
        registrationId: id,
      });
      return ok(true as const);
    });
  };

export type Register = ReturnType<typeof createRegister>;
