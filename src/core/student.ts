/** Student's t for whole degrees of freedom, where its distribution is a finite sum. */

/**
 * P(|T| ≤ t).
 *
 * @see M. Abramowitz, I. Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4
 */
export function studentWithin(t: number, degrees: number): number {
  const sine = t / Math.sqrt(degrees + t * t);
  const cosine2 = degrees / (degrees + t * t);
  const odd = degrees % 2;
  let term = odd === 1 ? Math.sqrt(cosine2) : 1;
  let total = degrees === 1 ? 0 : term;
  for (let k = 2 + odd; k < degrees; k += 2) {
    term *= (cosine2 * (k - 1)) / k;
    total += term;
    if (term < total * 1e-17) break;
  }
  return odd === 1 ? (2 / Math.PI) * (Math.atan(t / Math.sqrt(degrees)) + sine * total) : sine * total;
}

/** The t of a two-sided level: P(|T| ≤ t) = level; 12.7 for 0.95 and one degree of freedom. Halved until no number lies between. */
export function studentQuantile(level: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (studentWithin(high, degrees) < level && high < 1e300) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (studentWithin(middle, degrees) < level) low = middle;
    else high = middle;
  }
}
