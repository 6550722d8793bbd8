import { beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant } from '../harness/tenants.js';
import { registerAndActivate } from '../registration/sign-up.js';
import {
  accept,
  codeOf,
  consentsOf,
  makeDocument,
  openConsents,
  publishNext,
} from './legal-api.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});

it('neither keeps an administrator out who signed in as somebody, nor lets them answer', async () => {
  const { admin, host } = await makeTenant(app);
  const person = app.browser(host);
  await registerAndActivate(app, person, 'asked@people.example');
  const policy = await publishNext(admin, await makeDocument(admin), { askExistingUsers: true });
  const { me } = await person.data<{ me: { user: { id: string } } }>('{ me { user { id } } }');
  expect(await codeOf(person, '{ devices { totalCount } }')).toBe('CONSENT_REQUIRED');

  await admin.data('mutation ($id: ID!) { signInAs(id: $id) { me { impersonatedBy } } }', {
    id: me.user.id,
  });
  expect(await codeOf(admin, '{ devices { totalCount } }')).toBe('');
  expect(await openConsents(admin)).toHaveLength(1);
  expect(await accept(admin, policy.currentVersion.id)).toBe('FORBIDDEN');
  expect(await codeOf(admin, 'mutation { withdrawConsent(id: "x") { withdrawnId } }')).toBe(
    'FORBIDDEN',
  );
  await admin.data('mutation { signOut { signedOut } }');
  expect(await consentsOf(admin)).toEqual([]);
});
