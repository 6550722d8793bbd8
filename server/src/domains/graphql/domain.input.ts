import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A host name for a tenant.' })
export class CreateDomainInput {
  @Field(() => String, {
    description: 'A host name only: no scheme, no port, no path; at most 253 characters.',
  })
  host!: string;

  @Field(() => ID, { nullable: true, description: 'For which tenant; system administrators only.' })
  tenantId?: string | null;
}
