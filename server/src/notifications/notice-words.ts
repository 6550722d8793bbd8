import { toMailName } from '../mail/index.js';
import type { Locale } from '../platform/locale/locale.js';
import { textsIn, type Texts } from '../platform/locale/texts.js';
import type { Notice } from './notice.js';

/** A notice in words, for chats. Names are stripped of anything like a link: strangers type them. */
export interface NoticeWords {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly link: string;
}

interface Language {
  readonly title: Readonly<Record<Notice['event'], string>>;
  readonly name: string;
  readonly email: string;
  readonly page: string;
  readonly time: string;
  readonly registered: string;
  readonly activated: string;
  readonly waiting: string;
  readonly missing: string;
  readonly incomplete: string;
  readonly link: string;
}

const languages: Texts<Language> = {
  en: {
    title: {
      USER_REGISTERED: 'Somebody registered',
      USER_WAITING: 'Somebody waits for your approval',
      USER_ACTIVATED: 'An account was activated',
      GRANTS_SKIPPED: 'An account got less than its page promises',
      SUMMARY: 'More registrations within the last hour',
      TEST: 'This is a test notice',
    },
    name: 'Name',
    email: 'E-mail',
    page: 'Page',
    time: 'Time',
    registered: 'Registered',
    activated: 'Activated',
    waiting: 'Wait for approval',
    missing: 'Gone or not allowed any more',
    incomplete: 'Got less than promised',
    link: 'Open in the console',
  },
  de: {
    title: {
      USER_REGISTERED: 'Jemand hat sich registriert',
      USER_WAITING: 'Jemand wartet auf Ihre Freigabe',
      USER_ACTIVATED: 'Ein Konto wurde aktiviert',
      GRANTS_SKIPPED: 'Ein Konto bekam weniger, als die Seite verspricht',
      SUMMARY: 'Weitere Registrierungen in der letzten Stunde',
      TEST: 'Dies ist eine Testnachricht',
    },
    name: 'Name',
    email: 'E-Mail',
    page: 'Seite',
    time: 'Zeit',
    registered: 'Registriert',
    activated: 'Aktiviert',
    waiting: 'Warten auf Freigabe',
    missing: 'Gelöscht oder nicht mehr erlaubt',
    incomplete: 'Bekamen weniger als versprochen',
    link: 'In der Konsole öffnen',
  },
};

const inUtc = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

export const toWords = (notice: Notice, locale: Locale): NoticeWords => {
  const words = textsIn(languages, locale);
  const isSummary = notice.event === 'SUMMARY';
  const facts = [
    { label: words.name, value: toMailName(notice.personName) },
    { label: words.email, value: notice.personEmail },
    { label: words.missing, value: notice.skippedGrants.join(', ') || null },
    { label: words.registered, value: isSummary ? String(notice.registeredCount) : null },
    { label: words.activated, value: isSummary ? String(notice.activatedCount) : null },
    { label: words.waiting, value: notice.waitingCount ? String(notice.waitingCount) : null },
    { label: words.incomplete, value: notice.skippedCount ? String(notice.skippedCount) : null },
    { label: words.page, value: notice.host || null },
    { label: words.time, value: inUtc(notice.at) },
  ];
  return {
    title: words.title[notice.event],
    facts: facts.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
    link: words.link,
  };
};
