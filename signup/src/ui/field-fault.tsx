/** What is wrong with a field; its control names it in `aria-describedby`. */
export function FieldFault({ name, fault }: { name: string; fault: string | undefined }) {
  return (
    fault && (
      <p class="fault" id={`${name}-fault`}>
        {fault}
      </p>
    )
  );
}
