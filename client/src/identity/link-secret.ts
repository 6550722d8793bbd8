import { useRoute, useRouter } from 'vue-router';

/** Takes the secret of a mailed link out of the fragment and out of the address bar. */
export function takeLinkSecret(): string {
  const route = useRoute();
  const router = useRouter();
  const secret = route.hash.slice(1);
  if (secret) void router.replace({ ...route, hash: '' });
  return secret;
}
