import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits, type Limits } from '../../src/config/limits.js';
import { createMailBudget, type MailBudget } from '../../src/mail/index.js';
import { createRateLimits } from '../../src/platform/limits/rate-limits.js';
import { createTestDatabase } from '../harness/test-database.js';

const recipient = { tenantId: 'a-tenant', limitKey: 'ada@example.com', network: '192.0.2.1' };
const elsewhere = { ...recipient, network: '198.51.100.7' };

let open: (figures?: Partial<Limits>) => MailBudget;
let close: () => Promise<void>;

beforeEach(async () => {
  const own = await createTestDatabase();
  const made: { close(): Promise<void> }[] = [];
  open = (figures = {}) => {
    const limits = createRateLimits(own.connectionString, { ...defaultLimits, ...figures });
    made.push(limits);
    return createMailBudget(limits);
  };
  close = async () => {
    for (const limits of made) await limits.close();
    await own.drop();
  };
});

afterEach(() => close());

/** As if the minute between two mails had passed. */
const withoutMinute = { mailPerMinute: { points: 1_000, seconds: 60 } };

describe('the mails to one recipient', () => {
  it('are one a minute, from wherever', async () => {
    const budget = open();
    await budget.take(recipient);
    await expect(budget.take(elsewhere)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(budget.check(elsewhere)).rejects.toMatchObject({
      retryAfter: expect.closeTo(60, -1) as number,
    });
  });

  it('are two an hour for one network, which can not use up the rest by insisting', async () => {
    const budget = open(withoutMinute);
    await budget.take(recipient);
    await budget.take(recipient);
    for (let time = 0; time < 10; time += 1) {
      await expect(budget.take(recipient)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    }
    await budget.take(elsewhere);
  });

  it('are two an hour for one network, also when it asks for many at once', async () => {
    const budget = open(withoutMinute);
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, () => budget.take(recipient)),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await budget.take(elsewhere);
  });

  it('are five an hour in all', async () => {
    const budget = open(withoutMinute);
    for (let network = 0; network < 5; network += 1) {
      await budget.take({ ...recipient, network: `203.0.113.${network}` });
    }
    await expect(budget.take(elsewhere)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('are not used up by looking', async () => {
    const budget = open();
    for (let time = 0; time < 10; time += 1) await budget.check(recipient);
    await budget.take(recipient);
  });

  it('leave those of another tenant and another recipient alone', async () => {
    const budget = open();
    await budget.take(recipient);
    await budget.take({ ...recipient, tenantId: 'another-tenant' });
    await budget.take({ ...recipient, limitKey: 'bob@example.com' });
  });
});
