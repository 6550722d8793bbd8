import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../identity/index.js';
import { LegalDocumentKindType, titleOf, type LegalDocumentKind } from '../../legal/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { FindPageText } from '../legal-choice.js';
import type { SiteOfCall } from '../public-call.js';

@ObjectType('PublicLegalText', { description: 'A legal text as everybody may read it.' })
class PublicLegalTextType {
  @Field(() => LegalDocumentKindType, { description: 'What the document is.' })
  kind!: LegalDocumentKind;

  @Field(() => ID, { description: 'Which version.' })
  versionId!: string;

  @Field(() => Int, { description: 'Number of the version, from 1.' })
  number!: number;

  @Field(() => Boolean, { description: 'Whether there is no newer version.' })
  current!: boolean;

  @Field(() => String, { description: 'Language of the text: the wanted one if it is there.' })
  locale!: string;

  @Field(() => String, { description: 'What the document is called in that language.' })
  title!: string;

  @Field(() => String, { description: 'Sanitised: no script, style or image.' })
  html!: string;

  @Field(() => String, { description: "Of the HTML's UTF-8 bytes, in hexadecimal digits." })
  sha256!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  publishedAt!: Date;
}

@Resolver()
export class LegalTextResolver {
  constructor(
    private readonly siteOfCall: SiteOfCall,
    private readonly findText: FindPageText,
  ) {}

  @Allow.public()
  @Query(() => PublicLegalTextType, {
    nullable: true,
    description: 'A legal text of a domain; null when there is none.',
  })
  async legalDocument(
    @Ctx() context: IdentityContext,
    @Arg('domain', () => String, {
      nullable: true,
      description: "Host of the page; the request's own host when absent, and never another's.",
    })
    domain: string | null,
    @Arg('kind', () => LegalDocumentKindType, { description: 'Which text.' })
    kind: LegalDocumentKind,
    @Arg('versionId', () => ID, { nullable: true, description: 'Absent: the current version.' })
    versionId: string | null,
    @Arg('locale', () => String, { nullable: true, description: 'Wanted language, e.g. `de`.' })
    locale: string | null,
  ): Promise<PublicLegalTextType | null> {
    const found = await this.findText(await this.siteOfCall(context, domain), {
      kind,
      versionId,
      locales: [locale],
    });
    if (!found) return null;
    const { version, text, versions } = found;
    return {
      ...text,
      kind,
      versionId: version.id,
      number: version.number,
      current: version.id === versions[0]?.id,
      title: titleOf(kind, text.locale),
      publishedAt: version.publishedAt,
    };
  }
}
