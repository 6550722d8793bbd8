import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaptchaPass, CaptchaPasses } from '../../src/captcha/captcha-passes.js';
import { addMs, minuteMs } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import type { Transact } from '../../src/platform/transaction.js';

/** A place to keep passes, with a tenant that has two sign-up pages. */
export interface PassesFixture {
  readonly passes: CaptchaPasses;
  readonly transact: Transact;
  readonly tenantId: string;
  readonly pageId: string;
  readonly otherPageId: string;
}

const now = new Date('2026-11-20T12:00:00Z');
const later = (minutes: number) => addMs(now, minutes * minuteMs);

/** What holds wherever passes are kept. */
export const describeCaptchaPasses = (
  name: string,
  prepare: () => Promise<PassesFixture>,
): void => {
  describe(`captcha passes, kept ${name}`, () => {
    let fixture: PassesFixture;
    beforeAll(async () => {
      fixture = await prepare();
    });

    const newPass = (): CaptchaPass => ({
      id: newId(),
      selfRegistrationId: fixture.pageId,
      cookieHash: randomBytes(32),
      tokenHash: randomBytes(32),
      expiresAt: later(10),
    });
    const record = (pass: CaptchaPass) =>
      fixture.transact(fixture.tenantId, (tx) => fixture.passes.record(tx, pass));
    const hasOpen = (pass: CaptchaPass, at = now) =>
      fixture.transact(fixture.tenantId, (tx) => fixture.passes.hasOpen(tx, pass, at));
    const consume = (pass: CaptchaPass, at = now) =>
      fixture.transact(fixture.tenantId, (tx) => fixture.passes.consume(tx, pass, at));

    it('serves its holder once', async () => {
      const pass = newPass();
      expect(await hasOpen(pass)).toBe(false);
      expect(await consume(pass)).toBe(false);
      expect(await record(pass)).toBe(true);
      expect(await hasOpen(pass)).toBe(true);
      expect(await consume(pass)).toBe(true);
      expect(await hasOpen(pass)).toBe(false);
      expect(await consume(pass)).toBe(false);
    });

    it('serves no other browser and no other page', async () => {
      const pass = newPass();
      await record(pass);
      const strangers = [
        { ...pass, cookieHash: randomBytes(32) },
        { ...pass, selfRegistrationId: fixture.otherPageId },
      ];
      for (const stranger of strangers) {
        expect(await hasOpen(stranger)).toBe(false);
        expect(await consume(stranger)).toBe(false);
      }
      expect(await consume(pass)).toBe(true);
    });

    it('ends in time', async () => {
      const pass = newPass();
      await record(pass);
      expect(await hasOpen(pass, later(9))).toBe(true);
      expect(await hasOpen(pass, later(10))).toBe(false);
      expect(await consume(pass, later(10))).toBe(false);
    });

    it('is not earned twice with one solution, used up or not, by whomever', async () => {
      const pass = newPass();
      await record(pass);
      const replay = { ...pass, id: newId(), cookieHash: randomBytes(32) };
      expect(await record(replay)).toBe(false);
      await consume(pass);
      expect(await record(replay)).toBe(false);
      expect(await hasOpen(replay)).toBe(false);
    });

    it('is earned once when one solution comes many times at once', async () => {
      const tokenHash = randomBytes(32);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => record({ ...newPass(), tokenHash })),
      );
      expect(outcomes.filter(Boolean)).toHaveLength(1);
    });

    it('serves once when its holder submits many times at once', async () => {
      const pass = newPass();
      await record(pass);
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => consume(pass)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
    });

    it('goes when asked to, once it has ended long enough', async () => {
      const [ended, running] = [newPass(), { ...newPass(), expiresAt: later(90) }];
      await record(ended);
      await record(running);
      const deleted = await fixture.transact(fixture.tenantId, (tx) =>
        fixture.passes.deleteExpiredBefore(tx, later(60)),
      );
      expect(deleted).toBeGreaterThan(0);
      expect(await hasOpen(running)).toBe(true);
      expect(await record(ended)).toBe(true);
    });
  });
};
