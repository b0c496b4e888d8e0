import { PasswordInput, TextInput } from '@mantine/core';
import { guards } from '../../../contract/connections.ts';
import { Choice } from '../../ui/choice.tsx';
import { ColourChoice } from '../../ui/colour-choice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { ConnectionForm, ConnectionProblems, CredentialKind } from './connection-form.ts';
import { guardWords } from './connection-words.ts';
import { useProfiles } from './use-connections.ts';
import classes from './connection-form.module.css';

const credentialKinds: { value: CredentialKind; label: string }[] = [
  { value: 'default', label: 'Default chain' },
  { value: 'profile', label: 'Profile' },
  { value: 'keys', label: 'Keys' },
];

type ConnectionFieldsProps = {
  readonly form: ConnectionForm;
  readonly problems: ConnectionProblems;
  readonly onChange: (changed: Partial<ConnectionForm>) => void;
};

/** The fields of a connection. */
export function ConnectionFields({ form, problems, onChange }: ConnectionFieldsProps) {
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label="Name"
          placeholder="Production"
          data-autofocus
          value={form.name}
          error={problems.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          label="Region"
          value={form.region}
          error={problems.region}
          onChange={(event) => onChange({ region: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label="Endpoint URL"
        description="Leave it empty for the service itself."
        placeholder="http://localhost:8000"
        value={form.endpoint}
        error={problems.endpoint}
        onChange={(event) => onChange({ endpoint: event.currentTarget.value })}
      />
      <div className={classes.group}>
        <div>
          <div className={classes.groupLabel}>Credentials</div>
          <Segmented
            label="Credentials"
            fullWidth
            options={credentialKinds}
            value={form.credentials}
            onChange={(credentials) => onChange({ credentials })}
          />
        </div>
        <CredentialFields form={form} problems={problems} onChange={onChange} />
      </div>
      <div className={classes.pair}>
        <ColourChoice
          label="Colour"
          value={form.colour}
          onChange={(colour) => onChange({ colour })}
        />
        <Choice
          label="Guard"
          options={guards.map((guard) => ({ value: guard, label: guardWords[guard] }))}
          value={form.guard}
          onChange={(guard) => onChange({ guard })}
        />
      </div>
    </>
  );
}

function CredentialFields({ form, problems, onChange }: ConnectionFieldsProps) {
  const profiles = useProfiles(form.credentials === 'profile');
  if (form.credentials === 'default')
    return (
      <p className={classes.note}>
        Environment variables, shared files, single sign-on or the machine’s role, as the AWS SDK
        looks for them.
      </p>
    );
  if (form.credentials === 'profile') {
    const found = profiles.data?.profiles ?? [];
    return (
      <Choice
        label="Profile"
        placeholder={profiles.isPending ? 'Reading the AWS config files…' : 'Choose a profile'}
        error={profiles.error?.message ?? problems.profile}
        description={
          profiles.data !== undefined && found.length === 0
            ? 'There is no profile in ~/.aws/config or ~/.aws/credentials.'
            : undefined
        }
        options={found.map(({ name }) => ({ value: name, label: name }))}
        value={form.profile}
        onChange={(profile) => {
          const region = found.find(({ name }) => name === profile)?.region;
          onChange({ profile, ...(region === undefined ? {} : { region }) });
        }}
      />
    );
  }
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label="Access key id"
          autoComplete="off"
          value={form.accessKeyId}
          error={problems.accessKeyId}
          onChange={(event) => onChange({ accessKeyId: event.currentTarget.value })}
        />
        <PasswordInput
          label="Secret access key"
          autoComplete="off"
          value={form.secretAccessKey}
          error={problems.secretAccessKey}
          onChange={(event) => onChange({ secretAccessKey: event.currentTarget.value })}
        />
      </div>
      <PasswordInput
        label="Session token"
        description="Only for temporary credentials."
        autoComplete="off"
        value={form.sessionToken}
        onChange={(event) => onChange({ sessionToken: event.currentTarget.value })}
      />
      <p className={classes.note}>
        Typed-in keys are kept for this session only: they are not written to disk, and must be
        typed again after a restart.
      </p>
    </>
  );
}
