/** A page's script and style as texts: see scripts/page-plugin.mjs. */
declare module "*.ts?page" {
  export const script: string;
  export const style: string;
}
