import language from 'element-plus/es/locale/lang/de';
import access from '../access/messages/de.json';
import apiKeys from '../api-keys/messages/de.json';
import audit from '../audit/messages/de.json';
import branding from '../branding/messages/de.json';
import customers from '../customers/messages/de.json';
import dashboards from '../dashboards/messages/de.json';
import domains from '../domains/messages/de.json';
import identity from '../identity/messages/de.json';
import inventory from '../inventory/messages/de.json';
import legal from '../legal/messages/de.json';
import mail from '../mail/messages/de.json';
import notifications from '../notifications/messages/de.json';
import recipients from '../recipients/messages/de.json';
import registration from '../registration/messages/de.json';
import tenants from '../tenants/messages/de.json';
import ui from '../ui/messages/de.json';
import users from '../users/messages/de.json';
import app from './messages/de.json';

export const elementPlus = language;

/** Every slice keeps its own texts; a key starts with the slice's name. */
export const messages = {
  access,
  apiKeys,
  app,
  audit,
  branding,
  customers,
  dashboards,
  domains,
  identity,
  inventory,
  legal,
  mail,
  notifications,
  recipients,
  registration,
  tenants,
  ui,
  users,
};
