import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { viewerOf, type EntityGroupType, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { PreviewRegistrant } from '../preview-registrant.js';
import { RegistrantPermissions } from './registrant-permissions.type.js';
import { GroupRoleAssignmentInput } from './self-registration.input.js';

@Resolver()
export class RegistrantPermissionsResolver {
  constructor(private readonly previewRegistrant: PreviewRegistrant) {}

  @Allow.permission('SELF_REGISTRATION', 'READ')
  @Query(() => RegistrantPermissions, {
    description: 'What a registrant could do with these roles; the table need not be saved.',
  })
  async registrantPermissions(
    @Ctx() context: ViewerContext,
    @Arg('groupRoleAssignments', () => [GroupRoleAssignmentInput], {
      description: 'As in the input of a self-registration; at most 200.',
    })
    rows: GroupRoleAssignmentInput[],
  ): Promise<RegistrantPermissions> {
    const assignments = rows.map(({ roleId, entityGroupId = null }) => ({ roleId, entityGroupId }));
    const { onOwnCustomer, onOwned, shared, faults } = await this.previewRegistrant(
      viewerOf(context),
      assignments,
    );
    return {
      onOwnCustomer,
      onOwned,
      shared: shared.map(({ group, ...may }) => ({
        ...may,
        entityGroup: group as EntityGroupType,
      })),
      problems: faults.map(({ index, field, code, message }) => ({
        field: ['groupRoleAssignments', String(index), field],
        code,
        message,
      })),
    };
  }
}
