import { Field, Float, InputType, Int, registerEnumType } from 'type-graphql';
import { LocalizedTextInput } from '../../platform/graphql/localized-text.type.js';
import type { CustomFieldKind } from '../field-kind.js';

const CustomFieldKindType: { readonly [K in CustomFieldKind]: K } = {
  TEXT: 'TEXT',
  NUMBER: 'NUMBER',
  CHOICE: 'CHOICE',
  CHECKBOX: 'CHECKBOX',
};
registerEnumType(CustomFieldKindType, {
  name: 'CustomFieldKind',
  description: 'How a custom field is entered; see `SignUpFieldKind`.',
  valuesConfig: {
    TEXT: { description: 'One line.' },
    NUMBER: { description: 'A number, whole or decimal.' },
    CHOICE: { description: 'One of `options`.' },
    CHECKBOX: { description: 'Yes or no.' },
  },
});

@InputType({ description: 'Something to choose.' })
class SignUpFieldOptionInput {
  @Field(() => String, {
    description: 'What is stored: at most 40 small letters, digits and single dashes.',
  })
  value!: string;

  @Field(() => [LocalizedTextInput], {
    description: "What people read, at most 255 code points; the page's own language is needed.",
  })
  labels!: LocalizedTextInput[];
}

@InputType({ description: 'One field of a sign-up page.' })
export class SignUpFieldInput {
  @Field(() => String, {
    description:
      'firstName, lastName, email, password, passwordRepeat, phone, country, state, city, zip, address or address2; any other of at most 40 small letters, digits and single dashes makes a custom field.',
  })
  key!: string;

  @Field(() => CustomFieldKindType, {
    nullable: true,
    description: 'Of a custom field; TEXT when absent.',
  })
  kind?: CustomFieldKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'No when absent; e-mail and password always are.',
  })
  required?: boolean | null;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description:
      "At most 255 code points. A custom field needs one in the page's own language; a built-in one has words of its own.",
  })
  labels?: LocalizedTextInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a custom TEXT: code points, 1 to 255; 255 when absent.',
  })
  maxLength?: number | null;

  @Field(() => Float, { nullable: true, description: 'Of a NUMBER: the least; absent for none.' })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: 'Of a NUMBER: the most; absent for none.' })
  max?: number | null;

  @Field(() => [SignUpFieldOptionInput], {
    nullable: true,
    description: 'Of a CHOICE: 1 to 100.',
  })
  options?: SignUpFieldOptionInput[] | null;
}
