/** An event whose default can be prevented, with whatever else belongs to it. */
export function createEvent<Details extends object>(details?: Details) {
  const state = { prevented: false };
  const event = {
    preventDefault() {
      state.prevented = true;
    },
    get defaultPrevented() {
      return state.prevented;
    },
  };
  return Object.assign(event, details);
}
