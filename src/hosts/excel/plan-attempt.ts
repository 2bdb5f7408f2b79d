/** Wishes that Excel may refuse, each by itself: versions differ in what they can. */

/** All in one exchange; where that is refused one by one, so that one refusal does not take the rest with it. @returns whether all were granted at once */
export async function attempt(context: Excel.RequestContext, ...wishes: readonly (() => void)[]): Promise<boolean> {
  try {
    for (const wish of wishes) wish();
    await context.sync();
    return true;
  } catch {
    if (wishes.length > 1) for (const wish of wishes) await attempt(context, wish);
    return false;
  }
}
