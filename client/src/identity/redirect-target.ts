import type { Router } from 'vue-router';

/**
 * Where to go after a sign-in: a page of this console that asks for one, else Home. Anything that
 * could leave this origin (`//host`, `/\host`, a scheme) is not a path of ours.
 */
export function toRedirectTarget(router: Pick<Router, 'resolve'>, wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return '/';
  const target = router.resolve(wanted);
  const known = target.matched.length > 0 && target.name !== 'not-found';
  return known && !target.meta.public ? target.fullPath : '/';
}
