import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Enter, IdentityContext } from '../../identity/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { Activate } from '../activate.js';
import type { DisownRegistration } from '../disown-registration.js';
import type { OpenPages } from '../open-pages.js';
import type { SiteOfCall } from '../public-call.js';
import type { Register } from '../register.js';
import type { ResendActivation } from '../resend-activation.js';
import type { ToSignUpPage } from '../sign-up-page.js';
import {
  ActivateInput,
  DisownRegistrationInput,
  RegisterInput,
  ResendActivationInput,
} from './sign-up.input.js';
import {
  ActivatePayload,
  DisownRegistrationPayload,
  RegisterPayload,
  ResendActivationPayload,
} from './sign-up.payload.js';
import { SignUpPageType } from './sign-up-page.type.js';

export interface SignUpUseCases {
  readonly openPages: OpenPages;
  readonly siteOfCall: SiteOfCall;
  readonly toSignUpPage: ToSignUpPage;
  readonly register: Register;
  readonly activate: Activate;
  readonly disownRegistration: DisownRegistration;
  readonly resendActivation: ResendActivation;
  readonly enter: Enter;
}

const domainArgument = {
  nullable: true,
  description:
    "Host of the page; the request's own host when absent, and never another tenant's. Tools on the console's address name it.",
} as const;

/** What strangers call. */
@Resolver()
export class SignUpResolver {
  constructor(private readonly use: SignUpUseCases) {}

  @Allow.public()
  @Query(() => SignUpPageType, {
    nullable: true,
    description: 'The sign-up page of a domain; null while there is none or it is off.',
  })
  async signUpPage(
    @Ctx() context: IdentityContext,
    @Arg('domain', () => String, domainArgument) domain: string | null,
  ): Promise<SignUpPageType | null> {
    const { openPages, siteOfCall, toSignUpPage } = this.use;
    const { host } = await siteOfCall(context, domain);
    const open = await openPages.ofHost(host);
    return open && toSignUpPage(open);
  }

  @Allow.public()
  @Mutation(() => RegisterPayload, {
    description:
      'Takes a registration and mails link and code. No user exists before activation. RATE_LIMITED: at most 1 mail a minute and 5 an hour to one address.',
  })
  async register(
    @Ctx() context: IdentityContext,
    @Arg('domain', () => String, domainArgument) domain: string | null,
    @Arg('input', () => RegisterInput) input: RegisterInput,
  ): Promise<RegisterPayload> {
    const outcome = await this.use.register(context, domain, input);
    return { accepted: outcome.ok, userErrors: outcome.ok ? [] : outcome.failure };
  }

  @Allow.public()
  @Mutation(() => ActivatePayload, {
    description:
      'Confirms the address and makes customer and user; signs in. Where administrators approve, it waits for one.',
  })
  async activate(
    @Ctx() context: IdentityContext,
    @Arg('domain', () => String, domainArgument) domain: string | null,
    @Arg('input', () => ActivateInput) input: ActivateInput,
  ): Promise<ActivatePayload> {
    const outcome = await this.use.activate(context, domain, input);
    const nothing = { activated: false, waiting: false, redirectTo: null, userErrors: [] };
    if (!outcome.ok) return { ...nothing, userErrors: outcome.failure };
    if (!outcome.value) return { ...nothing, waiting: true };
    // A tool signs nobody in: the person does, on the tenant's domain.
    if (!context.viewer || context.person) await this.use.enter(context, outcome.value);
    return { ...nothing, activated: true, redirectTo: '/' };
  }

  @Allow.public()
  @Mutation(() => DisownRegistrationPayload, {
    description: 'The owner of an address ends a registration that a stranger made with it.',
  })
  async disownRegistration(
    @Ctx() context: IdentityContext,
    @Arg('domain', () => String, domainArgument) domain: string | null,
    @Arg('input', () => DisownRegistrationInput) input: DisownRegistrationInput,
  ): Promise<DisownRegistrationPayload> {
    const outcome = await this.use.disownRegistration(context, domain, input);
    return { ended: outcome.ok, userErrors: outcome.ok ? [] : outcome.failure };
  }

  @Allow.public()
  @Mutation(() => ResendActivationPayload, {
    description: 'Mails a fresh link and code if a registration waits for the address.',
  })
  async resendActivation(
    @Ctx() context: IdentityContext,
    @Arg('domain', () => String, domainArgument) domain: string | null,
    @Arg('input', () => ResendActivationInput) input: ResendActivationInput,
  ): Promise<ResendActivationPayload> {
    const outcome = await this.use.resendActivation(context, domain, input);
    return { accepted: outcome.ok, userErrors: outcome.ok ? [] : outcome.failure };
  }
}
