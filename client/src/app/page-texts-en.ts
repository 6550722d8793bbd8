import access from '../access/messages/en.json';
import apiKeys from '../api-keys/messages/en.json';
import audit from '../audit/messages/en.json';
import branding from '../branding/messages/en.json';
import customers from '../customers/messages/en.json';
import dashboards from '../dashboards/messages/en.json';
import domains from '../domains/messages/en.json';
import inventory from '../inventory/messages/en.json';
import legal from '../legal/messages/en.json';
import mail from '../mail/messages/en.json';
import recipients from '../recipients/messages/en.json';
import registration from '../registration/messages/en.json';
import tenants from '../tenants/messages/en.json';
import users from '../users/messages/en.json';

/** What the pages of the slices say: every slice keeps its own texts. */
export const messages = {
  access,
  apiKeys,
  audit,
  branding,
  customers,
  dashboards,
  domains,
  inventory,
  legal,
  mail,
  recipients,
  registration,
  tenants,
  users,
};
