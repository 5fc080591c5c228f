const safeSchemes = ['https:', 'mailto:', 'tel:'];

/** The address of a link, or null when it is of a kind that is not followed. */
export function safeUrl(url: string): string | null {
  try {
    const parsed = new URL(url);
    return safeSchemes.includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}
