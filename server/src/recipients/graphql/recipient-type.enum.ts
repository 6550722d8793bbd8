import { registerEnumType } from 'type-graphql';
import type { RecipientType } from '../recipient.js';

export const RecipientTypeEnum: { readonly [T in RecipientType]: T } = {
  TENANT_ADMINISTRATORS: 'TENANT_ADMINISTRATORS',
  USERS: 'USERS',
  CUSTOMER_USERS: 'CUSTOMER_USERS',
  USER_GROUPS: 'USER_GROUPS',
  ROLES: 'ROLES',
  ALL_USERS: 'ALL_USERS',
  EMAILS: 'EMAILS',
  SLACK: 'SLACK',
  TEAMS: 'TEAMS',
  WEBHOOK: 'WEBHOOK',
};

registerEnumType(RecipientTypeEnum, {
  name: 'NotificationRecipientType',
  description: 'Whom a recipient stands for, and how they are told.',
  valuesConfig: {
    TENANT_ADMINISTRATORS: { description: 'Every administrator of the tenant.' },
    USERS: { description: 'The people of `userIds`.' },
    CUSTOMER_USERS: { description: 'Everybody of the customers of `customerIds`.' },
    USER_GROUPS: { description: 'Everybody in the groups of `userGroupIds`.' },
    ROLES: { description: 'Everybody who holds one of the roles of `roleIds` through a group.' },
    ALL_USERS: { description: 'Everybody of the tenant, its customers included.' },
    EMAILS: { description: 'The addresses of `emails`, whoever reads them.' },
    SLACK: { description: 'An incoming webhook of Slack.' },
    TEAMS: { description: 'A workflow of Microsoft Teams that waits for a webhook request.' },
    WEBHOOK: { description: 'JSON by POST, signed as Standard Webhooks says.' },
  },
});
