import language from 'element-plus/es/locale/lang/en';
import identity from '../identity/messages/en.json';
import notifications from '../notifications/messages/en.json';
import ui from '../ui/messages/en.json';
import app from './messages/en.json';

export const elementPlus = language;

/** What is shown before any page of a slice is; a key starts with the slice's name. */
export const messages = { app, identity, notifications, ui };
