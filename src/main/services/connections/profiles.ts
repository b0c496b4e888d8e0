import { loadSharedConfigFiles } from '@smithy/core/config';

export type Profile = { readonly name: string; readonly region?: string | undefined };

/** The profiles of the shared AWS config and credentials files, `default` first. */
export async function listProfiles(): Promise<Profile[]> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const regions = new Map<string, string | undefined>();
  for (const name of Object.keys(credentialsFile)) regions.set(name, undefined);
  for (const [name, settings] of Object.entries(configFile)) {
    // Sections of other kinds keep their prefix; they are no profiles.
    if (/^(sso-session|services)\./.test(name)) continue;
    regions.set(name, settings['region']);
  }
  const profiles = [...regions].map(([name, region]) => ({ name, region }));
  return profiles.sort((a, b) => (rank(a.name) < rank(b.name) ? -1 : 1));
}

function rank(name: string): string {
  return name === 'default' ? `0${name}` : `1${name}`;
}
