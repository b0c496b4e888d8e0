import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { SortkeyError } from '../../../contract/sortkey-error.ts';

/** A key pair as the SDK signs with it. Never leaves the main side. */
export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
};

export type CredentialProvider = () => Promise<Credentials>;

/** Keys typed in, or the sandbox's, which any engine accepts. */
export function staticCredentials(credentials: Credentials): CredentialProvider {
  return async () => credentials;
}

/** A profile of the shared files: static keys, SSO, assumed roles, credential_process. */
export function profileCredentials(profile: string): CredentialProvider {
  const provide = fromIni({ profile, ignoreCache: true });
  return async () => {
    try {
      return await provide();
    } catch (cause) {
      throw credentialError(`The profile ${profile}`, cause, profile);
    }
  };
}

/** The SDK's default chain: environment, shared files, SSO, container, instance. */
export function defaultCredentials(): CredentialProvider {
  const provide = fromNodeProviderChain({ ignoreCache: true });
  return async () => {
    try {
      return await provide();
    } catch (cause) {
      throw credentialError('The default credential chain', cause);
    }
  };
}

/**
 * The provider's own words may quote a command line or a file, so only what kind of failure it
 * was is read from them.
 */
function credentialError(subject: string, cause: unknown, profile?: string): SortkeyError {
  const { name, message } = cause instanceof Error ? cause : { name: 'Error', message: '' };
  const login =
    profile === undefined
      ? 'Log in again, for SSO with: aws sso login'
      : `Log in again, for SSO with: aws sso login --profile ${profile}`;
  const detail = { awsName: name };
  if (/expired|token.*(invalid|refresh)|session.*invalid/i.test(`${name} ${message}`)) {
    return new SortkeyError(
      'CREDENTIALS_EXPIRED',
      `${subject} gives credentials that have expired. ${login}`,
      detail,
    );
  }
  if (/AccessDenied|Unauthorized|not authorized/i.test(name)) {
    return new SortkeyError(
      'CREDENTIALS_REFUSED',
      `${subject} was refused its credentials (${name}). Check the role and who may assume it.`,
      detail,
    );
  }
  const where =
    profile === undefined
      ? 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or choose a profile.'
      : 'Check it in the AWS config and credentials files.';
  return new SortkeyError(
    'CREDENTIALS_MISSING',
    `${subject} gives no credentials. ${where}`,
    detail,
  );
}
