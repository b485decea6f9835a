/** What scripts/page-plugin.mjs makes of a page. */
declare module "*.ts?page" {
  /** The program, bundled and small. */
  export const program: string;
  export const style: string;
}
