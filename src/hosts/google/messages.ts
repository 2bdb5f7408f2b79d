/** What a service says went wrong; what it throws need not be an Error of this realm. */
export function messageOf(error: unknown): string {
  const { message } = (typeof error === "object" && error !== null ? error : {}) as { readonly message?: unknown };
  return String(message ?? error);
}
