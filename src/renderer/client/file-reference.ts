import { fileNameHeader, uploadPath } from '../../contract/host-bridge.ts';
import { SortkeyError } from '../../contract/sortkey-error.ts';
import { hostBridge } from './host-bridge.ts';

function referenceIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('reference' in answer)) return undefined;
  return typeof answer.reference === 'string' ? answer.reference : undefined;
}

async function upload(file: File): Promise<string> {
  const response = await fetch(uploadPath, {
    method: 'POST',
    headers: { [fileNameHeader]: encodeURIComponent(file.name) },
    body: file,
  });
  if (!response.ok) throw new Error((await response.text()).trim());
  const reference = referenceIn(await response.json());
  if (reference === undefined) throw new Error('the answer holds no reference');
  return reference;
}

/**
 * Hands a file that the user chose or dropped to the main side, by its path where the host can
 * tell it, else by its content, and answers the reference that the contract's methods take.
 * Rejects with FILE_NOT_READABLE.
 */
export async function referenceFile(file: File): Promise<string> {
  try {
    return (await hostBridge()?.referenceFile(file)) ?? (await upload(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SortkeyError(
      'FILE_NOT_READABLE',
      `${file.name} could not be handed to Sortkey: ${reason}. Choose the file again.`,
      {},
      { cause: error },
    );
  }
}
