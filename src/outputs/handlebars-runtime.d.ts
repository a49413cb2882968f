/** What runs templates that are compiled already; the package declares no types of it. */
declare module "handlebars/runtime.js" {
  const runtime: Pick<typeof import("handlebars"), "create" | "template">;
  export default runtime;
}
