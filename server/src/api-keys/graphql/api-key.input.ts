import { Field, InputType, Int } from 'type-graphql';
import { ResourcePermissionInput } from '../../access/index.js';
import type { ApiKeyDraft } from '../api-key.js';

@InputType({ description: 'A key for a tool.' })
export class CreateApiKeyInput implements ApiKeyDraft {
  @Field(() => String, { description: '1 to 255 characters, unique in the tenant.' })
  name!: string;

  @Field(() => [ResourcePermissionInput], {
    description: 'What it may do. One may give what one holds, and no more.',
  })
  permissions!: ResourcePermissionInput[];

  @Field(() => Int, { nullable: true, description: 'Days, 1 to 365; 90 when absent.' })
  expiresInDays?: number | null;
}
