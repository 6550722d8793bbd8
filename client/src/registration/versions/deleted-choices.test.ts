import { expect, it } from 'vitest';
import { newForm } from '../self-registration-form';
import { withDeleted } from './deleted-choices';

const nothing = {
  targetCustomerGroupId: null,
  privacyPolicyId: null,
  termsOfUseId: null,
  defaultDashboardId: null,
  notificationRecipientId: null,
};
const deleted = (id: string) => `deleted ${id}`;

it('names what a version chose and nobody has any more', () => {
  const ids = { ...nothing, defaultDashboardId: 'd', notificationRecipientId: 'r' };
  const form = withDeleted(newForm(null), ids, deleted);
  expect(form.landing.dashboard).toEqual({ id: 'd', label: 'deleted d' });
  expect(form.notices).toEqual({
    audience: 'RECIPIENT',
    recipient: { id: 'r', label: 'deleted r' },
  });
});

it('leaves what is there, and what was never chosen', () => {
  const group = { id: 'g', label: 'Gardeners' };
  const form = { ...newForm(null), customerGroup: group };
  expect(withDeleted(form, { ...nothing, targetCustomerGroupId: 'g' }, deleted)).toEqual(form);
});
