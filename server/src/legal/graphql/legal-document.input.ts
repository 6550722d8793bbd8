import { Field, ID, InputType, Int } from 'type-graphql';
import type { LegalDocumentKind } from '../legal-document.js';
import { LegalDocumentKindType } from './legal-document.type.js';

@InputType({ description: 'One language of a version.' })
class LegalTextInput {
  @Field(() => String, { description: '`en` or `de`, each once.' })
  locale!: string;

  @Field(() => String, {
    description: 'HTML of at most 60,000 code points; what is not allowed is left out.',
  })
  html!: string;
}

@InputType({ description: 'A document with its first version.' })
export class CreateLegalDocumentInput {
  @Field(() => LegalDocumentKindType, { description: 'What it is; fixed.' })
  kind!: LegalDocumentKind;

  @Field(() => String, { description: 'At most 255 code points, unique for each kind.' })
  name!: string;

  @Field(() => [LegalTextInput], { description: 'At least one language.' })
  texts!: LegalTextInput[];
}

@InputType({ description: 'The next version of a document.' })
export class PublishLegalVersionInput {
  @Field(() => [LegalTextInput], { description: 'All languages of the version, at least one.' })
  texts!: LegalTextInput[];

  @Field(() => ID, {
    description: 'The version that was changed; refused when another one was published since.',
  })
  basedOn!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Asks customers' users who accepted an earlier version, or none of the kind, to accept this one.",
  })
  askExistingUsers!: boolean;

  @Field(() => Int, {
    defaultValue: 0,
    description: 'Days, 0 to 90, until they can not go on without accepting.',
  })
  graceDays!: number;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Tells those who are asked by mail, too, each within the budget of their mailbox.',
  })
  mailExistingUsers!: boolean;
}

@InputType({ description: 'A version that was read and accepted.' })
export class ConsentInput {
  @Field(() => ID, { description: 'The current version of a document.' })
  versionId!: string;

  @Field(() => String, { description: 'Language of the text that was shown.' })
  locale!: string;
}

@InputType({ description: 'What the viewer accepts.' })
export class AcceptLegalVersionsInput {
  @Field(() => [ConsentInput], { description: 'Some or all of `myOpenConsents`.' })
  consents!: ConsentInput[];
}
