import { registerEnumType } from 'type-graphql';
import type { ResourceOrAll } from '../permission-matrix.js';

export const ResourceType: { readonly [R in ResourceOrAll]: R } = {
  ALL: 'ALL',
  DEVICE: 'DEVICE',
  ASSET: 'ASSET',
  CUSTOMER: 'CUSTOMER',
  USER: 'USER',
  ROLE: 'ROLE',
  CUSTOMER_GROUP: 'CUSTOMER_GROUP',
  USER_GROUP: 'USER_GROUP',
  DEVICE_GROUP: 'DEVICE_GROUP',
  ASSET_GROUP: 'ASSET_GROUP',
  GROUP_PERMISSION: 'GROUP_PERMISSION',
  SELF_REGISTRATION: 'SELF_REGISTRATION',
  REGISTRATION: 'REGISTRATION',
  DOMAIN: 'DOMAIN',
  NOTIFICATION: 'NOTIFICATION',
  MAIL_MESSAGE: 'MAIL_MESSAGE',
  AUDIT_LOG: 'AUDIT_LOG',
  PROFILE: 'PROFILE',
};

registerEnumType(ResourceType, {
  name: 'Resource',
  description: 'What permissions are about.',
  valuesConfig: {
    DEVICE: { description: 'Something connected.' },
    ASSET: { description: 'Something that is no device.' },
    CUSTOMER: { description: 'An isolated scope within the tenant.' },
    USER: { description: 'A person who can sign in.' },
    ROLE: { description: 'Permissions under a name.' },
    CUSTOMER_GROUP: { description: 'A group of customers.' },
    USER_GROUP: { description: 'A group of people.' },
    DEVICE_GROUP: { description: 'A group of devices.' },
    ASSET_GROUP: { description: 'A group of assets.' },
    DOMAIN: { description: 'A host name of the tenant.' },
    NOTIFICATION: { description: 'Whom to notify, and how far notices got.' },
    AUDIT_LOG: { description: 'Who did what.' },
    ALL: { description: 'In roles only: every resource within the authority.' },
    GROUP_PERMISSION: { description: 'A role granted to a user group.' },
    SELF_REGISTRATION: { description: 'The configuration of a sign-up page.' },
    REGISTRATION: { description: "One person's attempt to sign up." },
    MAIL_MESSAGE: { description: 'The log of sent mails.' },
    PROFILE: { description: 'The own account.' },
  },
});
