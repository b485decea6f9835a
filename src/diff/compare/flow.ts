/** Which way values go: `output` to the client, `input` to the provider. */
export interface Flow {
  readonly input: boolean;
  readonly output: boolean;
}
