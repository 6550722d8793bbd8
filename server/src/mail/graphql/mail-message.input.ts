import { Field, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import type { MailState as State } from '../mail-message.js';
import { MailMessageType, MailState } from './mail-message.type.js';

export const MailMessageConnection = connectionOf('MailMessage', () => MailMessageType);

@InputType('MailMessageFilter', { description: 'All that are given must hold.' })
export class MailMessageFilterInput {
  @Field(() => MailState, { nullable: true, description: 'Only in this state.' })
  state?: State | null;

  @Field(() => String, { nullable: true, description: 'Part of the address.' })
  search?: string | null;
}
