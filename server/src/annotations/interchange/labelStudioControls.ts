/** The control of Label Studio that says of a region which entry of a dictionary it names. */
export const ENTITY_CONTROL = 'dictionary-entry';
