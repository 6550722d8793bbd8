import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { titleOf, type LegalDocument } from '../../legal/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { PreviewSignUpPage } from '../preview-sign-up-page.js';
import type { ToSignUpPage } from '../sign-up-page.js';
import { toSelfRegistrationInput, UpdateSelfRegistrationInput } from './self-registration.input.js';
import { SignUpPageType } from './sign-up-page.type.js';

@ObjectType('PreviewedLegalText', { description: 'A text behind a box of a previewed page.' })
class PreviewedLegalTextType {
  @Field(() => ID, { description: 'The version that the box stands for.' })
  versionId!: string;

  @Field(() => String, { description: '`en` or `de`.' })
  locale!: string;

  @Field(() => String, { description: 'What the document is called in that language.' })
  title!: string;

  @Field(() => String, { description: 'Sanitised: no script, style or image.' })
  html!: string;
}

@ObjectType('PreviewedLooks', {
  description: 'What a previewed page wears: of its domain, else of the tenant.',
})
class PreviewedLooksType {
  @Field(() => String, { nullable: true, description: "In place of the tenant's name." })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'An e-mail address or a web address.' })
  supportContact!: string | null;

  @Field(() => String, { nullable: true, description: 'As a `data:` address.' })
  logo!: string | null;

  @Field(() => String, { nullable: true, description: 'A style sheet with the colours.' })
  css!: string | null;
}

@ObjectType('SignUpPagePreview', { description: 'A sign-up page before it is saved.' })
class SignUpPagePreviewType {
  @Field(() => SignUpPageType, { description: 'As visitors would see it.' })
  page!: SignUpPageType;

  @Field(() => PreviewedLooksType, { description: 'The branding as it is saved.' })
  looks!: PreviewedLooksType;

  @Field(() => [PreviewedLegalTextType], { description: 'In every language that they have.' })
  legalTexts!: readonly PreviewedLegalTextType[];
}

const toTexts = ({ kind, currentVersion }: LegalDocument): PreviewedLegalTextType[] =>
  currentVersion.texts.map(({ locale, html }) => ({
    versionId: currentVersion.id,
    locale,
    title: titleOf(kind, locale),
    html,
  }));

@Resolver()
export class SignUpPagePreviewResolver {
  constructor(
    private readonly preview: PreviewSignUpPage,
    private readonly toSignUpPage: ToSignUpPage,
  ) {}

  @Allow.permission('SELF_REGISTRATION', 'READ')
  @Query(() => SignUpPagePreviewType, {
    description:
      'The page as visitors would see it with this draft; saves and sends nothing. What is wrong in the draft stays as it is saved.',
  })
  async signUpPagePreview(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID, { nullable: true, description: 'Absent for a page that is new.' })
    id: string | null,
    @Arg('input', () => UpdateSelfRegistrationInput) input: UpdateSelfRegistrationInput,
  ): Promise<SignUpPagePreviewType> {
    const draft = toSelfRegistrationInput(input);
    const { open, documents, looks } = await this.preview(viewerOf(context), id ?? null, draft);
    return { page: this.toSignUpPage(open), looks, legalTexts: documents.flatMap(toTexts) };
  }
}
