/**
 * A Node that runs TypeScript as it is: this one, or the one that `npm run node-24` installed;
 * `undefined` when there is neither.
 */
export function findStrippingNode(): string | undefined;
