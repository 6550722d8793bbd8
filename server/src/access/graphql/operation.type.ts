import { registerEnumType } from 'type-graphql';
import type { OperationOrAll } from '../permission-matrix.js';

export const OperationType: { readonly [O in OperationOrAll]: O } = {
  ALL: 'ALL',
  READ: 'READ',
  WRITE: 'WRITE',
  CREATE: 'CREATE',
  DELETE: 'DELETE',
  READ_ATTRIBUTES: 'READ_ATTRIBUTES',
  WRITE_ATTRIBUTES: 'WRITE_ATTRIBUTES',
  CHANGE_OWNER: 'CHANGE_OWNER',
  IMPERSONATE: 'IMPERSONATE',
  ADD_TO_GROUP: 'ADD_TO_GROUP',
  REMOVE_FROM_GROUP: 'REMOVE_FROM_GROUP',
  SHARE_GROUP: 'SHARE_GROUP',
};

registerEnumType(OperationType, {
  name: 'Operation',
  description: 'What can be done with a resource.',
  valuesConfig: {
    ALL: { description: 'In roles only: every operation that the resource has.' },
    READ: { description: 'See it, alone and in lists.' },
    WRITE: { description: 'Change it.' },
    CREATE: { description: 'Make a new one.' },
    DELETE: { description: 'Delete it.' },
    READ_ATTRIBUTES: { description: 'See its attributes.' },
    WRITE_ATTRIBUTES: { description: 'Change its attributes.' },
    CHANGE_OWNER: { description: 'Give it to another owner.' },
    IMPERSONATE: { description: 'Sign in as this user.' },
    ADD_TO_GROUP: { description: 'Put entities into the group.' },
    REMOVE_FROM_GROUP: { description: 'Take entities out of the group.' },
    SHARE_GROUP: { description: 'Give others a role on the group.' },
  },
});
