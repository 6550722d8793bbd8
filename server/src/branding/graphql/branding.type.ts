import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { BrandingErrorCode as Code, BrandingInput } from '../parse-branding.js';

@ObjectType({ description: 'How pages look, with what the tenant has where a domain is open.' })
class EffectiveBranding {
  @Field(() => String, { nullable: true, description: 'Stands where the name does otherwise.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address or https address.' })
  supportContact!: string | null;

  @Field(() => String, { nullable: true, description: '`#rrggbb`.' })
  primaryColor!: string | null;

  @Field(() => String, { nullable: true, description: '`#rrggbb`.' })
  backgroundColor!: string | null;
}

@ObjectType('Branding', {
  description: 'How the pages of a tenant look, or of one of its domains; null is open.',
})
export class BrandingType {
  @Field(() => ID, { nullable: true, description: 'Null: of the whole tenant.' })
  domainId!: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 code points.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address or https address.' })
  supportContact!: string | null;

  @Field(() => String, { nullable: true, description: '`#rrggbb`: buttons and links.' })
  primaryColor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`#rrggbb`: behind the card of the sign-up page where it is light.',
  })
  backgroundColor!: string | null;

  @Field(() => String, { nullable: true, description: 'As a `data:` address.' })
  logo!: string | null;

  @Field(() => EffectiveBranding, { description: 'What visitors see.' })
  effective!: EffectiveBranding;
}

@InputType({ description: 'Absent keeps, null clears.' })
export class SaveBrandingInput implements BrandingInput {
  @Field(() => String, { nullable: true, description: 'At most 100 code points.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'One e-mail address, or a web address with https; at most 254 code points.',
  })
  supportContact?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`#rrggbb`. Texts on it and links in it are made readable by themselves.',
  })
  primaryColor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`#rrggbb`; the contrast of text on it has to be 4.5 at least (WCAG 2.2).',
  })
  backgroundColor?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'PNG, JPEG or WebP in base64, with or without `data:` in front: at most 256 kB and 2,000 by 2,000 pixels.',
  })
  logo?: string | null;
}

const BrandingErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  INVALID_COLOR: 'INVALID_COLOR',
  LOW_CONTRAST: 'LOW_CONTRAST',
  INVALID_CONTACT: 'INVALID_CONTACT',
  INVALID_IMAGE: 'INVALID_IMAGE',
  IMAGE_TOO_LARGE: 'IMAGE_TOO_LARGE',
};
registerEnumType(BrandingErrorCode, {
  name: 'BrandingErrorCode',
  description: 'Why a branding was not saved.',
  valuesConfig: {
    INVALID_COLOR: { description: 'Not `#rrggbb`.' },
    LOW_CONTRAST: { description: 'Text on it could not be read; the message has the ratio.' },
    INVALID_CONTACT: { description: 'Neither an e-mail address nor an https address.' },
    INVALID_IMAGE: { description: 'Not PNG, JPEG or WebP by its bytes.' },
    IMAGE_TOO_LARGE: { description: 'More than 256 kB, or 2,000 pixels in a direction.' },
  },
});

@ObjectType({ implements: UserError })
class BrandingUserError extends UserError {
  @Field(() => BrandingErrorCode)
  code!: Code;
}

@ObjectType()
export class BrandingPayload {
  @Field(() => BrandingType, { nullable: true })
  branding?: BrandingType;

  @Field(() => [BrandingUserError])
  userErrors!: readonly BrandingUserError[];
}
