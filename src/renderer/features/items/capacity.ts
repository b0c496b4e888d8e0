/** Read and write capacity units of one item, by DynamoDB's published rules. */
export function capacityInWords(bytes: number): string {
  const read = Math.max(1, Math.ceil(bytes / 4096)) / 2;
  const write = Math.max(1, Math.ceil(bytes / 1024));
  const size = bytes === 1 ? '1 byte' : `${bytes.toLocaleString('en-GB')} bytes`;
  return `${size} · ${read} RCU to read · ${write} WCU to write`;
}
