import { Field, ID, InputType } from 'type-graphql';
import { AuthorityType, type Authority } from '../../access/index.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { UserFilter as Filter, VisibleUserState } from '../user-directory.js';
import { UserStateType } from './user.type.js';

@InputType({ description: 'Somebody to invite by mail; the link is good for 7 days.' })
export class InviteUserInput {
  @Field(() => String, { description: 'One e-mail address, at most 254 characters.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  lastName?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Whose user; absent: the viewer's own customer, or an administrator of the tenant.",
  })
  customerId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'User groups of that owner; absent: Tenant Administrators or Customer Users.',
  })
  groupIds?: string[] | null;
}

@InputType({ description: 'Absent keeps, null clears.' })
export class UpdateUserInput {
  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As people write it, such as `+49 30 1234567`; at most 255 characters.',
  })
  phone?: string | null;
}

@InputType({ description: 'All conditions together.' })
export class UserFilter {
  @Field(() => String, { nullable: true, description: 'Part of the address or name.' })
  search?: string | null;

  @Field(() => UserStateType, { nullable: true, description: 'Users in this state.' })
  state?: VisibleUserState | null;

  @Field(() => ID, { nullable: true, description: 'Users of exactly this customer.' })
  customerId?: string | null;

  @Field(() => AuthorityType, { nullable: true, description: 'Users of this authority.' })
  authority?: Authority | null;
}

/** @throws BAD_USER_INPUT for a text that nothing can hold */
export const toUserFilter = (input: UserFilter | null | undefined): Filter => ({
  search: checkSearch('filter.search', input?.search),
  state: input?.state ?? null,
  customerId: input?.customerId ?? null,
  authority: input?.authority ?? null,
});
