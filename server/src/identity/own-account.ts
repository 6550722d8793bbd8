import type { SignedIn } from './authenticate.js';
import type { OwnSessions } from './own-sessions.js';

/** What is kept of a person as a user, for their file. */
export const createReadOwnAccount = (ownSessions: OwnSessions) => async (person: SignedIn) => {
  const { user } = person;
  const sessions = await ownSessions.list(person);
  return {
    account: {
      email: user.email,
      firstName: user.firstName,
      lastName: user.lastName,
      locale: user.locale,
      createdAt: user.createdAt,
      lastSignInAt: user.lastSignInAt,
    },
    sessions: sessions.map(({ createdAt, lastUsedAt, expiresAt, ip, userAgent }) => ({
      ...{ createdAt, lastUsedAt, expiresAt, ip, userAgent },
    })),
  };
};
