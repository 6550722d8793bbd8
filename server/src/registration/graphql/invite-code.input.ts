import { Field, ID, InputType, Int } from 'type-graphql';
import type { InviteCodeDraft } from '../invite-code.js';

@InputType({ description: 'A new invite code of a sign-up page.' })
export class CreateInviteCodeInput implements InviteCodeDraft {
  @Field(() => ID, { description: 'The page that it opens, and no other.' })
  selfRegistrationId!: string;

  @Field(() => String, { description: 'What it is for; 1 to 255 code points.' })
  label!: string;

  @Field(() => Int, { description: 'How many people it lets in, 1 to 10,000.' })
  quota!: number;

  @Field(() => Int, { nullable: true, description: 'Days, 1 to 365; null: it never ends.' })
  expiresInDays?: number | null;
}
