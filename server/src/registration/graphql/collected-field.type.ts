import { Field, ObjectType } from 'type-graphql';
import type { CollectedField } from '../collected-field.js';
import type { SignUpFieldKind } from '../field-kind.js';
import { SignUpFieldKindType } from './sign-up-field.type.js';

@ObjectType('CollectedField', {
  description: 'What a registrant entered in a field, with what the field was at that time.',
})
export class CollectedFieldType implements CollectedField {
  @Field(() => String, { description: 'Of the field.' })
  key!: string;

  @Field(() => SignUpFieldKindType, { description: 'How it was entered.' })
  kind!: SignUpFieldKind;

  @Field(() => String, { description: "In the page's own language." })
  label!: string;

  @Field(() => String, {
    description: 'Text as typed, a number with a point, `true` or `false`, or what was chosen.',
  })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: "Of a CHOICE: what the person picked, in the page's own language.",
  })
  valueLabel!: string | null;
}
