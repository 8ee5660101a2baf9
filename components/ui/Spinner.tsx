/** Something is under way. With a label it is said; without, the text next to it says so. */
export function Spinner({ label }: { label?: string }) {
  return (
    <span class={label === undefined ? undefined : 'pa-row'} role={label === undefined ? undefined : 'status'}>
      <span class="pa-spinner" aria-hidden="true" />
      {label !== undefined && <span>{label}</span>}
    </span>
  );
}
