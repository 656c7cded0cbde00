/** Made with a form and sent with it, so that the same form sent twice does its work once. */
export function makeFormKey(): string {
  return crypto.randomUUID();
}

export function isFormKey(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
