import { START_LOCATION, type RouteLocationNormalized, type RouteLocationRaw } from 'vue-router';
import { fixedDashboard, type Me } from '../identity';

/** Pages of a person who stays with dashboards. */
const BESIDE_DASHBOARDS = new Set<unknown>(['dashboard', 'profile', 'consent']);

/**
 * Where a person has to go instead: whoever arrives without a wish gets their dashboard, and whoever
 * stays with dashboards finds one behind every other address.
 */
export function landingOf(
  me: Pick<Me, 'landing'>,
  to: Pick<RouteLocationNormalized, 'name'>,
  from: Pick<RouteLocationNormalized, 'name' | 'meta'>,
): RouteLocationRaw | undefined {
  const id = me.landing.dashboard?.id;
  if (!id) return undefined;
  const arrives = from === START_LOCATION || from.meta.public || from.name === 'consent';
  const strays = fixedDashboard(me) && !BESIDE_DASHBOARDS.has(to.name);
  const lands = strays || (to.name === 'home' && arrives);
  return lands ? { name: 'dashboard', params: { id } } : undefined;
}
