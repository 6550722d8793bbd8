import access from '../access/messages/de.json';
import apiKeys from '../api-keys/messages/de.json';
import audit from '../audit/messages/de.json';
import branding from '../branding/messages/de.json';
import customers from '../customers/messages/de.json';
import dashboards from '../dashboards/messages/de.json';
import domains from '../domains/messages/de.json';
import inventory from '../inventory/messages/de.json';
import legal from '../legal/messages/de.json';
import mail from '../mail/messages/de.json';
import recipients from '../recipients/messages/de.json';
import registration from '../registration/messages/de.json';
import tenants from '../tenants/messages/de.json';
import users from '../users/messages/de.json';

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
