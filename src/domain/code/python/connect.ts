import { accessOf } from '../code-request.ts';
import type { CodePlace } from '../code-request.ts';
import { print } from '../layout.ts';
import { pythonStyle } from '../python-literal.ts';
import { quoted } from './notation.ts';
import type { PythonKind } from './notation.ts';

/** Makes `client`, or `dynamodb` for the resource. */
export function connect(place: CodePlace, kind: PythonKind): string {
  const access = accessOf(place);
  const values = ['"dynamodb"', `region_name=${quoted(place.region)}`];
  if (place.endpoint !== undefined) values.push(`endpoint_url=${quoted(place.endpoint)}`);
  if (access.kind === 'sandbox') {
    values.push('aws_access_key_id="sortkey"', 'aws_secret_access_key="sortkey"');
  }
  const session =
    access.kind === 'profile' ? `boto3.Session(profile_name=${quoted(access.profile)})` : 'boto3';
  const open = `${kind === 'client' ? 'client' : 'dynamodb'} = ${session}.${kind}(`;
  const entries = values.map((value) => ({ value }));
  return print({ open, close: ')', broken: true, entries }, pythonStyle);
}
