import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedTextType } from '../../platform/graphql/localized-text.type.js';
import type { FieldOption, SignUpFieldKind } from '../field-kind.js';
import type { SignUpField } from '../sign-up-field.js';

export const SignUpFieldKindType: { readonly [K in SignUpFieldKind]: K } = {
  TEXT: 'TEXT',
  EMAIL: 'EMAIL',
  PASSWORD: 'PASSWORD',
  PASSWORD_REPEAT: 'PASSWORD_REPEAT',
  PHONE: 'PHONE',
  COUNTRY: 'COUNTRY',
  NUMBER: 'NUMBER',
  CHOICE: 'CHOICE',
  CHECKBOX: 'CHECKBOX',
};
registerEnumType(SignUpFieldKindType, {
  name: 'SignUpFieldKind',
  description: 'How a field of the sign-up form is entered.',
  valuesConfig: {
    TEXT: { description: 'One line.' },
    EMAIL: { description: 'One e-mail address.' },
    PASSWORD: { description: 'A new password.' },
    PASSWORD_REPEAT: { description: 'Compared on the page; not sent.' },
    PHONE: { description: 'One phone number.' },
    COUNTRY: { description: 'A code of ISO 3166-1; clients know the names.' },
    NUMBER: { description: 'A number, whole or decimal.' },
    CHOICE: { description: 'One of `options`.' },
    CHECKBOX: { description: 'Yes or no; when required, it has to be ticked.' },
  },
});

@ObjectType('SignUpFieldOption', { description: 'Something to choose.' })
class SignUpFieldOptionType implements FieldOption {
  @Field(() => String, { description: 'What is sent and stored.' })
  value!: string;

  @Field(() => [LocalizedTextType], { description: 'What people read; none for countries.' })
  labels!: readonly LocalizedTextType[];
}

@ObjectType('SignUpField', { description: 'One field of the sign-up form.' })
export class SignUpFieldType implements SignUpField {
  @Field(() => String, { description: 'Names it on its page.' })
  key!: string;

  @Field(() => String, {
    description: 'Path in `RegisterInput`: the key, or `customFields.` and the key.',
  })
  name!: string;

  @Field(() => Boolean, { description: 'Whether the administrator made it up.' })
  isCustom!: boolean;

  @Field(() => SignUpFieldKindType, { description: 'How it is entered.' })
  kind!: SignUpFieldKind;

  @Field(() => String, {
    description: "In the page's own language; of a built-in field without one in English.",
  })
  label!: string;

  @Field(() => [LocalizedTextType], {
    description: 'In every language that it is there in; of a built-in field none by default.',
  })
  labels!: readonly LocalizedTextType[];

  @Field(() => Boolean, { description: 'Whether it must be filled in.' })
  required!: boolean;

  @Field(() => Int, { description: 'Code points.' })
  maxLength!: number;

  @Field(() => Float, { nullable: true, description: 'Of a NUMBER: the least; null for none.' })
  min!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of a NUMBER: the most; null for none.' })
  max!: number | null;

  @Field(() => [SignUpFieldOptionType], { description: 'Of a CHOICE or COUNTRY.' })
  options!: readonly SignUpFieldOptionType[];

  @Field(() => String, { description: 'Token of the HTML attribute `autocomplete`.' })
  autocomplete!: string;
}
