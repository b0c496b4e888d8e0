/** What is asked before a key is changed. */
export const moveWords =
  'The key of an item cannot be changed. Delete this item and put it under the new key, in one transaction?';
