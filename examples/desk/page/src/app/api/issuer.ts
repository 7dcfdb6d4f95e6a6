import { UserManager, WebStorageStateStore } from 'oidc-client-ts';

export interface Issuer {
  /** Leads to where one signs in. */
  leave(): Promise<void>;
  /** The token that somebody comes back with, or who was signed in before; null where nobody is. */
  comeBack(): Promise<string | null>;
  /** Another token, without asking anybody; null where somebody has to be asked. */
  renew(): Promise<string | null>;
}
const kept = 'desk.back';

/**
 * An OpenID Connect issuer, by the authorization code flow with PKCE; what it gives is kept for the tab. `arrived` is where
 * the page was loaded, before its router says otherwise.
 */
export const openIssuer = (
  { issuer, client, scope }: { issuer: string; client: string; scope: string },
  arrived: URL,
): Issuer => {
  const store = new WebStorageStateStore({ store: sessionStorage });
  const here = `${location.origin}${location.pathname}`;
  const manager = new UserManager({
    authority: issuer,
    client_id: client,
    redirect_uri: here,
    scope,
    userStore: store,
    stateStore: store,
    automaticSilentRenew: false,
    monitorSession: false,
    loadUserInfo: false,
  });
  const { searchParams: answer } = arrived;
  const isBack = answer.has('state') && (answer.has('code') || answer.has('error'));
  return {
    leave: async () => {
      const search = isBack ? '' : arrived.search;
      sessionStorage.setItem(kept, JSON.stringify({ search, hash: location.hash }));
      await manager.signinRedirect();
    },
    comeBack: async () => {
      if (!isBack) return (await manager.getUser())?.id_token ?? null;
      const { id_token: token } = await manager.signinRedirectCallback(arrived.href);
      const { search, hash } = JSON.parse(sessionStorage.getItem(kept) ?? '{}') as { search?: string; hash?: string };
      if (search) {
        // What the page was asked for is read when it is loaded.
        location.replace(here + search + (hash ?? ''));
        return new Promise(() => {});
      }
      location.hash = hash ?? '';
      return token ?? null;
    },
    renew: async () => {
      const user = await manager.getUser();
      if (!user?.refresh_token) return null;
      return (await manager.signinSilent().catch(() => null))?.id_token ?? null;
    },
  };
};
