/** The footbridge of public/icon/passerelle.svg, for our own headers. */
export function Mark() {
  return (
    <svg class="pa-mark" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-linecap="round">
        <path d="M11 43C21 31 43 31 53 43" stroke-width="6" />
        <path d="M11 29C21 17 43 17 53 29" stroke-width="3.5" />
        <path d="M11 29v14M21.5 22.5v14M32 20v14M42.5 22.5v14M53 29v14" stroke-width="3" />
        <path d="M10 53q5.5-4 11 0t11 0t11 0t11 0" stroke-width="3.5" stroke-opacity="0.7" />
      </g>
    </svg>
  );
}
