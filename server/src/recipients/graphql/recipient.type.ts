import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Person, Recipient, RecipientType } from '../recipient.js';
import { RecipientTypeEnum } from './recipient-type.enum.js';

@ObjectType('NotificationRecipient', { description: 'Whom to notify.' })
export class NotificationRecipientType implements Recipient {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Unique within the tenant.' })
  name!: string;

  @Field(() => RecipientTypeEnum, { description: 'Can not be changed.' })
  type!: RecipientType;

  userIds!: readonly string[];
  customerIds!: readonly string[];
  userGroupIds!: readonly string[];
  roleIds!: readonly string[];

  @Field(() => [String], { description: 'Of EMAILS; empty otherwise.' })
  emails!: readonly string[];

  sealedUrl!: string | null;

  @Field(() => Boolean, { description: 'Whether there is a web address; it is never shown.' })
  urlSet(): boolean {
    return this.sealedUrl !== null;
  }

  @Field(() => String, { nullable: true, description: 'Host of the web address.' })
  urlHost!: string | null;

  sealedSigningSecret!: string | null;

  @Field(() => Boolean, { description: 'Whether calls are signed; the secret is never shown.' })
  signingSecretSet(): boolean {
    return this.sealedSigningSecret !== null;
  }

  @Field(() => Boolean, { description: 'Whether people get an e-mail, too.' })
  byEmail!: boolean;

  @Field(() => String, { description: 'Language for those who have no account.' })
  locale!: Recipient['locale'];

  @Field(() => GraphQLDateTime)
  createdAt!: Date;
}

@ObjectType({ description: 'A page of recipients, by name.' })
export class NotificationRecipientList {
  @Field(() => [NotificationRecipientType])
  items!: readonly NotificationRecipientType[];

  @Field(() => Int)
  totalCount!: number;
}

@ObjectType({ description: 'Somebody who would be told.' })
class RecipientPerson implements Omit<Person, 'locale' | 'isAdministrator'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The address when there is no name.' })
  name!: string;

  @Field(() => String, { description: 'Where e-mail goes.' })
  email!: string;
}

@ObjectType({ description: 'Whom a recipient stands for now; only people with an active account.' })
export class RecipientPreview {
  @Field(() => [RecipientPerson], { description: 'The first 10 by address.' })
  people!: readonly RecipientPerson[];

  @Field(() => Int, { description: 'Of all; one notice reaches the first 1,000.' })
  totalCount!: number;
}
