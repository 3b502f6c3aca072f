/** What the tags of Label Studio are called in the tasks of Galley. Each attribute has a control of its own name. */
export const CONTROLS = {
  label: 'label',
  text: 'text',
  /** Says of a region which entry of a dictionary it names. */
  entity: 'dictionary-entry',
} as const;
