import language from 'element-plus/es/locale/lang/en';
import access from '../access/messages/en.json';
import apiKeys from '../api-keys/messages/en.json';
import audit from '../audit/messages/en.json';
import branding from '../branding/messages/en.json';
import customers from '../customers/messages/en.json';
import dashboards from '../dashboards/messages/en.json';
import domains from '../domains/messages/en.json';
import identity from '../identity/messages/en.json';
import inventory from '../inventory/messages/en.json';
import legal from '../legal/messages/en.json';
import mail from '../mail/messages/en.json';
import notifications from '../notifications/messages/en.json';
import recipients from '../recipients/messages/en.json';
import registration from '../registration/messages/en.json';
import tenants from '../tenants/messages/en.json';
import ui from '../ui/messages/en.json';
import users from '../users/messages/en.json';
import app from './messages/en.json';

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
