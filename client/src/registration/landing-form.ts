import type {
  CreateSelfRegistrationInput,
  SelfRegistrationFieldsFragment,
} from '../generated/graphql';
import type { PickerOption } from '../ui/picker-option';
import type { Faults } from './faults';

/** What a registrant sees after signing in. */
export interface LandingForm {
  dashboard: PickerOption | null;
  alwaysFullscreen: boolean;
}

export function newLandingForm(): LandingForm {
  return { dashboard: null, alwaysFullscreen: false };
}

type SavedLanding = Pick<SelfRegistrationFieldsFragment, 'defaultDashboard' | 'alwaysFullscreen'>;

export function toLandingForm({ defaultDashboard, alwaysFullscreen }: SavedLanding): LandingForm {
  const dashboard = defaultDashboard && { id: defaultDashboard.id, label: defaultDashboard.title };
  return { dashboard, alwaysFullscreen };
}

export function toLandingInput({
  dashboard,
  alwaysFullscreen,
}: LandingForm): Pick<CreateSelfRegistrationInput, 'defaultDashboardId' | 'alwaysFullscreen'> {
  return { defaultDashboardId: dashboard?.id ?? null, alwaysFullscreen };
}

export function findLandingFaults({ dashboard, alwaysFullscreen }: LandingForm): Faults {
  return alwaysFullscreen && !dashboard ? { alwaysFullscreen: 'dashboardMissing' } : {};
}
