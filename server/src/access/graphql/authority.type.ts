import { registerEnumType } from 'type-graphql';
import type { Authority } from '../authority.js';

export const AuthorityType: { readonly [A in Authority]: A } = {
  SYS_ADMIN: 'SYS_ADMIN',
  TENANT_ADMIN: 'TENANT_ADMIN',
  CUSTOMER_USER: 'CUSTOMER_USER',
};

registerEnumType(AuthorityType, {
  name: 'Authority',
  description: 'The upper bound of what roles can give a user.',
  valuesConfig: {
    SYS_ADMIN: { description: 'Tenants and system settings.' },
    TENANT_ADMIN: { description: 'Everything of one tenant, through roles.' },
    CUSTOMER_USER: { description: 'The own customer, its sub-customers, and what is shared.' },
  },
});
