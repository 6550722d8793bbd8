import language from 'element-plus/es/locale/lang/de';
import identity from '../identity/messages/de.json';
import notifications from '../notifications/messages/de.json';
import ui from '../ui/messages/de.json';
import app from './messages/de.json';

export const elementPlus = language;

/** What is shown before any page of a slice is; a key starts with the slice's name. */
export const messages = { app, identity, notifications, ui };
