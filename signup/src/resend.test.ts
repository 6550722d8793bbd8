import { expect, it } from 'vitest';
import { resend } from './resend.js';
import { makeContext, NOW, userError } from './test-context.js';

const email = 'anna@example.com';

it('sends the mail again and starts the countdown', async () => {
  const { context, api, store } = makeContext({ values: { email: ` ${email} ` }, resendAt: NOW });
  api.resendActivation.mockResolvedValue({ accepted: true, userErrors: [] });
  await resend(context);
  expect(api.resendActivation).toHaveBeenCalledExactlyOnceWith({ email, locale: 'en' });
  expect(store.state()).toMatchObject({ resent: true, resendAt: NOW + 60_000 });
});

it('waits for the end of the countdown', async () => {
  const { context, api } = makeContext({ values: { email }, resendAt: NOW + 1 });
  await resend(context);
  expect(api.resendActivation).not.toHaveBeenCalled();
});

it.each([
  ['', 'REQUIRED'],
  ['anna', 'INVALID_EMAIL'],
])('refuses the address %j at its field', async (typed, code) => {
  const { context, api, store } = makeContext({ values: { email: typed } });
  await resend(context);
  expect(store.state().faults).toEqual([{ field: 'email', code }]);
  expect(api.resendActivation).not.toHaveBeenCalled();
});

it('shows what the server finds wrong', async () => {
  const { context, api, store } = makeContext({ values: { email } });
  const userErrors = [userError('email', 'INVALID_EMAIL')];
  api.resendActivation.mockResolvedValue({ accepted: false, userErrors });
  await resend(context);
  expect(store.state().faults).toMatchObject([{ field: 'email', code: 'INVALID_EMAIL' }]);
});
