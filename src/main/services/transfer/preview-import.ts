import { maximumPreviewRows } from '../../../contract/limits.ts';
import type { FileFormat, ImportPreview } from '../../../contract/transfer.ts';
import type { UserFile } from '../../ports/file-access.ts';
import { createAttributeStatistics } from './attribute-statistics.ts';
import { createItemCheck } from './check-item.ts';
import type { ItemRules } from './check-item.ts';
import { readItems } from './reading/read-items.ts';
import { createRejectedRows } from './rejected-rows.ts';

/** The first rows may be long ones: beyond this much text no more of them are shown. */
const maximumPreviewLength = 4 * 1024 * 1024;

/**
 * Reads a whole file once and says what it holds and what of it can go into a table. Errors as of
 * `readRows`.
 */
export async function previewImport(
  file: UserFile,
  rules: ItemRules,
  signal?: AbortSignal,
): Promise<ImportPreview> {
  const statistics = createAttributeStatistics();
  const rejected = createRejectedRows();
  const texts: string[] = [];
  let length = 0;
  let rowCount = 0;
  let format: FileFormat = 'json';
  for await (const read of readItems(file, createItemCheck(rules), signal)) {
    ({ format } = read);
    rowCount += read.items.length + read.rejected.length;
    for (const row of read.rejected) rejected.add(row);
    for (const { item } of read.items) {
      statistics.add(item);
      if (texts.length === maximumPreviewRows || length > maximumPreviewLength) continue;
      const text = JSON.stringify(item);
      texts.push(text);
      length += text.length;
    }
  }
  return {
    fileName: file.name,
    sizeBytes: file.sizeBytes,
    format,
    rowCount,
    items: `[${texts.join(',')}]`,
    attributes: statistics.attributes(),
    rejectedCount: rejected.count(),
    rejected: rejected.first(),
  };
}
