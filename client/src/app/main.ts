import { createPinia } from 'pinia';
import { createApp, watch } from 'vue';
import { readSite, siteKey } from '../identity/site';
import { createViewer, viewerKey } from '../identity/viewer';
import { useAppearanceStore } from '../ui/appearance-store';
import { apolloKey } from '../ui/data/apollo';
import { finishRemovals } from '../ui/feedback/undoable-removal';
import 'element-plus/theme-chalk/dark/css-vars.css';
import '../ui/theme.css';
import '../ui/element-theme.css';
import '../ui/base.css';
import AppRoot from './AppRoot.vue';
import { createApolloClient } from './apollo-client';
import { i18n, showLocale } from './i18n';
import { createAppRouter } from './router';
import { useSessionStore } from './session-store';

const app = createApp(AppRoot);
app.use(createPinia());

const appearance = useAppearanceStore();
const session = useSessionStore();
const client = createApolloClient(
  () => session.signInAgain(),
  () => {
    // The guard of the router leads there, once the viewer is asked anew.
    viewer.forget();
    void router.push({ name: 'consent', query: { redirect: router.currentRoute.value.fullPath } });
  },
);
const viewer = createViewer(client);
const router = createAppRouter(viewer);

app.provide(apolloKey, client);
app.provide(viewerKey, viewer);
app.provide(siteKey, readSite());
app.use(i18n);

window.addEventListener('pagehide', finishRemovals);
watch(() => appearance.locale, showLocale);
await showLocale(appearance.locale);
app.use(router);
app.mount('#app');
