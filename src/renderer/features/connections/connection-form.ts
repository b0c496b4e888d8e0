import type { Connection, Guard, NewConnection } from '../../../contract/connections.ts';

export type CredentialKind = 'default' | 'profile' | 'keys';

/** What the fields of the form hold, as typed. */
export type ConnectionForm = {
  readonly name: string;
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: CredentialKind;
  readonly profile: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly colour: Connection['colour'];
  readonly guard: Guard;
};

export const emptyConnectionForm: ConnectionForm = {
  name: '',
  endpoint: '',
  region: 'us-east-1',
  credentials: 'default',
  profile: '',
  accessKeyId: '',
  secretAccessKey: '',
  sessionToken: '',
  colour: 'blue',
  guard: 'open',
};

/** The form of a connection whose keys must be typed again. */
export function formOf(connection: Connection): ConnectionForm {
  const { name, endpoint = '', region, profile = '', colour, guard, kind } = connection;
  const credentials = kind === 'sandbox' ? 'default' : kind;
  return { ...emptyConnectionForm, name, endpoint, region, profile, colour, guard, credentials };
}

export type ConnectionProblems = Partial<Record<keyof ConnectionForm, string>>;

/** What is missing or wrong, in words, by field. */
export function checkConnectionForm(form: ConnectionForm): ConnectionProblems {
  const problems: ConnectionProblems = {};
  if (form.name.trim() === '') problems.name = 'Give the connection a name.';
  else if (form.name.trim().length > 60) problems.name = 'Keep the name within 60 characters.';
  if (form.region.trim() === '')
    problems.region = 'Name a region, such as eu-west-1; an endpoint of your own takes any.';
  const endpoint = form.endpoint.trim();
  if (endpoint !== '' && !isHttpUrl(endpoint))
    problems.endpoint = 'Write it as a full address, such as http://localhost:8000.';
  if (form.credentials === 'profile' && form.profile === '')
    problems.profile = 'Choose a profile of your AWS config files.';
  if (form.credentials === 'keys') {
    if (form.accessKeyId.trim() === '') problems.accessKeyId = 'Type the access key id.';
    if (form.secretAccessKey.trim() === '') problems.secretAccessKey = 'Type the secret key.';
  }
  return problems;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** What the form asks for, in the words of the contract. */
export function connectionOf(form: ConnectionForm): NewConnection {
  const endpoint = form.endpoint.trim();
  return {
    name: form.name.trim(),
    region: form.region.trim(),
    ...(endpoint === '' ? {} : { endpoint }),
    credentials: credentialsOf(form),
    colour: form.colour,
    guard: form.guard,
  };
}

function credentialsOf(form: ConnectionForm): NewConnection['credentials'] {
  if (form.credentials === 'default') return { kind: 'default' };
  if (form.credentials === 'profile') return { kind: 'profile', profile: form.profile };
  const sessionToken = form.sessionToken.trim();
  return {
    kind: 'keys',
    accessKeyId: form.accessKeyId.trim(),
    secretAccessKey: form.secretAccessKey.trim(),
    ...(sessionToken === '' ? {} : { sessionToken }),
  };
}
